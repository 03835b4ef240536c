import { describe, expect, it } from '@jest/globals';
import { repoPath } from '../../src/core/vocabulary.js';
import { plainPaint, type Paint } from '../../src/reporters/paint.js';
import { toErrorText } from '../../src/reporters/text-error.js';
import { toText } from '../../src/reporters/text.js';
import {
  aCleanReport,
  anActivity,
  anAttribution,
  aReport,
  aReportedProblem,
  aRuleReference,
  aViolation,
  BACKEND,
  LATER,
  anUnknownAgent,
} from '../support/report-builders.js';

describe('toText', () => {
  it('says how it ended, what each agent did with the way out, and what was judged', () => {
    const report = aReport({
      violations: [
        aViolation(),
        aViolation({ path: repoPath('tests/test_blog.py'), undoneBy: LATER, owners: [] }),
        anUnknownAgent({ claim: 'databse', suggestions: [] }),
        aViolation({
          code: 'read-only-path',
          severity: 'warning',
          path: repoPath('requirements.txt'),
          owners: [],
          rule: aRuleReference({ section: 'reads', pattern: 'requirements.txt', remark: null, line: 76 }),
        }),
      ],
      problems: [aReportedProblem(), aReportedProblem({ introduced: false, counts: false })],
    });

    expect(toText(report, plainPaint)).toMatchInlineSnapshot(`
      "✖ Failed: 3 errors (1 forbidden-path, 1 unknown-agent, 1 unresolved-placeholder) and 1 warning

      backend-django  2 commits, 5 changed files

      error[forbidden-path]: \`backend-django\` cannot touch \`apps/blog/models.py\`
        --> .claude/agents/backend-django.md:83
         |  CANNOT TOUCH: apps/**/models.py # Models (database agent)
         = Commit 3f9c2ab changes it.
         = help: \`apps/blog/models.py\` belongs to \`database\`: hand the change over. Take it back with
                 the command, at the root of the repository, then commit; history stays as it is.
                 git checkout 3f9c2ab41d07^ -- apps/blog/models.py

      warning[read-only-path]: \`backend-django\` only reads \`requirements.txt\`
        --> .claude/agents/backend-django.md:76
         |  READS: requirements.txt
         = Commit 3f9c2ab changes it.
         = help: No other agent owns \`requirements.txt\`: leave the change to a person. Take it back
                 with the command, at the root of the repository, then commit; history stays as it is.
                 git checkout 3f9c2ab41d07^ -- requirements.txt

      Commits

      error[unknown-agent]: No agent is named \`databse\`
         = Commit 3f9c2ab claims that name in its trailer, so there are no rules to judge it by.
         = help: Add a definition for \`databse\` first, or name another agent. The command writes the
                 name that stands in the variable \`AGENT_NAME\` into the trailer. The commits after it
                 get new names, so run the check again before the next command of this kind. Then push
                 with \`git push --force-with-lease\`.
                 WAS='Agent: databse' IS="Agent: \${AGENT_NAME:?}" git rebase --rebase-merges -x 'test $(git rev-parse HEAD) != 3f9c2ab41d07e5b8000000000000000000000000 || git log -1 --no-show-signature --format=%B | LC_ALL=C awk '\\''$0 == ENVIRON["WAS"] { $0 = ENVIRON["IS"] } 1'\\'' | git commit --amend --only --allow-empty -F -' 3f9c2ab41d07^

      error[unresolved-placeholder]: .claude/agents/backend-django.md:84
         = \`{{FRONTEND}}/**\` below CANNOT TOUCH holds a placeholder, so it is not in force. Write the
           path that the placeholder stands for.

      1 problem in definitions from before: see \`agent-ownership lint\`.

      undone: \`backend-django\` cannot touch \`tests/test_blog.py\`. Commit 3f9c2ab changes it. Commit
              7c01d5e takes it back, so this does not count.

      Judged ba5eba5..4ead4ea: 2 commits, 5 changed files; 3 definitions with 38 rules, read at the base.
      Judged by the built-in defaults.
      "
    `);
  });

  it('says that all is well', () => {
    expect(toText(aCleanReport(), plainPaint)).toMatchInlineSnapshot(`
      "✔ Passed: no agent left its boundary

      Judged ba5eba5..4ead4ea: 2 commits, 5 changed files; 3 definitions with 38 rules, read at the base.
      Judged by the built-in defaults.
      "
    `);
  });

  it.each([
    [
      'no commit',
      { coverage: { definitions: 1, rules: 1, commits: 0, files: 0, trusted: 0 }, attributions: [] },
      /^Nothing to judge: /,
    ],
    [
      'trusted branches',
      { coverage: { definitions: 1, rules: 1, commits: 0, files: 0, trusted: 3 }, attributions: [] },
      /^Nothing to judge again: 3 commits of trusted branches, judged before\n/,
    ],
    [
      'some of a trusted branch',
      { coverage: { definitions: 1, rules: 1, commits: 1, files: 1, trusted: 1 } },
      /read at the base; 1 commit of trusted branches, judged before/,
    ],
    [
      'no agent',
      { attributions: [anAttribution({ kind: 'person', agents: [] })] },
      /^✔ Passed: no commit names an agent/,
    ],
    ['a forbidden path that is no error', { agents: [anActivity()] }, /^✔ Passed: no error/],
    [
      'only warnings',
      { violations: [aViolation({ severity: 'warning' })] },
      /^▲ Passed with 1 warning \(1 forbidden-path\)/,
    ],
  ] as const)('says what passed means with %s', (_title, overrides, verdict) => {
    expect(toText(aCleanReport(overrides), plainPaint)).toMatch(verdict);
  });

  it('keeps to 100 columns but for what must not be broken', () => {
    const lines = toText(
      aReport({ violations: [aViolation({ rule: aRuleReference({ condition: 'Without approval' }) })] }),
      plainPaint,
    ).split('\n');

    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(100);
  });

  it('says the same in colour', () => {
    const wrapped = (text: string): string => `<${text}>`;
    const paint: Paint = {
      red: wrapped,
      yellow: wrapped,
      green: wrapped,
      cyan: wrapped,
      dim: wrapped,
      bold: wrapped,
    };
    const report = aReport({ violations: [aViolation(), aViolation({ agent: BACKEND, undoneBy: LATER })] });

    expect(toText(report, paint).replace(/[<>]/g, '')).toBe(toText(report, plainPaint).replace(/[<>]/g, ''));
  });

  it('weighs a problem that fails nothing as the verdict counts it', () => {
    const problems = [aReportedProblem({ counts: false })];

    expect(toText(aReport({ violations: [], conclusion: 'success', problems }), plainPaint)).toContain(
      '\nwarning[unresolved-placeholder]: ',
    );
  });
});

describe('toText of a check whose config the branch mends', () => {
  it('says that the built-in defaults hold', () => {
    const policy = { file: repoPath('.github/agent-ownership.yml'), state: 'mended', floor: false } as const;
    expect(toText(aCleanReport({ policy }), plainPaint)).toContain(
      'Judged by the built-in defaults, without waivers: `.github/agent-ownership.yml` of the base',
    );
    expect(toText(aCleanReport(), plainPaint)).not.toContain('without waivers');
  });
});

describe('toErrorText', () => {
  it('says why the check could not be made, and the way out', () => {
    expect(toErrorText({ code: 'unknown-revision', subject: 'origin/mian' }, plainPaint))
      .toMatchInlineSnapshot(`
      "error[unknown-revision]: There is no such commit here: \`origin/mian\`.
      help: Fetch it with \`git fetch\`, or name a branch, tag or commit that \`git rev-parse\` knows.
      "
    `);
  });
});
