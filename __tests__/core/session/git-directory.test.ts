import { expect, it } from '@jest/globals';
import { steersGit } from '../../../src/core/session/git-directory.js';

it.each([
  ['hooks/pre-commit', true],
  ['config', true],
  ['', true],
  ['HEAD', true],
  ['refs/heads/main', true],
  ['info/attributes', true],
  ['modules/lib/hooks/post-checkout', true],
  ['worktrees/one/config.worktree', true],
  ['agent-ownership/definitions/x.json', true],
  ['COMMIT_EDITMSG', false],
  ['message.txt', false],
  ['info/exclude', false],
])('.git/%s steers git: %s', (path, expected) => {
  expect(steersGit(path)).toBe(expected);
});
