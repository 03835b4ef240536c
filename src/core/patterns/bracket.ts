import type { PatternFault } from '../definitions/problem.js';
import { reveal } from './escape.js';

/** From a first to a last character, both included. */
type Range = readonly [first: string, last: string];

/** What a bracket expression matches, in minimatch's spelling (or the one character it stands for), and where it ends. */
export interface BracketReading {
  readonly kind: 'literal' | 'class';
  readonly text: string;
  readonly end: number;
}

const LOWER: Range = ['a', 'z'];
const UPPER: Range = ['A', 'Z'];
const DIGIT: Range = ['0', '9'];

/** The named classes of gitignore(5), which know ASCII only. */
const NAMED: ReadonlyMap<string, readonly Range[]> = new Map<string, readonly Range[]>([
  ['alnum', [LOWER, UPPER, DIGIT]],
  ['alpha', [LOWER, UPPER]],
  ['blank', [single(' '), single('\t')]],
  ['cntrl', [['\0', '\x1f'], single('\x7f')]],
  ['digit', [DIGIT]],
  ['graph', [['!', '~']]],
  ['lower', [LOWER]],
  ['print', [[' ', '~']]],
  [
    'punct',
    [
      ['!', '.'],
      [':', '@'],
      ['[', '`'],
      ['{', '~'],
    ],
  ],
  ['space', [single(' '), single('\t'), single('\n'), single('\r')]],
  ['upper', [UPPER]],
  ['xdigit', [DIGIT, ['a', 'f'], ['A', 'F']]],
]);

/**
 * Reads the bracket expression that opens at `open`, as git's wildmatch does: the first character is a member whatever it is,
 * `!` and `^` negate, and a range out of order holds its first character. Refused is what git lets match nothing.
 */
export function readBracket(characters: readonly string[], open: number): BracketReading | PatternFault {
  const negated = characters[open + 1] === '!' || characters[open + 1] === '^';
  const start = negated ? open + 2 : open + 1;
  const ranges: Range[] = [];
  let at = start;
  for (;;) {
    const character = characters[at];
    if (character === undefined) return 'unclosed-bracket';
    if (character === ']' && at > start) break;
    const name = nameAt(characters, at);
    if (name !== null) {
      const named = NAMED.get(name);
      if (named === undefined) return 'not-compilable';
      ranges.push(...named);
      at += name.length + 4;
      continue;
    }
    const last = characters[at + 1] === '-' ? characters[at + 2] : undefined;
    const isRange = last !== undefined && last !== ']';
    ranges.push(rangeOf(reveal(character), reveal(isRange ? last : character)));
    at += isRange ? 3 : 1;
  }
  const members = inOrder(ranges);
  const [first, ...others] = members;
  if (!negated && first !== undefined && others.length === 0 && first[0] === first[1]) {
    return { kind: 'literal', text: first[0], end: at + 1 };
  }
  return { kind: 'class', text: spell(negated, members), end: at + 1 };
}

function single(character: string): Range {
  return [character, character];
}

/** The name in `[:name:]`, where one stands. */
function nameAt(characters: readonly string[], at: number): string | null {
  if (characters[at] !== '[' || characters[at + 1] !== ':') return null;
  const close = characters.indexOf(']', at + 2);
  return close > at + 2 && characters[close - 1] === ':'
    ? characters.slice(at + 2, close - 1).join('')
    : null;
}

const rangeOf = (first: string, last: string): Range =>
  code(first) <= code(last) ? [first, last] : single(first);

const code = (character: string): number => character.codePointAt(0) ?? 0;

/** Without repetitions, so that equal classes have one spelling. */
function inOrder(ranges: readonly Range[]): readonly Range[] {
  const bySpelling = new Map(ranges.map((range) => [range.join('-'), range]));
  return [...bySpelling.values()].sort((a, b) => code(a[0]) - code(b[0]) || code(a[1]) - code(b[1]));
}

/** minimatch takes an escaped `^` that comes first for a negation, so another member is put before it. */
function spell(negated: boolean, members: readonly Range[]): string {
  const beside = members.find(([, last]) => last !== '^')?.[1];
  const guarded = members[0]?.[0] === '^' && beside !== undefined ? [single(beside), ...members] : members;
  const text = guarded.map(([first, last]) =>
    first === last ? escapeMember(first) : `${escapeMember(first)}-${escapeMember(last)}`,
  );
  return `[${negated ? '!' : ''}${text.join('')}]`;
}

const escapeMember = (character: string): string => character.replace(/[\\[\]^!-]/, '\\$&');
