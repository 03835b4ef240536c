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
});
