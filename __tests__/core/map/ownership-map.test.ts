import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createIsDefinitionPath } from '../../../src/core/definitions/definition-paths.js';
import type { Agent } from '../../../src/core/definitions/definition.js';
import { explainPaths } from '../../../src/core/judgement/explain.js';
import { createProtectedPaths } from '../../../src/core/judgement/protected-paths.js';
import { ruling } from '../../../src/core/judgement/ruling.js';
import type { MapEntry } from '../../../src/core/map/map-entries.js';
import { createOwnershipMap, type MapAnswer } from '../../../src/core/map/ownership-map.js';
import { isWithinParts } from '../../../src/core/map/parts.js';
import { countAgents, countAnswers, holderKey, holderOf, sharesOf } from '../../../src/core/map/shares.js';
import { DEFAULT_POLICY } from '../../../src/core/policy/policy.js';
import { agentName, repoPath, type RepoPath } from '../../../src/core/vocabulary.js';
import { anAgent, aRoster } from '../../support/builders.js';
import { aTree, lintFor, someAgent } from '../lint/linting.js';

const mapOf = (agents: readonly Agent[], tracked: readonly string[], policy = {}) =>
  createOwnershipMap(aRoster(...agents), tracked.map(repoPath), { ...DEFAULT_POLICY, ...policy });

const NOBODY: MapAnswer = {
  owners: [],
  readers: [],
  denied: [],
  contested: [],
  isProtected: false,
  spared: [],
  isShared: false,
};

/** The answer for one path. */
function answerFor(agents: readonly Agent[], path: string, policy = {}): MapAnswer {
  const { answers, answerAt } = mapOf(agents, [path], policy);
  return answers[answerAt[0] ?? -1] ?? NOBODY;
}

const named = (agent: Agent, name: string): Agent => ({ ...agent, name: agentName(name) });

