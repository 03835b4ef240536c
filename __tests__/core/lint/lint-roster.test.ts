import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { lintRoster } from '../../../src/core/lint/lint-roster.js';
import { ownersOf } from '../../../src/core/judgement/ruling.js';
import { agentName, repoPath } from '../../../src/core/vocabulary.js';
import { anAgent, aRoster } from '../../support/builders.js';
import { aTree, lint, lintFor, someAgent } from './linting.js';

describe('dead patterns', () => {
  const dead = (sections: Parameters<typeof anAgent>[1], tree: readonly string[]) =>
    lintFor('dead-pattern', [anAgent('x', sections)], tree).map(({ section, pattern }) => [section, pattern]);

  it('are the rules of any section that match no tracked file, exceptions too', () => {
    expect(
      dead(
        { owns: ['src/**', 'lib/**'], reads: ['README.md'], cannotTouch: ['src/a.ts', '!src/b.ts', '*.sql'] },
        ['src/a.ts'],
      ),
    ).toEqual([
      ['owns', 'lib/**'],
      ['reads', 'README.md'],
      ['cannot-touch', '!src/b.ts'],
      ['cannot-touch', '*.sql'],
    ]);
  });

  it('are none where nothing is tracked', () => {
    expect(lint(aRoster(anAgent('x', { owns: ['a'] })), [])).toEqual([]);
  });

  it('are listed twenty at a time, and the last one says how many more there are', () => {
    const owns = ['src/**', ...Array.from({ length: 30 }, (_, at) => `no/${String(at)}`)];
    const found = lintFor('dead-pattern', [anAgent('x', { owns })], ['src/a.ts']);
    expect(found.map(({ unlisted }) => unlisted)).toEqual([...Array.from({ length: 19 }, () => 0), 10]);
  });

  it('are one problem where all rules of a definition are dead', () => {
    const found = lintFor('dead-pattern', [anAgent('x', { owns: ['a', 'b'], reads: ['c'] })], ['src/a.ts']);
    expect(found).toMatchObject([{ pattern: 'a', unlisted: 2 }]);
  });
});

