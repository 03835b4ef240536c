import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { appendTrailers } from '../../../src/core/shell/append-trailers.js';
import { readCommand } from '../../../src/core/shell/read-command.js';
import type { Trailer } from '../../../src/core/shell/trailers.js';
import { aCommandText } from './generated-commands.js';
import { stampAll } from './stamping.js';

const agent = (value: string): Trailer => ({ key: 'Agent', value });

const stamp = (text: string, ...values: readonly string[]): string => stampAll(text, values.map(agent));

describe('a trailer', () => {
  it.each([
    [
      'is added behind the last argument',
      'git commit -m x && git push',
      "git commit -m x --trailer 'Agent: testing' && git push",
    ],
    [
      'is added before a separator',
      'git commit -m x -- a',
      "git commit -m x --trailer 'Agent: testing' -- a",
    ],
    [
      'is added to each commit',
      'git commit; git commit',
      "git commit --trailer 'Agent: testing'; git commit --trailer 'Agent: testing'",
    ],
    [
      'is left out where the message has it',
      'git commit -m "x\n\nagent: testing"',
      'git commit -m "x\n\nagent: testing"',
    ],
    [
      'is left out where an option has it',
      'git commit --trailer Agent=testing',
      'git commit --trailer Agent=testing',
    ],
    [
      'is added where another key has its value',
      'git commit --trailer Reviewed-by=testing',
      "git commit --trailer Reviewed-by=testing --trailer 'Agent: testing'",
    ],
    [
      'is added where another value is there',
      'git commit --trailer Agent=x',
      "git commit --trailer Agent=x --trailer 'Agent: testing'",
    ],
    [
      'is added where it is no trailer of the message',
      'git commit -m "Agent: testing"',
      `git commit -m "Agent: testing" --trailer 'Agent: testing'`,
    ],
    ['is added to nothing where nothing is certain', 'git commit $x', 'git commit $x'],
  ])('%s', (_, text, stamped) => {
    expect(stamp(text, 'testing')).toBe(stamped);
  });

  it('is added for each agent once', () => {
    expect(stamp('git commit', 'database', 'frontend', 'database')).toBe(
      "git commit --trailer 'Agent: database' --trailer 'Agent: frontend'",
    );
  });

  it('keeps the quotes of its value', () => {
    expect(stamp('git commit', "it's 'it'")).toBe(
      String.raw`git commit --trailer 'Agent: it'\''s '\''it'\'''`,
    );
  });

  it('can be added to one commit of several', () => {
    const text = 'git commit; git commit -m x';
    const [, second] = readCommand(text).commits;
    if (second === undefined) throw new Error('there are two commits');
    expect(appendTrailers(text, second, [agent('testing')])).toBe(`${text} --trailer 'Agent: testing'`);
  });

  it('is one line, whatever its value', () => {
    expect(stamp('git commit', ' a\r\nSigned-off-by: b\0\u2028c\t')).toBe(
      "git commit --trailer 'Agent: a Signed-off-by: b c'",
    );
  });
});

describe('a command with a trailer', () => {
  it('keeps every prefix up to the last argument, and all that stands behind', () => {
    fc.assert(
      fc.property(aCommandText, (text) => {
        for (const call of readCommand(text).commits) {
          const stamped = appendTrailers(text, call, [agent('testing')]);
          const option = stamped.slice(call.insertAt, call.insertAt + stamped.length - text.length);
          expect(stamped.slice(0, call.insertAt)).toBe(text.slice(0, call.insertAt));
          expect(['', " --trailer 'Agent: testing'"]).toContain(option);
          expect(stamped.slice(call.insertAt + option.length)).toBe(text.slice(call.insertAt));
        }
      }),
    );
  });

  it('is read as the same commits, which then have it', () => {
    fc.assert(
      fc.property(aCommandText, (text) => {
        const before = readCommand(text);
        const after = readCommand(stamp(text, 'testing'));
        expect(after.doubtful).toBe(before.doubtful);
        expect(after.commits.map(({ pathspecs, message }) => ({ pathspecs, message }))).toEqual(
          before.commits.map(({ pathspecs, message }) => ({ pathspecs, message })),
        );
        for (const { trailers } of after.commits) expect(trailers).toContainEqual(agent('testing'));
      }),
    );
  });
});
