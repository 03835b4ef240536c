import { describe, expect, it } from '@jest/globals';
import { claimsOf } from '../../../src/core/attribution/claims.js';

const known = new Set(['database', 'testing', 'a', 'b', 'a, b']);
const claims = (...trailers: readonly (readonly [string, string])[]) =>
  claimsOf(
    trailers.map(([key, value]) => ({ key, value })),
    ['Agent'],
    (value) => known.has(value),
  );

describe('claimsOf', () => {
  it('takes the values of the key in the order of the message, each once', () => {
    expect(claims(['Agent', 'testing'], ['Agent', 'database'], ['Agent', 'testing'])).toEqual([
      'testing',
      'database',
    ]);
  });

  it('compares keys without regard to case and to blanks around', () => {
    expect(claims(['AGENT', 'testing'], ['agent ', 'database'])).toEqual(['testing', 'database']);
  });

  it('ignores other keys', () => {
    expect(claims(['Agents', 'testing'], ['Signed-off-by', 'database'])).toEqual([]);
  });

  it('trims values and keeps an empty one as a claim', () => {
    expect(claims(['Agent', ' testing '], ['Agent', '\tnobody '], ['Agent', ''])).toEqual([
      'testing',
      'nobody',
      '',
    ]);
  });

  it.each([
    ['splits a list whose every part is known', 'database, testing', ['database', 'testing']],
    ['keeps a list with an unknown part whole', 'database, nobody', ['database, nobody']],
    ['keeps a known name that holds a comma whole', 'a, b', ['a, b']],
  ])('%s', (_, value, expected) => {
    expect(claims(['Agent', value])).toEqual(expected);
  });
});
