import type { AttributedCommit, Rosters } from '../attribution/attribute.js';
import { levelOf, type Policy, type PolicyInForce } from '../policy/policy.js';
import type { RuleChange } from '../policy/rule-changes.js';
import { silencedBy } from '../policy/silenced.js';
import { SCHEMA_VERSION, concludeOn, type Attribution, type Report, type SharedUse } from '../report.js';
import type { CommitViolation, PathViolation, Violation } from '../violation.js';
import type { CommitSha, RepoPath } from '../vocabulary.js';
import { describeActivity } from './activity.js';
import { createFindCollision } from './case-collisions.js';
import { findIdentityProblems } from './identity-findings.js';
import { judgeCommit, type Law } from './judge.js';
import type { Lineage } from './lineage.js';
import { loosenedRules } from './loosened-rules.js';
import { reportProblems } from './report-problems.js';
import { createSharedPaths } from './shared-paths.js';
import { countSharedUses } from './shared-uses.js';
import { findUnattributed, settleUnattributed, type UnattributedWork } from './unattributed.js';
import { settleUndone } from './undone.js';
import { applyWaivers } from './waivers.js';

/** What the commits' own changes break, before anything that took it back is weighed. */
export interface Charges {
  readonly attributed: readonly AttributedCommit[];
  readonly paths: readonly PathViolation[];
  readonly others: readonly CommitViolation[];
  readonly shared: readonly SharedUse[];
  readonly unattributed: readonly UnattributedWork[];
}

/** Judges every commit by itself. */
export function chargeCommits(attributed: readonly AttributedCommit[], law: Law): Charges {
  const shared = createSharedPaths(law.policy.shared, law.protectedPaths);
  const lawAtHand = { ...law, shared, findCollision: createFindCollision({ ...law, shared }) };
  const found = attributed.flatMap((commit) => judgeCommit(commit, lawAtHand));
  return {
    attributed,
    paths: found.filter((violation) => 'undoneBy' in violation),
    others: [
      ...findIdentityProblems(attributed, law.policy),
      ...found.filter((violation) => !('undoneBy' in violation)),
    ],
    shared: countSharedUses(attributed, shared),
    unattributed: findUnattributed(attributed, lawAtHand),
  };
}

/**
 * The verdict on a range: settles what was taken back, lets waivers lift what still stands, and puts everything in the report's
 * order (commit, path, rule; waivers last). With `only`, it is that on one commit, in the light of what the others did.
 */
export function concludeRange(
  charges: Charges,
  lineage: Lineage,
  rosters: Rosters,
  law: PolicyInForce,
  ruleChanges: readonly RuleChange[] = [],
  only: CommitSha | null = null,
): Report {
  const { policy, origin } = law;
  const { history } = lineage;
  const settled = { ...charges, paths: settleUndone(charges.paths, charges.attributed, lineage) };
  const { attributed, paths, others, shared, unattributed } =
    only === null ? settled : thoseOf(settled, only);
  const active = new Set(attributed.flatMap(({ agents }) => agents.map(({ agent }) => agent.name)));
  const waived = applyWaivers(paths, law, active, lineage);
  const violations = [
    ...noDefinitions(rosters, policy),
    ...loosenedRules(ruleChanges, policy),
    ...inReportOrder(
      [...others, ...settleUnattributed(unattributed, history, policy), ...waived.paths],
      lineage,
    ),
    ...waived.findings,
  ];
  const problems = reportProblems(rosters, active, law);
  const agents = describeActivity(rosters.base, attributed, violations);
  return {
    schemaVersion: SCHEMA_VERSION,
    conclusion: concludeOn({ mode: policy.mode, violations, problems }),
    mode: policy.mode,
    policy: origin,
    silenced: silencedBy(policy),
    range: { base: history.base, head: history.head },
    violations,
    problems,
    attributions: attributed.map(toAttribution),
    agents,
    ruleChanges,
    shared,
    approval: null,
    uncommitted: null,
    coverage: {
      definitions: rosters.base.agents.reduce((sum, { definitions }) => sum + definitions.length, 0),
      rules: rosters.base.agents
        .flatMap(({ definitions }) => definitions.flatMap(({ sections }) => sections))
        .reduce((sum, { rules }) => sum + rules.length, 0),
      commits: attributed.length,
      files: countPaths(attributed),
      trusted: 0,
    },
  };
}

function thoseOf({ attributed, paths, others, shared, unattributed }: Charges, only: CommitSha): Charges {
  const isOfIt = ({ commit }: { readonly commit: CommitSha }): boolean => commit === only;
  return {
    attributed: attributed.filter(({ commit }) => commit.sha === only),
    paths: paths.filter(isOfIt),
    others: others.filter(isOfIt),
    shared: shared.filter(isOfIt),
    unattributed: unattributed.filter(isOfIt),
  };
}

function countPaths(attributed: readonly AttributedCommit[]): number {
  const paths = new Set<RepoPath>();
  for (const { commit } of attributed) for (const { path } of commit.changes) paths.add(path);
  return paths.size;
}

function noDefinitions({ base, head }: Rosters, policy: Policy): readonly Violation[] {
  const level = levelOf(policy, 'no-definitions', null);
  const found = [base, head].some(
    ({ agents, problems }) => agents.length > 0 || problems.some(({ code }) => code !== 'not-a-definition'),
  );
  return found || level === 'off'
    ? []
    : [{ code: 'no-definitions', severity: level, lookedFor: [...policy.definitions], waivedBy: null }];
}

function inReportOrder(violations: readonly CommitViolation[], lineage: Lineage): readonly CommitViolation[] {
  const keyed = violations.map((violation) => ({
    violation,
    commit: lineage.indexOf(violation.commit) ?? -1,
    text: [pathOf(violation), 'agent' in violation ? violation.agent : '', violation.code].join('\0'),
  }));
  keyed.sort(
    (left, right) =>
      left.commit - right.commit || (left.text < right.text ? -1 : left.text > right.text ? 1 : 0),
  );
  return keyed.map(({ violation }) => violation);
}

const pathOf = (violation: CommitViolation): string => ('path' in violation ? violation.path : '');

const toAttribution = ({ commit, kind, agents }: AttributedCommit): Attribution => ({
  commit: commit.sha,
  subject: commit.subject,
  kind,
  agents: agents.map(({ agent }) => agent.name),
  provisional: agents.some(({ provisional }) => provisional),
});
