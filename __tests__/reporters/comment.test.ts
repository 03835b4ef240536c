import { describe, expect, it } from '@jest/globals';
import type { Publication } from '../../src/core/publishing/publication.js';
import type { PathViolation } from '../../src/core/violation.js';
import { agentName, commitSha, repoPath } from '../../src/core/vocabulary.js';
import { toCheckRun, toErrorCheckRun } from '../../src/reporters/check-run.js';
import { toComment, toErrorComment } from '../../src/reporters/comment.js';
import { describePublication, type Published } from '../../src/reporters/publication-words.js';
import {
  aCleanReport,
  aReport,
  aReportedProblem,
  aViolation,
  BACKEND,
  DATABASE,
} from '../support/report-builders.js';

const SITE = { serverUrl: 'https://github.com', repository: 'acme/shop' };
const PUBLISHER = {
  workflow: 'acme/shop/.github/workflows/agent-ownership.yml',
  job: 'agent-ownership',
  run: 4711,
  attempt: 1,
};
const ERROR = { code: 'fetch-failed', subject: 'https://github.com' } as const;

const withFindings = (
  count: number,
  part = '',
  overrides: (index: number) => Partial<PathViolation> = apart,
) =>
  aReport({
    violations: Array.from({ length: count }, (_, index) =>
      aViolation({
        path: repoPath(`apps/${part}${index}/models.py`),
        agent: index % 2 === 0 ? BACKEND : DATABASE,
        ...overrides(index),
      }),
    ),
  });

/** Of many commits, so that no finding is like another. */
const apart = (index: number): Partial<PathViolation> => ({
  commit: commitSha(index.toString(16).padStart(40, '0')),
});

const alike = (): Partial<PathViolation> => ({});

