import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { lookUpName } from '../../../src/core/attribution/names.js';
import { createFinder } from '../../../src/core/rule-changes/pair-agents.js';
import { anAgent, aRoster } from '../../support/builders.js';

const aName = fc.constantFrom('a', 'A', 'a b', 'a-b', 'a_b', 'p:a', 'p:a b', 'p:', '-', 'c');

describe('createFinder', () => {
  it('answers as a trailer’s value is looked up', () => {
    fc.assert(
      fc.property(fc.uniqueArray(aName), aName, (names, value) => {
        const agents = names.map((name) => anAgent(name));
        const expected = lookUpName(value, aRoster(...agents));
        expect(createFinder(agents)(value)).toEqual(
          expected.kind === 'known' ? expected.agent : expected.kind,
        );
      }),
    );
  });

  it.each<[string, readonly string[], string, string]>([
    ['the exact name', ['a b', 'a-b'], 'a-b', 'a-b'],
    ['another spelling', ['a-b'], 'A B', 'a-b'],
    ['two spellings', ['a b', 'a-b'], 'a_b', 'ambiguous'],
    ['what follows a plugin', ['a-b'], 'plugin:a-b', 'a-b'],
    ['another spelling of what follows', ['a-b'], 'plugin:A B', 'a-b'],
    ['what follows the last colon', ['b'], 'p:a:b', 'b'],
    ['the whole name before its end', ['p:a', 'a'], 'P:A', 'p:a'],
    ['two spellings of the whole, whatever follows', ['p:a', 'P:a', 'a'], 'p:A', 'ambiguous'],
    ['no name that is a part', ['p'], 'p:a', 'unknown'],
    ['nothing without letters', ['-'], '_', 'unknown'],
    ['nothing behind a colon', ['-'], 'p:', 'unknown'],
    ['a name without letters by itself', ['-'], '-', '-'],
  ])('finds %s', (_, names, value, expected) => {
    const found = createFinder(names.map((name) => anAgent(name)))(value);
    expect(typeof found === 'string' ? found : found.name).toBe(expected);
  });
});
