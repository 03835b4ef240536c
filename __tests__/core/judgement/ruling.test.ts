import { describe, expect, it } from '@jest/globals';
import { ownersOf, ruling } from '../../../src/core/judgement/ruling.js';
import { repoPath } from '../../../src/core/vocabulary.js';
import { anAgent, aRoster, mergeAgents } from '../../support/builders.js';

const rulingOf = (agent: Parameters<typeof ruling>[0], path: string) => {
  const { verdict, rule } = ruling(agent, repoPath(path));
  return [verdict, rule?.pattern ?? null];
};

describe('ruling', () => {
  const agent = anAgent('backend', {
    owns: ['apps/**/views.py', 'config/**', '!config/secrets/**', 'docs/**', 'docs/api/*.md'],
    reads: ['apps/**/models.py', 'README.md', 'config/**'],
    cannotTouch: ['apps/**/models.py', 'tests/**/*', '!tests/smoke/**'],
  });

  it.each([
    ['CANNOT TOUCH before READS', 'apps/blog/models.py', 'cannot-touch', 'apps/**/models.py'],
    ['OWNS before READS', 'config/base.py', 'owns', 'config/**'],
    ['READS where OWNS makes an exception', 'config/secrets/key.py', 'reads', 'config/**'],
    ['READS alone', 'README.md', 'reads', 'README.md'],
    ['nothing for a path that no rule matches', 'Makefile', 'none', null],
    ['nothing for an exception of CANNOT TOUCH', 'tests/smoke/a.py', 'none', null],
    ['the last matching rule', 'docs/api/a.md', 'owns', 'docs/api/*.md'],
  ])('gives %s', (_, path, verdict, pattern) => {
    expect(rulingOf(agent, path)).toEqual([verdict, pattern]);
  });

  it.each([
    ['carves an OWNS rule out of a wider CANNOT TOUCH rule', ['.claude/analysis/*.md'], 'owns'],
    ['needs every matching CANNOT TOUCH rule to be wider', ['.claude/analysis/*.md', '**/layout.md'], 'owns'],
    [
      'keeps the ban where one rule is the same set',
      ['.claude/analysis/*.md', '/.claude/analysis/layout.md'],
      'cannot-touch',
    ],
    [
      'keeps the ban where a rule merely overlaps',
      ['.claude/*/layout.{md,txt}', '.claude/analysis/l*'],
      'owns',
    ],
  ])('%s', (_, cannotTouch, verdict) => {
    const carved = anAgent('layout', { owns: ['.claude/analysis/layout.md'], cannotTouch });
    expect(rulingOf(carved, '.claude/analysis/layout.md')[0]).toBe(verdict);
  });

  it('lets CANNOT TOUCH win an overlap in which neither side is within the other', () => {
    const overlapping = anAgent('testing', {
      owns: ['*.test.{ts,js}'],
      cannotTouch: ['src/**/*.{ts,js,py}'],
    });
    expect(rulingOf(overlapping, 'src/a.test.ts')).toEqual(['cannot-touch', 'src/**/*.{ts,js,py}']);
  });

  it('lets no definition carve out of another file of the same agent', () => {
    const both = mergeAgents(
      anAgent('layout', { owns: ['docs/layout.md'] }),
      anAgent('layout', { cannotTouch: ['docs/**'], file: 'packages/a/.claude/agents/layout.md' }),
    );
    expect(rulingOf(both, 'docs/layout.md')).toEqual(['cannot-touch', 'docs/**']);
  });

  it('reads patterns from the root of their definition', () => {
    const nested = anAgent('api', { owns: ['src/**'], root: 'packages/api' });
    expect(rulingOf(nested, 'packages/api/src/a.ts')[0]).toBe('owns');
    expect(rulingOf(nested, 'src/a.ts')[0]).toBe('none');
  });
});

describe('ownersOf', () => {
  it('names the agents that own a path and may touch it', () => {
    const roster = aRoster(
      anAgent('a', { owns: ['src/**'] }),
      anAgent('b', { owns: ['src/**'], cannotTouch: ['src/**'] }),
      anAgent('c', { reads: ['src/**'] }),
      anAgent('d', { owns: ['*.ts'] }),
    );
    expect(ownersOf(roster, repoPath('src/x.ts'))).toEqual(['a', 'd']);
  });
});
