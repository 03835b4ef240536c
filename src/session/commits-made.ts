import { claimsOf } from '../core/attribution/claims.js';
import { lookUpName } from '../core/attribution/names.js';
import type { Roster } from '../core/definitions/roster.js';
import type { HeadEntry, MoveKind } from '../core/journal/head-log.js';
import type { AgentName } from '../core/vocabulary.js';
import type { LoggedCommit } from '../sources/git/parse-log.js';
import { readCommits } from '../sources/git/read-commits.js';
import type { Bearings } from './bearings.js';

/** A commit that was made in the working tree, not merely taken over. */
export interface MadeCommit {
  readonly commit: LoggedCommit;
  readonly kind: Exclude<MoveKind, 'elsewhere'>;
  /** The commit that HEAD was at. */
  readonly from: HeadEntry['from'];
  /** In seconds since 1970. */
  readonly at: number;
  /** The agents that its trailers name. */
  readonly claims: readonly AgentName[];
}

/** The commits among what happened to HEAD, less those that an amendment replaced. */
export async function readMadeCommits(
  entries: readonly HeadEntry[],
  bearings: Bearings,
): Promise<readonly MadeCommit[]> {
  const replaced = new Set(entries.flatMap(({ kind, from }) => (kind === 'amend' ? [from] : [])));
  const made = entries.filter(({ kind, to }) => kind !== 'elsewhere' && !replaced.has(to));
  if (made.length === 0) return [];
  const [{ policy }, roster] = await Promise.all([bearings.policy(), bearings.roster()]);
  const commits = await readCommits(bearings.git, [...new Set(made.map(({ to }) => to))], policy.trailers);
  return commits.flatMap((commit): readonly MadeCommit[] => {
    const entry = made.findLast(({ to }) => to === commit.sha);
    if (entry === undefined || entry.kind === 'elsewhere') return [];
    const { kind, from, at } = entry;
    return [{ commit, kind, from, at, claims: readClaims(commit, policy.trailers, roster) }];
  });
}

function readClaims(
  { trailers }: LoggedCommit,
  keys: readonly string[],
  roster: Roster,
): readonly AgentName[] {
  const find = (value: string): AgentName | null => {
    const found = lookUpName(value, roster);
    return found.kind === 'known' ? found.agent.name : null;
  };
  return claimsOf(trailers, keys, (value) => find(value) !== null).flatMap((value) => find(value) ?? []);
}
