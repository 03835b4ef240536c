import { toIncompleteHistory } from './failure.js';
import { createLogParser, logFormat, type LoggedCommit } from './parse-log.js';
import type { Git } from './run.js';

interface LogOptions {
  readonly trailerKeys: readonly string[];
  /** What to show: revisions, or options that say which. */
  readonly which: readonly string[];
  readonly input?: string;
  /** Told of commits while git still looks for more. */
  readonly onCommits?: (commits: readonly LoggedCommit[]) => void;
}

const LOG = [
  'log',
  '-z',
  '--topo-order',
  '--reverse',
  '--raw',
  '--no-abbrev',
  '--no-renames',
  '--diff-merges=off',
  '--ignore-submodules=none',
  '--no-notes',
  '--no-mailmap',
  '--no-show-signature',
  '--no-color',
  '--encoding=UTF-8',
];

/** Rejects with `incomplete-history` where git misses an object. */
export async function readLog(
  git: Git,
  { trailerKeys, which, input = '', onCommits }: LogOptions,
): Promise<readonly LoggedCommit[]> {
  const parser = createLogParser(onCommits);
  await git.run([...LOG, logFormat(trailerKeys), ...which], {
    input,
    toError: toIncompleteHistory,
    onOutput: parser.push,
  });
  return parser.finish();
}
