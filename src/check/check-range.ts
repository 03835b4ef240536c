import { attribute, hasOpenNames, type Rosters } from '../core/attribution/attribute.js';
import { createIsDefinitionPath } from '../core/definitions/definition-paths.js';
import type { DefinitionSource } from '../core/definitions/roster.js';
import type { Commit, History } from '../core/history.js';
import { chargeUnexplained, unexplainedPaths } from '../core/judgement/conservation.js';
import { chargeCommits, concludeRange } from '../core/judgement/judge-range.js';
import { commitsToRead, createLineage } from '../core/judgement/lineage.js';
import { createProtectedPaths } from '../core/judgement/protected-paths.js';
import type { Squash } from '../core/judgement/squashes.js';
import { createTrackedPaths } from '../core/judgement/tracked-paths.js';
import type { Policy, PolicyInForce } from '../core/policy/policy.js';
import type { Report } from '../core/report.js';
import type { CommitSha } from '../core/vocabulary.js';
import { OperationalError } from '../operational-error.js';
import type { Repository } from '../sources/git/borrowed-repository.js';
import { readEntries } from '../sources/git/entries.js';
import { readHistory } from '../sources/git/history.js';
import { NO_BRANCHES, readTrustedCommits, type Branches } from './branches.js';
import { divideHead, historyOfHead, type OnlyHead } from './only-head.js';
import { readyRulings } from './many-rulings.js';
import { readIntroducedConflicts } from './read-conflicts.js';
import { readEnds } from './read-ends.js';
import { readRosterAt } from './read-roster.js';
import { readRuleChanges } from './read-rule-changes.js';

export interface Range {
  readonly base: CommitSha;
  readonly head: CommitSha;
  /** True where the objects come from a shallow clone, so that completeness must be proved. */
  readonly shallow: boolean;
  /** Squashed commits in place of which the pull requests' own commits are judged; the repository holds those too. */
  readonly squashes?: readonly Squash[];
  /** The head is one commit on top of the base, and the verdict is on it alone. */
  readonly only?: OnlyHead;
}

/**
 * The verdict on `base..head`, by the definitions at the base. Commits of trusted branches are not judged again. Rejects with an `OperationalError` where anything that it
 * depends on could not be read.
 */
export async function checkRange(
  repository: Repository,
  range: Range,
  law: PolicyInForce,
  branches: Branches = NO_BRANCHES,
): Promise<Report> {
  const { policy } = law;
  const { objects } = repository;
  const isDefinitionPath = createIsDefinitionPath(policy.definitions);
  const { only = null } = range;
  const [read, trusted, ends] = await Promise.all([
    readWholeHistory(repository, range, policy),
    readTrustedCommits(policy, branches, range),
    readEnds(repository, range, policy, isDefinitionPath),
  ]);
  const { base, head } = ends;
  const squashed = new Set((range.squashes ?? []).map(({ commit }) => commit));
  const isJudged = ({ sha }: Commit): boolean => !trusted.has(sha) && !squashed.has(sha);
  const conflicts = await readIntroducedConflicts(repository, ends);
  const rosters = await withRetiredAgents(
    {
      base: base.roster,
      mergeBases: [],
      defaultBranch: null,
      head: { ...head.roster, problems: [...head.roster.problems, ...conflicts] },
    },
    { ...read, commits: read.commits.filter(isJudged) },
    repository,
    policy,
    branches,
  );
  const history = await explainEveryPath(requireMergeBase(read), repository);
  const protectedPaths = createProtectedPaths(
    policy.definitions,
    isDefinitionPath,
    new Set([...law.places, ...[...base.sources, ...head.sources].flatMap(placesBehind)]),
    { patterns: policy.protected, config: law.origin.file },
  );
  const attributed = attribute(history.commits.filter(isJudged), rosters, policy);
  const charged = divideHead(attributed, range.head, only);
  const charges = chargeCommits(charged, {
    roster: rosters.base,
    rulings: await readyRulings(rosters.base, charged),
    policy,
    protectedPaths,
    tracked: createTrackedPaths(base.tree.keys(), head.tree.keys()),
  });
  const ruleChanges = await readRuleChanges(repository, {
    history: only === null ? history : historyOfHead(history, range, base.tree, head.tree),
    ...ends,
    law,
    protectedPaths,
    attributed: charges.attributed,
  });
  const paths = [...new Set(charges.paths.map(({ path }) => path))];
  const entries = await readEntries(objects, commitsToRead(history), paths);
  const lineage = createLineage(history, entries);
  const report = concludeRange(
    charges,
    lineage,
    rosters,
    law,
    ruleChanges,
    only === null ? null : range.head,
  );
  const spared = history.commits.filter(({ sha }) => trusted.has(sha)).length;
  return { ...report, coverage: { ...report.coverage, trusted: spared } };
}

/** The commits of the range, and in place of squashed ones those of their pull requests. */
async function readWholeHistory(
  repository: Repository,
  { base: rulesAt, head, shallow, squashes = [], only }: Range,
  { trailers: trailerKeys }: Policy,
): Promise<History> {
  const further = squashes.map((squash) => squash.head);
  const base = only?.since ?? rulesAt;
  const descends = only?.since === rulesAt;
  const read = await readHistory(repository, { base, head, further, trailerKeys, shallow, descends });
  if (squashes.length === 0) return read;
  // Only a push that merged by squashing has some: spares every other check the loading.
  const { spliceSquashes } = await import('../core/judgement/squashes.js');
  const spliced = spliceSquashes(read, squashes);
  if (spliced === null) throw new OperationalError('unaccounted-commit', head);
  return spliced;
}

const placesBehind = ({ target, links = [] }: DefinitionSource) =>
  target === undefined ? links : [target, ...links];

/**
 * Looks at the merge bases, then at the default branch, only where a commit claims a name that the base does not know: it
 * may have known it before, or the branch is for an older version. A line that is no trailer is looked up at the merge bases
 * only: prose asks no server for a branch.
 */
async function withRetiredAgents(
  rosters: Rosters,
  { base, mergeBases, commits }: History,
  repository: Repository,
  policy: Policy,
  branches: Branches,
): Promise<Rosters> {
  const open = hasOpenNames(commits, rosters, policy);
  if (!open.inTrailers && !open.inMessages) return rosters;
  const earlier = mergeBases.filter((commit) => commit !== base);
  const withEarlier = {
    ...rosters,
    mergeBases: await Promise.all(earlier.map((commit) => readRosterAt(repository, commit, policy))),
  };
  const { defaultBranch } = branches;
  if (defaultBranch === null || !hasOpenNames(commits, withEarlier, policy).inTrailers) return withEarlier;
  const tip = await branches.tip(defaultBranch);
  return tip === null
    ? withEarlier
    : { ...withEarlier, defaultBranch: await readRosterAt(repository, tip, policy) };
}

/** Without a common ancestor nothing tells what the branch brings and what it merely lacks. */
function requireMergeBase(history: History): History {
  if (history.mergeBases.length === 0) throw new OperationalError('no-merge-base', history.base);
  return history;
}

/** The second net below the reading of merges: nothing changes without an author. */
async function explainEveryPath(history: History, { objects }: Repository): Promise<History> {
  const paths = unexplainedPaths(history);
  if (paths.length === 0) return history;
  const entries = await readEntries(objects, commitsToRead(history), paths);
  return { ...history, commits: chargeUnexplained(paths, createLineage(history, entries)) };
}
