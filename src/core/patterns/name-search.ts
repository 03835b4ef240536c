import { literalEnds } from './dialect.js';

/** Names among which are all that a glob matches. */
export interface Candidates {
  readonly count: number;
  names(): Iterable<number>;
}

/** The code unit of a name so many places from where it is read; `NaN` behind its other end. */
type UnitAt = (name: number, place: number) => number;

/** Names that are alike so far, by their numbers; by the next unit once that has been asked for. */
interface Branch {
  readonly names: readonly number[];
  next: ReadonlyMap<number, Branch> | null;
}

const NOBODY: Branch = { names: [], next: null };

/** So few names are tested sooner than told apart; and names that are alike for longer are tested too, as each place takes memory. */
const FEW = 16;
const MOST_PLACES = 32;

/**
 * Narrows a glob down to the names that have its literal beginning, or its literal end, whichever are fewer. What the names
 * have in common is found place by place, and only where a glob asks: to sort all names would take longer than all the rest.
 */
export function createNameSearch(names: readonly string[]): (glob: string) => Candidates {
  const everybody = Array.from(names.keys());
  const fromStart = createSearch(everybody, (name, place) => names[name]?.charCodeAt(place) ?? NaN);
  const fromEnd = createSearch(everybody, (name, place) => {
    const text = names[name] ?? '';
    return text.charCodeAt(text.length - 1 - place);
  });
  return (glob) => {
    const [start, end] = literalEnds(glob);
    const begun = fromStart(start.length, (place) => start.charCodeAt(place));
    const ended = fromEnd(end.length, (place) => end.charCodeAt(end.length - 1 - place));
    const fewer = begun.length <= ended.length ? begun : ended;
    return { count: fewer.length, names: () => fewer };
  };
}

/** Finds the names that have the wanted units, and perhaps a few more. */
function createSearch(
  everybody: readonly number[],
  unitAt: UnitAt,
): (length: number, wantedAt: (place: number) => number) => readonly number[] {
  const root: Branch = { names: everybody, next: null };
  return (length, wantedAt) => {
    let branch = root;
    const places = Math.min(length, MOST_PLACES);
    for (let place = 0; place < places && branch.names.length > FEW; place += 1) {
      branch.next ??= split(branch.names, (name) => unitAt(name, place));
      branch = branch.next.get(wantedAt(place)) ?? NOBODY;
    }
    return branch.names;
  };
}

function split(names: readonly number[], unitOf: (name: number) => number): ReadonlyMap<number, Branch> {
  const byUnit = new Map<number, number[]>();
  for (const name of names) {
    const unit = unitOf(name);
    const alike = byUnit.get(unit);
    if (alike === undefined) byUnit.set(unit, [name]);
    else alike.push(name);
  }
  byUnit.delete(NaN);
  // Where all go on alike, one list does for both.
  return new Map(
    [...byUnit].map(([unit, alike]) => [
      unit,
      { names: alike.length === names.length ? names : alike, next: null },
    ]),
  );
}
