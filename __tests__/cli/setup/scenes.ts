import { existsSync, lstatSync, readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Terminal } from '../../../src/cli/terminal.js';
import { createRepository, environment, type TestRepository } from '../../support/repository.js';
import { runMain, type Output } from '../../support/terminal.js';

export const DEFINITION = `---
name: backend-django
description: Builds the API.
---
### OWNS
- apps/**/views.py
### CANNOT TOUCH
- apps/**/models.py
`;

export const SHA = 'a'.repeat(40);
export const ACTION = 'acme/agent-ownership@v1';

/** A repository with a definition, and a home of its own without a config of git. */
export function aRepository(): TestRepository {
  const repository = createRepository();
  repository.write('.claude/agents/backend-django.md', DEFINITION).write('apps/blog/models.py');
  repository.commit();
  return repository;
}

export const run = (
  { directory }: Pick<TestRepository, 'directory'>,
  args: readonly string[],
  overrides: Partial<Terminal> = {},
): Promise<Output> =>
  runMain(directory, args, { environment: { ...environment, HOME: directory }, ...overrides });

export const init = (
  repository: Pick<TestRepository, 'directory'>,
  ...args: readonly string[]
): Promise<Output> => run(repository, ['init', '--yes', ...args]);

/** A person who gives these answers one after the other. */
export function answering(...answers: readonly string[]) {
  const questions: string[] = [];
  const overrides: Partial<Terminal> = {
    isInteractive: true,
    ask: (question) => {
      const answer = answers[questions.length];
      questions.push(question);
      return answer === undefined ? Promise.reject(new Error(question)) : Promise.resolve(answer);
    },
  };
  return { questions, overrides };
}

export const read = ({ directory }: Pick<TestRepository, 'directory'>, path: string): string =>
  readFileSync(join(directory, path), 'utf8');

export const has = ({ directory }: Pick<TestRepository, 'directory'>, path: string): boolean =>
  existsSync(join(directory, path));

export const modeOf = ({ directory }: Pick<TestRepository, 'directory'>, path: string): number =>
  statSync(join(directory, path)).mode & 0o777;

/** Every file, link and directory below a folder, with mode and bytes; git's objects, logs and index left out. */
export function snapshot(directory: string, folder = ''): readonly string[] {
  return readdirSync(join(directory, folder))
    .sort()
    .flatMap((name) => {
      const path = folder === '' ? name : `${folder}/${name}`;
      if (/^\.git\/(?:objects|logs|index|COMMIT_EDITMSG)/.test(path)) return [];
      const stats = lstatSync(join(directory, path));
      const mode = (stats.mode & 0o777).toString(8);
      if (stats.isSymbolicLink()) return [`${path} -> ${readlinkSync(join(directory, path))}`];
      if (stats.isDirectory()) return [`${path}/`, ...snapshot(directory, path)];
      return [`${path} ${mode} ${readFileSync(join(directory, path)).toString('base64')}`];
    });
}
