import { execFileSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { statusOf, type Commit, type History, type OwnChange } from '../../../src/core/history.js';
import type { CommitSha } from '../../../src/core/vocabulary.js';
import type { OperationalErrorCode } from '../../../src/operational-error.js';
import { borrowRepository, type BorrowedRepository } from '../../../src/sources/git/borrowed-repository.js';
import type { Environment } from '../../../src/sources/git/environment.js';
import { readHistory } from '../../../src/sources/git/history.js';
import { createWorkspaceGit, readWorkspace } from '../../../src/sources/git/workspace.js';
import { environment, temporaryDirectory, type TestRepository } from '../../support/repository.js';

const borrowed: BorrowedRepository[] = [];

afterAll(async () => {
  await Promise.all(borrowed.splice(0).map((repository) => repository.dispose()));
});

/** The objects of a workspace as the entries read them. */
export async function borrow(
  directory: string,
  variables: Environment = environment,
): Promise<BorrowedRepository & { readonly shallow: boolean }> {
  const workspace = await readWorkspace(createWorkspaceGit(variables, directory), directory);
  const repository = await borrowRepository({
    environment: variables,
    parent: temporaryDirectory(),
    ...workspace,
  });
  borrowed.push(repository);
  return { ...repository, shallow: workspace.shallow };
}

export async function readRange(
  { directory }: Pick<TestRepository, 'directory'>,
  base: CommitSha,
  head: CommitSha,
  trailerKeys: readonly string[] = ['Agent'],
): Promise<History> {
  const repository = await borrow(directory);
  return readHistory(repository, { base, head, trailerKeys, shallow: repository.shallow });
}

/** The last commit of a range, which for a merge is the merge. */
export async function readLast(repository: TestRepository, base: CommitSha): Promise<Commit> {
  const { commits } = await readRange(repository, base, repository.sha());
  const last = commits.at(-1);
  if (last === undefined) throw new Error('the range is empty');
  return last;
}

/** An environment whose git runs these lines of shell first. */
export function wrapGit(...lines: readonly string[]): Environment {
  const directory = temporaryDirectory();
  const real = execFileSync('/bin/sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
  const program = join(directory, 'git');
  writeFileSync(program, ['#!/bin/sh', ...lines, `exec ${real} "$@"`, ''].join('\n'));
  chmodSync(program, 0o755);
  return { PATH: directory };
}

/** A change in a line: status, path, and where `before` stands. */
export const summarize = (change: OwnChange): string =>
  `${statusOf(change)} ${change.path} (${change.beforeIn})`;

export const withCode = (code: OperationalErrorCode, subject?: string): object =>
  subject === undefined ? { code } : { code, subject };
