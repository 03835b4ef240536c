import { describe, expect, it } from '@jest/globals';
import { agentName, repoPath } from '../../src/core/vocabulary.js';
import { plainPaint } from '../../src/reporters/paint.js';
import { toLintText } from '../../src/reporters/text-lint.js';
import {
  aDefinition,
  aLintReport,
  aPlaceholder,
  aRule,
  aSection,
  BACKEND_FILE,
} from '../support/report-builders.js';

const at = (line: number) => ({ location: { file: BACKEND_FILE, line } });

describe('toLintText', () => {
  it('shows every rule with its line, who is held to nothing, and what is wrong', () => {
    const report = aLintReport({
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
      problems: [aPlaceholder],
    });

    expect(toLintText(report, plainPaint)).toMatchInlineSnapshot(`
      "backend-django  .claude/agents/backend-django.md
          7  OWNS  Files you own
          9    apps/**/views.py  DRF views
         10    manage.py
         98  CANNOT TOUCH (Without orchestrator approval)
        100    apps/**/models.py  Models (database agent)

      docs  packages/api/.claude/agents/docs.md, patterns below packages/api
        held to nothing: it has no CANNOT TOUCH rule

      error[unresolved-placeholder]: .claude/agents/backend-django.md:84
         = \`{{FRONTEND}}/**\` below CANNOT TOUCH holds a placeholder, so it is not in force. Write the
           path that the placeholder stands for.

      ✖ 2 definitions, 3 rules; 1 error, 0 other problems
      "
    `);
  });

  it('shows the condition of an entry that the heading does not', () => {
    const rule = aRule({ condition: 'unless the task says so', remark: null });

    expect(
      toLintText(
        aLintReport({
          definitions: [aDefinition({ sections: [aSection('cannot-touch', { rules: [rule] })] })],
        }),
        plainPaint,
      ),
    ).toContain('apps/**/models.py  (unless the task says so)');
  });
});
