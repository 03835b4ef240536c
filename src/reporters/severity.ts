import type { Severity } from '../core/vocabulary.js';

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, notice: 2 };

export const isAtLeast = (severity: Severity, other: Severity): boolean => RANK[severity] <= RANK[other];

/** The same items, most severe first, otherwise in their order. */
export const mostSevereFirst = <Item extends { readonly severity: Severity }>(
  items: readonly Item[],
): readonly Item[] => items.toSorted((left, right) => RANK[left.severity] - RANK[right.severity]);
