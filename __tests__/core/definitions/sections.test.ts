import { describe, expect, it } from '@jest/globals';

import { parseDefinition } from '../../../src/core/definitions/parse-definition.js';
import { aSource, readAll, readBody } from './reading.js';

const body = (...lines: readonly string[]): string => lines.join('\n');

describe('sections of headings', () => {
  it('end at the next heading of the same or a higher level', () => {
    const text = body(
      '### OWNS',
      '- `a`',
      '#### Backend',
      '- `b`',
      '### Notes',
      '- `c`',
      '## READS',
      '- `d`',
    );
    expect(readBody(text)).toEqual({ rules: ['2 a', '4 b'], problems: [] });
    expect(readBody(text, 'reads').rules).toEqual(['8 d']);
  });

  it('leave out the sections inside them and go on behind', () => {
    const text = body('## OWNS', '### Read-only', '- `a`', '### Others', '- `b`');
    expect(readBody(text).rules).toEqual(['5 b']);
    expect(readBody(text, 'reads').rules).toEqual(['3 a']);
  });

  it('are not found in fences, comments and other languages', () => {
    const text = body(
      '```',
      '## OWNS',
      '- `a`',
      '```',
      '<!--',
      '## OWNS',
      '- `b`',
      '-->',
      '## Vlastní',
      '- `c`',
    );
    expect(readBody(text).rules).toEqual([]);
  });

  it('take the aliases of the options', () => {
    const options = { headings: { owns: ['Vlastní'] } };
    expect(readBody(body('## Vlastní', '- `c`'), 'owns', options).rules).toEqual(['2 c']);
  });

  it('do not end at an underline that a list of paths has by accident', () => {
    const text = body('### CANNOT TOUCH', '`infra/`, `db/`', '---', 'Notes', '-----', '`x`');
    expect(readBody(text, 'cannot-touch')).toEqual({ rules: ['2 infra/', '2 db/'], problems: [] });
  });

  it('hold what the heading itself names', () => {
    expect(readBody('## OWNS: `a/`, `b/`').rules).toEqual(['1 a/', '1 b/']);
    expect(readBody('## CANNOT TOUCH: everything outside `a/`', 'cannot-touch')).toEqual({
      rules: ['1 **', '1 !a/'],
      problems: [],
    });
  });

  it('report what the heading takes out, and read what would lift it', () => {
    const read = (text: string) => readBody(text, 'cannot-touch');
    expect(read('## CANNOT TOUCH (everything outside the API)')).toEqual({
      rules: [],
      problems: ['1 complement everything outside the API'],
    });
    expect(read('## CANNOT TOUCH (except with approval)\n- `a/`')).toEqual({
      rules: ['2 a/'],
      problems: [],
    });
  });

  it('may be underlined, over several lines, and name a path', () => {
    expect(readBody('CANNOT\nTOUCH\n======\n- `a/`', 'cannot-touch').rules).toEqual(['4 a/']);
    expect(readBody('CANNOT TOUCH: `a/`\n---\n- `b/`', 'cannot-touch').rules).toEqual(['1 a/', '3 b/']);
  });

  it('go on below a heading that names a path and no section', () => {
    expect(readBody('## OWNS\n- `a/`\n### The API (`src/`)\n- `b/`')).toEqual({
      rules: ['2 a/', '4 b/'],
      problems: ['3 unknown-shape The API (`src/`)'],
    });
  });

  it('are read where the heading itself speaks of a template', () => {
    expect(readBody('## CANNOT TOUCH (see the template)\n- `a/`', 'cannot-touch').rules).toEqual(['2 a/']);
  });

  it.each(['CANNOT TOUCH: Makefile', 'CANNOT TOUCH (Dockerfile)', 'CANNOT TOUCH — infra/'])(
    'report a bare path that the heading itself names: %s',
    (heading) => {
      expect(readBody(`## ${heading}`, 'cannot-touch')).toEqual({
        rules: [],
        problems: [expect.stringMatching(/^1 (?:no-path|unknown-shape) /)],
      });
    },
  );

  it('are found in quotations', () => {
    expect(readBody(body('> ### OWNS', '> - `a`')).rules).toEqual(['2 a']);
  });
});

describe('"File ownership"', () => {
  it.each([
    ['a list', ['- `a`'], ['2 a']],
    ['a fence', ['```', 'a', '```'], ['3 a']],
  ])('is OWNS with %s directly below', (_, lines, rules) => {
    expect(readBody(body('## File Ownership', ...lines))).toEqual({ rules, problems: [] });
  });

  it('is no section with headings below it', () => {
    const text = body('## File Ownership', '', '### OWNS', '- `a`', '### READS', '- `b`');
    expect(readBody(text)).toEqual({ rules: ['4 a'], problems: [] });
  });

  it('reports a part that names no section, once', () => {
    const text = body(
      '## File Ownership',
      'Words.',
      '### Soubory',
      '- `a`',
      '- `b`',
      '### Prose',
      'Words.',
      '## Next',
      '- `c`',
    );
    expect(readBody(text)).toEqual({ rules: [], problems: ['3 unknown-shape Soubory'] });
  });

  it('reports what may be owned', () => {
    const { problems } = parseDefinition(aSource('---\nname: a\n---\n## File ownership\n### Soubory\n- `a`'));
    expect(problems).toContainEqual(expect.objectContaining({ text: 'Soubory', section: 'owns' }));
  });

  it('reports a table below it, which may be one of several agents', () => {
    const text = body('## File Ownership', '| Path | Owner |', '|---|---|', '| `a` | web |');
    expect(readBody(text)).toEqual({ rules: [], problems: ['1 unknown-shape File Ownership'] });
  });
});

