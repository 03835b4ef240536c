import { describe, expect, it } from '@jest/globals';
import { mendMessageCommand } from '../../src/reporters/mend-message.js';
import { COMMIT } from '../support/report-builders.js';

const finding = { commit: COMMIT, trailers: ['Agent: backend-django'], hasDivider: false };

describe('mendMessageCommand', () => {
  it('adds a trailer to the newest commit', () => {
    expect(mendMessageCommand(finding, true)).toMatchInlineSnapshot(
      `"git commit --amend --no-edit --allow-empty --trailer Agent:backend-django"`,
    );
  });

  it('adds several trailers at once, quoted where a shell needs it', () => {
    const trailers = ['Agent: backend-django', "Agent: the cook's"];
    expect(mendMessageCommand({ ...finding, trailers }, true)).toMatchInlineSnapshot(
      `"git commit --amend --no-edit --allow-empty --trailer Agent:backend-django --trailer 'Agent:the cook'\\''s'"`,
    );
  });

  it('adds a trailer to an earlier commit without an editor', () => {
    expect(mendMessageCommand(finding, false)).toMatchInlineSnapshot(
      `"git rebase --rebase-merges -x 'test $(git rev-parse HEAD) != 3f9c2ab41d07e5b8000000000000000000000000 || git commit --amend --no-edit --allow-empty --trailer Agent:backend-django' 3f9c2ab41d07^"`,
    );
  });

  it('goes round git commit where the message has a divider', () => {
    expect(mendMessageCommand({ ...finding, hasDivider: true }, true)).toMatchInlineSnapshot(
      `"git log -1 --format=%B | git interpret-trailers --no-divider --trailer Agent:backend-django | git commit --amend --allow-empty -F -"`,
    );
  });
});
