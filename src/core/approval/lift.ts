import { weighPaths } from '../judgement/activity.js';
import { concludeOn, type ApprovalOutcome, type Report } from '../report.js';
import { stands, type Violation } from '../violation.js';
import type { CommitSha } from '../vocabulary.js';
import type { Granted } from './approval.js';
import type { Refused } from './labelling.js';

/** Whether an approval can lift a finding: not one on a protected file, nor one on who made a commit. */
export const isLiftable = (violation: Violation): violation is Extract<Violation, { waivedBy: unknown }> =>
  'waivedBy' in violation && violation.code !== 'definition-edit';

/** Whether something stands that an approval would change. */
export const needsApproval = ({ violations }: Pick<Report, 'violations'>): boolean =>
  violations.some(
    (violation) => isLiftable(violation) && stands(violation) && violation.severity !== 'notice',
  );

/** The commits whose findings an approval would lift, each once. */
export const commitsToApprove = ({ violations }: Pick<Report, 'violations'>): readonly CommitSha[] => [
  ...new Set(
    violations.flatMap((violation) =>
      isLiftable(violation) && stands(violation) ? (commitOf(violation) ?? []) : [],
    ),
  ),
];

/** The commit that a finding is on; `null` where it is on the pull request as a whole. */
export function commitOf(violation: Violation): CommitSha | null {
  if ('change' in violation) return violation.change.commit;
  return 'commit' in violation ? violation.commit : null;
}

interface Asked {
  readonly label: string;
  readonly pullRequest: number | null;
  readonly head: CommitSha | null;
}

/** The report where nothing stands that an approval would change. */
export const withoutNeed = (report: Report, asked: Asked): Report =>
  withOutcome(report, asked, { state: 'not-needed' });

/** The report with what became of the label: lifted findings stay in it and do not count. */
export function applyApproval(report: Report, asked: Asked, decided: Granted | Refused): Report {
  if (decided.kind === 'refused') {
    const { refusal, by, at, detail } = decided;
    return withOutcome(report, asked, { state: 'refused', refusal, by, at, detail });
  }
  const { by, at, exceptions } = decided;
  const excepted = new Set(exceptions.map(({ commit }) => commit));
  const isLifted = (violation: Violation): boolean => {
    const commit = commitOf(violation);
    return isLiftable(violation) && stands(violation) && (commit === null || !excepted.has(commit));
  };
  const [first] = exceptions;
  if (first !== undefined && !report.violations.some(isLifted))
    return withOutcome(report, asked, { state: 'refused', refusal: first.refusal, by, at, exceptions });
  const waivedBy = { kind: 'approval', reason: asked.label, by, until: null } as const;
  const violations = report.violations.map((violation) =>
    isLifted(violation) ? { ...violation, waivedBy } : violation,
  );
  const lifted = {
    ...report,
    violations,
    agents: report.agents.map((activity) => ({
      ...activity,
      ...weighPaths(violations, activity.agent, activity.changedPaths),
    })),
  };
  return withOutcome({ ...lifted, conclusion: concludeOn(lifted) }, asked, {
    state: 'granted',
    by,
    at,
    exceptions,
  });
}

const withOutcome = (
  report: Report,
  { label, pullRequest, head }: Asked,
  outcome: Pick<ApprovalOutcome, 'state'> & Partial<ApprovalOutcome>,
): Report => ({
  ...report,
  approval: {
    label,
    outcomes: [
      { pullRequest, by: null, at: null, head, refusal: null, detail: '', exceptions: [], ...outcome },
    ],
  },
});
