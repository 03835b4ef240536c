import type { DefinitionProblemCode } from '../definitions/problem.js';
import { PROBLEM_CODES } from '../definitions/problem-severities.js';
import type { Violation, ViolationCode } from '../violation.js';
import { DEFAULT_POLICY, type Code } from './policy.js';

/** Problems that cost rules whatever anybody says of them: they always fail. */
export const FIXED_CODES = [
  'unreadable-definition',
  'invalid-config',
] as const satisfies readonly DefinitionProblemCode[];

type OfAnAgent = Extract<
  Violation,
  { readonly agent: unknown } | { readonly waiver: unknown } | { readonly change: unknown }
>['code'];

/** Codes that are of no agent, so that they cannot be set for one. */
const OF_NO_AGENT = {
  'unknown-agent': true,
  'unreadable-commit': true,
  'anonymous-agent': true,
  'unattributed-commit': true,
  'squash-loses-trailers': true,
  'no-definitions': true,
  'unowned-files': true,
  'not-a-definition': true,
} satisfies Readonly<Record<Exclude<ViolationCode, OfAnAgent> | 'unowned-files' | 'not-a-definition', true>>;

/** Every code whose severity can be set. */
export const SETTABLE_CODES: readonly Code[] = [
  ...(Object.keys(DEFAULT_POLICY.severity) as readonly ViolationCode[]),
  ...PROBLEM_CODES.filter((code) => !FIXED_CODES.some((fixed) => fixed === code)),
];

/** Those whose severity can be set for an agent. */
export const AGENT_CODES: readonly Code[] = SETTABLE_CODES.filter((code) => !(code in OF_NO_AGENT));

export const AGENTLESS_CODES = Object.keys(OF_NO_AGENT) as readonly Code[];
