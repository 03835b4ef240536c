import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Restoration } from '../../src/core/violation.js';
import { commitSha, repoPath } from '../../src/core/vocabulary.js';
import { restoreCommand } from '../../src/reporters/restore-command.js';
import { aViolation } from '../support/report-builders.js';

let directory: string;
const run = (command: string): string =>
  execFileSync('bash', ['-euc', command], {
    cwd: directory,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    env: {
      ...process.env,
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_AUTHOR_NAME: 'a',
      GIT_AUTHOR_EMAIL: 'a@example.com',
      GIT_COMMITTER_NAME: 'a',
      GIT_COMMITTER_EMAIL: 'a@example.com',
    },
  }).trim();

function write(path: string, content: string): void {
  mkdirSync(dirname(join(directory, path)), { recursive: true });
  writeFileSync(join(directory, path), content);
}

function commitAll(message: string): string {
  run(`git add -A && git commit -qm '${message}'`);
  return run('git rev-parse HEAD');
}

const entryAt = (revision: string, path: string): string =>
  run(`git --literal-pathspecs ls-tree -r -z '${revision}' -- '${path}' | tr -d '\\0'`);

function restore(sha: string, path: string, restoration: Restoration): void {
  run(restoreCommand(aViolation({ commit: commitSha(sha), path: repoPath(path), restoration })));
  commitAll('Take it back');
}

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'restore-'));
  run('git init -q -b main');
});
afterEach(() => {
  rmSync(directory, { recursive: true });
});

describe('restoreCommand', () => {
  it('removes a path that was new', () => {
    write('kept', 'x');
    commitAll('Begin');
    write('-rf', 'new');
    restore(commitAll('Add'), '-rf', { kind: 'remove' });

    expect(run('git ls-files')).toBe('kept');
  });

  it('brings a deleted path back', () => {
    write('a b/it’s', 'x');
    const begin = commitAll('Begin');
    run("git rm -q 'a b/it’s'");
    restore(commitAll('Delete'), 'a b/it’s', { kind: 'parent', parent: 1 });

    expect(run('git rev-parse HEAD^{tree}')).toBe(run(`git rev-parse ${begin}^{tree}`));
  });

  it('touches no other path that a wildcard would match', () => {
    write('app/[id]/page.tsx', 'before');
    write('app/i/page.tsx', 'before');
    commitAll('Begin');
    write('app/[id]/page.tsx', 'after');
    write('app/i/page.tsx', 'after');
    const change = commitAll('Change');
    restore(change, 'app/[id]/page.tsx', { kind: 'parent', parent: 1 });

    expect(entryAt('HEAD', 'app/[id]/page.tsx')).toBe(entryAt(`${change}^`, 'app/[id]/page.tsx'));
    expect(entryAt('HEAD', 'app/i/page.tsx')).toBe(entryAt(change, 'app/i/page.tsx'));
  });

  describe('after a merge', () => {
    const LINES = 'a\nb\nc\nd\ne\nf\ng\n';
    let merge: string;

    beforeEach(() => {
      write('both', LINES);
      write('conflict', 'base');
      write('side', 'base');
      commitAll('Begin');
      run('git checkout -qb side');
      write('both', `side${LINES}`);
      write('conflict', 'side');
      write('side', 'side');
      commitAll('Side');
      run('git checkout -q main');
      write('both', `${LINES}main`);
      write('conflict', 'main');
      commitAll('Main');
      run('git merge -q --no-commit side || true');
      write('both', 'smuggled');
      write('conflict', 'resolved');
      write('side', 'smuggled');
      merge = commitAll('Merge');
    });

    it('restores what the second parent has', () => {
      restore(merge, 'side', { kind: 'parent', parent: 2 });

      expect(entryAt('HEAD', 'side')).toBe(entryAt('side', 'side'));
    });

    it('restores what git’s own merge gives, though another path conflicts', () => {
      restore(merge, 'both', { kind: 'automatic-merge' });

      expect(run('git show HEAD:both')).toBe(`side${LINES}main`);
    });
  });
});
