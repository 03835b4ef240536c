import type { PatternFault } from '../definitions/problem.js';
import type { Compilation } from './compiled-pattern.js';

/** Why a pattern gives no rule. */
export type Refusal = Extract<Compilation, { readonly ok: false }>;

export const UNRESOLVED_PLACEHOLDER: Refusal = { ok: false, code: 'unresolved-placeholder' };

export const refuse = (fault: PatternFault): Refusal => ({ ok: false, code: 'invalid-pattern', fault });

export const isRefusal = (value: object): value is Refusal => 'ok' in value;
