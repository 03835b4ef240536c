import { describe, expect, it } from '@jest/globals';
import type { PolicyOrigin } from '../../src/core/policy/policy.js';
import type { Report } from '../../src/core/report.js';
import type { Lift } from '../../src/core/lift.js';
import type { Violation } from '../../src/core/violation.js';
import { agentName, repoPath } from '../../src/core/vocabulary.js';
import { toAnnotations } from '../../src/reporters/annotations.js';
import { toCheckJson } from '../../src/reporters/json.js';
import { plainPaint } from '../../src/reporters/paint.js';
import { toSummary } from '../../src/reporters/summary.js';
import { toText } from '../../src/reporters/text.js';
import {
  aCleanReport,
  anActivity,
  aReport,
  aRuleReference,
  aViolation,
  BACKEND,
  COMMIT,
  DATABASE,
  LATER,
  MODELS,
} from '../support/report-builders.js';

const CONFIG = repoPath('.github/agent-ownership.yml');
const waiver = {
  agent: BACKEND,
  path: 'apps/**',
  reason: 'the move to v2',
  until: '2026-12-01',
  file: CONFIG,
  line: 12,
};
const lift: Lift = { kind: 'waiver', reason: 'the move to v2', by: null, until: '2026-12-01' };
const lifted = aViolation({ waivedBy: lift });
const undone = aViolation({ path: repoPath('tests/a.py'), undoneBy: LATER });

const textOf = (report: Report): string => toText(report, plainPaint);
const firstLines = (report: Report): readonly (string | undefined)[] =>
  [textOf(report), toSummary(report, null)].map((output) => output.split('\n')[0]);

describe('a finding that is lifted', () => {
  const report = aCleanReport({ violations: [lifted, undone] });

  it('shows with its reason apart from what was taken back', () => {
    expect(textOf(report)).toMatchInlineSnapshot(`
      "✔ Passed: 1 finding is lifted, and no error is left

      undone: \`backend-django\` cannot touch \`tests/a.py\`. Commit 3f9c2ab changes it. Commit 7c01d5e
              takes it back, so this does not count.

      lifted: \`backend-django\` cannot touch \`apps/blog/models.py\`. Commit 3f9c2ab changes it. A waiver
              lifts it until \`2026-12-01\`: \`the move to v2\`.

      Judged ba5eba5..4ead4ea: 2 commits, 5 changed files; 3 definitions with 38 rules, read at the base.
      Judged by the built-in defaults.
      "
    `);
    expect(toSummary(report, null)).toMatchInlineSnapshot(`
      "## ✅ Passed: 1 finding is lifted, and no error is left

      Judged \`ba5eba5\`..\`4ead4ea\`: 2 commits, 5 changed files; 3 definitions with 38 rules, read at the base. Judged by the built-in defaults.

      | Agent | Commits | Files | Allowed | Forbidden | Lifted | Held to |
      | --- | ---: | ---: | ---: | ---: | ---: | --- |
      | \`backend-django\` | 2 | 5 | 5 | 0 | 0 | 4 CANNOT TOUCH, 10 OWNS, 4 READS |

      <details>
      <summary>1 finding was taken back and does not count</summary>

      - \`backend-django\` cannot touch \`tests/a.py\`: CANNOT TOUCH lists \`apps/**/models.py # Models (database agent)\` at \`.claude/agents/backend-django.md:83\`. Commit \`3f9c2ab\` changes it. Commit \`7c01d5e\` takes it back, so this does not count.

      </details>

      <details>
      <summary>1 finding was lifted and does not count</summary>

      - \`backend-django\` cannot touch \`apps/blog/models.py\`: CANNOT TOUCH lists \`apps/**/models.py # Models (database agent)\` at \`.claude/agents/backend-django.md:83\`. Commit \`3f9c2ab\` changes it. A waiver lifts it until \`2026-12-01\`: \`the move to v2\`.

      </details>

      <details>
      <summary>The commit, and whose it is</summary>

      | Commit | Subject | Judged as |
      | --- | --- | --- |
      | \`3f9c2ab\` | \`Add a slug to posts\` | \`backend-django\` |

      </details>

      <details>
      <summary>Rules in force</summary>

      - \`backend-django\` is held to 4 CANNOT TOUCH, 10 OWNS, 4 READS. \`.claude/agents/backend-django.md\`

      </details>
      "
    `);
  });

  it('is no finding that counts', () => {
    expect(toAnnotations(report)).toEqual({ annotations: [], failure: null, omitted: 0 });
  });

  it('stays in JSON, with nothing left to do', () => {
    const { violations } = JSON.parse(toCheckJson(report)) as { violations: readonly unknown[] };
    expect(violations).toMatchObject([
      {
        waivedBy: { kind: 'waiver', reason: 'the move to v2', by: null, until: '2026-12-01' },
        undoneBy: null,
        remedy: { kind: 'none', commands: [] },
      },
      { waivedBy: null, undoneBy: LATER },
    ]);
  });

  it('is not what an earlier finding on the path is restored from', () => {
    const earlier = aViolation({ waivedBy: lift, commit: LATER });
    const { violations } = JSON.parse(
      toCheckJson(aReport({ violations: [earlier, aViolation({ agent: DATABASE })] })),
    ) as { violations: readonly unknown[] };
    expect(violations).toMatchObject([
      { remedy: { commands: [] } },
      { remedy: { commands: [`git checkout 3f9c2ab41d07^ -- ${MODELS}`] } },
    ]);
  });
});

