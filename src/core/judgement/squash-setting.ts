import { levelOf, type Policy } from '../policy/policy.js';
import { concludeOn, type Report } from '../report.js';
import type { SquashMessage } from '../violation.js';

/**
 * The report with a finding on the repository's squash setting where that loses what the commits of this range say: only
 * where one of them names an agent.
 */
export function noteSquashSetting(
  report: Report,
  setting: SquashMessage | null,
  policy: Pick<Policy, 'severity' | 'agents'>,
): Report {
  const severity = levelOf(policy, 'squash-loses-trailers', null);
  const isNamed = report.attributions.some(({ agents }) => agents.length > 0);
  if (setting === null || severity === 'off' || !isNamed) return report;
  const violations = [...report.violations, { code: 'squash-loses-trailers' as const, severity, setting }];
  return { ...report, violations, conclusion: concludeOn({ ...report, violations }) };
}
