import type { Entry } from './entries/entry.js';

/** In a section with more of both, exceptions of entries and `!` patterns are taken together. */
const MOST_COMBINED = 10_000;

/**
 * The entries of a section in runs, within each of which the last pattern that matches decides. An entry with an exception of
 * its own is a run of its own, so that the exception opens no other entry; the `!` patterns that stand below it in the section
 * apply to it as well, and stand in its run too.
 */
export function splitAtExceptions(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const negations = entries.map(onlyNegations);
  const excepting = entries.filter(hasException).length;
  if (!negations.some((entry) => entry !== null)) return splitInOrder(entries);
  if (excepting * entries.length > MOST_COMBINED) return [entries];

  const apart = entries.flatMap((entry, index) =>
    hasException(entry) ? [[entry, ...negations.slice(index + 1).filter((other) => other !== null)]] : [],
  );
  const together = entries.filter((entry) => !hasException(entry));
  const saysMore = excepting === 0 || together.some((entry) => !isNegation(entry)) || isNegation(entries[0]);
  return saysMore ? [...apart, together] : apart;
}

const hasException = ({ exceptions }: Entry): boolean => exceptions.length > 0;

const isNegation = (entry: Entry | undefined): boolean =>
  entry?.patterns.every(({ text }) => text.startsWith('!')) === true;

function onlyNegations(entry: Entry): Entry | null {
  const patterns = entry.patterns.filter(({ text }) => text.startsWith('!'));
  return patterns.length === 0 ? null : { ...entry, patterns, exceptions: [] };
}

function splitInOrder(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const runs: Entry[][] = [];
  let isApart = true;
  for (const entry of entries) {
    const current = runs.at(-1);
    if (current === undefined || hasException(entry) || isApart) runs.push([entry]);
    else current.push(entry);
    isApart = hasException(entry);
  }
  return runs.length > 0 ? runs : [[]];
}
