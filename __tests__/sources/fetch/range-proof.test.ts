import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { heldIn, isProved, parseGraph, type CommitGraph } from '../../../src/sources/fetch/range-proof.js';

/** Parents of each commit by number, always smaller numbers. */
type Whole = readonly (readonly number[])[];

const wholeGraph: fc.Arbitrary<Whole> = fc
  .array(fc.array(fc.nat(), { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 14 })
  .map((rows) =>
    rows.map((row, index) =>
      index === 0
        ? []
        : [...new Set(row.map((parent) => Math.max(0, index - 1 - (parent % Math.min(index, 5)))))],
    ),
  );

const ancestors = (parents: Whole, start: number): ReadonlySet<number> => {
  const found = new Set([start]);
  for (const commit of found) for (const parent of parents[commit] ?? []) found.add(parent);
  return found;
};

const both = (parents: Whole, one: number, other: number): readonly number[] => {
  const ofOther = ancestors(parents, other);
  return [...ancestors(parents, one)].filter((commit) => ofOther.has(commit));
};

/** By definition: common ancestors that no other common ancestor has among its own. */
const bestOf = (parents: Whole, one: number, other: number): readonly number[] => {
  const common = both(parents, one, other);
  return common
    .filter((commit) => !common.some((child) => child !== commit && ancestors(parents, child).has(commit)))
    .sort();
};

/** All that is read from a graph about a range. */
const answers = (parents: Whole, base: number, head: number) => {
  const ofBase = ancestors(parents, base);
  const range = [...ancestors(parents, head)].filter((commit) => !ofBase.has(commit)).sort();
  const merges = range.filter((commit) => parents[commit]?.length === 2);
  return {
    range,
    mergeBases: bestOf(parents, base, head),
    ofMerges: merges.map((merge) => bestOf(parents, parents[merge]?.[0] ?? 0, parents[merge]?.[1] ?? 0)),
  };
};

/** What a fetch of that depth brings: commits within so many steps of either tip. */
const cutAt = (parents: Whole, tips: readonly number[], depth: number) => {
  let level = new Set(tips);
  const here = new Set(tips);
  for (let step = 1; step < depth; step += 1) {
    level = new Set([...level].flatMap((commit) => parents[commit] ?? []));
    for (const commit of level) here.add(commit);
  }
  const isCut = (commit: number): boolean => (parents[commit] ?? []).some((parent) => !here.has(parent));
  const boundary = [...here].filter(isCut);
  const cut = parents.map((row, commit) => (here.has(commit) && !isCut(commit) ? row : []));
  const graph: CommitGraph = new Map(
    [...here].sort((a, b) => b - a).map((commit) => [String(commit), (cut[commit] ?? []).map(String)]),
  );
  const known = new Set([...tips].flatMap((tip) => [...ancestors(cut, tip)]).map(String));
  return {
    cut,
    graph: new Map([...graph].filter(([commit]) => known.has(commit))),
    boundary: new Set(boundary.map(String).filter((commit) => known.has(commit))),
  };
};

const PROPERTY = { numRuns: 5_000, seed: 6 };

describe('a range is proved', () => {
  it('only where the part that is here answers like the whole graph', () => {
    let proved = 0;
    fc.assert(
      fc.property(
        wholeGraph,
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 1, max: 8 }),
        (whole, one, two, depth) => {
          const base = one % whole.length;
          const head = two % whole.length;
          const { cut, graph, boundary } = cutAt(whole, [base, head], depth);
          if (!isProved({ graph, boundary }, String(base), String(head))) return;
          if (boundary.size > 0) proved += 1;
          expect(answers(cut, base, head)).toEqual(answers(whole, base, head));
        },
      ),
      PROPERTY,
    );
    expect(proved).toBeGreaterThan(200);
  });

  it('by the whole graph, whatever its shape', () => {
    expect(isProved({ graph: parseGraph('b a\na\nc\n'), boundary: new Set() }, 'b', 'c')).toBe(true);
  });

  const LINE = 'h3 h2\nh2 m3\nb m4\nm4 m3\nm3 m2\nm2\n';

  it.each([
    ['where the cut lies below the fork', LINE, ['m2'], true],
    ['not where the fork itself is unknown', 'h3 h2\nh2\nb m4\nm4\n', ['h2', 'm4'], false],
    ['where the fork is the last commit that is here', 'h2 m2\nb m2\nm2\n', ['m2'], true],
    [
      'not where a side branch of the base may have begun in the range',
      'h2 h1\nh1 m1\nb m1 s\nm1\ns\n',
      ['m1', 's'],
      false,
    ],
    ['not with a merge of three', 'h2 m2 a c\na m2\nc m2\nb m2\nm2\n', ['m2'], false],
    ['where the base is the head', 'h2 h1\nh1\n', ['h1'], true],
  ])('%s', (_, listing, boundary, expected) => {
    const graph = parseGraph(listing);
    const head = graph.keys().next().value ?? '';
    const base = graph.has('b') ? 'b' : head;
    expect(isProved({ graph, boundary: new Set(boundary) }, base, head)).toBe(expected);
  });

  it('with more boundary commits than fit into a word', () => {
    const sides = Array.from({ length: 70 }, (_, index) => `s${index}`);
    const graph = parseGraph(`h m1\nb m1\nm1 ${sides.join(' ')}\n${sides.join('\n')}\n`);
    expect(isProved({ graph, boundary: new Set(sides) }, 'b', 'h')).toBe(true);
    const late = parseGraph(`h m1\nb m1 s69\nm1 ${sides.slice(0, 69).join(' ')}\n${sides.join('\n')}\n`);
    expect(isProved({ graph: late, boundary: new Set(sides) }, 'b', 'h')).toBe(false);
  });

  it('soon, also for a big graph', () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => `c${index} c${index + 1}`);
    const graph = parseGraph(`h c5\n${rows.join('\n')}\nc20000\n`);
    const started = performance.now();
    expect(isProved({ graph, boundary: new Set(['c20000']) }, 'c0', 'h')).toBe(true);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe('further heads, and pairs to be merged, are proved', () => {
  it('only where the part that is here answers like the whole graph', () => {
    let proved = 0;
    fc.assert(
      fc.property(
        wholeGraph,
        fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat()),
        fc.integer({ min: 1, max: 8 }),
        (whole, numbers, depth) => {
          const [base = 0, head = 0, other = 0, parent = 0] = numbers.map((number) => number % whole.length);
          if (!ancestors(whole, head).has(parent)) return;
          const { cut, graph, boundary } = cutAt(whole, [base, head, other], depth);
          const further = { heads: [String(other)], pairs: [[String(parent), String(other)] as const] };
          if (!isProved({ graph, boundary }, String(base), String(head), further)) return;
          if (boundary.size > 0) proved += 1;
          for (const tip of [head, other]) expect(answers(cut, base, tip)).toEqual(answers(whole, base, tip));
          expect(bestOf(cut, parent, other)).toEqual(bestOf(whole, parent, other));
        },
      ),
      PROPERTY,
    );
    expect(proved).toBeGreaterThan(20);
  });
});

