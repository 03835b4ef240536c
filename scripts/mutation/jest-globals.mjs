/** What the tests of the core use of jest, on mocha: mocha runs them again and again in one process, which jest does not. */
import { expect } from 'expect';
import { bind } from 'jest-each';

/** Megabytes of text show that time is bounded, not what is read: they would cost hours here. */
const LARGE = /megabyte|in (good )?time/;

const describe = (title, body) => globalThis.describe(title, body);
const it = (title, body) => {
  if (!LARGE.test(title)) globalThis.it(title, body);
};

describe.each = bind(describe);
it.each = bind(it);

export { describe, expect, it };
