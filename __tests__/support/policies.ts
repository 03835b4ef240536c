import { byDefault, DEFAULT_POLICY, type Policy, type PolicyInForce } from '../../src/core/policy/policy.js';

/** The day on which tests check. */
export const TODAY = '2026-11-22';

/** The built-in defaults on that day. */
export const BY_DEFAULT: PolicyInForce = byDefault(TODAY);

/** The built-in defaults but for the overrides, as if the base's config said so. */
export const inForce = (overrides: Partial<Policy>): PolicyInForce =>
  byDefault(TODAY, { ...DEFAULT_POLICY, ...overrides });
