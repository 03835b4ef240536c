import { distance } from 'fastest-levenshtein';

/** A word and what may be taken for the colon behind it. */
const KEY = /([A-Za-z][\w-]{0,40})[ \t]{0,10}[:=]/g;

/** Longer than any name; what is longer is compared by its beginning. */
const LONGEST_CLAIM = 200;

/**
 * Whether a squashed commit's message claims, in whatever form, what none of the messages of its own commits claims: a person
 * may have named an agent on merging, and that must not get lost. Keys that are misspelt by a letter count.
 */
export function claimsMore(squashed: string, own: readonly string[], keys: readonly string[]): boolean {
  const known = new Set(own.flatMap((message) => claimsIn(message, keys)));
  return claimsIn(squashed, keys).some((claim) => !known.has(claim));
}

function claimsIn(message: string, keys: readonly string[]): readonly string[] {
  const wanted = keys.map((key) => key.toLowerCase());
  return [...message.matchAll(KEY)].flatMap((match) => {
    const key = (match[1] ?? '').toLowerCase();
    if (!wanted.some((one) => key === one || distance(key, one) === 1)) return [];
    const start = match.index + match[0].length;
    const [line = ''] = message.slice(start, start + LONGEST_CLAIM).split('\n', 1);
    return [line.trim().toLowerCase()];
  });
}
