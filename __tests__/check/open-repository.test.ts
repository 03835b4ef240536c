import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { withRepository } from '../../src/check/open-repository.js';
import { withCode } from '../sources/git/reading.js';
import { temporaryDirectory } from '../support/repository.js';

/** A git that finds no repository, and is slower to tell its version. */
function aGit(version: string): string {
  const folder = temporaryDirectory();
  const git = join(folder, 'git');
  writeFileSync(
    git,
    `#!/bin/sh\nif [ "$5" = version ]; then sleep 0.2; echo 'git version ${version}'; exit; fi\necho 'fatal: not a git repository' >&2\nexit 128\n`,
  );
  chmodSync(git, 0o755);
  return folder;
}

describe('a directory outside any repository', () => {
  it.each([
    ['git-too-old', '2.34.1'],
    ['not-a-repository', '2.39.5'],
  ] as const)('fails as %s with git %s', async (code, version) => {
    const directory = temporaryDirectory();
    const environment = { PATH: `${aGit(version)}:/usr/bin:/bin` };
    await expect(
      withRepository({ environment, directory, temporaryDirectory: directory }, () => Promise.resolve()),
    ).rejects.toMatchObject(withCode(code));
  });
});
