import { describe, expect, it } from '@jest/globals';
import { parseHeadLog } from '../../../src/core/journal/head-log.js';

const A = 'a'.repeat(40);
const B = 'b'.repeat(40);
const NONE = '0'.repeat(40);
const line = (what: string, from = A): string =>
  `${from} ${B} A U Thor <a@example.com> 1767225600 +0000\t${what}\n`;

describe('parseHeadLog', () => {
  it.each([
    ['commit: Add a page', 'commit'],
    ['commit (initial): Begin', 'commit'],
    ['commit (amend): Add a page', 'amend'],
    ['commit (merge): Merge branch', 'merge'],
    ['revert: Revert "x"', 'revert'],
    ['commit (cherry-pick): Somebody’s', 'elsewhere'],
    ['cherry-pick: Somebody’s', 'elsewhere'],
    ['merge topic: Fast-forward', 'elsewhere'],
    ["merge topic: Merge made by the 'ort' strategy.", 'elsewhere'],
    ['pull: Fast-forward', 'elsewhere'],
    ['rebase (pick): Somebody’s', 'elsewhere'],
    ['rebase (finish): returning to refs/heads/main', 'elsewhere'],
    ['checkout: moving from main to topic', 'elsewhere'],
    ['reset: moving to HEAD^', 'elsewhere'],
    ['am: A patch', 'elsewhere'],
    ['merge commit: Fast-forward', 'elsewhere'],
    ['merge revert: Fast-forward', 'elsewhere'],
    ['commit without a colon', 'elsewhere'],
    ['', 'elsewhere'],
  ])('reads %j as %s', (what, kind) => {
    expect(parseHeadLog(line(what))).toEqual([{ from: A, to: B, at: 1767225600, kind }]);
  });

  it('reads a line without words, as a tool may write it', () => {
    expect(parseHeadLog(line('').replace('\t', ''))).toMatchObject([{ from: A, to: B, kind: 'elsewhere' }]);
  });

  it.each([
    ['ends with zeros', `${'a'.repeat(20)}${'0'.repeat(20)}`],
    ['begins with zeros', `${'0'.repeat(20)}${'a'.repeat(20)}`],
    ['is a SHA-256', 'a'.repeat(64)],
  ])('takes a name that %s for a commit', (_, from) => {
    expect(parseHeadLog(line('commit: x', from))).toMatchObject([{ from, kind: 'commit' }]);
  });

  it('knows the first commit, and passes over what is no line of a log', () => {
    expect(parseHeadLog(`garbage\n${line('commit (initial): x', NONE)}${A} ${B} cut`)).toEqual([
      { from: null, to: B, at: 1767225600, kind: 'commit' },
    ]);
  });
});
