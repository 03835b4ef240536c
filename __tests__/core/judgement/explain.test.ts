import { describe, expect, it } from '@jest/globals';
import { createIsDefinitionPath } from '../../../src/core/definitions/definition-paths.js';
import { explainPaths } from '../../../src/core/judgement/explain.js';
import { createProtectedPaths } from '../../../src/core/judgement/protected-paths.js';
import { createSharedPaths } from '../../../src/core/judgement/shared-paths.js';
import { DEFAULT_POLICY } from '../../../src/core/policy/policy.js';
import { repoPath } from '../../../src/core/vocabulary.js';
import { anAgent, aRoster } from '../../support/builders.js';

const roster = aRoster(
  anAgent('backend', { owns: ['apps/**'], reads: ['docs/**'], cannotTouch: ['apps/**/models.py'] }),
  anAgent('database', { owns: ['apps/**/models.py'] }),
);
const { definitions } = DEFAULT_POLICY;
const protect = () => createProtectedPaths(definitions, createIsDefinitionPath(definitions), new Set());

const explain = (paths: readonly string[], shared: readonly string[] = []) =>
  explainPaths(roster, paths.map(repoPath), { ...protect(), shared });

const rule = (agent: string, section: string, pattern: string, line: number) => ({
  section,
  pattern,
  remark: null,
  condition: null,
  file: `.claude/agents/${agent}.md`,
  line,
});

describe('explainPaths', () => {
  it('tells what each agent may do with each path, and by which rule', () => {
    expect(explain(['docs/a.md', 'apps/blog/models.py'])).toEqual([
      {
        path: 'docs/a.md',
        protected: false,
        shared: null,
        agents: [
          { agent: 'backend', verdict: 'reads', rule: rule('backend', 'reads', 'docs/**', 20) },
          { agent: 'database', verdict: 'none', rule: null },
        ],
      },
      {
        path: 'apps/blog/models.py',
        protected: false,
        shared: null,
        agents: [
          {
            agent: 'backend',
            verdict: 'cannot-touch',
            rule: rule('backend', 'cannot-touch', 'apps/**/models.py', 30),
          },
          { agent: 'database', verdict: 'owns', rule: rule('database', 'owns', 'apps/**/models.py', 10) },
        ],
      },
    ]);
    expect(explain([])).toEqual([]);
  });

  it.each<
    [string, string, readonly string[], { readonly protected: boolean; readonly shared: string | null }]
  >([
    ['open to all', 'yarn.lock', ['docs/**', '*.lock'], { protected: false, shared: '*.lock' }],
    ['open by several patterns', 'a/b.lock', ['*.lock', 'a/**'], { protected: false, shared: 'a/**' }],
    ['closed again', 'a/b.lock', ['*.lock', '!a/**'], { protected: false, shared: null }],
    [
      'opened once more',
      'a/b.lock',
      ['*.lock', '!a/**', 'a/b.lock'],
      { protected: false, shared: 'a/b.lock' },
    ],
    ['not open', 'a/b.py', ['*.lock'], { protected: false, shared: null }],
    ['protected', '.github/workflows/ci.yml', [], { protected: true, shared: null }],
    [
      'protected, which is never shared',
      '.claude/agents/a.md',
      ['**/*.md'],
      { protected: true, shared: null },
    ],
    [
      'open, whatever pattern is none',
      'yarn.lock',
      ['*.lock', '../x'],
      { protected: false, shared: '*.lock' },
    ],
  ])('agrees with the check on what is %s: %s', (_, path, shared, expected) => {
    expect(explain([path], shared)).toMatchObject([expected]);
    const change = { path: repoPath(path), before: null, after: null };
    expect(createSharedPaths(shared, protect()).opening(change)).toBe(expected.shared);
  });
});
