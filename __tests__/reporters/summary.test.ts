import { describe, expect, it } from '@jest/globals';
import { agentName, commitSha, repoPath } from '../../src/core/vocabulary.js';
import { toErrorSummary, toSummary } from '../../src/reporters/summary.js';
import {
  aCleanReport,
  anActivity,
  anAttribution,
  aReport,
  aReportedProblem,
  aViolation,
  BACKEND,
  COMMIT,
  DATABASE,
  HEAD,
  LATER,
} from '../support/report-builders.js';

const SITE = { serverUrl: 'https://github.com', repository: 'acme/shop' };
const bytes = (text: string): number => Buffer.byteLength(text);

describe('toSummary', () => {
  it('begins with the verdict and says all that there is to do', () => {
    const report = aReport({
      violations: [aViolation(), aViolation({ path: repoPath('tests/test_blog.py'), undoneBy: LATER })],
      problems: [aReportedProblem(), aReportedProblem({ introduced: false, counts: false })],
      agents: [
        anActivity(),
        anActivity({
          agent: DATABASE,
          commits: 0,
          forbiddenPaths: 0,
          files: [repoPath('.claude/agents/database.md')],
        }),
        anActivity({
          agent: agentName('docs'),
          files: [repoPath('.claude/agents/docs.md')],
          rules: { owns: 2, reads: 0, cannotTouch: 0 },
          forbiddenPaths: 0,
        }),
      ],
    });

    expect(toSummary(report, null)).toMatchInlineSnapshot(`
      "## ❌ Failed: 2 errors (1 forbidden-path, 1 unresolved-placeholder)

      Judged \`ba5eba5\`..\`4ead4ea\`: 2 commits, 5 changed files; 3 definitions with 38 rules, read at the base. Judged by the built-in defaults.

      | Agent | Commits | Files | Allowed | Forbidden | Lifted | Held to |
      | --- | ---: | ---: | ---: | ---: | ---: | --- |
      | \`backend-django\` | 2 | 5 | 4 | **1** | 0 | 4 CANNOT TOUCH, 10 OWNS, 4 READS |
      | \`docs\` | 2 | 5 | 4 | 0 | 0 | nothing (no CANNOT TOUCH, 2 OWNS) |

      ### \`backend-django\`: 1 error

      - ❌ **\`backend-django\` cannot touch \`apps/blog/models.py\`**

        CANNOT TOUCH lists \`apps/**/models.py # Models (database agent)\` at \`.claude/agents/backend-django.md:83\`. Commit \`3f9c2ab\` changes it.

        \`apps/blog/models.py\` belongs to \`database\`: hand the change over. Take it back with the command, at the root of the repository, then commit; history stays as it is.

        \`\`\`sh
        git checkout 3f9c2ab41d07^ -- apps/blog/models.py
        \`\`\`

      ### Definitions

      - ❌ \`.claude/agents/backend-django.md:84\`: \`{{FRONTEND}}/**\` below CANNOT TOUCH holds a placeholder, so it is not in force. Write the path that the placeholder stands for.

      <details>
      <summary>1 definition problem from before</summary>

      - ⚠️ \`.claude/agents/backend-django.md:84\`: \`{{FRONTEND}}/**\` below CANNOT TOUCH holds a placeholder, so it is not in force. Write the path that the placeholder stands for.

      </details>

      <details>
      <summary>1 finding was taken back and does not count</summary>

      - \`backend-django\` cannot touch \`tests/test_blog.py\`: CANNOT TOUCH lists \`apps/**/models.py # Models (database agent)\` at \`.claude/agents/backend-django.md:83\`. Commit \`3f9c2ab\` changes it. Commit \`7c01d5e\` takes it back, so this does not count.

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
      - \`database\` is held to 4 CANNOT TOUCH, 10 OWNS, 4 READS. \`.claude/agents/database.md\`
      - \`docs\` is held to nothing (no CANNOT TOUCH, 2 OWNS). \`.claude/agents/docs.md\`

      </details>
      "
    `);
  });

  it('links commits, and places as they are at the base', () => {
    const summary = toSummary(aReport(), SITE);

    expect(summary).toContain(`[\`3f9c2ab\`](https://github.com/acme/shop/commit/${COMMIT})`);
    expect(summary).toContain(
      `[\`.claude/agents/backend-django.md:83\`](https://github.com/acme/shop/blob/${'ba5e'.repeat(10)}/.claude/agents/backend-django.md?plain=1#L83)`,
    );
  });

  it('links the lines that a commit wrote, as they are at the head', () => {
    const inHead = {
      kind: 'lines',
      lines: [
        { start: 3, end: 5 },
        { start: 9, end: 9 },
      ],
    } as const;
    const summary = toSummary(aReport({ violations: [aViolation({ inHead })] }), SITE);
    const file = `https://github.com/acme/shop/blob/${HEAD}/apps/blog/models.py?plain=1`;

    expect(summary).toContain(`, lines [3-5](${file}#L3-L5), [9](${file}#L9)\n`);
    expect(toSummary(aReport({ violations: [aViolation({ inHead })] }), null)).toContain(', lines 3-5, 9\n');
  });

  it('says of every commit whose it was taken for', () => {
    const kinds = (['agent', 'joint', 'unknown', 'anonymous', 'person'] as const).map((kind) =>
      anAttribution({
        kind,
        agents: kind === 'joint' ? [BACKEND, DATABASE] : [BACKEND],
        provisional: kind === 'agent',
      }),
    );

    expect(toSummary(aReport({ attributions: kinds }), null)).toContain(
      [
        '<summary>The 5 commits, and whose they are</summary>',
        '',
        '| Commit | Subject | Judged as |',
        '| --- | --- | --- |',
        '| `3f9c2ab` | `Add a slug to posts` | `backend-django` (defined by this branch only) |',
        '| `3f9c2ab` | `Add a slug to posts` | `backend-django` and `database` |',
        '| `3f9c2ab` | `Add a slug to posts` | an agent that no definition names |',
        '| `3f9c2ab` | `Add a slug to posts` | an AI without an agent’s name, not judged |',
        '| `3f9c2ab` | `Add a slug to posts` | a person, not judged |',
        '',
      ].join('\n'),
    );
  });

  it('links the definition of an agent that only the head defines to the head', () => {
    const provisional = {
      code: 'provisional-agent',
      severity: 'warning',
      agent: BACKEND,
      commit: COMMIT,
      file: repoPath('.claude/agents/backend-django.md'),
      waivedBy: null,
    } as const;

    expect(toSummary(aReport({ violations: [provisional, aViolation()] }), SITE)).toContain(
      `/blob/${HEAD}/.claude/agents/backend-django.md?plain=1#L83)`,
    );
  });

  it('names the pull requests of a merge group', () => {
    expect(toSummary(aReport(), SITE, [7, 8])).toContain(
      '\nPull requests of the merge group: [#7](https://github.com/acme/shop/pull/7), [#8](https://github.com/acme/shop/pull/8).\n',
    );
    expect(toSummary(aReport(), null, [7])).toContain('\nPull requests of the merge group: #7.\n');
    expect(
      toSummary(
        aReport(),
        null,
        Array.from({ length: 1_000 }, (_, index) => index + 1),
      ),
    ).toContain('#100, and 900 more.\n');
    expect(toSummary(aReport(), SITE)).not.toContain('merge group');
  });

  it('says that there is nothing to judge', () => {
    const report = aCleanReport({
      coverage: { definitions: 1, rules: 4, commits: 0, files: 0, trusted: 0 },
      attributions: [],
      agents: [],
    });

    expect(toSummary(report, null)).toMatchInlineSnapshot(`
      "## ✅ Nothing to judge: there is no commit between base and head

      Judged \`ba5eba5\`..\`4ead4ea\`: 0 commits, 0 changed files; 1 definition with 4 rules, read at the base. Judged by the built-in defaults.
      "
    `);
  });

  it('shows all of a few hundred findings', () => {
    const violations = Array.from({ length: 300 }, (_, index) =>
      aViolation({ path: repoPath(`tests/${index}.py`) }),
    );
    const summary = toSummary(aReport({ violations }), SITE);

    expect(summary.match(/^ {2}- `tests\/\d+\.py`/gm)).toHaveLength(300);
    expect(summary).not.toContain('left out');
  });

  it('stays below a million bytes with 20,000 findings, cuts whole ones, and says how many', () => {
    const violations = Array.from({ length: 20_000 }, (_, index) =>
      aViolation({
        path: repoPath(`тесты/${'ё'.repeat(80)}/${index}.py`),
        commit: commitSha(index.toString(16).padStart(40, '0')),
        undoneBy: index % 4 === 0 ? LATER : null,
      }),
    );
    const summary = toSummary(
      aReport({
        violations,
        problems: violations.map(() => aReportedProblem()),
        agents: violations.map(({ path }) => anActivity({ agent: agentName(path) })),
        attributions: violations.map(({ commit }) => anAttribution({ commit })),
      }),
      SITE,
    );
    const shown = summary.match(/^- ❌ .*cannot touch/gm)?.length ?? 0;

    expect(bytes(summary)).toBeLessThan(1_000_000);
    expect(bytes(summary)).toBeGreaterThan(700_000);
    expect(summary).toContain(`**${15_000 - shown} more** findings are left out`);
    expect(summary.match(/^ *```/gm)).toHaveLength(2 * shown);
    expect(summary.match(/<details>/g)).toHaveLength(summary.match(/<\/details>/g)?.length ?? 0);
  });
});

describe('toErrorSummary', () => {
  it('says why the check could not be made, and the way out', () => {
    expect(toErrorSummary({ code: 'incomplete-history', subject: '' })).toMatchInlineSnapshot(`
      "## ❌ Could not check (incomplete-history)

      The history between the base and the head is not all there.

      In a clone, run \`git fetch --unshallow\`; in a workflow, run the job again, or use \`actions/checkout\` with \`fetch-depth: 0\`.
      "
    `);
  });
});
