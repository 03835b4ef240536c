import { kindOfProgram } from './commands.js';
import { MOST_COMMANDS, type Walk } from './findings.js';
import { literalInput } from './literal-output.js';
import { findProgram, isMeant, type Program } from './programs.js';
import { runGit } from './run-git.js';
import { afterAnything, afterWriting, type State } from './state.js';
import type { Assignment, Command, Redirection } from './syntax.js';
import { isLiteral, readWord, type ReadWord } from './words.js';

/** Gathers what a simple command is, and gives what is known after it. */
export function runCommand(command: Command, before: State, walk: Walk): State {
  const { found } = walk;
  found.commands += 1;
  found.isLost ||= found.commands > MOST_COMMANDS;
  if (found.isLost) return before;
  const assignments = command.prefix.filter((item) => item.type === 'Assignment');
  const after =
    command.name === undefined
      ? assign(before, assignments)
      : runProgram(
          command,
          { ...before, environment: assign(before, assignments).environment },
          before,
          walk,
        );
  return writesFiles(command.redirects) ? afterWriting(after) : after;
}

function runProgram(command: Command, inside: State, before: State, walk: Walk): State {
  const { found } = walk;
  const words = [command.name, ...command.args].flatMap((word) =>
    word === undefined ? [] : [readWord(word)],
  );
  const program = findProgram(words);
  if (program.name === 'git') {
    const environment = new Map([...inside.environment, ...program.environment]);
    const input = literalInput(command.redirects);
    const { directory, staging } = runGit(program.words, { ...inside, environment }, input, walk);
    return { ...before, directory, staging };
  }
  if (program.name === null) {
    found.isDoubtful = true;
    return afterAnything(before);
  }
  return runOther(program.name, program, command, before, walk);
}

function runOther(name: string, program: Program, command: Command, before: State, { found }: Walk): State {
  switch (kindOfProgram(name)) {
    case 'idle':
    case 'leaves':
      return before;
    case 'writes':
      return afterWriting(before);
    case 'moves':
      return { ...before, directory: move(before.directory, name, program.words) };
    case 'declares':
      return assign(before, command.args, name === 'export');
    case 'runs-here':
      found.isDoubtful = true;
      return afterAnything(before);
    case 'shell':
      found.isDoubtful = true;
      return afterWriting(before);
    case 'other':
      found.isDoubtful ||= mentionsGit(command);
      found.isLost ||= name === 'alias' && command.args.some(renames);
      return found.functions.has(name) ? afterAnything(before) : afterWriting(before);
  }
}

/** A program that is not known is doubtful where its own words speak of git: `xargs git commit`, `ssh host 'git commit'`. */
function mentionsGit({ args, redirects, name }: Command): boolean {
  const documents = redirects.map((redirect) => (redirect.type === 'HereDoc' ? redirect.body.text : ''));
  const texts = [name?.text ?? '', ...args.map(({ text }) => text), ...documents];
  return texts.some((text) => /\bgit\b|commit/i.test(text));
}

/** Whether `alias` may give a name that means something here another meaning. */
function renames(argument: Command['args'][number]): boolean {
  if (argument.type === 'Assignment') return isMeant(argument.name);
  const { head } = readWord(argument);
  return !head.includes('=') || isMeant(head.slice(0, head.indexOf('=')));
}

function move(
  directory: State['directory'],
  name: string,
  words: readonly ReadWord[],
): readonly string[] | null {
  const [target, another] = words.filter(
    (word) => !['-P', '-L', '--'].includes(word.head) || !isLiteral(word),
  );
  const isPlain = target !== undefined && another === undefined && isLiteral(target);
  if (!isPlain || directory === null || /^(?:[-+]|$)/.test(target.head) || name === 'popd') return null;
  return [...directory, target.head];
}

/** Names without a value keep theirs behind `export`; `read`, `unset` and others give them an unknown one. */
function assign(
  state: State,
  items: readonly (Assignment | Command['args'][number])[],
  keeps = false,
): State {
  if (items.length === 0) return state;
  const environment = new Map(state.environment);
  for (const item of items) {
    if (item.type === 'Assignment') environment.set(item.name, valueOf(item));
    else if (!keeps && /^[A-Za-z_]\w*$/.test(item.text)) environment.set(item.text, null);
  }
  return { ...state, environment };
}

const valueOf = ({ value, append, index }: Assignment): string | null =>
  value.type === 'Word' && append !== true && index === undefined ? readWord(value).value : null;

const NOWHERE = new Set(['/dev/null', '/dev/stderr', '/dev/stdout', '/dev/tty']);

export const writesFiles = (redirects: readonly Redirection[]): boolean =>
  redirects.some(
    ({ type, operator, ...redirect }) =>
      type === 'Redirect' &&
      /[>]/.test(operator) &&
      'target' in redirect &&
      !NOWHERE.has(redirect.target?.text ?? '') &&
      !(operator === '>&' && /^(?:\d+|-)$/.test(redirect.target?.text ?? '')),
  );