describe('sections of labels', () => {
  it('hold the paths on the label’s line', () => {
    const text = body('**Can write:** `src/a/`, `src/b/`', '**Cannot touch** — `infra/`', '', '`other`');
    expect(readBody(text)).toEqual({
      rules: ['1 src/a/', '1 src/b/'],
      problems: ['4 unknown-shape `other`'],
    });
    expect(readBody(text, 'cannot-touch').rules).toEqual(['2 infra/']);
  });

  it('hold the list below the label and end behind it', () => {
    const text = body('**You own:**', '', '- `a`', '- `b`', '', 'Then run `make`.', '', '- `c`');
    expect(readBody(text)).toEqual({ rules: ['3 a', '4 b'], problems: ['8 unknown-shape `c`'] });
  });

  it('go on behind a paragraph that introduces another list', () => {
    const text = body('**You own:**', '- `a`', '', 'And also:', '- `b`');
    expect(readBody(text).rules).toEqual(['2 a', '5 b']);
  });

  it('leave a list that stands apart from a label with paths', () => {
    expect(readBody(body('**You own:** `a`', '', '- `README.md` — read it')).rules).toEqual(['1 a']);
    expect(readBody(body('**You own:** `a`', '- `b`')).rules).toEqual(['1 a', '2 b']);
  });

  it('are found in bullets', () => {
    const text = body(
      '- **OWNS:** `a`',
      '- **CANNOT TOUCH**',
      '  - `b`',
      '  - `c`',
      '- **Notes:** `d`',
      '- `e`',
    );
    expect(readBody(text)).toEqual({ rules: ['1 a'], problems: [] });
    expect(readBody(text, 'cannot-touch').rules).toEqual(['3 b', '4 c']);
  });

  it('stand inside the section of a heading', () => {
    const text = body('## OWNS', '- `a`', '', '**Never touch:** `b`', '', '`c`');
    expect(readBody(text)).toEqual({ rules: ['2 a'], problems: ['6 unknown-shape `c`'] });
    expect(readBody(text, 'cannot-touch').rules).toEqual(['4 b']);
  });

  it.each([
    ['a heading', '### Backend\n- `b/`'],
    ['another label', '**Backend:**\n- `b/`'],
    ['another label on one line', '**Backend:** `b/`'],
    ['a tag', '<backend>\n- `b/`\n</backend>'],
  ])('are reported where they are empty and paths stand below %s', (_, below) => {
    const text = `**CANNOT TOUCH:**\n\n${below}`;
    expect(readAll(text)).toEqual({ rules: [], problems: ['1 unknown-shape CANNOT TOUCH:'] });
    expect(readAll(`## OWNS\n- \`a/\`\n\n${text}`)).toEqual({
      rules: ['owns 2 a/'],
      problems: ['4 unknown-shape CANNOT TOUCH:'],
    });
    expect(readAll(text.replaceAll('`b/`', 'words')).problems).toEqual([]);
  });

  it('leave a heading that may name a section of its own to that', () => {
    expect(readAll('**CANNOT TOUCH:**\n\n### OWNS in production\n- `b/`')).toEqual({
      rules: [],
      problems: ['3 unknown-shape OWNS in production'],
    });
  });

  it('are no part of what stands around them where they are empty', () => {
    const inside = (text: string) => readAll(`## OWNS\n- \`a/\`\n\n${text}`);
    expect(inside('**CANNOT TOUCH:**\n\n---\n- `b/`')).toEqual({
      rules: ['owns 2 a/'],
      problems: ['7 unknown-shape `b/`'],
    });
    expect(inside('**You own:**\n\n### Backend\n- `b/`').rules).toEqual(['owns 2 a/', 'owns 7 b/']);
    expect(inside('**CANNOT TOUCH:**\n\n## Next\n- `b/`')).toEqual({ rules: ['owns 2 a/'], problems: [] });
    expect(inside('**CANNOT TOUCH:**\n- `c/`\n\n### Backend\n- `b/`').rules).toEqual([
      'owns 2 a/',
      'owns 8 b/',
      'cannot-touch 5 c/',
    ]);
  });

  it.each([
    [
      '## CANNOT TOUCH\n**Never touch:**\n- `b/`\n\nWords.\n\n- `c/`',
      ['cannot-touch 7 c/', 'cannot-touch 3 b/'],
    ],
    ['## OWNS\n**Read only:**\n- `b/`\n\nWords.\n\n- `c/`', ['owns 7 c/', 'reads 3 b/']],
    ['## OWNS\n**Never touch:**\n- `b/`\n\nWords.\n\n- `c/`', ['cannot-touch 3 b/']],
    ['## CANNOT TOUCH\n**CANNOT TOUCH in production:**\n- `a/`', ['cannot-touch 3 a/']],
    ['## CANNOT TOUCH\n<h3>CANNOT TOUCH</h3>\n\n- `a/`', ['cannot-touch 4 a/']],
  ])('leave to the section around them what is surely its: %j', (text, rules) => {
    expect(readAll(text).rules).toEqual(rules);
  });

  it('keep the condition in parentheses', () => {
    const text = body('**Do not touch** (without approval):', '- `c/`');
    expect(readBody(text, 'cannot-touch').rules).toEqual(['2 c/']);
  });

  it.each(['**Read only** what `src/` needs.', '*OWNS* `a`', '**Never modify** the API by hand.'])(
    'are not begun by %j',
    (text) => {
      for (const kind of ['owns', 'reads', 'cannot-touch'] as const) {
        expect(readBody(text, kind)).toEqual({ rules: [], problems: [] });
      }
    },
  );
});
