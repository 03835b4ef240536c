import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { safeForLog } from '../../src/reporters/log.js';

describe('safeForLog', () => {
  it.each([
    ['leaves other text alone', 'std::vector # [x]', 'std::vector # [x]'],
    ['parts a command at the start of a line', 'a\n::error::x', 'a\n: :error::x'],
    ['parts a command behind white space', ' \t\u00a0::error::x', ' \t\u00a0: :error::x'],
    ['parts a command behind a carriage return', 'a\r::error::x', 'a\r: :error::x'],
    ['parts an old command anywhere', 'a ##[error]x', 'a # #[error]x'],
    ['parts an old command behind more marks', '####[error]x', '### #[error]x'],
  ])('%s', (_title, text, safe) => {
    expect(safeForLog(text)).toBe(safe);
  });

  it('leaves no command in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from(':#[ \t\r\n\u0085\u2028a')) }), (text) => {
        const safe = safeForLog(text);
        expect(safe).not.toContain('##[');
        for (const line of safe.split(/[\r\n]/)) expect(line.replace(/^[\s\u0085]+/, '')).not.toMatch(/^::/);
      }),
      { numRuns: 1000 },
    );
  });
});
