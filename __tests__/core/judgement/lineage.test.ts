import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { chargeUnexplained, unexplainedPaths } from '../../../src/core/judgement/conservation.js';
import { bringsNothing, commitsToRead, createLineage } from '../../../src/core/judgement/lineage.js';
import type { History } from '../../../src/core/history.js';
import { repoPath } from '../../../src/core/vocabulary.js';
import { aCommit, aHistory, anAgent, anEntry, aRoster, aSha, type Step } from '../../support/builders.js';
import { findings, judge } from './judging.js';

const X = repoPath('x');

/** A range in which each commit has the parents of these numbers; 0 is the base, 1 the first commit. */
const aRange = (parents: readonly (readonly number[])[]): History => {
  const shaOf = (number: number) => aSha(number === 0 ? 'base' : `c${number}`);
  const commits = parents.map((those, index) =>
    aCommit({ sha: shaOf(index + 1), parents: [...new Set(those)].map(shaOf) }),
  );
  const head = shaOf(parents.length);
  return { base: aSha('base'), head, mergeBases: [aSha('base')], commits, netChanges: [] };
};

const lineageOf = (parents: readonly (readonly number[])[]) => createLineage(aRange(parents), new Map());

/** Parents of up to thirty commits, each among those before it. */
const someParents = fc
  .array(fc.array(fc.nat(), { maxLength: 3 }), { minLength: 1, maxLength: 30 })
  .map((rows) => rows.map((row, index) => row.map((number) => number % (index + 1))));

describe('the lineage of a range', () => {
  it('knows the ancestors of each commit', () => {
    fc.assert(
      fc.property(someParents, (parents) => {
        const lineage = lineageOf(parents);
        const ancestors = [new Set<number>()];
        for (const those of parents)
          ancestors.push(new Set([...those, ...those.flatMap((one) => [...(ancestors[one] ?? [])])]));
        for (const one of parents.keys())
          for (const other of parents.keys())
            expect(lineage.isAncestor(one, other)).toBe(ancestors[other + 1]?.has(one + 1) === true);
      }),
    );
  });

  it.each<[string, readonly (readonly number[])[], boolean]>([
    ['no commit', [], true],
    ['one commit', [[0]], true],
    ['a root commit', [[]], true],
    ['one after the other', [[0], [1], [2]], true],
    ['a merge with a commit outside of it', [[0], [1, 0], [2]], true],
    ['a merge', [[0], [0], [1, 2]], false],
    ['two lines', [[0], [0]], false],
    ['two lines that begin at one commit', [[0], [1], [1]], false],
    ['a second root commit', [[0], []], false],
  ])('is one line where every commit stands on the one before it: %s', (_, parents, isLinear) => {
    expect(lineageOf(parents).isLinear).toBe(isLinear);
  });

  it('knows each commit’s place, and none of another one', () => {
    const lineage = lineageOf([[0], [1]]);
    expect(['c1', 'c2', 'base'].map((id) => lineage.indexOf(aSha(id)))).toEqual([0, 1, null]);
  });

  it('knows what each commit did to a path, parents before children', () => {
    const { history, entries } = aHistory([
      { id: 'one', write: { x: '1', y: '1' } },
      { id: 'two', write: { y: '2' } },
      { id: 'three', write: { x: '3' } },
    ]);
    const lineage = createLineage(history, entries);
    const inShort = (path: string) =>
      lineage.changesOf(repoPath(path)).map(({ index, change }) => [index, change.after]);
    expect(inShort('x')).toEqual([
      [0, anEntry('1')],
      [2, anEntry('3')],
    ]);
    expect(inShort('y')).toEqual([
      [0, anEntry('1')],
      [1, anEntry('2')],
    ]);
    expect(inShort('z')).toEqual([]);
    expect(lineage.entryAt(aSha('two'), X)).toEqual(anEntry('1'));
    expect(lineage.entryAt(aSha('base'), X)).toBeNull();
    expect(lineage.entryAt(aSha('elsewhere'), X)).toBeNull();
  });
});