describe('what is said of a waiver', () => {
  it('stands below its agent, and at the finding that it no longer lifts', () => {
    const report = aReport({
      violations: [
        aViolation({ endedWaiver: { ...waiver, until: '2026-10-31' } }),
        { code: 'waiver-expired', severity: 'notice', waiver: { ...waiver, until: '2026-10-31' } },
        { code: 'waiver-unused', severity: 'notice', waiver },
      ],
    });
    expect(textOf(report)).toMatchInlineSnapshot(`
      "✖ Failed: 1 error (1 forbidden-path)

      backend-django  2 commits, 5 changed files

      error[forbidden-path]: \`backend-django\` cannot touch \`apps/blog/models.py\`
        --> .claude/agents/backend-django.md:83
         |  CANNOT TOUCH: apps/**/models.py # Models (database agent)
         = Commit 3f9c2ab changes it. The waiver at \`.github/agent-ownership.yml:12\` was for it: it
           ended with \`2026-10-31\`.
         = help: \`apps/blog/models.py\` belongs to \`database\`: hand the change over. Take it back with
                 the command, at the root of the repository, then commit; history stays as it is.
                 git checkout 3f9c2ab41d07^ -- apps/blog/models.py

      notice[waiver-expired]: The waiver of \`backend-django\` for \`apps/**\` is over
         = It stands at \`.github/agent-ownership.yml:12\`, with the reason \`the move to v2\`, until
           \`2026-10-31\`.
         = help: Remove it from the config, or decide on a new date.

      notice[waiver-unused]: The waiver of \`backend-django\` for \`apps/**\` lifts nothing here
         = It stands at \`.github/agent-ownership.yml:12\`, with the reason \`the move to v2\`, until
           \`2026-12-01\`.
         = help: Remove it from the config once nobody needs it.

      Judged ba5eba5..4ead4ea: 2 commits, 5 changed files; 3 definitions with 38 rules, read at the base.
      Judged by the built-in defaults.
      "
    `);
    expect(textOf(report)).not.toContain('\nCommits\n');
    expect(
      toAnnotations(report).annotations.map(({ level, file, startLine }) => [level, file, startLine]),
    ).toEqual([
      ['error', MODELS, null],
      ['notice', CONFIG, null],
    ]);
  });
});

describe('report-only', () => {
  const reportOnly = (violations: readonly Violation[]) =>
    aReport({ mode: 'report-only', conclusion: 'success', violations });
  const warning = aViolation({ code: 'read-only-path', severity: 'warning' });

  it.each([
    [[aViolation(), aViolation()], 'Report only: 2 errors would fail this pull request (2 forbidden-path)'],
    [
      [aViolation(), warning],
      'Report only: 1 error would fail this pull request (1 forbidden-path); 1 warning',
    ],
    [[warning], 'Report only, nothing would fail. Passed with 1 warning (1 read-only-path)'],
  ])('is said in the first line', (violations, words) => {
    expect(firstLines(reportOnly(violations))).toEqual([`▲ ${words}`, `## ⚠️ ${words}`]);
  });

  it('is said where all is well', () => {
    const report = aCleanReport({ mode: 'report-only' });
    const words = 'Report only, nothing would fail. Passed: no agent left its boundary';
    expect(firstLines(report)).toEqual([`✔ ${words}`, `## ✅ ${words}`]);
  });

  it('annotates as ever and fails nothing', () => {
    expect(toAnnotations(reportOnly([aViolation()]))).toMatchObject({
      annotations: [{ level: 'error', file: MODELS }],
      failure: null,
    });
  });
});

describe('the policy that judged', () => {
  it.each<[PolicyOrigin, string]>([
    [{ file: CONFIG, state: 'absent', floor: false }, 'Judged by the built-in defaults.'],
    [
      { file: CONFIG, state: 'in-force', floor: false },
      'Judged by `.github/agent-ownership.yml` of the base.',
    ],
    [
      { file: CONFIG, state: 'absent', floor: true },
      'Judged by the built-in defaults, and no less than the workflow asks for.',
    ],
    [
      { file: CONFIG, state: 'mended', floor: false },
      'Judged by the built-in defaults, without waivers: `.github/agent-ownership.yml` of the base cannot be read, and this branch mends it.',
    ],
  ])('is named: %j', (policy, sentence) => {
    const report = aReport({ policy });
    expect(textOf(report).replaceAll('\n', ' ')).toContain(sentence);
    expect(toSummary(report, null)).toContain(sentence);
    expect(JSON.parse(toCheckJson(report))).toMatchObject({ policy });
  });
});

