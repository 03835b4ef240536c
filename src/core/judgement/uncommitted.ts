import type { RuleChange } from '../policy/rule-changes.js';
import type { Report, Uncommitted } from '../report.js';
import type { Violation } from '../violation.js';
import { UNCOMMITTED, type CommitSha } from '../vocabulary.js';

/** The report on a commit that was made for judging only, as one on work that is no commit yet. */
export function asUncommitted(
  report: Report,
  { head, uncommitted }: { readonly head: CommitSha; readonly uncommitted: Uncommitted },
): Report {
  const rename = (commit: CommitSha): CommitSha => (commit === head ? UNCOMMITTED : commit);
  const renameChange = (change: RuleChange): RuleChange => ({
    ...change,
    commit: change.commit === null ? null : rename(change.commit),
  });
  const renameViolation = (violation: Violation): Violation => {
    if (violation.code === 'rule-loosened') return { ...violation, change: renameChange(violation.change) };
    return 'commit' in violation ? { ...violation, commit: rename(violation.commit) } : violation;
  };
  const [base = report.range.base] = uncommitted.parents;
  return {
    ...report,
    range: { base, head: UNCOMMITTED },
    violations: report.violations.map(renameViolation),
    attributions: report.attributions.map((one) => ({ ...one, commit: rename(one.commit), subject: '' })),
    ruleChanges: report.ruleChanges.map(renameChange),
    shared: report.shared.map((use) => ({ ...use, commit: rename(use.commit) })),
    uncommitted,
  };
}