describe('createOwnershipMap', () => {
  it('says of every path what the ruling and explain say', () => {
    const policy = { shared: ['b.md', 'a/b'], protected: ['c', '*.ts'] };
    const closed = createProtectedPaths(
      DEFAULT_POLICY.definitions,
      createIsDefinitionPath(DEFAULT_POLICY.definitions),
      new Set(),
      { patterns: policy.protected, config: null },
    );
    fc.assert(
      fc.property(fc.array(someAgent, { maxLength: 4 }), aTree, (some, tree) => {
        const agents = some.map((agent, number) => named(agent, `agent-${number}`));
        const tracked = [...tree, '.claude/agents/b.md', '.github/workflows/c'];
        const map = mapOf(agents, tracked, policy);
        expect(new Set(map.paths)).toEqual(new Set(tracked));
        const explained = explainPaths(aRoster(...agents), map.paths, { ...closed, shared: policy.shared });
        for (const [position, path] of map.paths.entries()) {
          const answer = map.answers[map.answerAt[position] ?? -1] ?? NOBODY;
          const ruled = (verdict: string) =>
            agents.flatMap((agent, number) => (ruling(agent, path).verdict === verdict ? [number] : []));
          expect(answer).toEqual({
            owners: ruled('owns'),
            readers: ruled('reads'),
            denied: ruled('cannot-touch'),
            contested: agents.flatMap((agent, number) => (isContested(agent, path) ? [number] : [])),
            isProtected: explained[position]?.protected,
            spared: agents.flatMap((agent, number) =>
              explained[position]?.protected === true &&
              ruling(agent, path).verdict === 'owns' &&
              closed.isSpared(path, agent)
                ? [number]
                : [],
            ),
            isShared: explained[position]?.shared !== null,
          });
        }
      }),
      { numRuns: 50 },
    );
  });

  it('keeps one answer for all paths that have it', () => {
    fc.assert(
      fc.property(fc.array(someAgent, { maxLength: 3 }), aTree, (agents, tree) => {
        const { answers } = mapOf(agents, tree);
        expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(answers.length);
      }),
    );
  });

  it('makes a tree of all paths, and gives an answer where all below have it', () => {
    fc.assert(
      fc.property(fc.array(someAgent, { maxLength: 3 }), aTree, (agents, tree) => {
        const map = mapOf(agents, tree);
        const seen: string[] = [];
        const visit = (entry: MapEntry): void => {
          const below = [...map.answerAt.slice(entry.start, entry.end)];
          expect(entry.answer).toBe(new Set(below).size === 1 ? below[0] : null);
          if (entry.kind === 'file') seen.push(entry.path);
          for (const path of map.paths.slice(entry.start, entry.end)) {
            expect(path === entry.path || path.startsWith(entry.path === '' ? '' : `${entry.path}/`)).toBe(
              true,
            );
          }
          let at = entry.start;
          for (const child of entry.children) {
            expect(child.start).toBe(at);
            at = child.end;
            visit(child);
          }
          if (entry.children.length > 0) expect(at).toBe(entry.end);
        };
        visit(map.root);
        expect(seen).toEqual(map.paths);
      }),
    );
  });

  it('keeps both spellings of a name in Unicode', () => {
    const map = mapOf([], ['caf\u00e9/a', 'cafe\u0301/b', 'cafe\u0301.md', 'caf\u00e9.md']);
    const files = (entry: MapEntry): readonly string[] =>
      entry.kind === 'file' ? [entry.path] : entry.children.flatMap(files);
    expect(files(map.root)).toHaveLength(4);
    expect(files(map.root)).toEqual(map.paths);
  });

  it('is empty for a repository without files', () => {
    const { root, answers, paths } = mapOf([anAgent('database', { owns: ['*.sql'] })], []);
    expect([root.children, answers, paths]).toEqual([[], [], []]);
  });

  it('names directories and files, those with one answer by it', () => {
    const map = mapOf(
      [anAgent('a', { owns: ['x/**'] })],
      ['x/1', 'x/deep/er/2', 'y/3', 'y/x', 'README', 'y/x.d/4'],
    );
    const inShort = ({ kind, path, name, start, end, answer, children }: MapEntry): unknown => [
      `${kind} ${path} ${name} ${start}-${end} ${answer === null ? 'mixed' : map.answers[answer]?.owners.join()}`,
      ...children.map(inShort),
    ];
    const sorted = (entry: unknown): unknown => JSON.parse(JSON.stringify(entry)) as unknown;
    expect(map.paths).toEqual(['README', 'x/1', 'x/deep/er/2', 'y/3', 'y/x', 'y/x.d/4']);
    expect(sorted(inShort(map.root))).toEqual([
      'directory   0-6 mixed',
      ['file README README 0-1 '],
      [
        'directory x x 1-3 0',
        ['file x/1 1 1-2 0'],
        ['directory x/deep deep 2-3 0', ['directory x/deep/er er 2-3 0', ['file x/deep/er/2 2 2-3 0']]],
      ],
      [
        'directory y y 3-6 ',
        ['file y/3 3 3-4 '],
        ['file y/x x 4-5 '],
        ['directory y/x.d x.d 5-6 ', ['file y/x.d/4 4 5-6 ']],
      ],
    ]);
  });

  it('gives a directory whose files have several answers none, whichever of them differs', () => {
    const owning = (...owns: readonly string[]) =>
      mapOf([anAgent('a', { owns })], ['d/1', 'd/2', 'd/3']).root.children[0]?.answer;
    expect([owning('d/1'), owning('d/2'), owning('d/3')]).toEqual([null, null, null]);
    expect([owning('d/1', 'd/2', 'd/3'), owning()]).toEqual([0, 0]);
  });

  it.each<[string, readonly string[], readonly string[], Partial<MapAnswer>]>([
    ['a pattern that cannot be read', ['[z-a]', '{{SHARED}}'], [], {}],
    ['one beside it', ['[z-a]', 'src/'], [], { isShared: true }],
    ['what is protected too', [], ['[z-a]', 'src/'], { isProtected: true }],
  ])('passes over %s in the policy', (_, shared, further, expected) => {
    expect(answerFor([], 'src/a.ts', { shared, protected: further })).toEqual({ ...NOBODY, ...expected });
  });

  it('looks for definitions where the policy says', () => {
    const policy = { definitions: ['agents/*.md'] };
    expect(answerFor([], 'agents/a.md', policy).isProtected).toBe(true);
    expect(answerFor([], '.claude/agents/a.md', policy).isProtected).toBe(false);
    const named = anAgent('meta', { owns: ['agents/*.md'] });
    expect(answerFor([named], 'agents/a.md', policy)).toEqual({
      ...NOBODY,
      owners: [0],
      isProtected: true,
      spared: [0],
    });
  });

  it.each<[string, Agent, string, Partial<MapAnswer>]>([
    [
      'a carve-out',
      anAgent('a', { owns: ['docs/api.md'], cannotTouch: ['docs/**'] }),
      'docs/api.md',
      { owners: [0] },
    ],
    [
      'a denial inside',
      anAgent('a', { owns: ['docs/**'], cannotTouch: ['docs/a.md'] }),
      'docs/a.md',
      { denied: [0] },
    ],
    [
      'a contest',
      anAgent('a', { owns: ['d/*.md'], cannotTouch: ['d/a.*'] }),
      'd/a.md',
      { denied: [0], contested: [0] },
    ],
    [
      'an exception',
      anAgent('a', { owns: ['d/**', '!d/a.md'], reads: ['d/**'] }),
      'd/a.md',
      { readers: [0] },
    ],
  ])('heeds %s', (_, agent, path, expected) => {
    expect(answerFor([agent], path)).toEqual({ ...NOBODY, ...expected });
  });

  it('never calls a protected path shared', () => {
    const policy = { shared: ['**'], protected: ['infra/'] };
    expect(answerFor([], 'infra/a.tf', policy)).toEqual({ ...NOBODY, isProtected: true });
    expect(answerFor([], 'src/a.ts', policy)).toEqual({ ...NOBODY, isShared: true });
  });
});

