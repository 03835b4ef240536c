import { describe, expect, it } from '@jest/globals';

import { readAll } from './reading.js';

const SECTIONS = 'OWNS: `web/`\nCANNOT TOUCH: `api/`';

describe('sections below a heading', () => {
  it('of another agent are reported, and those of the own one are read', () => {
    const body = `# Team\n\n## Frontend agent\n${SECTIONS}\n\n## The Reviewer Agent\n${SECTIONS}\n\n### CANNOT TOUCH\n- \`db/\``;
    expect(readAll(body)).toEqual({
      rules: ['owns 8 web/', 'cannot-touch 9 api/', 'cannot-touch 12 db/'],
      problems: ['4 unknown-shape OWNS', '5 unknown-shape CANNOT TOUCH'],
    });
  });

  it('of another agent are reported, whatever their shape', () => {
    const body =
      '## Frontend agent\n### CANNOT TOUCH\n- `api/`\n\nNever modify `db/`.\n## Database agent\nNever touch: `web/`';
    expect(readAll(body)).toEqual({
      rules: [],
      problems: ['2 unknown-shape CANNOT TOUCH', '7 unknown-shape Never touch'],
    });
  });

  it.each([['# Backend agent'], ['## Backend agent'], ['# Backend agent\n# Frontend agent']])(
    'that may be the title are read: %s',
    (title) => {
      expect(readAll(`${title}\n${SECTIONS}`).rules.map((rule) => rule.replace(/ \d+/, ''))).toEqual([
        'owns web/',
        'cannot-touch api/',
      ]);
    },
  );

  it.each([
    '## Example',
    '## Example output',
    '## Good examples',
    '## Definition template',
    '## Output format',
  ])('that announces an example are reported: %s', (title) => {
    expect(readAll(`${title}\n${SECTIONS}\n\n### CANNOT TOUCH\n- \`db/\`\n\n## OWNS\n- \`src/\``)).toEqual({
      rules: ['owns 9 src/'],
      problems: ['2 unknown-shape OWNS', '3 unknown-shape CANNOT TOUCH', '5 unknown-shape CANNOT TOUCH'],
    });
  });

  it.each(['# Example', '## Example agent', '## For example, the API', '## OWNS (examples)'])(
    'that is none of these are read: %s',
    (title) => {
      expect(readAll(`${title}\n\nCANNOT TOUCH: \`api/\``).rules).toContain('cannot-touch 3 api/');
    },
  );
});
