import { describe, expect, it } from '@jest/globals';
import type { PathViolation, Violation } from '../../src/core/violation.js';
import { agentName, repoPath } from '../../src/core/vocabulary.js';
import { foldAlike } from '../../src/reporters/alike.js';
import { toFindingContext } from '../../src/reporters/finding-context.js';
import { plainPaint } from '../../src/reporters/paint.js';
import { toSummary } from '../../src/reporters/summary.js';
import { toText } from '../../src/reporters/text.js';
import { plainVoice } from '../../src/reporters/voices.js';
import {
  anActivity,
  aReport,
  aRuleReference,
  aViolation,
  BACKEND,
  DATABASE,
  LATER,
} from '../support/report-builders.js';

type JointAttribution = Extract<Violation, { readonly code: 'joint-attribution' }>;

const on = (paths: readonly string[], overrides: Partial<PathViolation> = {}) =>
  paths.map((path) => aViolation({ path: repoPath(path), ...overrides }));

const many = (amount: number, overrides: Partial<PathViolation> = {}) =>
  on(
    Array.from({ length: amount }, (_, index) => `apps/${index}.py`),
    overrides,
  );

function fold(violations: readonly PathViolation[]): readonly (readonly string[])[] {
  const context = toFindingContext(aReport({ violations }), plainVoice);
  return foldAlike(violations, () => context).map((alike) =>
    alike.map((violation) => ('path' in violation ? violation.path : '')),
  );
}

describe('foldAlike', () => {
  it('puts three or more in place of the first, and leaves two alone', () => {
    expect(fold(on(['a', 'b', 'c']))).toEqual([['a', 'b', 'c']]);
    expect(fold(on(['a', 'b']))).toEqual([['a'], ['b']]);
    const [a, b, c] = on(['a', 'b', 'c']);
    const between = on(['x'], { status: 'D' });
    expect(fold([a, ...between, b, c].filter((one) => one !== undefined))).toEqual([['a', 'b', 'c'], ['x']]);
  });

  it.each<[string, Partial<PathViolation>]>([
    ['code', { code: 'outside-owns' }],
    ['severity', { severity: 'warning' }],
    ['agent', { agent: DATABASE }],
    ['deed', { status: 'A' }],
    ['commit', { commit: LATER }],
    ['rule', { rule: aRuleReference({ line: 84 }) }],
    ['owners', { owners: [agentName('testing')] }],
    ['way back', { restoration: { kind: 'remove' } }],
    ['later work', { laterWork: LATER }],
    ['commit that takes it back', { undoneBy: LATER }],
    [
      'waiver that ended',
      {
        endedWaiver: {
          agent: BACKEND,
          path: 'd',
          reason: 'r',
          until: '2026-01-01',
          file: repoPath('c.yml'),
          line: 1,
        },
      },
    ],
  ])('keeps apart what differs in its %s', (_, difference) => {
    expect(fold([...on(['a', 'b', 'c']), ...on(['d'], difference)])).toEqual([['a', 'b', 'c'], ['d']]);
  });

  it('folds later changes of paths that one command restores, and keeps apart those that differ in that', () => {
    const again = { commit: LATER };
    expect(fold([...on(['a', 'b', 'c']), ...on(['a', 'b', 'c', 'd', 'e'], again)])).toEqual([
      ['a', 'b', 'c'],
      ['a', 'b', 'c'],
      ['d'],
      ['e'],
    ]);
  });

  it('keeps removals apart that another command may have made: on the path, or on a directory of it', () => {
    const added = { status: 'A', restoration: { kind: 'remove' } } as const;
    const elsewhere = on(['d', 'e'], { agent: DATABASE, commit: LATER });
    expect(fold([...elsewhere, ...on(['a', 'b', 'c', 'd', 'e/f'], added)])).toEqual([
      ['d'],
      ['e'],
      ['a', 'b', 'c'],
      ['d'],
      ['e/f'],
    ]);
  });

  it('keeps a file apart that stands in place of a directory, as its way back is another path', () => {
    const added = { status: 'A', restoration: { kind: 'remove' } } as const;
    expect(fold([...on(['a', 'b', 'c', 'd'], added), ...on(['d/e'], { status: 'D' })])).toEqual([
      ['a', 'b', 'c'],
      ['d'],
      ['d/e'],
    ]);
  });

  it('makes parts of twenty, and of no more than 1,500 characters of paths', () => {
    expect(fold(many(41)).map(({ length }) => length)).toEqual([20, 20, 1]);
    const long = (length: number) => on(['a', 'b', 'c'].map((name) => name.repeat(length)));
    expect(fold(long(500)).map(({ length }) => length)).toEqual([3]);
    expect(fold(long(501)).map(({ length }) => length)).toEqual([2, 1]);
    expect(fold(long(4000)).map(({ length }) => length)).toEqual([1, 1, 1]);
  });
});

