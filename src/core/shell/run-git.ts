import { readCommitArguments } from './commit-arguments.js';
import { describeCommit } from './commit-call.js';
import type { Walk } from './findings.js';
import { directoriesOf, readGitCall, type GitCall } from './git-call.js';
import { kindOfSubcommand } from './git-subcommands.js';
import { mayCommit } from './may-commit.js';
import { afterWriting, type State } from './state.js';
import type { ReadWord } from './words.js';

/** Gathers what a call of git is, and gives what is known after it. `input` is what it reads, where the text holds it. */
export function runGit(words: readonly ReadWord[], state: State, input: string | null, walk: Walk): State {
  const call = readGitCall(words);
  if (call?.subcommand === null) return state;
  if (call?.subcommand.head === 'commit') return runCommit(call, call.subcommand, words, state, input, walk);
  switch (call === null ? 'unsure' : kindOfSubcommand(call.subcommand.head)) {
    case 'stages':
      return call === null ? state : stage(call, call.subcommand.head, state);
    case 'idle':
      return state;
    case 'changes':
      return afterWriting(state);
    case 'unsure':
      walk.found.isDoubtful = true;
      return afterWriting(state);
  }
}

function runCommit(
  call: GitCall,
  subcommand: ReadWord,
  words: readonly ReadWord[],
  state: State,
  input: string | null,
  { found, isPlain }: Walk,
): State {
  const args = readCommitArguments(call.rest);
  const last = args === null ? undefined : [subcommand, ...call.rest][args.before];
  if (args === null || last === undefined || !isPlain || !mayCommit(subcommand.raw)) {
    found.isDoubtful = true;
    return afterWriting(state);
  }
  const commit = describeCommit(args, {
    insertAt: last.end,
    args: words.map(({ isOne, value }) => (isOne ? value : null)),
    directory: directoryOf(call, state),
    globalOptions: call.options,
    environment: state.environment,
    staging: state.staging,
    input,
  });
  if (commit === null) return state;
  found.commits.push(commit);
  return commit.dryRun ? state : stage(call, 'commit', state);
}

function stage(call: GitCall, subcommand: string, state: State): State {
  const args = call.rest.map(({ isOne, value }) => (isOne ? value : null));
  const isKnown = subcommand === 'commit' || !args.includes(null);
  if (state.staging === null || !isKnown) return afterWriting(state);
  const staging = [...state.staging, { subcommand, args, directory: directoryOf(call, state) }];
  return { ...state, staging };
}

function directoryOf(call: GitCall, { directory }: State): readonly string[] | null {
  const own = directoriesOf(call);
  return own === null || directory === null ? null : [...directory, ...own];
}
