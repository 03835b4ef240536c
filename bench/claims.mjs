/**
 * A claim of a row is data: `{ text, of, to, figure, atMost, atLeast }`. It takes a figure (`seconds` unless named) of the
 * side `of`, in each round, divided by the sum of that figure of the sides `to`; without `to` the figure itself.
 */

/** The figures of every side, and what became of every claim. */
export function weigh(claims, first, rounds) {
  const sides = Object.keys(first).map((name) => ({
    name,
    ...Object.fromEntries(
      Object.keys(first[name]).map((figure) => [figure, spread(valuesOf(name, figure, first, rounds))]),
    ),
  }));
  return { runs: rounds.length, sides, claims: claims.map((claim) => weighClaim(claim, first, rounds)) };
}

function weighClaim(
  { text, of, to = [], figure = 'seconds', atMost = Infinity, atLeast = 0 },
  first,
  rounds,
) {
  const own = valuesOf(of, figure, first, rounds);
  const others = to.map((name) => valuesOf(name, figure, first, rounds));
  const measured = spread(
    own.map((value, round) => (to.length === 0 ? value : value / sum(others.map((other) => other[round])))),
  );
  const cpu = to.length > 0 && figure === 'seconds' ? { cpu: cpuRatio([of], to, rounds) } : {};
  const met = measured.median <= atMost && measured.median >= atLeast;
  const target = atLeast > 0 ? { atLeast } : atMost < Infinity ? { atMost } : {};
  return { text, unit: to.length === 0 ? figure : '×', measured, ...cpu, ...target, met };
}

const sum = (values) => values.reduce((total, value) => total + value, 0);

/** All rounds together, as the clock of CPU time is coarse; `null` where a side does not tell. */
function cpuRatio(of, to, rounds) {
  const [own, others] = [of, to].map((sides) =>
    sum(rounds.flatMap((round) => sides.map((side) => round[side].cpu))),
  );
  return Number.isFinite(own / others) ? own / others : null;
}

/** A figure that the timed rounds do not tell, such as memory, comes from the first. */
function valuesOf(side, figure, first, rounds) {
  const told = rounds.map((round) => round[side][figure]).filter((value) => value !== undefined);
  const values = told.length > 0 ? told : [first[side][figure]];
  if (values.includes(undefined)) throw new Error(`${side} tells no ${figure}.`);
  return values;
}

function spread(values) {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  return { median, least: sorted[0], most: sorted.at(-1) };
}
