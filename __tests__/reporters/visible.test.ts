import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { holdsHidden, visible } from '../../src/reporters/visible.js';

describe('visible', () => {
  it.each([
    ['leaves plain text alone', 'apps/blog/models.py', 'apps/blog/models.py'],
    ['leaves letters of any language alone', 'caf\u00e9 \u65e5\u672c', 'caf\u00e9 \u65e5\u672c'],
    ['names line breaks and tabs', 'a\nb\rc\td', String.raw`a\nb\rc\td`],
    ['shows the start of a terminal sequence', '\u001b[31mred', String.raw`\u{1B}[31mred`],
    ['shows text direction', 'a\u202eb', String.raw`a\u{202E}b`],
    ['shows what has no width', 'a\u200bb\ufeffc', String.raw`a\u{200B}b\u{FEFF}c`],
    ['shows a byte that is no UTF-8', 'caf\udce9', String.raw`caf\xE9`],
    ['shows any other lone surrogate', 'a\ud800b', String.raw`a\u{D800}b`],
    ['shows tag characters, which lie outside the first plane', 'a\u{e0041}', String.raw`a\u{E0041}`],
  ])('%s', (_title, text, shown) => {
    expect(visible(text)).toBe(shown);
  });

  it('cuts the middle of a long text and keeps both ends', () => {
    const shown = visible(`start${'x'.repeat(500)}end`, 20);

    expect(shown).toHaveLength(20);
    expect(shown).toMatch(/^startx+…x+end$/);
  });

  it('never cuts a character in two', () => {
    expect(visible('😀'.repeat(50), 20)).toMatch(/^(😀)+…(😀)+$/u);
  });

  it('leaves nothing hidden in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 2, max: 60 }), (text, limit) => {
        const shown = visible(text, limit);
        expect(holdsHidden(shown)).toBe(false);
        expect(shown.length).toBeLessThanOrEqual(limit);
      }),
    );
  });
});
