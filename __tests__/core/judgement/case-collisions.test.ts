import { describe, expect, it } from '@jest/globals';
import { DEFAULT_POLICY } from '../../../src/core/policy/policy.js';
import { anAgent, aRoster } from '../../support/builders.js';
import { inForce } from '../../support/policies.js';
import { findings, judge } from './judging.js';

const roster = aRoster(
  anAgent('backend', {
    owns: ['**'],
    cannotTouch: [
      'apps/**',
      'manage.py',
      'src/**/models.py',
      'docs/',
      'caf\u00e9/**',
      '*.SQL',
      '!apps/open/**',
    ],
  }),
);
const base = {
  'apps/blog/a.py': 'A',
  'App/Docs/index.md': 'A',
  'caf\u00e9/menu.md': 'A',
  '.claude/agents/backend.md': 'A',
};

const collisions = (path: string, before: Parameters<typeof judge>[0]['base'] = base, law = inForce({})) =>
  judge({
    roster,
    base: before,
    law,
    steps: [{ id: 'c', agents: ['backend'], write: { [path]: 'new' } }],
  }).violations.flatMap((violation) =>
    'collidesWith' in violation
      ? [[violation.code, violation.collidesWith, violation.rule?.pattern ?? null]]
      : [],
  );

describe('an added path that equals a denied one but for case', () => {
  it.each([
    ['in the first directory', 'Apps/blog/new.py', 'apps/blog/new.py', 'apps/**'],
    ['in every part', 'APPS/BLOG/A.PY', 'apps/blog/a.py', 'apps/**'],
    ['in directories of which only the first is tracked', 'Apps/New/x.py', 'apps/New/x.py', 'apps/**'],
    ['in a name that nobody tracks', 'Manage.py', 'manage.py', 'manage.py'],
    ['in a name at another depth', 'src/blog/Models.py', 'src/blog/models.py', 'src/**/models.py'],
    ['in a directory that is new', 'web/Docs/x.md', 'web/docs/x.md', 'docs/'],
    ['in Unicode’s form and case', 'CAFE\u0301/new.md', 'caf\u00e9/new.md', 'caf\u00e9/**'],
    ['in a protected directory', '.Claude/agents/new.md', '.claude/agents/new.md', null],
  ])('collides %s: %s', (_, path, other, pattern) => {
    expect(collisions(path)).toEqual([['case-collision', other, pattern]]);
  });

  it.each([
    ['a path in no other case', 'web/page.tsx'],
    ['a path that only a wildcard knows', 'x.sql'],
    ['a directory that is established in its own spelling', 'App/Docs/new.md'],
    ['a path that an exception leaves open', 'Apps/open/new.py'],
  ])('does not collide as %s', (_, path) => {
    expect(collisions(path)).toEqual([]);
  });

  it('is found once where it is denied itself', () => {
    expect(collisions('docs/Manage.py')).toEqual([['forbidden-path', null, 'docs/']]);
  });

  it('is new: what is changed, or stands at the base, is not', () => {
    expect(collisions('Apps/old.py', { ...base, 'Apps/old.py': 'A' })).toEqual([]);
  });

  it('is new in its commit, and in its spelling', () => {
    const steps = (before: string | null) => [
      { id: 'person', write: { 'Apps/old.py': before } },
      { id: 'c', agents: ['backend'], write: { 'Apps/old.py': 'new' } },
    ];
    expect(findings(judge({ roster, base, steps: steps('A') }))).toEqual([]);
    const again = { ...base, 'Apps/old.py': 'A' };
    expect(findings(judge({ roster, base: again, steps: steps(null) }))).toEqual([]);
  });

  it('is new in its commit, also outside of what its agent owns', () => {
    const outsider = aRoster(anAgent('backend', { owns: ['web/**'], cannotTouch: ['apps/**'] }));
    const steps = [
      { id: 'person', write: { 'Apps/old.py': 'A' } },
      { id: 'c', agents: ['backend'], write: { 'Apps/old.py': 'new' } },
    ];
    const codes = (some: typeof steps) =>
      judge({ roster: outsider, base, steps: some }).violations.map(({ code }) => code);
    expect(codes(steps)).not.toContain('case-collision');
    expect(codes(steps.slice(1))).toContain('case-collision');
  });

  it('is none where the denied path is open to all', () => {
    expect(collisions('Apps/open.lock', base, inForce({ shared: ['apps/open.lock'] }))).toEqual([]);
    expect(collisions('Apps/open.lock', base, inForce({ shared: ['apps/other.lock'] }))).toHaveLength(1);
  });

  it('is nothing where the policy says so', () => {
    const severity = { ...DEFAULT_POLICY.severity, 'case-collision': 'off' } as const;
    expect(collisions('Apps/blog/new.py', base, inForce({ severity }))).toEqual([]);
  });

  it('collides in the spelling that a hundred others hide', () => {
    const others = Array.from({ length: 100 }, (_, index) => [`dir${index}/x`, 'A'] as const);
    expect(collisions('Apps/x.py', { ...Object.fromEntries(others), ...base })).toHaveLength(1);
  });

  it('is undone by taking it away', () => {
    const { violations, conclusion } = judge({
      roster,
      base,
      steps: [
        { id: 'c', agents: ['backend'], write: { 'Apps/new.py': 'x' } },
        { id: 'd', agents: ['backend'], write: { 'Apps/new.py': null } },
      ],
    });
    expect(violations).toMatchObject([{ code: 'case-collision', undoneBy: expect.any(String) }]);
    expect(conclusion).toBe('success');
  });
});
