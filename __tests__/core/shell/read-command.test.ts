import { describe, expect, it } from '@jest/globals';

import { mayCommit } from '../../../src/core/shell/may-commit.js';
import { readCommand } from '../../../src/core/shell/read-command.js';
import { CASES } from './command-table.js';

const mark = (text: string): string =>
  [...readCommand(text).commits]
    .reverse()
    .reduce((marked, { insertAt }) => `${marked.slice(0, insertAt)}▲${marked.slice(insertAt)}`, text);

describe('a command', () => {
  it.each(CASES)('$title', ({ marked, doubtful }) => {
    const text = marked.replaceAll('▲', '');
    expect({ marked: mark(text), doubtful: readCommand(text).doubtful }).toEqual({ marked, doubtful });
    if (marked.includes('▲')) expect(mayCommit(text)).toBe(true);
  });
});
