import { collectRanges, eachPosition, hasPosition, type PathSet } from '../patterns/path-set.js';

/** Which tracked paths have the same owners. Agents are added one by one, so that their sets need not be kept. */
export interface Ownership {
  /** The next agent. */
  add(owned: PathSet): void;
  /** Whether an agent, by its number, may own the path: a yes is not certain where its set was too large to be kept. */
  mayOwn(agent: number, position: number): boolean;
  /** What at least one agent owns. */
  owned(): PathSet;
  /** The sets of paths that the same two or more agents own, the largest first. */
  shared(): readonly SharedPaths[];
}

export interface SharedPaths {
  /** One of the paths. */
  readonly position: number;
  readonly count: number;
  readonly paths: () => PathSet;
}

/** How many bounds of sets are kept in all. */
const MOST_KEPT = 4_000_000;

/** Splits the positions into groups of the same owners: an agent takes some of a group, or all of it. */
export function createOwnership(size: number): Ownership {
  const groupAt = new Int32Array(size);
  const sizes = [size];
  const owners = [0];
  const taken = new Int32Array(size + 1);
  const movesTo = new Int32Array(size + 1);

  const kept: (PathSet | null)[] = [];
  let room = MOST_KEPT;

  const collect = (isWanted: (group: number) => boolean): PathSet => {
    const ranges = collectRanges();
    for (const [position, group] of groupAt.entries())
      if (isWanted(group)) ranges.add(position, position + 1);
    return ranges.toSet();
  };
  return {
    mayOwn: (agent, position) => {
      const owned = kept[agent];
      return owned === undefined || owned === null || hasPosition(owned, position);
    },
    add(owned) {
      room -= owned.bounds.length;
      kept.push(room > 0 ? owned : null);
      const touched: number[] = [];
      eachPosition(owned, (position) => {
        const group = groupAt[position] ?? 0;
        const before = taken[group] ?? 0;
        if (before === 0) touched.push(group);
        taken[group] = before + 1;
      });
      for (const group of touched) {
        const moved = taken[group] ?? 0;
        const isWhole = moved === sizes[group];
        const target = isWhole ? group : sizes.length;
        if (!isWhole) sizes[group] = (sizes[group] ?? 0) - moved;
        sizes[target] = moved;
        owners[target] = (owners[group] ?? 0) + 1;
        movesTo[group] = target;
        taken[group] = 0;
      }
      eachPosition(owned, (position) => {
        groupAt[position] = movesTo[groupAt[position] ?? 0] ?? 0;
      });
    },
    owned: () => collect((group) => (owners[group] ?? 0) > 0),
    shared() {
      const first = new Map<number, number>();
      for (const [position, group] of groupAt.entries()) {
        if ((owners[group] ?? 0) > 1 && !first.has(group)) first.set(group, position);
      }
      return [...first]
        .map(([group, position]) => ({
          position,
          count: sizes[group] ?? 0,
          paths: () => collect((other) => other === group),
        }))
        .sort((one, other) => other.count - one.count || one.position - other.position);
    },
  };
}
