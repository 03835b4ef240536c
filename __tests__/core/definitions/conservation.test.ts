import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { readAll } from './reading.js';

const LINES = [
  ...['## OWNS', '### CANNOT TOUCH', '## Frontend OWNS', '## Next', '**OWNS:** `a/` **READS:** `b/`'],
  ...[
    'Never touch: `c/`',
    'Never touch:',
    '- You own:',
    'You own `d/`. Never modify `e/`',
    'or `f/`.',
    '- `g/`',
  ],
  ...[
    '<owns>',
    '</owns>',
    '<example>',
    '</example>',
    '<file_scope><reads>',
    '</reads></file_scope>',
    '  <x y="z">',
  ],
  ...[
    '</x>',
    '```',
    '~~~',
    '| Path | Access |',
    '| Agent | OWNS |',
    '|---|---|',
    '| `h/` | never |',
    '',
    '---',
    '> q',
  ],
  ...[
    '    i/',
    'k/',
    '<!--',
    '-->',
    '❌ Never edit `l/`',
    'Do not delete `m/`',
    '1. Only edit `n/` if',
    '`',
    '\uE0000\uE001',
  ],
];

describe('whatever the structure of a body', () => {
  it('is read without an error', () => {
    const line = fc.oneof(fc.constantFrom(...LINES), fc.string(), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 25 }), (lines) => {
        expect(() => readAll(lines.join('\n'))).not.toThrow();
      }),
      { numRuns: 800 },
    );
  });

  it('loses no path of a section: each is in a rule or in a problem', () => {
    const place = fc.constantFrom(
      (path: string) => `- \`${path}\``,
      (path: string) => `- ${path}`,
      (path: string) => `\`${path}\``,
      (path: string) => `Never modify \`${path}\`.`,
      (path: string) => `You own \`${path}\` in part.`,
      (path: string) => `Never touch: \`${path}\``,
      (path: string) => `**READS:** \`${path}\``,
      (path: string) => `Words and \`${path}\`. You must not edit \`${path}\`!`,
      (path: string) => `<reads>\n${path}\n</reads>`,
      (path: string) => `<example>\n- \`${path}\`\n</example>`,
      (path: string) => `| Path | Access |\n|---|---|\n| \`${path}\` | never |`,
      (path: string) => `| Path | Mode |\n|---|---|\n| \`${path}\` | 644 |`,
      (path: string) => `\`\`\`\n${path}\n\`\`\``,
    );
    const heading = fc.constantFrom('## OWNS', '## CANNOT TOUCH', '<owns>', '## READS');
    fc.assert(
      fc.property(heading, fc.array(place, { minLength: 1, maxLength: 5 }), (head, places) => {
        const body = [head, '', ...places.map((write, index) => `${write(`dir${index}/`)}\n`)].join('\n');
        const { rules, problems } = readAll(body);
        const lines = body.split('\n');
        const told = [...rules, ...problems].map((row) => lineOf(row));
        const lost = places.flatMap((_, index) => {
          const at = lines.findIndex((text) => text.includes(`dir${index}/`)) + 1;
          const isTold =
            told.some((line) => line === at) || problems.some((row) => covers(row, head, lines, at));
          return isTold ? [] : [lines[at - 1]];
        });
        expect({ body, lost }).toEqual({ body, lost: [] });
      }),
      { numRuns: 800 },
    );
  });
});

const lineOf = (row: string): number => Number(/\d+/.exec(row)?.[0]);

/** One report stands for an example, or for what a tag without an end holds. */
const covers = (row: string, head: string, lines: readonly string[], at: number): boolean =>
  (row.endsWith('<example>') && lines[at - 2] === '<example>') ||
  (row.endsWith('<owns>') && head === '<owns>');
