import { difference, fromOklch, parseHex, see, textOn, toHex, type Rgb, type Seen } from './colour.js';

/** A colour to fill with, and one to write on it. */
export interface Ink {
  readonly fill: string;
  readonly text: '#000000' | '#ffffff';
}

/** The names that Claude Code knows (code.claude.com/docs/en/sub-agents, `color`), chosen so that all eyes tell them apart. */
const NAMED: Readonly<Record<string, string>> = {
  blue: '#406ab5',
  orange: '#e37712',
  green: '#4ca47a',
  purple: '#662289',
  cyan: '#11d2fd',
  red: '#ba3f3e',
  yellow: '#d1cb71',
  pink: '#fe9bc1',
};

/** What the pages lie on, in light and dark, and what they draw what nobody owns with. */
const TAKEN = ['#e9e9ec', '#33363d'];

/** Two colours that are nearer are not told apart: in OKLab, for the eyes that see them least. */
export const LEAST_DIFFERENCE = 0.08;

interface Candidate {
  readonly colour: Rgb;
  readonly seen: Seen;
}

/**
 * A colour for each agent: the one that its definition asks for, as long as no agent before it has one like it, else one that
 * differs from all others as much as can be. Past about a dozen agents the differences get small.
 */
export function assignColours(wishes: readonly (string | null)[]): readonly Ink[] {
  const pool = createPool(candidates());
  const taken: Seen[] = [];
  const given = new Map<number, Candidate>();
  const give = (agent: number, candidate: Candidate): void => {
    given.set(agent, candidate);
    pool.take(candidate.seen);
    taken.push(candidate.seen);
  };
  const all = [...wishes.entries()].map(([agent, wish]) => ({ agent, wish: toCandidate(wish) }));
  const pages = TAKEN.flatMap((hex) => toCandidate(hex) ?? []).map(({ seen }) => seen);
  for (const page of pages) pool.take(page);
  for (const { agent, wish } of all) {
    if (wish === null) continue;
    give(agent, isFree(wish, taken) ? wish : pool.nearest(wish));
  }
  const usual = Object.values(NAMED).flatMap((hex) => toCandidate(hex) ?? []);
  for (const { agent, wish } of all) {
    if (wish !== null) continue;
    give(agent, usual.find((candidate) => isFree(candidate, [...pages, ...taken])) ?? pool.farthest());
  }
  return wishes.map((_, agent) => toInk(given.get(agent)?.colour ?? GREY));
}

const GREY: Rgb = [0.5, 0.5, 0.5];

const toInk = (colour: Rgb): Ink => {
  const fill = toHex(colour);
  return { fill, text: textOn(parseHex(fill) ?? colour) };
};

/** `null` for a colour that is neither one of Claude Code's nor `#rgb` or `#rrggbb`. */
export function parseColour(written: string): Rgb | null {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(written);
  if (short !== null)
    return parseHex(
      `#${short
        .slice(1)
        .map((digit) => digit + digit)
        .join('')}`,
    );
  const name = written.toLowerCase();
  return parseHex(Object.hasOwn(NAMED, name) ? (NAMED[name] ?? '') : written);
}

function toCandidate(written: string | null): Candidate | null {
  const colour = written === null ? null : parseColour(written);
  return colour === null ? null : { colour, seen: see(colour) };
}

const isFree = ({ seen }: Candidate, others: readonly Seen[]): boolean =>
  others.every((other) => difference(seen, other) >= LEAST_DIFFERENCE);

/** Candidates, each with its difference from the nearest colour that is taken. */
function createPool(grid: readonly Candidate[]) {
  const rooms = new Float64Array(grid.length).fill(Infinity);
  const farthest = (): Candidate => {
    const widest = rooms.reduce((best, space, index) => (space > (rooms[best] ?? 0) ? index : best), 0);
    return grid[widest] ?? { colour: GREY, seen: see(GREY) };
  };
  return {
    take(colour: Seen): void {
      for (const [index, { seen }] of grid.entries())
        rooms[index] = Math.min(rooms[index] ?? 0, difference(seen, colour));
    },
    farthest,
    /** Of those with room enough the one that is most like the wish. */
    nearest(wish: Candidate): Candidate {
      let best: Candidate | null = null;
      let least = Infinity;
      for (const [index, candidate] of grid.entries()) {
        const distance = difference(candidate.seen, wish.seen);
        if (distance >= least || (rooms[index] ?? 0) < LEAST_DIFFERENCE) continue;
        [best, least] = [candidate, distance];
      }
      return best ?? farthest();
    },
  };
}

const LIGHTNESSES = [0.46, 0.54, 0.62, 0.7, 0.78, 0.86];
const CHROMAS = [0.07, 0.11, 0.15];
const HUE_STEP = 12;

/** Neither so dark nor so pale that they get lost on a page. */
const candidates = (): readonly Candidate[] =>
  LIGHTNESSES.flatMap((lightness) =>
    CHROMAS.flatMap((chroma) =>
      Array.from({ length: 360 / HUE_STEP }, (_, step) => step * HUE_STEP).flatMap((hue) => {
        const colour = fromOklch(lightness, chroma, hue);
        return colour === null ? [] : [{ colour, seen: see(colour) }];
      }),
    ),
  );
