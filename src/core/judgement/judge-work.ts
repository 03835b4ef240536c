import type { AttributedAgent, AttributedCommit, Rosters } from '../attribution/attribute.js';
import type { Roster } from '../definitions/roster.js';
import type { Change, Commit, History, TreeEntry } from '../history.js';
import type { PolicyInForce } from '../policy/policy.js';
import type { Report } from '../report.js';
import { UNCOMMITTED, type CommitSha, type RepoPath } from '../vocabulary.js';
import { divideWork, type MakersOf } from './divide-work.js';
import { chargeCommits, concludeRange } from './judge-range.js';
import { createLineage } from './lineage.js';
import type { ProtectedPaths } from './protected-paths.js';
import type { TrackedPaths } from './tracked-paths.js';

/** Changes that are no commit yet, and whose they are. */
export interface Work {
  readonly agents: readonly AttributedAgent[];
  readonly changes: readonly Change[];
  /** Who made which change; without it all of the agents made all of them together, as in a joint commit. */
  readonly makersOf?: MakersOf;
}

/** What work on top of a commit is judged by: the rules of that commit. */
export interface WorkLaw {
  readonly base: CommitSha;
  readonly roster: Roster;
  readonly law: PolicyInForce;
  readonly protectedPaths: ProtectedPaths;
  readonly tracked: TrackedPaths;
}

/**
 * The verdict on changes that are no commit yet: that on a commit of the agents with just these changes. Knows nothing of
 * earlier commits, so that work which takes an earlier violation back is judged like any other; `checkWork` knows them.
 */
export function judgeWork(work: Work, { base, roster, law, protectedPaths, tracked }: WorkLaw): Report {
  const commit = toCommit(work.changes, base);
  const rosters: Rosters = { base: roster, mergeBases: [], defaultBranch: null, head: roster };
  const charges = chargeCommits(attributeWork(work, commit), {
    roster,
    policy: law.policy,
    protectedPaths,
    tracked,
  });
  const history: History = {
    base,
    head: UNCOMMITTED,
    mergeBases: [base],
    commits: [commit],
    netChanges: [work.changes],
  };
  const entries = new Map([
    [base, entriesOf(work.changes, 'before')],
    [UNCOMMITTED, entriesOf(work.changes, 'after')],
  ]);
  const report = concludeRange(charges, createLineage(history, entries), rosters, law);
  return { ...report, uncommitted: { kind: 'working-tree', parents: [base], leftOut: [] } };
}

function attributeWork({ agents, changes, makersOf }: Work, commit: Commit): readonly AttributedCommit[] {
  if (changes.length === 0) return [];
  const whole: AttributedCommit = {
    commit,
    kind: agents.length > 1 ? 'joint' : agents.length === 1 ? 'agent' : 'person',
    agents,
    unknown: [],
    misplaced: [],
    marks: [],
    isVouchedFor: false,
  };
  return makersOf === undefined ? [whole] : divideWork(whole, makersOf);
}

const toCommit = (changes: readonly Change[], parent: CommitSha): Commit => ({
  sha: UNCOMMITTED,
  parents: [parent],
  subject: '',
  message: '',
  authorName: '',
  authorEmail: '',
  trailers: [],
  unreadable: null,
  changes: changes.map((change) => ({ ...change, beforeIn: 1 })),
});

const entriesOf = (changes: readonly Change[], side: 'before' | 'after'): ReadonlyMap<RepoPath, TreeEntry> =>
  new Map(changes.flatMap((change) => (change[side] === null ? [] : [[change.path, change[side]] as const])));