describe('a policy that switches findings off', () => {
  const BACKEND = agentName('backend-django');
  const active = aCleanReport().agents.find(({ commits }) => commits > 0)?.agent ?? BACKEND;

  it.each<[string, Report['silenced'], RegExp, string]>([
    [
      'all',
      [{ code: 'forbidden-path', agent: null }],
      /Passed: no error, but `forbidden-path` is off/,
      'is off.',
    ],
    [
      'an agent of the branch',
      [
        { code: 'read-only-path', agent: null },
        { code: 'forbidden-path', agent: active },
      ],
      /Passed: no error, but `forbidden-path` for `[\w-]+` is off/,
      'are off.',
    ],
    [
      'an agent that did nothing',
      [{ code: 'forbidden-path', agent: agentName('idle') }],
      /Passed: no agent left its boundary/,
      'where `forbidden-path` for `idle` is off.',
    ],
  ])('is told where it does so for %s', (_, silenced, verdict, sentence) => {
    const report = aCleanReport({ silenced });
    for (const output of [textOf(report), toSummary(report, null)]) {
      expect(output).toMatch(verdict);
      expect(output.replace(/\s+/g, ' ')).toContain(sentence);
    }
    expect(JSON.parse(toCheckJson(report))).toMatchObject({ policy: { silenced } });
  });
});

describe('shared paths', () => {
  const use = (pattern: string, changes: number) => ({ pattern, commit: COMMIT, changes });
  const report = aCleanReport({ shared: [use('*.lock', 1), use('docs/**', 1), use('*.lock', 2)] });

  it('are named with how often they were used', () => {
    const sentence = 'Open to every agent: `*.lock` (3 changes) and `docs/**` (1 change).';
    expect(textOf(report)).toContain(sentence);
    expect(toSummary(report, null)).toContain(sentence);
    expect(JSON.parse(toCheckJson(report))).toMatchObject({
      shared: [
        { pattern: '*.lock', changes: 3 },
        { pattern: 'docs/**', changes: 1 },
      ],
    });
  });

  it('are not spoken of where none was used', () => {
    expect(textOf(aCleanReport())).not.toContain('Open to');
  });
});

describe('a rule with a condition', () => {
  const rule = aRuleReference({ condition: 'Without orchestrator approval' });
  const approval = { label: 'boundary-approved', outcomes: [] };

  it.each([
    [null, 'A waiver in `.github/agent-ownership.yml` gives it.'],
    [
      approval,
      'A waiver in `.github/agent-ownership.yml` gives it, or the label `boundary-approved` by a person.',
    ],
  ])('names the way through', (outcome, sentence) => {
    const report = aReport({ violations: [aViolation({ rule })], approval: outcome });
    expect(toSummary(report, null)).toContain(sentence);
  });

  it('asks for nothing where the finding is lifted', () => {
    const report = aReport({ violations: [aViolation({ rule, waivedBy: lift })] });
    expect(toSummary(report, null)).not.toContain('until that approval');
  });
});

describe('a name that collides', () => {
  it('asks for another one', () => {
    const violation = aViolation({
      code: 'case-collision',
      severity: 'warning',
      path: repoPath('Apps/blog/models.py'),
      status: 'A',
      restoration: { kind: 'remove' },
      collidesWith: MODELS,
    });
    expect(textOf(aCleanReport({ violations: [violation], agents: [anActivity()] }))).toMatchInlineSnapshot(`
      "▲ Passed with 1 warning (1 case-collision)

      backend-django  2 commits, 5 changed files

      warning[case-collision]: \`backend-django\` adds \`Apps/blog/models.py\`, which equals a denied path
                               but for case
        --> .claude/agents/backend-django.md:83
         |  CANNOT TOUCH: apps/**/models.py # Models (database agent)
         = Commit 3f9c2ab adds the file. On a file system that ignores case, both are one file:
           \`apps/blog/models.py\`.
         = help: Give the file another name. Or take it back with the command, at the root of the
                 repository, then commit; history stays as it is.
                 git rm -- Apps/blog/models.py

      Judged ba5eba5..4ead4ea: 2 commits, 5 changed files; 3 definitions with 38 rules, read at the base.
      Judged by the built-in defaults.
      "
    `);
  });
});

describe('what the head changes in the rules', () => {
  it('is a row with every key', () => {
    const change = {
      effect: 'loosened',
      agent: BACKEND,
      file: CONFIG,
      line: 3,
      subject: { kind: 'denial', pattern: 'apps/**' },
      paths: { examples: [MODELS], count: 4 },
      commit: COMMIT,
      by: [DATABASE],
    } as const;
    expect(JSON.parse(toCheckJson(aReport({ ruleChanges: [change] })))).toMatchObject({
      ruleChanges: [
        {
          effect: 'loosened',
          agent: BACKEND,
          file: CONFIG,
          line: 3,
          kind: 'denial',
          pattern: 'apps/**',
          denial: null,
          key: null,
          before: null,
          after: null,
          paths: { examples: [MODELS], count: 4 },
          commit: COMMIT,
          by: [DATABASE],
        },
      ],
    });
  });
});
