import { compilePattern } from '../../src/core/patterns/dialect.js';
import {
  byDefault,
  DEFAULT_POLICY,
  type Policy,
  type PolicyInForce,
  type Waiver,
} from '../../src/core/policy/policy.js';
import { agentName, repoPath } from '../../src/core/vocabulary.js';

/** The day on which tests check. */
export const TODAY = '2026-11-22';

/** The built-in defaults on that day. */
export const BY_DEFAULT: PolicyInForce = byDefault(TODAY);

/** Without findings that come from other paths than the changed one: what the oracle of the histories knows. */
export const WITHOUT_COLLISIONS: PolicyInForce = byDefault(TODAY, {
  ...DEFAULT_POLICY,
  severity: { ...DEFAULT_POLICY.severity, 'case-collision': 'off' },
});

/** The built-in defaults but for the overrides, as if the base's config said so. */
export const inForce = (overrides: Partial<Policy>): PolicyInForce =>
  byDefault(TODAY, { ...DEFAULT_POLICY, ...overrides });

/** A waiver as the base's config would hold it, for a week from the day on which tests check. */
export function aWaiver(agent: string, path: string, overrides: Partial<Waiver> = {}): Waiver {
  const result = compilePattern(path, { section: 'owns', root: repoPath('') });
  if (!result.ok) throw new Error(`${result.code}: ${path}`);
  return {
    agent: agentName(agent),
    path,
    compiled: result.pattern,
    reason: 'agreed',
    until: '2026-11-29',
    location: { file: repoPath('.github/agent-ownership.yml'), line: 7 },
    ...overrides,
  };
}
