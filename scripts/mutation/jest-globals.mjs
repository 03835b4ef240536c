/** What the tests of the core use of jest, on mocha: mocha runs them again and again in one process, which jest does not. */
import { expect } from 'expect';
import { bind } from 'jest-each';

/** Megabytes of text and the like show that time is bounded, not what is read: they would cost hours here. */
const LARGE =
  /megabyte|in (good |no )?time|made to be slow|read to its end with many|paths of any depth|nest deeper|every character is escaped|that Unicode makes one|too many for a definition/;

const describe = (title, body) => globalThis.describe(title, body);
const it = (title, body) => {
  if (!LARGE.test(title)) globalThis.it(title, body);
};

describe.each = bind(describe);
it.each = bind(it);

export { describe, expect, it };
