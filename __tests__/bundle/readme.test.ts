import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { runCommandLine } from '../support/command-line.js';
import { aPullRequest } from '../support/pull-request.js';

const README = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');

const DATABASE = '---\nname: database\ndescription: d\n---\n### OWNS\n```\napps/**/models.py\n```\n';

/** Commit names depend on who commits when; everything else must be as the page shows it. */
const withoutNames = (text: string): string => text.replace(/\b[0-9a-f]{7,40}\b/g, '<sha>');

it('shows the report that its own definition and commit give', () => {
  const definition = /````markdown\n([\s\S]*?)````/.exec(README)?.[1] ?? '';
  const message = /```\n(Validate[\s\S]*?)```/.exec(README)?.[1] ?? '';
  const report = /```\n(✖ Failed[\s\S]*?)```/.exec(README)?.[1];
  const { repository } = aPullRequest({
    '.claude/agents/backend-django.md': definition,
    '.claude/agents/database.md': DATABASE,
    'apps/blog/models.py': 'before\n',
  });
  repository.write('apps/blog/models.py', 'after\n');
  repository.commit(message);
  const { stdout } = runCommandLine(repository.directory, ['check']);
  expect(report).toBeDefined();
  expect(withoutNames(stdout)).toBe(withoutNames(report ?? ''));
});
