import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { repoPath } from '../../../src/core/vocabulary.js';
import { comparePaths, decodePath, encodePath } from '../../../src/sources/git/paths.js';

/** Bytes that are often the beginning or a part of UTF-8, and often not. */
const bytes = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0, max: 255 }),
      fc.constantFrom(0xc2, 0xe0, 0xed, 0xa0, 0xef, 0xbf, 0xbd, 0xf0, 0x9f, 0x98, 0x80, 0xf4, 0x90),
    ),
  )
  .map((array) => Buffer.from(array));

describe('a path', () => {
  it('comes back as the bytes that it was', () => {
    fc.assert(
      fc.property(bytes, (original) => {
        expect(encodePath(decodePath(original)).equals(original)).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });

  it('is plain text where it is valid UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(decodePath(Buffer.from(text))).toBe(text);
      }),
    );
  });

  it('has no two spellings', () => {
    fc.assert(
      fc.property(bytes, bytes, (left, right) => {
        expect(decodePath(left) === decodePath(right)).toBe(left.equals(right));
      }),
    );
  });

  it.each([
    ['a byte that is no UTF-8', [0x61, 0xff, 0x62], 'a\udcffb'],
    ['a character cut off', [0xe6, 0x97], '\udce6\udc97'],
    ['a surrogate in UTF-8', [0xed, 0xb2, 0x80], '\udced\udcb2\udc80'],
    ['an overlong slash', [0xc0, 0xaf], '\udcc0\udcaf'],
    ['the replacement character itself', [0xef, 0xbf, 0xbd], '\ufffd'],
    ['a character beyond the last', [0xf4, 0x90, 0x80, 0x80], '\udcf4\udc90\udc80\udc80'],
  ])('spells %s', (_, array, text) => {
    expect(decodePath(Buffer.from(array))).toBe(text);
  });

  it('may be a part of a longer buffer', () => {
    expect(decodePath(Buffer.from([0xff, 0x61, 0xff, 0x62, 0xff]), 1, 4)).toBe('a\udcffb');
  });

  it('stands where its bytes stand', () => {
    const paths = ['\u{10000}', '\uff00', 'b', 'a\udcff', 'a'].map(repoPath);
    expect(paths.sort(comparePaths)).toEqual(['a', 'a\udcff', 'b', '\uff00', '\u{10000}']);
  });
});