describe('the commits of a range that a branch holds are told', () => {
  it('only as the whole graph tells them', () => {
    let told = 0;
    fc.assert(
      fc.property(
        wholeGraph,
        fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat()),
        fc.integer({ min: 1, max: 8 }),
        (whole, numbers, depth) => {
          const [base = 0, head = 0, one = 0, two = 0] = numbers.map((number) => number % whole.length);
          const { graph, boundary } = cutAt(whole, [base, head, one, two], depth);
          const ends = { base: String(base), head: String(head) };
          const held = heldIn({ graph, boundary }, ends, [String(one), String(two)]);
          if (held === null) return;
          const { range } = answers(whole, base, head);
          const expected = range.filter((commit) =>
            [one, two].some((tip) => ancestors(whole, tip).has(commit)),
          );
          if (boundary.size > 0 && expected.length > 0 && expected.length < range.length) told += 1;
          expect([...held].map(Number).sort()).toEqual(expected);
        },
      ),
      { numRuns: 20_000, seed: 6 },
    );
    expect(told).toBeGreaterThan(10);
  });

  it.each([
    ['where the branch leads to them', 'h2 h1\nt h1\nh1 b\nb m\nm\n', ['m'], ['h1']],
    ['not where the way of the branch is cut off', 'h2 h1\nh1 b\nb m\nm\nt\n', ['m', 't'], null],
    ['where the branch lies below', 'h2 h1\nh1 b\nb t\nt\n', ['t'], []],
    ['where nothing is cut off', 'h2 h1\nh1 b\nb\nt h2\n', [], ['h1', 'h2']],
  ])('%s', (_, listing, boundary, expected) => {
    const graph = parseGraph(listing);
    const held = heldIn({ graph, boundary: new Set(boundary) }, { base: 'b', head: 'h2' }, ['t']);
    expect(held === null ? null : [...held].sort()).toEqual(expected);
  });
});
