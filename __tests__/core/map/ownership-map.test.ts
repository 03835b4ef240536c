import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createIsDefinitionPath } from '../../../src/core/definitions/definition-paths.js';
import type { Agent } from '../../../src/core/definitions/definition.js';
import { explainPaths } from '../../../src/core/judgement/explain.js';
import { createProtectedPaths } from '../../../src/core/judgement/protected-paths.js';
import { ruling } from '../../../src/core/judgement/ruling.js';
import type { MapEntry } from '../../../src/core/map/map-entries.js';
import { createOwnershipMap, type MapAnswer } from '../../../src/core/map/ownership-map.js';
import { holderOf, sharesOf } from '../../../src/core/map/shares.js';
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

  it('gives a protected path only to whom its place is named', () => {
    const wide = anAgent('docs', { owns: ['**'] });
    const named = anAgent('meta', { owns: ['.claude/agents/*.md'] });
    const path = '.claude/agents/docs.md';
    expect(holderOf(answerFor([wide], path))).toEqual({ kind: 'protected' });
    expect(holderOf(answerFor([wide, named], path))).toEqual({ kind: 'agent', agent: 1 });
    expect(holderOf(NOBODY)).toEqual({ kind: 'nobody' });
  });
});