describe('toComment', () => {
  it('says the verdict, what is wrong, what to do, and where the rest is', () => {
    const report = aReport({
      violations: [aViolation(), { code: 'squash-loses-trailers', severity: 'notice', setting: 'PR_BODY' }],
    });
    expect(toComment(report, null, PUBLISHER)).toMatchInlineSnapshot(`
      {
        "body": "<!-- agent-ownership 7b532ebe069f7014 run 4711.1 found errors -->
      ### ❌ Failed: 1 error (1 forbidden-path)

      Judged \`ba5eba5\`..\`4ead4ea\`: 2 commits, 5 changed files; 3 definitions with 38 rules, read at the base.

      #### \`backend-django\`: 1 error

      - ❌ **\`backend-django\` cannot touch \`apps/blog/models.py\`**

        CANNOT TOUCH lists \`apps/**/models.py # Models (database agent)\` at \`.claude/agents/backend-django.md:83\`. Commit \`3f9c2ab\` changes it.

        \`apps/blog/models.py\` belongs to \`database\`: hand the change over. Take it back with the command, at the root of the repository, then commit; history stays as it is.

        \`\`\`sh
        git checkout 3f9c2ab41d07^ -- apps/blog/models.py
        \`\`\`

      <sub>Agent Ownership, job \`agent-ownership\`. The job summary has 1 notice, and what was judged by which rules.</sub>
      ",
        "marker": {
          "attempt": 1,
          "found": "errors",
          "key": "7b532ebe069f7014",
          "run": 4711,
        },
      }
    `);
  });

  it('is green where nothing is wrong', () => {
    expect(toComment(aCleanReport(), SITE, PUBLISHER)).toMatchInlineSnapshot(`
      {
        "body": "<!-- agent-ownership 7b532ebe069f7014 run 4711.1 found nothing -->
      ### ✅ Passed: no agent left its boundary

      Judged [\`ba5eba5\`](https://github.com/acme/shop/commit/ba5eba5eba5eba5eba5eba5eba5eba5eba5eba5e)..[\`4ead4ea\`](https://github.com/acme/shop/commit/4ead4ead4ead4ead4ead4ead4ead4ead4ead4ead): 2 commits, 5 changed files; 3 definitions with 38 rules, read at the base.

      <sub>Agent Ownership, job \`agent-ownership\`. The [job summary](https://github.com/acme/shop/actions/runs/4711) has what was judged by which rules.</sub>
      ",
        "marker": {
          "attempt": 1,
          "found": "nothing",
          "key": "7b532ebe069f7014",
          "run": 4711,
        },
      }
    `);
  });

  it('says why there is no verdict', () => {
    expect(toErrorComment(ERROR, SITE, PUBLISHER)).toMatchInlineSnapshot(`
      {
        "body": "<!-- agent-ownership 7b532ebe069f7014 run 4711.1 found errors -->
      ### ❌ Could not check (fetch-failed)

      The history could not be fetched from the server: \`https://github.com\`.

      Run the job again; if it stays so, look at the proxy and at the certificates of the runner.

      <sub>Agent Ownership, job \`agent-ownership\`, in [this run](https://github.com/acme/shop/actions/runs/4711).</sub>
      ",
        "marker": {
          "attempt": 1,
          "found": "errors",
          "key": "7b532ebe069f7014",
          "run": 4711,
        },
      }
    `);
  });

  it('folds what follows the first five findings, and heads each agent again', () => {
    const { body } = toComment(withFindings(12), SITE, PUBLISHER);
    const [open = '', folded = ''] = body.split('<details>');
    expect(open.match(/^- ❌/gm)).toHaveLength(5);
    expect(open).toContain('#### `backend-django`: 6 errors');
    expect(folded).toContain('<summary>7 more findings</summary>');
    expect(folded.match(/^- ❌/gm)).toHaveLength(7);
    expect(folded.match(/^#### .*$/gm)).toEqual([
      '#### `backend-django`: 6 errors',
      '#### `database`: 6 errors',
    ]);
  });

  it.each(['', '𝔘'.repeat(60), '\u202e'.repeat(40)])(
    'stays below what GitHub takes, and counts what has no room: %j',
    (part) => {
      const { body } = toComment(withFindings(10_000, part), SITE, PUBLISHER);
      const shown = body.match(/^- ❌/gm)?.length ?? 0;
      const left = Number(/^\*\*(\d+) more\*\* findings have no room/m.exec(body)?.[1]);
      expect(shown).toBeGreaterThan(20);
      expect(shown + left).toBe(10_000);
      expect(body.length).toBeLessThan(65_536);
      expect(Buffer.byteLength(body)).toBeLessThan(65_536);
      expect(body).toMatch(/<\/details>\n\n\*\*\d+ more/);
      expect(body.trimEnd()).toMatch(/<\/sub>$/);
    },
  );

  it.each(['', '𝔘'.repeat(60), '\u202e'.repeat(40)])('counts alike ones by their files: %j', (part) => {
    const { body } = toComment(withFindings(10_000, part, alike), SITE, PUBLISHER);
    const shown = body.match(/^ {2}- /gm)?.length ?? 0;
    const left = Number(/^\*\*(\d+) more\*\* findings have no room/m.exec(body)?.[1]);
    expect(shown).toBeGreaterThan(50);
    expect(shown + left).toBe(10_000);
    expect(Buffer.byteLength(body)).toBeLessThan(65_536);
  });

  it('stays below it whatever else there is to say', () => {
    const problems = Array.from({ length: 3000 }, () => aReportedProblem());
    const { body } = toComment({ ...withFindings(3000), problems }, SITE, PUBLISHER);
    expect(Buffer.byteLength(body)).toBeLessThan(65_536);
    expect(body.match(/^- ❌/gm)?.length).toBeGreaterThan(20);
  });

  it.each([
    [
      'a warning',
      aReport({ conclusion: 'success', violations: [aViolation({ severity: 'warning' })] }),
      'warnings',
    ],
    ['an error that only is reported', aReport({ conclusion: 'success', mode: 'report-only' }), 'errors'],
    ['a notice', aCleanReport({ violations: [aViolation({ severity: 'notice' })] }), 'nothing'],
    [
      'what was taken back',
      aCleanReport({ violations: [aViolation({ undoneBy: aViolation().commit })] }),
      'nothing',
    ],
  ])('says in its marker how grave it is: %s', (_title, report, found) => {
    expect(toComment(report, SITE, PUBLISHER).marker.found).toBe(found);
  });
});