describe('the commits whose entries are needed', () => {
  it.each<[string, readonly (readonly number[])[], readonly string[]]>([
    ['both ends', [[0], [1]], ['base', 'c2']],
    ['each merge with its parents, once', [[0], [0], [1, 2], [3]], ['base', 'c4', 'c3', 'c1', 'c2']],
    ['a head that is a merge', [[0], [1, 0]], ['base', 'c2', 'c1']],
  ])('are %s', (_, parents, expected) => {
    expect(commitsToRead(aRange(parents))).toEqual(expected.map(aSha));
  });

  it('are the merge bases too', () => {
    const mergeBases = [aSha('old'), aSha('elder')];
    expect(commitsToRead({ ...aRange([[0]]), mergeBases })).toEqual(['base', 'c1', 'old', 'elder'].map(aSha));
  });
});

describe('a pull request', () => {
  const bringsTo = (head: string | null, base: string | null, mergeBases: readonly (string | null)[]) => {
    const names = mergeBases.map((_, index) => aSha(`old${index}`));
    const trees = new Map(
      [[aSha('c1'), head] as const, [aSha('base'), base] as const]
        .concat(mergeBases.map((content, index) => [aSha(`old${index}`), content] as const))
        .map(([sha, content]) => [sha, new Map(content === null ? [] : [[X, anEntry(content)] as const])]),
    );
    return bringsNothing(createLineage({ ...aRange([[0]]), mergeBases: names }, trees), X);
  };

  it.each<[string, string | null, string | null, readonly (string | null)[], boolean]>([
    ['the head has what the base tip has', 'A', 'A', ['B'], true],
    ['neither has the path', null, null, ['B'], true],
    ['the head has what the merge base has', 'A', 'B', ['A'], true],
    ['the head has what every merge base has', 'A', 'B', ['A', 'A'], true],
    ['the head has what one of the merge bases has', 'A', 'B', ['A', 'C'], false],
    ['the head has what nobody has', 'A', 'B', ['C'], false],
    ['the head alone has the path', 'A', null, [null], false],
    ['there is no merge base, and the base tip has something else', 'A', 'B', [], false],
  ])('brings nothing to a path, or something, where %s', (_, head, base, mergeBases, nothing) => {
    expect(bringsTo(head, base, mergeBases)).toBe(nothing);
  });
});

describe('what no commit of the range explains', () => {
  const differing = (...paths: readonly string[]) =>
    paths.map((path) => ({ path: repoPath(path), before: null, after: anEntry('1') }));
  const change = { ...differing('explained')[0], path: repoPath('explained'), before: null, after: null };

  it.each([
    ['there is no merge base', [], []],
    ['the head differs, and no commit changed it', [differing('b', 'explained', 'a')], ['b', 'a']],
    ['it differs from one merge base only', [differing('a', 'b'), differing('b', 'c')], ['b']],
    ['it differs from none', [[], differing('a')], []],
  ])('are the paths that differ from every merge base: %s', (_, netChanges, paths) => {
    const commits = [aCommit({ changes: [{ ...change, beforeIn: 1 }] })];
    expect(unexplainedPaths({ ...aRange([[0]]), commits, netChanges })).toEqual(paths);
  });

  /** A merge of `one` and `two`, and what each of the commits has at `x`. */
  const charge = (has: Readonly<Record<string, string | null>>, isExact: boolean, head = 'merge') => {
    const own = { path: repoPath('y'), before: null, after: anEntry('1'), beforeIn: 1 as const };
    const merge = aCommit({ sha: aSha('merge'), parents: ['one', 'two'].map(aSha), isExact, changes: [own] });
    const next = aCommit({ sha: aSha('next'), parents: [aSha('merge')] });
    const history = { ...aRange([]), commits: [merge, next], head: aSha(head) };
    const trees = new Map(
      Object.entries(has).map(([id, content]) => [
        aSha(id),
        new Map(content === null ? [] : [[X, anEntry(content)] as const]),
      ]),
    );
    const [charged, other] = chargeUnexplained([X], createLineage(history, trees));
    expect(other).toBe(next);
    return charged?.changes
      .filter(({ path }) => path === X)
      .map(({ before, beforeIn }) => [before, beforeIn]);
  };

  it.each<[string, Readonly<Record<string, string | null>>, boolean, readonly (readonly unknown[])[]]>([
    ['the first parent’s', { one: 'A', two: 'B', merge: 'B' }, false, [[anEntry('A'), 1]]],
    ['the second parent’s', { one: 'B', two: 'A', merge: 'B' }, false, [[anEntry('A'), 2]]],
    ['a parent’s that lacks the path', { one: 'B', two: null, merge: 'B' }, false, [[null, 2]]],
    ['nobody’s, where all have the same', { one: 'B', two: 'B', merge: 'B' }, false, []],
    ['nobody’s, where git can redo the merge', { one: 'A', two: 'B', merge: 'B' }, true, []],
  ])(
    'is charged to a merge that git cannot redo, with the state that it dropped: %s',
    (_, has, isExact, charged) => {
      expect(charge(has, isExact)).toEqual(charged);
    },
  );

  it('is nothing of a merge that does not hold what the head holds', () => {
    expect(charge({ one: 'A', two: 'B', merge: 'B', next: 'C' }, false, 'next')).toEqual([]);
    expect(charge({ one: 'A', two: 'B', merge: 'B', next: 'B' }, false, 'next')).toEqual([[anEntry('A'), 1]]);
  });
});

