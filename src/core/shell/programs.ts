import { isLiteral, type ReadWord } from './words.js';

/** A command that runs the command behind its own options. */
interface Wrapper {
  readonly flags: readonly string[];
  /** Options that take the word that follows. */
  readonly valued: readonly string[];
  /** Words of its own before the command: the duration of `timeout`. */
  readonly operands: number;
  /** Takes `NAME=value` before the command. */
  readonly assigns: boolean;
}

const wrapper = (given: Partial<Wrapper> = {}): Wrapper => ({
  flags: [],
  valued: [],
  operands: 0,
  assigns: false,
  ...given,
});

const WRAPPERS = new Map<string, Wrapper>([
  ['command', wrapper({ flags: ['-p'] })],
  ['env', wrapper({ flags: ['-i', '-', '--ignore-environment'], valued: ['-u', '--unset'], assigns: true })],
  ['exec', wrapper({ flags: ['-c', '-l'], valued: ['-a'] })],
  ['nice', wrapper({ valued: ['-n'] })],
  ['nohup', wrapper()],
  ['setsid', wrapper({ flags: ['-w', '--wait'] })],
  ['sudo', wrapper({ flags: ['-E', '-H', '-n'], valued: ['-u', '-g'], assigns: true })],
  ['time', wrapper({ flags: ['-p', '-v'] })],
  [
    'timeout',
    wrapper({ flags: ['--foreground', '--preserve-status', '-v'], valued: ['-k', '-s'], operands: 1 }),
  ],
]);

const ASSIGNMENT = /^([A-Za-z_]\w*)=/;

export interface Program {
  /** The name of the program without its folder; null where it is not known. */
  readonly name: string | null;
  readonly words: readonly ReadWord[];
  /** What `env` and `sudo` set for it; a null is known only when the command runs. */
  readonly environment: ReadonlyMap<string, string | null>;
}

/** What a command runs, behind `env`, `sudo` and the like; those that are used in an unknown way stay what they are. */
export function findProgram(words: readonly ReadWord[]): Program {
  let rest = words;
  const environment = new Map<string, string | null>();
  for (;;) {
    const name = nameOf(rest[0]);
    const found = name === null ? undefined : WRAPPERS.get(name);
    const inner = found === undefined ? null : unwrap(found, rest.slice(1), environment);
    if (inner === null) return { name, words: rest.slice(1), environment };
    rest = inner;
  }
}

/** With its folder where that is told from the current one: it may be any program. */
function nameOf(word: ReadWord | undefined): string | null {
  if (word === undefined || !isLiteral(word)) return null;
  const { head } = word;
  const isToldFromHere = head.includes('/') && !head.startsWith('/');
  return isToldFromHere ? head : head.slice(head.lastIndexOf('/') + 1).replace(/\.exe$/, '');
}

function unwrap(
  { flags, valued, operands, assigns }: Wrapper,
  words: readonly ReadWord[],
  environment: Map<string, string | null>,
): readonly ReadWord[] | null {
  let index = 0;
  for (; index < words.length; index += 1) {
    const word = words[index];
    if (word === undefined || !isLiteral(word) || !word.head.startsWith('-')) break;
    if (word.head === '--') {
      index += 1;
      break;
    }
    if (flags.includes(word.head)) continue;
    if (!valued.includes(word.head)) return null;
    index += 1;
    if (words[index]?.isOne !== true) return null;
  }
  for (let count = 0; count < operands; count += 1, index += 1) {
    if (words[index]?.isOne !== true) return null;
  }
  for (; assigns; index += 1) {
    const word = words[index];
    const name = word === undefined ? undefined : ASSIGNMENT.exec(word.head)?.[1];
    if (word === undefined || name === undefined) break;
    if (!word.isOne) return null;
    environment.set(name, word.value?.slice(name.length + 1) ?? null);
  }
  return index < words.length ? words.slice(index) : null;
}

/** Names that mean something here: a text that gives one of them another meaning is not understood. */
export const isMeant = (name: string): boolean => name === 'git' || name === 'cd' || WRAPPERS.has(name);