describe('alike findings', () => {
  const report = aReport({
    agents: [anActivity()],
    violations: on(['apps/a.py', 'apps/[b].py', 'apps/c d.py'], {
      status: 'A',
      restoration: { kind: 'remove' },
    }),
  });

  it('are one in a terminal, with one command', () => {
    expect(toText(report, plainPaint).split('\n\n').slice(2, 3).join()).toMatchInlineSnapshot(`
      "error[forbidden-path]: \`backend-django\` cannot touch 3 files
        --> .claude/agents/backend-django.md:83
         |  CANNOT TOUCH: apps/**/models.py # Models (database agent)
         - apps/a.py
         - apps/[b].py
         - apps/c d.py
         = Commit 3f9c2ab adds them.
         = help: They belong to \`database\`: hand the change over. Take them back with the command, at
                 the root of the repository, then commit; history stays as it is.
                 git --literal-pathspecs rm -- apps/a.py 'apps/[b].py' 'apps/c d.py'"
    `);
  });

  it('are one on a page, each file with its lines', () => {
    const summary = toSummary(report, null);
    expect(summary.slice(summary.indexOf('- ❌'), summary.indexOf('<details>'))).toMatchInlineSnapshot(`
      "- ❌ **\`backend-django\` cannot touch 3 files**

        - \`apps/a.py\`
        - \`apps/[b].py\`
        - \`apps/c d.py\`

        CANNOT TOUCH lists \`apps/**/models.py # Models (database agent)\` at \`.claude/agents/backend-django.md:83\`. Commit \`3f9c2ab\` adds them.

        They belong to \`database\`: hand the change over. Take them back with the command, at the root of the repository, then commit; history stays as it is.

        \`\`\`sh
        git --literal-pathspecs rm -- apps/a.py 'apps/[b].py' 'apps/c d.py'
        \`\`\`

      "
    `);
  });

  it('are one where the owner of each answers for what a joint commit changed', () => {
    const joint = (path: string, overrides: Partial<JointAttribution> = {}): JointAttribution => ({
      code: 'joint-attribution',
      severity: 'notice',
      agent: BACKEND,
      path: repoPath(path),
      status: 'M',
      commit: aViolation().commit,
      lifted: 'forbidden-path',
      rule: aRuleReference(),
      owners: [DATABASE],
      ...overrides,
    });
    const violations = [
      ...['a', 'b', 'c'].map((path) => joint(path, { status: path === 'a' ? 'A' : 'M' })),
      joint('d', { commit: LATER }),
      ...['e', 'f', 'g'].map((path) => joint(path, { lifted: 'definition-edit', rule: null })),
    ];
    expect(toText(aReport({ violations }), plainPaint).split('\n\n').slice(2, 5).join('\n\n'))
      .toMatchInlineSnapshot(`
      "notice[joint-attribution]: 3 files count as the work of \`database\`
         - a
         - b
         - c
         = Commit 3f9c2ab also names \`backend-django\`, whose CANNOT TOUCH lists \`apps/**/models.py #
           Models (database agent)\` at \`.claude/agents/backend-django.md:83\`. Of the agents of a joint
           commit, those that own a path answer for it.
         = help: Nothing is to be done where the owner did the work.

      notice[joint-attribution]: \`d\` counts as the work of \`database\`
         = Commit 7c01d5e also names \`backend-django\`, whose CANNOT TOUCH lists \`apps/**/models.py #
           Models (database agent)\` at \`.claude/agents/backend-django.md:83\`. Of the agents of a joint
           commit, those that own a path answer for it.
         = help: Nothing is to be done where the owner did the work.

      notice[joint-attribution]: 3 files count as the work of \`database\`
         - e
         - f
         - g
         = Commit 3f9c2ab also names \`backend-django\`, which cannot edit those protected files. Of the
           agents of a joint commit, those that own a path answer for it.
         = help: Nothing is to be done where the owner did the work."
    `);
  });

  it('tell the state to restore, where an earlier commit changed the files', () => {
    const violations = [...many(3, { commit: LATER }), ...many(3)];
    expect(toText(aReport({ violations }), plainPaint).split('\n').slice(-9, -3)).toMatchInlineSnapshot(`
      [
        "   = Commit 3f9c2ab changes them.",
        "   = help: They belong to \`database\`: hand the change over. Take them back to their state before",
        "           7c01d5e with the command, at the root of the repository, then commit; history stays",
        "           as it is.",
        "           git checkout 7c01d5e2aa31^ -- apps/0.py apps/1.py apps/2.py",
        "",
      ]
    `);
  });

  it.each<[Partial<PathViolation>, string]>([
    [{ code: 'read-only-path', owners: [] }, '`backend-django` only reads 3 files'],
    [{ code: 'outside-owns', owners: [] }, '`backend-django` does not own 3 files'],
    [{ code: 'definition-edit', rule: null }, '`backend-django` cannot edit 3 files that are protected'],
  ])('say what they are about: %j', (overrides, title) => {
    const text = toText(aReport({ violations: many(3, overrides) }), plainPaint);
    expect(text).toContain(title);
    expect(text).toContain(
      overrides.code === 'definition-edit'
        ? 'Leave the change to a person. Take them back'
        : 'No other agent owns any of them: leave the change to a person.',
    );
  });
});
