import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { firstWord, indexAliases } from '../../../src/core/definitions/alias-index.js';
import { DOUBTFUL_ALIASES, HEADING_ALIASES } from '../../../src/core/definitions/heading-aliases.js';
import type { SectionKind } from '../../../src/core/vocabulary.js';

const KINDS = ['owns', 'reads', 'cannot-touch'] as const;
type Aliases = readonly (readonly [SectionKind, readonly string[]])[];

/** The braces of an alias spelt out, as a shell would. */
function spellOut(alias: string): readonly string[] {
  const group = /\{([^{}]*)\}/.exec(alias);
  if (group === null) return [alias];
  const [braces, words = ''] = group;
  return words.split(',').flatMap((word) => spellOut(alias.replace(braces, word)));
}

const spelt = (aliases: Aliases): ReadonlyMap<string, SectionKind> =>
  new Map(aliases.flatMap(([kind, written]) => written.flatMap(spellOut).map((phrase) => [phrase, kind])));

/** Phrases that differ, one way or another, by a single character or word from one that is meant. */
const nearMisses = (phrase: string): readonly string[] => [
  `${phrase}s`,
  ` ${phrase}`,
  phrase.slice(0, -1),
  phrase.slice(1),
  phrase.split(' ').slice(1).join(' '),
];

describe('indexAliases', () => {
  it.each([
    ['certain', HEADING_ALIASES],
    ['doubtful', DOUBTFUL_ALIASES],
  ])('finds each of the %s phrases of the table, and no other', (_, table) => {
    const aliases = KINDS.map((kind) => [kind, table[kind]] as const);
    const phrases = spelt(aliases);
    const index = indexAliases(aliases);
    const asked = [...phrases.keys()].flatMap((phrase) => [phrase, ...nearMisses(phrase)]);
    expect(asked.filter((phrase) => index.kindOf(phrase) !== phrases.get(phrase))).toEqual([]);
    expect(index.beginnings).toEqual(new Set([...phrases.keys()].map(firstWord)));
  });

  const part = fc.constantFrom('a', 'b', ' ', '{a,b}', '{,a }', '{a b,b}', '{, b}');
  const written = fc.array(
    fc.array(part, { maxLength: 5 }).map((parts) => parts.join('')),
    { maxLength: 3 },
  );

  it('means what the aliases mean that are spelt out, the last kind first', () => {
    fc.assert(
      fc.property(fc.tuple(written, written, written), fc.stringMatching(/^[ab ]{0,6}$/), (lists, phrase) => {
        const aliases = KINDS.map((kind, at) => [kind, lists[at] ?? []] as const);
        expect(indexAliases(aliases).kindOf(phrase)).toBe(spelt(aliases).get(phrase));
      }),
    );
  });
});