describe('shared ownership', () => {
  it('is told once for each set of owners, at the entry of the first', () => {
    const agents = [
      anAgent('a', { owns: ['src/**', 'docs/**'] }),
      anAgent('b', { owns: ['*.ts'] }),
      anAgent('c', { owns: ['docs/**'], cannotTouch: ['docs/**'] }),
      anAgent('d', { owns: ['src/x.*'] }),
    ];
    const found = lintFor('shared-ownership', agents, [
      'src/a.ts',
      'src/b.ts',
      'src/x.ts',
      'docs/a.md',
      'c.ts',
    ]);
    expect(
      found.map(({ owners, paths, line }) => [owners.map(({ agent }) => agent), paths.count, line]),
    ).toEqual([
      [['a', 'b'], 2, 10],
      [['a', 'b', 'd'], 1, 10],
    ]);
    expect(found[0]?.owners.map(({ pattern }) => pattern)).toEqual(['src/**', '*.ts']);
  });

  it('sums up the sets beyond the twenty largest', () => {
    const tree = Array.from({ length: 25 }, (_, at) => [`d${String(at)}/a`, `d${String(at)}/b`]).flat();
    const agents = [
      anAgent('all', { owns: ['**'] }),
      ...Array.from({ length: 25 }, (_, at) => anAgent(`own${String(at)}`, { owns: [`d${String(at)}/**`] })),
    ];
    const found = lintFor('shared-ownership', agents, tree);
    expect(found).toHaveLength(21);
    expect(found.filter(({ sets }) => sets > 1)).toMatchObject([{ sets: 5, paths: { count: 10 } }]);
  });

  it('agrees with the owners that the ruling gives', () => {
    fc.assert(
      fc.property(fc.array(someAgent, { minLength: 2, maxLength: 4 }), aTree, (agents, tree) => {
        const named = agents.map((agent, at) => ({ ...agent, name: agentName(`agent${String(at)}`) }));
        const paths = [...new Set(tree)].map(repoPath);
        const owners = paths.map((path) => ownersOf(aRoster(...named), path));
        const shared = owners.filter(({ length }) => length > 1).map((names) => names.join());
        const found = lintFor('shared-ownership', named, paths);
        expect(found.map((problem) => problem.owners.map(({ agent }) => agent).join()).sort()).toEqual(
          [...new Set(shared)].sort(),
        );
        expect(found.reduce((sum, { paths: { count } }) => sum + count, 0)).toBe(shared.length);
        const unowned = owners.filter(({ length }) => length === 0).length;
        const [said] = lintFor('unowned-files', named, paths);
        expect(said === undefined || said.paths.count === unowned).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('orphan denials', () => {
  it('are denied files that nobody owns, told once for equal patterns', () => {
    const agents = [
      anAgent('a', { owns: ['src/**'], cannotTouch: ['infra/**', 'src/db/**', 'none/**'] }),
      anAgent('b', { owns: ['src/db/**'], cannotTouch: ['/infra/', '!infra/x'] }),
    ];
    expect(lintFor('orphan-denial', agents, ['src/a', 'src/db/a', 'infra/a', 'infra/b'])).toMatchObject([
      { agent: 'a', line: 30, pattern: 'infra/**', alsoDeniedTo: ['b'], paths: { count: 2 } },
    ]);
  });

  it('are not what no agent is expected to own', () => {
    const agent = anAgent('a', { owns: ['src/**'], cannotTouch: ['.claude/**', '.github/**'] });
    const tree = ['src/a', '.claude/agents/a.md', '.claude/settings.json', '.github/workflows/ci.yml'];
    expect(lintFor('orphan-denial', [agent], tree)).toEqual([]);
  });
});

describe('unowned files', () => {
  const agent = anAgent('a', { owns: ['src/api/**'] });

  it('are one problem that names the largest directories without an owner', () => {
    const tree = [
      '.claude/agents/a.md',
      '.github/workflows/ci.yml',
      'README.md',
      'docs/a/1.md',
      'docs/b/2.md',
      'docs/c.md',
      'src/api/a.ts',
      'src/ui/a.ts',
      'src/ui/b.ts',
    ];
    expect(lintFor('unowned-files', [agent], tree)).toMatchObject([
      {
        file: 'docs/a/1.md',
        line: null,
        agent: null,
        paths: { examples: ['docs/', 'src/ui/', 'README.md'], count: 6 },
        tracked: 9,
      },
    ]);
  });

  it('are not the files where definitions lie, whether they are definitions or not', () => {
    const tracked = ['src/api/a.ts', '.claude/agents/README.md', '.claude/agents/bad.md', 'NOTES.md'];
    const found = lintRoster({
      roster: aRoster(agent),
      tracked: tracked.map(repoPath),
      contract: null,
      lookedFor: ['.claude/agents/**/*.md', '!.claude/agents/bad.md'],
    });
    expect(found).toMatchObject([{ paths: { examples: ['.claude/', 'NOTES.md'], count: 2 } }]);
  });

  it.each([
    ['everything is owned', anAgent('a', { owns: ['**'] })],
    ['nobody is meant to own anything', anAgent('a', { cannotTouch: ['src/**'] })],
  ])('are none where %s', (_, only) => {
    expect(lintFor('unowned-files', [only], ['src/api/a.ts', 'docs/a.md'])).toEqual([]);
  });

  it('bear paths of any depth', () => {
    const deep = `${'a/'.repeat(20_000)}b`;
    const owner = anAgent('a', { owns: ['*.ts'] });
    expect(lintFor('unowned-files', [owner], [deep, `${deep}.ts`])).toMatchObject([{ file: deep }]);
  });
});

describe('all problems', () => {
  it('stand in the order of their places', () => {
    const agents = [
      anAgent('b', { owns: ['src/**', 'src/a/**', 'none/**'], cannotTouch: ['*.ts'] }),
      anAgent('a', { owns: ['src/**'], cannotTouch: ['docs/**'] }),
    ];
    const places = lint(aRoster(...agents), ['src/a/x.ts', 'docs/a.md']).map(({ file, line }) => [
      file,
      line ?? 0,
    ]);
    expect(places).toEqual(
      places.toSorted(([a, one], [b, other]) =>
        a === b ? Number(one) - Number(other) : String(a) < String(b) ? -1 : 1,
      ),
    );
    expect(places).toHaveLength(5);
  });

  it('are none without agents', () => {
    expect(lint(aRoster(), ['a'])).toEqual([]);
  });
});
