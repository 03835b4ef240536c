import {
  concludeOn,
  type AgentActivity,
  type Approval,
  type Report,
  type ReportedProblem,
} from '../report.js';
import { stands, type Violation } from '../violation.js';
import type { CommitSha, RepoPath } from '../vocabulary.js';
import { weighPaths } from './activity.js';

/** The paths that each commit changed itself. */
export type ChangedPaths = ReadonlyMap<CommitSha, readonly RepoPath[]>;

/**
 * One report on several ranges with one base: of the ranges in their order, and of each in its report's order. What several
 * ranges share counts once, and stands where it stands in one of them. `null` where there is no report.
 */
export function combineReports(
  reports: readonly Report[],
  range: Report['range'],
  changedPaths: ChangedPaths,
): Report | null {
  const [first] = reports;
  if (first === undefined) return null;
  const violations = combineViolations(
    reports.flatMap((report) => report.violations.filter((violation) => isUnusedInAll(violation, reports))),
  );
  const problems = combineProblems(reports.flatMap((report) => report.problems));
  const attributions = [
    ...firstByKey(
      reports.flatMap((report) => report.attributions),
      ({ commit }) => commit,
    ).values(),
  ];
  const combined = { ...first, range, violations, attributions };
  return {
    ...combined,
    conclusion: concludeOn({ mode: first.mode, violations, problems }),
    ruleChanges: [
      ...firstByKey(
        reports.flatMap(({ ruleChanges }) => ruleChanges),
        (change) => JSON.stringify(change),
      ).values(),
    ],
    problems,
    shared: [
      ...firstByKey(
        reports.flatMap((report) => report.shared),
        ({ pattern, commit }) => JSON.stringify([pattern, commit]),
      ).values(),
    ],
    approval: combineApprovals(reports.flatMap(({ approval }) => approval ?? [])),
    agents: combineActivity(
      reports.flatMap(({ agents }) => agents),
      combined,
      changedPaths,
    ),
    coverage: {
      ...first.coverage,
      commits: attributions.length,
      files: countPaths(
        attributions.map(({ commit }) => commit),
        changedPaths,
      ),
    },
  };
}

/** What differs from range to range in a finding on the same change: whether and where it was taken back, who lets it pass. */
const identityOf = (violation: Violation): string =>
  JSON.stringify({
    ...violation,
    ...('undoneBy' in violation ? { undoneBy: null, laterWork: null } : {}),
    ...('waivedBy' in violation ? { waivedBy: null } : {}),
  });

/** A waiver is unused only where no range with commits of its agent used it. */
function isUnusedInAll(violation: Violation, reports: readonly Report[]): boolean {
  if (violation.code !== 'waiver-unused') return true;
  const key = identityOf(violation);
  return reports.every(
    ({ agents, violations }) =>
      !agents.some(({ agent, commits }) => agent === violation.waiver.agent && commits > 0) ||
      violations.some((other) => other.code === violation.code && identityOf(other) === key),
  );
}

function combineViolations(violations: readonly Violation[]): readonly Violation[] {
  const standing = firstByKey(violations.filter(stands), identityOf);
  return [...firstByKey(violations, identityOf)].map(([key, violation]) => standing.get(key) ?? violation);
}

function combineApprovals(approvals: readonly Approval[]): Approval | null {
  const [first] = approvals;
  return first === undefined
    ? null
    : { label: first.label, outcomes: approvals.flatMap(({ outcomes }) => outcomes) };
}

function combineProblems(problems: readonly ReportedProblem[]): readonly ReportedProblem[] {
  const combined = new Map<string, ReportedProblem>();
  for (const reported of problems) {
    const key = JSON.stringify(reported.problem);
    const known = combined.get(key);
    combined.set(key, {
      ...reported,
      introduced: reported.introduced || known?.introduced === true,
      counts: reported.counts || known?.counts === true,
    });
  }
  return [...combined.values()];
}

function combineActivity(
  activities: readonly AgentActivity[],
  { attributions, violations }: Pick<Report, 'attributions' | 'violations'>,
  changedPaths: ChangedPaths,
): readonly AgentActivity[] {
  return [...firstByKey(activities, ({ agent }) => agent).values()]
    .toSorted((left, right) => (left.agent < right.agent ? -1 : 1))
    .map((activity) => {
      const own = attributions.filter(({ agents }) => agents.includes(activity.agent));
      const changed = countPaths(
        own.map(({ commit }) => commit),
        changedPaths,
      );
      return {
        ...activity,
        commits: own.length,
        ...weighPaths(violations, activity.agent, changed),
      };
    });
}

const countPaths = (commits: readonly CommitSha[], changedPaths: ChangedPaths): number =>
  new Set(commits.flatMap((commit) => changedPaths.get(commit) ?? [])).size;

function firstByKey<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item> {
  const found = new Map<string, Item>();
  for (const item of items) {
    const key = keyOf(item);
    if (!found.has(key)) found.set(key, item);
  }
  return found;
}
