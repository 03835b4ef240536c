import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { aPullRequest, commitAs, runAction } from '../support/pull-request.js';

const SEED = readFileSync(join(import.meta.dirname, '../fixtures/definitions/backend-django.md'), 'utf8');

it('judges a Django-like repository by a real definition', async () => {
  const pullRequest = aPullRequest({
    '.claude/agents/backend-django.md': SEED,
    '.claude/CONTRACT.md': 'Contract\n',
    'apps/blog/models.py': 'class Post: pass\n',
    'apps/blog/migrations/0001_initial.py': 'operations = []\n',
    'config/urls.py': 'urlpatterns = []\n',
    'frontend/src/app.js': 'app()\n',
    'manage.py': 'main()\n',
    'requirements.txt': 'django\n',
    'tests/blog/test_views.py': 'def test(): pass\n',
  });
  commitAs(pullRequest, ['backend-django'], {
    'apps/blog/views.py': 'views\n',
    'apps/blog/api/serializers.py': 'serializers\n',
    'config/settings/base.py': 'DEBUG = False\n',
    'manage.py': 'changed\n',
    'requirements.txt': 'changed\n',
    'apps/blog/models.py': 'changed\n',
    'apps/blog/migrations/0002_title.py': 'new\n',
    'frontend/src/app.js': null,
    'tests/blog/test_views.py': 'changed\n',
    '.claude/CONTRACT.md': 'changed\n',
    Makefile: 'all:\n',
  });
  const { exitCode, outputs } = await runAction(pullRequest);
  const report = JSON.parse(readFileSync(outputs['report'] ?? '', 'utf8')) as {
    violations: readonly {
      code: string;
      path: string;
      rule: { pattern: string; remark: string; line: number };
    }[];
    coverage: unknown;
  };
  expect(exitCode).toBe(1);
  expect(report.coverage).toEqual({ definitions: 1, rules: 18, commits: 1, files: 11 });
  expect(
    report.violations.map(({ code, path, rule }) => [code, path, rule.pattern, rule.remark, rule.line]),
  ).toEqual([
    ['read-only-path', '.claude/CONTRACT.md', '.claude/CONTRACT.md', 'Ownership rules', 77],
    [
      'forbidden-path',
      'apps/blog/migrations/0002_title.py',
      'apps/**/migrations/**/*',
      'Migrations (database agent)',
      84,
    ],
    ['forbidden-path', 'apps/blog/models.py', 'apps/**/models.py', 'Models (database agent)', 83],
    ['forbidden-path', 'frontend/src/app.js', 'frontend/**/*', 'Frontend code', 86],
    ['read-only-path', 'requirements.txt', 'requirements.txt', 'Dependencies', 78],
    ['forbidden-path', 'tests/blog/test_views.py', 'tests/**/*', 'Tests (testing agent)', 85],
  ]);
});
