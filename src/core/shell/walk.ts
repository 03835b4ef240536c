import { runCommand, writesFiles } from './run-command.js';
import { isMeant } from './programs.js';
import type { Walk } from './findings.js';
import { afterSubshell, afterWriting, join, type State } from './state.js';
import {
  childrenOf,
  type AndOr,
  type CommandNode,
  type CompoundList,
  type Pipeline,
  type Statement,
  type SyntaxNode,
} from './syntax.js';

/**
 * Follows commands in the order in which they run, gathers what they are, and gives what is known after them. A list that
 * goes on whether a command succeeded or not (`;`, a new line) is followed as if it had.
 */
export function walkAll(statements: readonly Statement[], state: State, walk: Walk): State {
  return statements.reduce((before, statement) => {
    const after = walkNode(statement.command, before, walk);
    return statement.background === true ? besides(before, after) : after;
  }, state);
}

/** What runs at the same time may be done before the next command, or not. */
const besides = (before: State, after: State): State =>
  after.staging === before.staging ? before : afterWriting(before);

type Runnable = AndOr | Pipeline | CommandNode | CompoundList;

function walkNode(node: Runnable, state: State, walk: Walk): State {
  switch (node.type) {
    case 'AndOr':
      return walkAndOr(node, state, walk);
    case 'Pipeline':
      return walkPipeline(node, state, walk);
    case 'Command':
      return runCommand(node, walkWords([...node.prefix, node.name, ...node.suffix], state, walk), walk);
    case 'Redirected': {
      const after = walkNode(node.command, walkWords(node.redirects, state, walk), walk);
      return writesFiles(node.redirects) ? afterWriting(after) : after;
    }
    case 'BraceGroup':
      return walkAll(node.body.commands, state, walk);
    case 'Subshell':
      return afterSubshell(state, walkAll(node.body.commands, state, walk));
    case 'If':
      return walkBranches([node, ...node.elif], node.else?.commands ?? [], state, walk);
    case 'Case': {
      const before = walkWords([node.word], state, walk);
      return node.items
        .map(({ pattern, body }) => walkAll(body.commands, walkWords(pattern, before, walk), walk))
        .reduce(join, before);
    }
    case 'For':
    case 'Select':
      return walkLoop([node.body], walkWords(node.wordlist ?? [], state, walk), walk);
    case 'While':
      return walkLoop([node.clause, node.body], state, walk);
    case 'ArithmeticFor':
      return walkLoop([node.body], walkWords([node.initialize, node.test, node.update], state, walk), walk);
    case 'Function':
      walk.found.functions.add(node.name.value);
      walk.found.isLost ||= isMeant(node.name.value);
      walkNode(node.body, state, { ...walk, isPlain: false });
      return state;
    case 'CompoundList':
      return walkAll(node.commands, state, walk);
    case 'Coproc':
      return besides(state, walkNode(node.body, state, walk));
    case 'TestCommand':
    case 'ArithmeticCommand':
      return walkWords(childrenOf(node), state, walk);
  }
}

function walkAndOr({ commands, operators }: AndOr, state: State, walk: Walk): State {
  const [first, ...rest] = commands;
  if (first === undefined) return state;
  let succeeded = walkNode(first, state, walk);
  let ended = succeeded;
  for (const [index, command] of rest.entries()) {
    if (operators[index] === '&&') {
      succeeded = walkNode(command, succeeded, walk);
      ended = join(ended, succeeded);
      continue;
    }
    const otherwise = walkNode(command, ended, walk);
    if (isLeaving(command)) {
      ended = succeeded;
      continue;
    }
    succeeded = join(succeeded, otherwise);
    ended = join(ended, otherwise);
  }
  return ended;
}

const isLeaving = (node: SyntaxNode): boolean =>
  node.type === 'Command' && (node.name?.text === 'exit' || node.name?.text === 'return');

function walkPipeline({ commands }: Pipeline, state: State, walk: Walk): State {
  const [only] = commands;
  if (only !== undefined && commands.length === 1) return walkNode(only, state, walk);
  return commands.reduce((before, command, index) => {
    const after = walkNode(command, before, walk);
    const isOfThisShell = index === commands.length - 1 && after.directory !== before.directory;
    return { ...afterSubshell(before, after), directory: isOfThisShell ? null : before.directory };
  }, state);
}

interface Branch {
  readonly clause: CompoundList;
  readonly then: CompoundList;
}

function walkBranches(
  branches: readonly Branch[],
  otherwise: readonly Statement[],
  state: State,
  walk: Walk,
): State {
  let asked = state;
  const ends: State[] = [];
  for (const { clause, then } of branches) {
    asked = walkNode(clause, asked, walk);
    ends.push(walkNode(then, asked, walk));
  }
  return ends.reduce(join, walkAll(otherwise, asked, walk));
}

/** What a round of a loop changes, the next one begins with. */
function walkLoop(parts: readonly CompoundList[], state: State, walk: Walk): State {
  const { commits } = walk.found;
  const first = commits.length;
  const end = parts.reduce((before, part) => walkNode(part, before, walk), state);
  const { directory, staging } = join(state, end);
  for (const [index, commit] of [...commits.entries()].slice(first)) {
    commits[index] = {
      ...commit,
      directory: directory === null ? null : commit.directory,
      staging: staging === null ? null : commit.staging,
    };
  }
  return join(state, end);
}

function walkWords(nodes: readonly (SyntaxNode | undefined)[], state: State, walk: Walk): State {
  return nodes.reduce<State>(
    (before, node) => (node === undefined ? before : walkWord(node, before, walk)),
    state,
  );
}

/** Substitutions run before the command that they stand in. */
function walkWord(node: SyntaxNode, state: State, walk: Walk): State {
  if (
    node.type === 'CommandExpansion' ||
    node.type === 'ProcessSubstitution' ||
    node.type === 'ArithmeticCommandExpansion'
  ) {
    walk.found.isDoubtful ||= node.script === undefined;
    const isPlain = walk.isPlain && /^[$<>]\(/.test(node.text);
    const after = walkAll(node.script?.commands ?? [], state, { ...walk, isPlain });
    return node.type === 'ProcessSubstitution' ? besides(state, after) : afterSubshell(state, after);
  }
  return walkWords(childrenOf(node), state, { ...walk, isPlain: walk.isPlain && !QUOTING.has(node.type) });
}

/** They have rules of quoting of their own, as backticks do. */
const QUOTING = new Set<SyntaxNode['type']>(['ArithmeticExpansion', 'HereDoc', 'ParameterExpansion']);
