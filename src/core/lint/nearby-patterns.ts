import { literalPrefix } from '../patterns/alternatives.js';
import type { CompiledPattern } from '../patterns/compiled-pattern.js';

/** The patterns that can match something directly in a directory, as far as their literal beginnings tell; in their order. */
export interface Nearby<Item> {
  at(directory: string): readonly Item[];
}

/** Remembers the last directory, as paths come in their order. */
export function createNearby<Item extends { readonly pattern: CompiledPattern }>(
  items: readonly Item[],
): Nearby<Item> {
  const beginnings = items.map((item) => ({
    item,
    prefixes: item.pattern.alternatives.map(literalPrefix),
  }));
  let last: { readonly directory: string; readonly items: readonly Item[] } | undefined;
  return {
    at(directory) {
      if (last?.directory !== directory) {
        const names = directory === '' ? [] : directory.normalize('NFC').split('/');
        const found = beginnings.filter(({ prefixes }) => prefixes.some((prefix) => leadsTo(prefix, names)));
        last = { directory, items: found.map(({ item }) => item) };
      }
      return last.items;
    },
  };
}

const leadsTo = (prefix: readonly string[], names: readonly string[]): boolean =>
  names.every((name, at) => at >= prefix.length || prefix[at] === name);
