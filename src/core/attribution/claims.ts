import type { Trailer } from '../history.js';

/**
 * The values that a commit's trailers claim, in the order of the message, each once. A comma list is several values where
 * `isKnown` accepts every part; otherwise it stays one value, since a name may hold a comma.
 */
export function claimsOf(
  trailers: readonly Trailer[],
  keys: readonly string[],
  isKnown: (value: string) => boolean,
): readonly string[] {
  const wanted = new Set(keys.map((key) => key.toLowerCase()));
  const values = trailers
    .filter(({ key }) => wanted.has(key.trim().toLowerCase()))
    .flatMap(({ value }) => splitList(value.trim(), isKnown));
  return [...new Set(values)];
}

/** A value as it stands, or the parts of its list with commas where every part is known. */
export function splitList(value: string, isKnown: (value: string) => boolean): readonly string[] {
  const parts = value.split(',').map((part) => part.trim());
  return !isKnown(value) && parts.every(isKnown) ? parts : [value];
}
