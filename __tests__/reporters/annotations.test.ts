import { describe, expect, it } from '@jest/globals';
import type { Report } from '../../src/core/report.js';
import { agentName, repoPath } from '../../src/core/vocabulary.js';
import { toAnnotations } from '../../src/reporters/annotations.js';
import {
  aCleanReport,
  aPlaceholder,
  aReport,
  aReportedProblem,
  aRuleReference,
  aViolation,
  BACKEND_FILE,
  LATER,
  MODELS,
  anUnknownAgent,
} from '../support/report-builders.js';

const files = (amount: number) => Array.from({ length: amount }, (_, index) => repoPath(`tests/${index}.py`));
const annotated = (violations: Report['violations']) => toAnnotations(aReport({ violations }));
const GONE = { kind: 'gone' } as const;
const onLines = (...lines: readonly (readonly [number, number])[]) =>
  ({ kind: 'lines', lines: lines.map(([start, end]) => ({ start, end })) }) as const;
/** As the toolkit writes a message. */
const encoded = (message: string): string =>
  message.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

describe('toAnnotations', () => {
  it('says on the file what is wrong and what to do', () => {
    expect(toAnnotations(aReport())).toMatchInlineSnapshot(`
      {
        "annotations": [
          {
            "endLine": null,
            "file": "apps/blog/models.py",
            "level": "error",
            "message": "\`backend-django\` cannot touch \`apps/blog/models.py\`: CANNOT TOUCH lists \`apps/**/models.py # Models (database agent)\` at \`.claude/agents/backend-django.md:83\`. Commit 3f9c2ab changes it.
      \`apps/blog/models.py\` belongs to \`database\`: hand the change over. Take it back with the command, at the root of the repository, then commit; history stays as it is.
      git checkout 3f9c2ab41d07^ -- apps/blog/models.py",
            "startLine": null,
            "title": "backend-django cannot touch apps/blog/models.py",
          },
        ],
        "failure": "Failed: 1 error (1 forbidden-path). The job summary says what to do.",
        "omitted": 0,
      }
    `);
  });

  it('has nothing to say of a clean report', () => {
    expect(toAnnotations(aCleanReport())).toEqual({ annotations: [], failure: null, omitted: 0 });
  });

  it('groups the findings of a file, the most severe first', () => {
    const { annotations } = annotated([
      aViolation({ severity: 'warning', code: 'read-only-path', commit: LATER }),
      aViolation(),
    ]);

    expect(annotations).toHaveLength(1);
    expect(annotations[0]).toMatchObject({
      level: 'error',
      title: 'backend-django cannot touch apps/blog/models.py (and 1 more)',
    });
    expect(annotations[0]?.message).toMatch(/cannot touch[^]*\n\n.*only reads/);
  });

  it('puts a file that the head does not have on the line of the rule', () => {
    const { annotations } = annotated([aViolation({ status: 'D', inHead: GONE })]);

    expect(annotations).toMatchObject([{ file: BACKEND_FILE, startLine: 83, endLine: 83 }]);
  });

  it('puts it nowhere where there is no rule either', () => {
    expect(annotated([aViolation({ status: 'D', inHead: GONE, rule: null })]).annotations).toMatchObject([
      { file: null, startLine: null, endLine: null },
    ]);
  });

  it('puts a finding on the lines that its commit wrote', () => {
    expect(annotated([aViolation({ inHead: onLines([3, 5]) })]).annotations).toMatchObject([
      { file: MODELS, startLine: 3, endLine: 5 },
    ]);
  });

  it('shows each place, what to do at the first, and names them all there', () => {
    const { annotations, omitted } = annotated([aViolation({ inHead: onLines([3, 5], [9, 9], [12, 13]) })]);

    expect(annotations.map(({ startLine, endLine }) => [startLine, endLine])).toEqual([
      [3, 5],
      [9, 9],
      [12, 13],
    ]);
    expect(annotations[0]?.message).toContain('changes it. Lines 3-5, 9, 12-13.\n');
    expect(annotations[0]?.message).toContain('git checkout');
    expect(annotations[1]?.message).toMatchInlineSnapshot(`
      "\`backend-django\` cannot touch \`apps/blog/models.py\`: CANNOT TOUCH lists \`apps/**/models.py # Models (database agent)\` at \`.claude/agents/backend-django.md:83\`. Commit 3f9c2ab changes it.
      What to do stands at line 3."
    `);
    expect(omitted).toBe(0);
  });

  it('begins where the gravest finding is, and makes one place of lines that touch', () => {
    const { annotations } = annotated([
      aViolation({ severity: 'warning', code: 'read-only-path', inHead: onLines([1, 1], [8, 9]) }),
      aViolation({ commit: LATER, inHead: onLines([6, 7], [20, 20]) }),
    ]);

    expect(annotations.map(({ level, startLine, endLine }) => [level, startLine, endLine])).toEqual([
      ['error', 6, 9],
      ['warning', 1, 1],
      ['error', 20, 20],
    ]);
  });

  it('gives every file its annotation before any file a second one', () => {
    const { annotations, omitted } = annotated(
      files(8).map((path) => aViolation({ path, inHead: onLines([1, 2], [4, 4], [6, 6]) })),
    );

    expect(annotations.map(({ file, startLine }) => [file, startLine])).toEqual([
      ...files(8).map((path) => [path, 1]),
      ['tests/0.py', 4],
    ]);
    expect(omitted).toBe(0);
  });

  it('has room for all where the caller has', () => {
    const caps = { error: Infinity, warning: 0, notice: 0 };
    const violations = files(40).map((path) => aViolation({ path, inHead: onLines([1, 2], [4, 4]) }));

    expect(toAnnotations(aReport({ violations }), caps).annotations).toHaveLength(80);
  });

  it.each(['caf\udce9.txt', 'a\nb', 'a\u202eb', '##[x]', '::x'])(
    'names a file in words that no annotation can name: %j',
    (path) => {
      const [annotation] = annotated([aViolation({ path: repoPath(path) })]).annotations;

      expect(annotation).toMatchObject({ file: null, startLine: null, level: 'error' });
    },
  );

  it('leaves out what was undone', () => {
    expect(annotated([aViolation({ undoneBy: LATER })])).toMatchObject({ annotations: [], omitted: 0 });
  });

  it('shows nine of 25 files with errors, for failing takes the tenth, and says how many are left', () => {
    const report = annotated(files(25).map((path) => aViolation({ path })));

    expect(report.annotations).toHaveLength(9);
    expect(report.omitted).toBe(16);
    expect(report.failure).toBe(
      'Failed: 25 errors (25 forbidden-path). 16 more than the annotations show are in the job summary.',
    );
  });

  it('shows ten warnings and ten notices beside the errors', () => {
    const { annotations, omitted } = annotated([
      ...files(12).map((path) => aViolation({ path, severity: 'notice' })),
      ...files(24)
        .slice(12)
        .map((path) => aViolation({ path, severity: 'warning' })),
      ...files(30)
        .slice(24)
        .map((path) => aViolation({ path })),
    ]);

    expect(annotations.map(({ level }) => level)).toEqual([
      ...Array<string>(6).fill('error'),
      ...Array<string>(10).fill('warning'),
      ...Array<string>(10).fill('notice'),
    ]);
    expect(omitted).toBe(4);
  });

  it('counts the findings that one message cannot hold', () => {
    const { annotations, omitted } = annotated(
      Array.from({ length: 50 }, (_, index) => aViolation({ agent: agentName(`agent-${index}`) })),
    );

    expect(annotations).toHaveLength(1);
    expect(annotations[0]?.message).toMatch(/\n\n(\d+) more here: the report has all of them\.$/);
    expect(annotations[0]?.message).toContain(`\n\n${omitted} more here`);
  });

  it.each(['%', '\n', 'x', '😀', ':'])('stays below the limits with names of nothing but %j', (character) => {
    const long = character.repeat(5000);
    const [annotation] = annotated([
      aViolation({
        agent: agentName(long),
        path: repoPath(long),
        owners: [agentName(`${long}1`), agentName(`${long}2`)],
        rule: aRuleReference({ pattern: long, remark: long, condition: long, file: repoPath(long) }),
      }),
    ]).annotations;

    expect(encoded(annotation?.message ?? '').length).toBeLessThanOrEqual(4096);
    expect(encoded(annotation?.title ?? '').length).toBeLessThanOrEqual(255);
    expect(annotation?.message).toContain('cannot touch');
  });

  it.each([
    ['counts', true, false, 'error'],
    ['is introduced', false, true, 'warning'],
  ] as const)('shows a definition problem that %s', (_title, counts, introduced, level) => {
    const problems = [aReportedProblem({ counts, introduced })];

    expect(toAnnotations(aCleanReport({ problems })).annotations).toMatchObject([
      { level, file: BACKEND_FILE, startLine: 84, title: 'Placeholder that nobody filled in' },
    ]);
  });

  it('leaves out a definition problem from before', () => {
    const problems = [aReportedProblem({ problem: aPlaceholder, counts: false, introduced: false })];

    expect(toAnnotations(aCleanReport({ problems })).annotations).toEqual([]);
  });

  it('puts findings on commits into one annotation of their kind', () => {
    const claims = ['a', 'b'].map((claim) => anUnknownAgent({ claim, suggestions: [] }));

    expect(annotated([...claims, aViolation()]).annotations.map(({ title, file }) => [title, file])).toEqual([
      ['No agent is named a (and 1 more)', null],
      ['backend-django cannot touch apps/blog/models.py', MODELS],
    ]);
  });
});
