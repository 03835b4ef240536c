import type { Intake } from '../session/work-finding.js';
import type { CommitCall } from '../shell/commit-call.js';

const EVERYTHING = new Set(['-A', '--all', '.', ':/']);
const TRACKED = new Set(['-u', '--update']);

/** What a commit, and what stages before it in the same text, takes without naming it. */
export function gatheredBy({ all, staging }: CommitCall): Intake['gathers'] {
  const added = (staging ?? []).filter(({ subcommand }) => subcommand === 'add' || subcommand === 'stage');
  const isAmong = (words: ReadonlySet<string>): boolean =>
    added.some(({ args }) => args.some((arg) => arg !== null && words.has(arg)));
  if (isAmong(EVERYTHING)) return 'everything';
  return all || isAmong(TRACKED) ? 'tracked' : 'named';
}