describe('a forbidden change, where lines of history meet again', () => {
  const roster = aRoster(
    anAgent('backend', { cannotTouch: ['models.py'] }),
    anAgent('database', { owns: ['models.py'] }),
  );
  const base = { 'models.py': 'A', other: 'x' };
  const bad: Step = { id: 'bad', agents: ['backend'], write: { 'models.py': 'B' } };
  const standing = ['forbidden-path bad backend models.py'];
  const undone = ['forbidden-path bad backend models.py undone by fix'];

  it('is undone by the line that had it, not by one that took back a copy', () => {
    const steps: readonly Step[] = [
      bad,
      { id: 'fix', write: { 'models.py': 'A' } },
      { id: 'copy', parents: ['base'], write: { 'models.py': 'B' } },
      { id: 'uncopy', write: { 'models.py': 'A' } },
      { id: 'merge', parents: ['uncopy', 'fix'] },
      { id: 'own', agents: ['database'], write: { 'models.py': 'O' } },
    ];
    expect(findings(judge({ roster, base, steps }))).toEqual(undone);
  });

  it('stays undone where a merge takes the line on which its owner made it anew', () => {
    const steps: readonly Step[] = [
      bad,
      { id: 'fix', write: { 'models.py': 'A' } },
      { id: 'redo', agents: ['database'], write: { 'models.py': 'B' } },
      { id: 'aside', parents: ['fix'], write: { other: 'y' } },
      { id: 'merge', parents: ['aside', 'redo'], merged: { 'models.py': 'B' } },
    ];
    expect(findings(judge({ roster, base, steps }))).toEqual(undone);
  });

  it.each<[string, readonly Step[]]>([
    ['itself', [{ id: 'old', parents: ['base'], write: { other: 'y' } }]],
    [
      'through another merge',
      [
        { id: 'aside', parents: ['base'], write: { other: 'y' } },
        { id: 'third', parents: ['base'], write: { third: 'z' } },
        { id: 'old', parents: ['aside', 'third'], merged: { third: 'z' } },
      ],
    ],
  ])('stays undone where a merge takes what the base branch has had, %s', (_, line) => {
    const steps: readonly Step[] = [
      { id: 'own', agents: ['database'], write: { 'models.py': 'A' } },
      bad,
      { id: 'fix', write: { 'models.py': 'A' } },
      ...line,
      { id: 'merge', parents: ['fix', 'old'], merged: { 'models.py': 'B' } },
      { id: 'next', agents: ['database'], write: { 'models.py': 'C' } },
    ];
    expect(findings(judge({ roster, base: { 'models.py': 'B' }, steps }))).toEqual(undone);
  });

  it('excuses no agent that drops an owner’s work on another line, where the same was an offence here', () => {
    const steps: readonly Step[] = [
      bad,
      { id: 'own', parents: ['base'], agents: ['database'], write: { 'models.py': 'B' } },
      { id: 'back', agents: ['backend'], write: { 'models.py': 'A' } },
      { id: 'merge', parents: ['bad', 'back'] },
      { id: 'last', agents: ['database'], write: { 'models.py': 'D' } },
    ];
    expect(findings(judge({ roster, base, steps }))).toEqual([
      'forbidden-path bad backend models.py',
      'forbidden-path back backend models.py undone by merge',
    ]);
  });

  it('excuses the agent that takes it back, whatever its owner builds on it on another line', () => {
    const steps: readonly Step[] = [
      bad,
      { id: 'own', agents: ['database'], write: { 'models.py': 'C' } },
      { id: 'back', parents: ['bad'], agents: ['backend'], write: { 'models.py': 'A' } },
      { id: 'merge', parents: ['own', 'back'] },
    ];
    expect(findings(judge({ roster, base, steps }))).toEqual(standing);
  });
});