const isContested = (agent: Agent, path: RepoPath): boolean =>
  lintFor('contested-paths', [agent], [path]).length > 0;

describe('sharesOf', () => {
  const front = anAgent('frontend', { owns: ['*.ts', 'a/both'] });
  const back = anAgent('backend', { owns: ['*.py', 'a/both', 'a/x*'], cannotTouch: ['a/*1'] });

  it('counts every file once, with its holder, the largest share first', () => {
    const tracked = [
      'a/1.ts',
      'a/2.ts',
      'a/3.ts',
      'a/1.py',
      'a/2.py',
      'a/both',
      'a/x1',
      'README',
      '.gitmodules',
    ];
    const map = mapOf([back, front], tracked, { shared: ['README'] });
    expect(sharesOf(map, [[0, tracked.length]]).slice(0, 2)).toEqual([
      { holder: { kind: 'agent', agent: 1 }, files: 3 },
      { holder: { kind: 'agent', agent: 0 }, files: 2 },
    ]);
    expect(sharesOf(map, [[0, tracked.length]]).slice(2)).toEqual(
      expect.arrayContaining([
        { holder: { kind: 'several', agents: [0, 1] }, files: 1 },
        { holder: { kind: 'contested' }, files: 1 },
        { holder: { kind: 'shared' }, files: 1 },
        { holder: { kind: 'protected' }, files: 1 },
      ]),
    );
  });

  it('lists agents with as many files in their order, and what is no agent’s behind them', () => {
    const agents = ['c', 'b', 'a'].map((name) => anAgent(name, { owns: [`${name}/**`] }));
    const tracked = ['README', 'a/1', 'b/1', 'c/1', 'infra/1', 'infra/2'];
    const map = mapOf(agents, tracked, { protected: ['infra/'] });
    expect(sharesOf(map, [[0, 6]])).toEqual([
      { holder: { kind: 'protected' }, files: 2 },
      { holder: { kind: 'agent', agent: 0 }, files: 1 },
      { holder: { kind: 'agent', agent: 1 }, files: 1 },
      { holder: { kind: 'agent', agent: 2 }, files: 1 },
      { holder: { kind: 'nobody' }, files: 1 },
    ]);
  });

  it('counts the files of the ranges alone, and of one holder together', () => {
    // Two answers of one holder: one of them reads as well.
    const agents = [anAgent('a', { owns: ['d/**'] }), anAgent('b', { owns: ['e'], reads: ['d/2'] })];
    const map = mapOf(agents, ['d/1', 'd/2', 'd/3', 'e', 'f']);
    const shares = (...ranges: readonly (readonly [number, number])[]) =>
      sharesOf(map, ranges).map(({ holder, files }) => [holderKey(holder), files]);
    expect(shares([0, 5])).toEqual([
      ['0', 3],
      ['1', 1],
      ['nobody', 1],
    ]);
    expect(shares([0, 2], [3, 4])).toEqual([
      ['0', 2],
      ['1', 1],
    ]);
    expect(shares([4, 5])).toEqual([['nobody', 1]]);
    expect(shares([2, 2])).toEqual([]);
    expect(shares()).toEqual([]);
  });

  it('counts on how many files an agent may do something, the most first', () => {
    const agents = [
      anAgent('a', { owns: ['d/2'], reads: ['d/**'] }),
      anAgent('b', { owns: ['d/1'], cannotTouch: ['d/2'] }),
      anAgent('c', { owns: ['d/**'], cannotTouch: ['d/1'] }),
      anAgent('d', { owns: ['*/3'], cannotTouch: ['d/*'] }),
    ];
    const map = mapOf(agents, ['d/1', 'd/2', 'd/3']);
    const counts = countAnswers(map, [[0, 3]]);
    const of = (kind: Parameters<typeof countAgents>[2]) =>
      countAgents(map.answers, counts, kind).map(({ agent, files }) => [agent, files]);
    expect(of('owners')).toEqual([
      [2, 2],
      [0, 1],
      [1, 1],
    ]);
    expect(of('readers')).toEqual([[0, 2]]);
    expect(of('denied')).toEqual([
      [3, 3],
      [1, 1],
      [2, 1],
    ]);
    expect(of('contested')).toEqual([[3, 1]]);
    expect(countAgents(map.answers, countAnswers(map, []), 'owners')).toEqual([]);
  });

  it.each<[string, MapAnswer, string]>([
    ['one owner', { ...NOBODY, owners: [2] }, '2'],
    ['several owners', { ...NOBODY, owners: [2, 11] }, '2+11'],
    ['a contest, whoever owns it', { ...NOBODY, owners: [1], contested: [0] }, 'contested'],
    ['a contest of what is protected', { ...NOBODY, contested: [0], isProtected: true }, 'contested'],
    ['a wide owner of what is protected', { ...NOBODY, owners: [1], isProtected: true }, 'protected'],
    ['a named owner of it', { ...NOBODY, owners: [1, 2], spared: [2], isProtected: true }, '2'],
    ['several named owners', { ...NOBODY, owners: [1, 2], spared: [1, 2], isProtected: true }, '1+2'],
    ['what is shared', { ...NOBODY, isShared: true }, 'shared'],
    ['the owner of what is shared', { ...NOBODY, owners: [0], isShared: true }, '0'],
    ['readers only', { ...NOBODY, readers: [0], denied: [1] }, 'nobody'],
  ])('gives a path to its holder: %s', (_, answer, key) => {
    expect(holderKey(holderOf(answer))).toBe(key);
  });

  it('gives a protected path only to whom its place is named', () => {
    const wide = anAgent('docs', { owns: ['**'] });
    const named = anAgent('meta', { owns: ['.claude/agents/*.md'] });
    const path = '.claude/agents/docs.md';
    expect(holderOf(answerFor([wide], path))).toEqual({ kind: 'protected' });
    expect(holderOf(answerFor([wide, named], path))).toEqual({ kind: 'agent', agent: 1 });
    expect(holderOf(NOBODY)).toEqual({ kind: 'nobody' });
  });
});

describe('isWithinParts', () => {
  it.each([
    ['the part itself', 'apps', ['apps'], true],
    ['what lies below', 'apps/a/b.py', ['apps'], true],
    ['a name that only begins alike', 'apps-old/a.py', ['apps'], false],
    ['what lies above', 'apps', ['apps/a'], false],
    ['any of several parts', 'b/x', ['a', 'b'], true],
    ['no part', 'a', [], false],
  ])('tells of %s', (_, path, parts, expected) => {
    expect(isWithinParts(repoPath(path), parts.map(repoPath))).toBe(expected);
  });
});
