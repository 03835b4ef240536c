import { eachPosition, type PathSet } from '../patterns/path-set.js';

/** Which of the sets each of `size` positions is in. Positions in the same sets share one list. */
export interface Members<Name> {
  /** The next set. */
  add(name: Name, set: PathSet): void;
  /** The names of the sets that the position is in, in the order in which they were added. */
  at(position: number): readonly Name[];
}

/** Splits the positions into groups of the same members: a set takes some of a group, or all of it. */
export function createMembers<Name>(size: number): Members<Name> {
  const groupAt = new Int32Array(size);
  const sizes = [size];
  const lists: Name[][] = [[]];
  return {
    at: (position) => lists[groupAt[position] ?? 0] ?? [],
    add(name, set) {
      const taken = new Map<number, number>();
      eachPosition(set, (position) => {
        const group = groupAt[position] ?? 0;
        taken.set(group, (taken.get(group) ?? 0) + 1);
      });
      const movesTo = new Map<number, number>();
      for (const [group, count] of taken) {
        const members = lists[group] ?? [];
        if (count === sizes[group]) {
          members.push(name);
          continue;
        }
        movesTo.set(group, lists.length);
        sizes[group] = (sizes[group] ?? 0) - count;
        sizes.push(count);
        lists.push([...members, name]);
      }
      eachPosition(set, (position) => {
        const target = movesTo.get(groupAt[position] ?? 0);
        if (target !== undefined) groupAt[position] = target;
      });
    },
  };
}
