import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import pc from 'picocolors';
import type { DefinitionProblem } from '../../src/core/definitions/problem.js';
import { agentName, repoPath } from '../../src/core/vocabulary.js';
import { displayWidth } from '../../src/reporters/display-width.js';
import { plainPaint } from '../../src/reporters/paint.js';
import { toLintText } from '../../src/reporters/text-lint.js';
import { EVERY_PROBLEM } from '../support/every-problem.js';
import {
  aDefinition,
  aLintReport,
  aPlaceholder,
  aRule,
  aSection,
  BACKEND,
  BACKEND_FILE,
} from '../support/report-builders.js';

const at = (line: number) => ({ location: { file: BACKEND_FILE, line } });

const aDead = (line: number, file = BACKEND_FILE): DefinitionProblem => ({
  code: 'dead-pattern',
  severity: 'notice',
  file,
  line,
  agent: BACKEND,
  section: 'owns',
  pattern: `apps/${String(line)}/**`,
  unlisted: 0,
});

describe('toLintText', () => {
  it('shows the agents, every rule with its line, what is wrong, and what comes of it', () => {
    const report = aLintReport({
      tracked: 120,
      definitions: [
        aDefinition({
          sections: [
            aSection('owns', {
              line: 7,
              heading: 'Files you own',
              rules: [
                aRule({ section: 'owns', pattern: 'apps/**/views.py', remark: 'DRF views', ...at(9) }),
                aRule({ section: 'owns', pattern: 'manage.py', remark: null, ...at(10) }),
              ],
            }),
            aSection('cannot-touch', {
              line: 98,
              heading: 'Cannot touch (Without orchestrator approval)',
              rules: [aRule({ condition: 'Without orchestrator approval', ...at(100) })],
            }),
          ],
        }),
        aDefinition({
          name: agentName('docs'),
          file: repoPath('packages/api/.claude/agents/docs.md'),
          root: repoPath('packages/api'),
          sections: [],
        }),
      ],
      problems: [aDead(9), aPlaceholder, aDead(10)],
    });

    expect(toLintText(report, plainPaint, 80)).toMatchInlineSnapshot(`
      "                                                           CANNOT  problems
      AGENT           FILE                          OWNS  READS   TOUCH  err warn note
      backend-django  .claude/agents…end-django.md     2      0       1    1    -    2
      docs            packages/api/.…gents/docs.md     0      0    none    -    -    -
      Held to nothing, for want of a CANNOT TOUCH rule: \`docs\`.

      backend-django  .claude/agents/backend-django.md
          7  OWNS  Files you own
          9    apps/**/views.py  DRF views
         10    manage.py
         98  CANNOT TOUCH (Without orchestrator approval)
        100    apps/**/models.py  Models (database agent)

      docs  packages/api/.claude/agents/docs.md, patterns below packages/api
        no rules

      .claude/agents/backend-django.md
        84  error  unresolved-placeholder
            \`{{FRONTEND}}/**\` below CANNOT TOUCH holds a placeholder, so it is not in
            force. Write the path that the placeholder stands for.

      notice  dead-pattern: 2 in 1 file
        .claude/agents/backend-django.md:9
          \`apps/9/**\` below OWNS matches no tracked file, so nothing is held to it.
          Mend the path, or remove the line.
        .claude/agents/backend-django.md:10
          \`apps/10/**\` below OWNS matches no tracked file, so nothing is held to it.
          Mend the path, or remove the line.

      ✖ 2 definitions, 3 rules, held against 120 files; 1 error, 0 warnings, 2 notices
      Exit status 1: there are errors.
      "
    `);
  });

  it.each<[string, readonly DefinitionProblem[], string]>([
    ['an error', [aPlaceholder], 'Exit status 1'],
    ['a notice only', [aDead(1)], 'Exit status 0'],
    ['nothing', [], 'Exit status 0'],
  ])('says how %s ends', (_, problems, status) => {
    const last = toLintText(aLintReport({ problems }), plainPaint, 80).trimEnd().split('\n').at(-1);

    expect(last).toContain(status);
  });

  it('shows the first notices of a code and says how to see the rest', () => {
    const problems = Array.from({ length: 37 }, (_, index) =>
      aDead(index + 1, repoPath(`.claude/agents/${String(index % 12)}.md`)),
    );
    const text = toLintText(aLintReport({ problems }), plainPaint, 80);

    expect(text).toContain('dead-pattern: 37 in 12 files');
    expect(text.match(/matches no tracked file/g)).toHaveLength(5);
    expect(text).toContain('32 notices are left out here; `--format json` gives all.');
  });

  it('shows every error and warning, those of a file together, the worst file first', () => {
    const problems = Array.from({ length: 300 }, (_, index): DefinitionProblem => ({
      ...aPlaceholder,
      severity: index === 299 ? 'error' : 'warning',
      line: index + 1,
      file: repoPath(`${String(Math.floor(index / 100))}.md`),
    }));
    const text = toLintText(aLintReport({ problems }), plainPaint, 80);

    expect(text.match(/unresolved-placeholder/g)).toHaveLength(300);
    expect(text.match(/^\d\.md$/gm)).toEqual(['2.md', '0.md', '1.md']);
  });

  it('has no tick where there is no definition', () => {
    const text = toLintText(aLintReport({ definitions: [], problems: [] }), plainPaint, 80);
    expect(text).toContain('▲ 0 definitions');
    expect(text).not.toContain('✔');
  });

  it('says that no tree was read, and nothing of files', () => {
    const text = toLintText(aLintReport({ tracked: null, lookedFor: [] }), plainPaint, 80);

    expect(text).toContain('No repository was read');
    expect(text).not.toContain('held against');
  });

  it('says where it looked when there is no definition', () => {
    const text = toLintText(aLintReport({ definitions: [] }), plainPaint, 80);

    expect(text).toContain('`.claude/agents/**/*.md`');
    expect(text).not.toContain('AGENT');
  });

  it('marks who is held to nothing: no rule, exceptions only; not one whose namesake is held', () => {
    const negated = aRule({
      pattern: '!x',
      compiled: { negated: true, alternatives: [], matches: () => true, coversLink: () => false },
    });
    const definitions = [
      aDefinition(),
      aDefinition({ file: repoPath('a/.claude/agents/x.md'), sections: [] }),
      aDefinition({ name: agentName('docs'), sections: [aSection('owns')] }),
      aDefinition({ name: agentName('ops'), sections: [aSection('cannot-touch', { rules: [negated] })] }),
    ];

    expect(toLintText(aLintReport({ definitions }), plainPaint, 80)).toContain(
      'Held to nothing, for want of a CANNOT TOUCH rule: `docs` and `ops`.',
    );
  });

  it('shows the condition of an entry that the heading does not', () => {
    const rule = aRule({ condition: 'unless the task says so', remark: null });
    const definitions = [aDefinition({ sections: [aSection('cannot-touch', { rules: [rule] })] })];

    expect(toLintText(aLintReport({ definitions }), plainPaint, 80)).toContain(
      'apps/**/models.py  (unless the task says so)',
    );
  });

  it('cuts a remark, never a pattern', () => {
    const pattern = `packages/${'a-long-name/'.repeat(8)}**/*.ts`;
    const rule = aRule({ pattern, remark: 'word '.repeat(40) });
    const definitions = [aDefinition({ sections: [aSection('owns', { rules: [rule] })] })];
    const text = toLintText(aLintReport({ definitions }), plainPaint, 80);

    expect(text).toContain(pattern);
    expect(text).toContain('word…');
  });

  it('keeps to the width, whatever the names; only a word alone can be wider', () => {
    const word = fc.string({
      unit: fc.constantFrom('a', '/', '文', '字', 'é', 'e\u0301', '👍', '-'),
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(word, word, word, fc.integer({ min: 60, max: 100 }), (name, file, remark, width) => {
        const report = aLintReport({
          definitions: [
            aDefinition({
              name: agentName(name),
              file: repoPath(file),
              sections: [aSection('owns', { rules: [aRule({ remark: `${remark} ${remark} ${remark}` })] })],
            }),
          ],
          problems: EVERY_PROBLEM,
        });
        const tooWide = toLintText(report, plainPaint, width)
          .split('\n')
          .filter((line) => displayWidth(line) > width && line.trim().includes(' '));

        expect(tooWide).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('lays out the same with colours', () => {
    const report = aLintReport({
      definitions: [aDefinition(), aDefinition({ name: agentName('docs'), sections: [] })],
      problems: EVERY_PROBLEM,
    });
    const coloured = toLintText(report, pc.createColors(true), 80);

    expect(coloured).toContain('\u001b[');
    // eslint-disable-next-line no-control-regex -- the colours themselves
    expect(coloured.replaceAll(/\u001b\[\d+m/g, '')).toBe(toLintText(report, plainPaint, 80));
  });
});