describe('toCheckRun', () => {
  it('has every finding as an annotation that the Checks API takes', () => {
    const report = aReport({
      violations: [
        aViolation({ inHead: { kind: 'lines', lines: [{ start: 3, end: 5 }] } }),
        aViolation({ path: repoPath('a\nb.py'), severity: 'warning' }),
        { code: 'squash-loses-trailers', severity: 'notice', setting: 'PR_BODY' },
      ],
    });
    expect(
      toCheckRun(report, SITE, PUBLISHER).annotations.map(
        ({ path, start_line, end_line, annotation_level }) => [path, start_line, end_line, annotation_level],
      ),
    ).toEqual([
      ['apps/blog/models.py', 3, 5, 'failure'],
      ['.github', 1, 1, 'warning'],
      ['.github', 1, 1, 'notice'],
    ]);
    expect(toCheckRun(withFindings(10_000), SITE, PUBLISHER).annotations).toHaveLength(10_000);
  });

  it('stays within the limits of the API', () => {
    const agents = Array.from({ length: 60 }, (_, index) => agentName(`agent-${index}-${'x'.repeat(180)}`));
    const report = { ...withFindings(3000, '𝔘'.repeat(60)), agents: [] };
    const { words, annotations } = toCheckRun(report, SITE, PUBLISHER);
    const { title, summary } = words(2999);
    expect(title.length).toBeLessThanOrEqual(255);
    expect(Buffer.byteLength(summary)).toBeLessThan(65_535);
    for (const annotation of annotations) {
      expect(annotation.title.length).toBeLessThanOrEqual(255);
      expect(Buffer.byteLength(annotation.message)).toBeLessThan(64_000);
    }
    const silenced = agents.map((agent) => ({ code: 'forbidden-path', agent }) as const);
    const activity = agents.map((agent) => ({ ...aCleanReport().agents[0], agent }));
    const quiet = { ...aCleanReport(), silenced, agents: activity } as ReturnType<typeof aCleanReport>;
    expect(toCheckRun(quiet, SITE, PUBLISHER).words(0).title.length).toBeLessThanOrEqual(255);
    expect(toCheckRun(quiet, SITE, PUBLISHER).words(7).title).toContain('missing');
    expect(toCheckRun(quiet, SITE, PUBLISHER).words(7).title.length).toBeLessThanOrEqual(255);
  });

  it('is named so that no job can have the name, and by the job where it is not the usual one', () => {
    const nameFor = (job: string) => toCheckRun(aReport(), SITE, { ...PUBLISHER, job }).name;
    expect(['agent-ownership', '', 'boundaries'].map(nameFor)).toEqual([
      'Agent Ownership: findings',
      'Agent Ownership: findings',
      'Agent Ownership: findings (boundaries)',
    ]);
  });

  it('tells the attempts of a run apart, and nothing where the run is not known', () => {
    const idOf = (overrides: Partial<typeof PUBLISHER>) =>
      toCheckRun(aReport(), SITE, { ...PUBLISHER, ...overrides }).externalId;
    expect(new Set([idOf({}), idOf({ attempt: 2 }), idOf({ run: 1 }), idOf({ job: 'x' })]).size).toBe(4);
    expect(toCheckRun(aReport(), SITE, { ...PUBLISHER, run: null })).toMatchObject({
      externalId: '',
      detailsUrl: null,
    });
  });

  it.each([
    ['failure', aReport()],
    ['success', aReport({ mode: 'report-only', conclusion: 'success' })],
    ['success', aCleanReport()],
  ] as const)('concludes with %s as the report does', (conclusion, report) => {
    expect(toCheckRun(report, SITE, PUBLISHER).conclusion).toBe(conclusion);
  });

  it('fails where nothing could be checked', () => {
    const { conclusion, words, annotations } = toErrorCheckRun(ERROR, SITE, PUBLISHER);
    expect({ conclusion, annotations, ...words(0) }).toMatchObject({
      conclusion: 'failure',
      annotations: [],
      title: 'Could not check (fetch-failed)',
    });
  });
});

describe('describePublication', () => {
  const denied = { kind: 'failed', reason: 'denied', detail: 'HTTP 403: No' } as const;

  it.each<[Published, Publication, boolean, string]>([
    ['comment', { kind: 'written' }, false, 'The comment is written.'],
    [
      'comment',
      denied,
      true,
      'No comment is written (`HTTP 403: No`). It needs `pull-requests: write`; on a pull request from a fork the token is read-only whatever the workflow says. The verdict does not depend on it.',
    ],
    [
      'check-run',
      { ...denied, detail: '' },
      true,
      'No check run is written. It needs `checks: write`, which a personal access token cannot have; on a pull request from a fork the token is read-only whatever the workflow says. The verdict does not depend on it.',
    ],
    [
      'check-run',
      { kind: 'incomplete', missing: 130, cause: null },
      true,
      'The check run lacks 130 annotations: there was no time for them. The job summary has every finding.',
    ],
    [
      'check-run',
      { kind: 'open', cause: { ...denied, reason: 'no-answer' } },
      true,
      'The check run could not be concluded, so it stays in progress (`HTTP 403: No`). Run the job again.',
    ],
    ['comment', { kind: 'no-token' }, true, 'No comment is written: the input `token` is empty.'],
  ])('says of a %s what became of it: %j', (what, publication, isNotice, text) => {
    expect(describePublication(what, publication)).toEqual({ isNotice, text });
  });

  it.each<Publication['kind']>([
    'unchanged',
    'not-needed',
    'left-to-later-run',
    'left-to-graver-step',
    'no-pull-request',
    'no-commit',
    'cancelled',
  ])('keeps out of the annotations that it is %s', (kind) => {
    const { isNotice, text } = describePublication('comment', { kind } as Publication);
    expect([isNotice, text.includes('comment')]).toEqual([false, true]);
  });
});
