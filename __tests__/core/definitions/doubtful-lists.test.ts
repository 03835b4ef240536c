import { describe, expect, it } from '@jest/globals';

import { parseDefinition } from '../../../src/core/definitions/parse-definition.js';
import { aSource, readAll } from './reading.js';

describe('an introduction that names no section', () => {
  it.each([
    'You are forbidden from writing to any of the following:',
    'Under no circumstances should you modify:',
    'It is strictly forbidden to edit:',
    'What you must leave alone:',
    'Please refrain from changing:',
    'You may only make changes in:',
    'You are strictly limited to the following paths:',
    'You have read access to:',
    'Stay away from:',
  ])('is reported with its list, fence or bare list: %s', (text) => {
    for (const list of ['- `infra/`', '```\ninfra/**\n```', '- infra/', '1. `infra/` — ops'])
      expect(readAll(`${text}\n\n${list}`)).toEqual({ rules: [], problems: [`1 unknown-shape ${text}`] });
  });

  it.each([300, 301, 2_000])('is reported at the end of a paragraph of %i characters', (size) => {
    const end = 'You are forbidden from writing to any of the following:';
    const text = `${'The shop is old. '.repeat(200).slice(0, size - end.length - 1)} ${end}`;
    expect(readAll(`${text}\n\n- \`infra/\``).problems).toEqual([
      `1 unknown-shape ${text.length > 1_000 ? `${text.slice(0, 1_000)}…` : text}`,
    ]);
  });

  it('is reported behind another one', () => {
    const one = 'You are limited to the following:';
    const two = 'You are forbidden from changing these:';
    expect(readAll(`${one}\n- \`src/\`\n\n${two}\n- \`infra/\``).problems).toEqual([
      `1 unknown-shape ${one}`,
      `4 unknown-shape ${two}`,
    ]);
    expect(readAll(`**CANNOT TOUCH:**\n- \`src/\`\n\n${one}\n- \`infra/\``)).toEqual({
      rules: ['cannot-touch 2 src/'],
      problems: [`4 unknown-shape ${one}`],
    });
  });

  it('is reported with the list below a bullet, and not with the bullets beside it', () => {
    const text = 'You are limited to the following:';
    expect(readAll(`- ${text}\n  - \`src/\``).problems).toEqual([`1 unknown-shape ${text}`]);
    expect(readAll(`- ${text}\n- \`src/\``).problems).toEqual([]);
    expect(readAll(`- ${text}\n\n  \`\`\`\n  src/\n  \`\`\``).problems).toEqual([`1 unknown-shape ${text}`]);
    expect(readAll(`You are limited\nto the following:\n- \`src/\``).problems).toEqual([
      `1 unknown-shape ${text}`,
    ]);
  });

  it('is one word below the label of another section', () => {
    expect(readAll('**READS:** these\n\nNever:\n- `a/`').problems).toEqual([
      '1 no-path these',
      '3 unknown-shape Never:',
    ]);
  });

  it('is nothing at the end of the text', () => {
    expect(readAll('You are limited to the following:')).toEqual({ rules: [], problems: [] });
  });

  it('goes with the label of its own section above it', () => {
    expect(readAll('**CANNOT TOUCH:**\n- `a/`\n\nYou are forbidden from changing:\n- `b/`')).toEqual({
      rules: ['cannot-touch 2 a/', 'cannot-touch 5 b/'],
      problems: [],
    });
  });

  it.each([
    ['You are forbidden from changing:', 'cannot-touch'],
    ['You have read access to:', 'reads'],
    ['You are limited to:', 'owns'],
  ])('%s is reported as one of %s', (text, section) => {
    expect(parseDefinition(aSource(`${text}\n- \`src/\``)).problems).toContainEqual(
      expect.objectContaining({ text, section }),
    );
  });

  it.each([
    'You are limited to the following:\n- quality',
    'You are limited to the following:\n- README.md',
    'You are limited to the following:\n\n`src/` is the code.',
    'You are limited to the following\n\n- `src/`',
    'You must never:\n- push to `main`\n- skip tests',
    'It is forbidden to write code like this:\n```ts\nconst x = 1;\n```',
    'You may only use:\n- `src/theme.ts` tokens',
    'You are responsible for:\n- quality',
    'Check these files:\n- `src/a.ts`',
  ])('of other things is prose: %j', (body) => {
    expect(readAll(body)).toEqual({ rules: [], problems: [] });
  });
});

describe('a heading that begins with the name of a section', () => {
  it.each([240, 241, 900])('is reported with its list: %i characters', (size) => {
    const text = 'CANNOT TOUCH in production, whatever anybody says'.padEnd(size, ' or writes');
    expect(readAll(`## ${text}\n\n- \`infra/\``)).toEqual({
      rules: [],
      problems: [`1 unknown-shape ${text.trim()}`],
    });
  });
});

describe('the bare name of a section', () => {
  it.each([
    ['CANNOT TOUCH\n\n- `infra/`', 'cannot-touch 3 infra/'],
    ['You cannot touch\n- `infra/`', 'cannot-touch 2 infra/'],
    ['- OWNS\n  - `src/`', 'owns 2 src/'],
  ])('is one where a list of paths stands directly below: %j', (body, rule) => {
    expect(readAll(body)).toEqual({ rules: [rule], problems: [] });
  });

  it('is reported where groups of paths stand below', () => {
    expect(readAll('- CANNOT TOUCH\n  - ops\n    - `infra/`\n- other')).toEqual({
      rules: [],
      problems: ['1 unknown-shape CANNOT TOUCH'],
    });
  });

  it('is prose where none does', () => {
    expect(readAll('- Read only\n  - no writes\n\nOff limits\n\nRun `make`.').problems).toEqual([]);
  });
});

describe('a title in HTML', () => {
  it.each(['<h2>CANNOT TOUCH</h2>', '<summary>CANNOT TOUCH</summary>', '<h3 class="x">Never touch:</h3>'])(
    'is reported where paths stand below: %s',
    (title) => {
      const reported = { rules: [], problems: [`1 unknown-shape ${title}`] };
      expect(readAll(`${title}\n<ul>\n<li><code>infra/</code></li>\n</ul>`)).toEqual(reported);
      expect(readAll(`${title}\n\n- \`infra/\``)).toEqual(reported);
      expect(readAll(`${title}\n\nRun it.`).problems).toEqual([]);
    },
  );
});

describe('a fence with labels in no section', () => {
  const fence = (info: string) => `\`\`\`${info}\nOWNS:\n  src/\n\nCANNOT TOUCH:\n  infra/\n\`\`\``;

  it.each(['', 'text', 'yaml'])('is reported label by label: %j', (info) => {
    expect(readAll(`## Boundaries\n\n${fence(info)}`)).toEqual({
      rules: [],
      problems: ['4 unknown-shape OWNS:', '7 unknown-shape CANNOT TOUCH:'],
    });
  });

  it.each([
    `## Example\n\n${fence('')}`,
    `Use this template:\n\n${fence('')}`,
    fence('markdown'),
    fence('ts'),
    '```\nOWNS: the API\n```',
  ])('is an example or no boundary: %j', (body) => {
    expect(readAll(body)).toEqual({ rules: [], problems: [] });
  });
});
