import { describe, expect, it } from '@jest/globals';
import { mendMessageCommand } from '../../src/reporters/mend-message.js';
import { commitSha } from '../../src/core/vocabulary.js';
import { COMMIT } from '../support/report-builders.js';

const finding = {
  commit: COMMIT,
  trailers: ['Agent: backend-django'],
  hasDivider: false,
  isRoot: false,
  hasMerges: false,
};
const BASE = commitSha('b'.repeat(40));
const isHead = { base: BASE, head: COMMIT };
const isEarlier = { base: BASE, head: commitSha('a'.repeat(40)) };

describe('mendMessageCommand', () => {
  it('adds a trailer to the newest commit', () => {
    expect(mendMessageCommand(finding, isHead)).toMatchInlineSnapshot(
      `"git -c trailer.ifexists=add commit --amend --only --no-edit --allow-empty --trailer Agent:backend-django"`,
    );
  });

  it('adds several trailers at once, quoted where a shell needs it', () => {
    const trailers = ['Agent: backend-django', "Agent: the cook's"];
    expect(mendMessageCommand({ ...finding, trailers }, isHead)).toMatchInlineSnapshot(
      `"git -c trailer.ifexists=add commit --amend --only --no-edit --allow-empty --trailer Agent:backend-django --trailer 'Agent:the cook'\\''s'"`,
    );
  });

  it('adds a trailer to an earlier commit without an editor', () => {
    expect(mendMessageCommand(finding, isEarlier)).toMatchInlineSnapshot(
      `"git rebase --rebase-merges -x 'test $(git rev-parse HEAD) != 3f9c2ab41d07e5b8000000000000000000000000 || git -c trailer.ifexists=add commit --amend --only --no-edit --allow-empty --trailer Agent:backend-django' 3f9c2ab41d07^"`,
    );
  });

  it('goes round git commit where the message has a divider', () => {
    expect(mendMessageCommand({ ...finding, hasDivider: true }, isHead)).toMatchInlineSnapshot(
      `"git log -1 --no-show-signature --format=%B | git interpret-trailers --no-divider --if-exists add --trailer Agent:backend-django | git commit --amend --only --allow-empty -F -"`,
    );
  });

  it('leaves all content as it is where a merge follows', () => {
    expect(mendMessageCommand({ ...finding, hasMerges: true }, isEarlier)).toMatchInlineSnapshot(
      `"FILTER_BRANCH_SQUELCH_WARNING=1 git filter-branch -f --msg-filter 'if test $GIT_COMMIT = 3f9c2ab41d07e5b8000000000000000000000000; then git interpret-trailers --no-divider --if-exists add --trailer Agent:backend-django; else cat; fi' 3f9c2ab41d07^..HEAD"`,
    );
  });

  it('reaches a commit without a parent', () => {
    expect(mendMessageCommand({ ...finding, isRoot: true }, isEarlier)).toMatchInlineSnapshot(
      `"FILTER_BRANCH_SQUELCH_WARNING=1 git filter-branch -f --msg-filter 'if test $GIT_COMMIT = 3f9c2ab41d07e5b8000000000000000000000000; then git interpret-trailers --no-divider --if-exists add --trailer Agent:backend-django; else cat; fi' HEAD ^bbbbbbbbbbbb"`,
    );
  });
});
