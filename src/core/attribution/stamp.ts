import type { Trailer } from '../history.js';
import type { AgentName } from '../vocabulary.js';
import { claimsOf, splitList } from './claims.js';
import type { Readings } from './readings.js';

/** What is to become of a message. */
export type Stamp =
  | { readonly kind: 'add'; readonly values: readonly string[] }
  /** It says already what would be added. */
  | { readonly kind: 'none' }
  /** It names others: a commit that is amended, picked or reused stays whose it was. */
  | { readonly kind: 'of-others'; readonly claims: readonly string[]; readonly wanted: readonly string[] }
  | { readonly kind: 'unknown'; readonly value: string; readonly suggestions: readonly AgentName[] };

/**
 * What a message must say so that its commit counts as the work of `names`, written as the definitions write them. A message
 * that claims anything already gets no second claim.
 */
export function stampFor(
  names: readonly string[],
  trailers: readonly Trailer[],
  keys: readonly string[],
  readings: Readings,
): Stamp {
  const parts = names.flatMap((name) => splitList(name, readings.isKnown)).map((value) => value.trim());
  const wanted: string[] = [];
  for (const value of parts) {
    const reading = readings.read(value);
    if (reading.kind === 'unknown' || /[\r\n\0]/.test(value))
      return { kind: 'unknown', value, suggestions: readings.suggest(value) };
    const written = reading.kind === 'agent' ? reading.agent.agent.name : value;
    if (!wanted.includes(written)) wanted.push(written);
  }
  const claims = claimsOf(trailers, keys, readings.isKnown);
  if (claims.length === 0) return wanted.length === 0 ? { kind: 'none' } : { kind: 'add', values: wanted };
  const claimed = claims.map((value) => {
    const reading = readings.read(value);
    return reading.kind === 'agent' ? reading.agent.agent.name : value;
  });
  return wanted.every((name) => claimed.includes(name))
    ? { kind: 'none' }
    : { kind: 'of-others', claims: claimed, wanted };
}
