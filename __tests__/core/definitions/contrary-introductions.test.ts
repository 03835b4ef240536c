import { describe, expect, it } from '@jest/globals';

import { readAll } from './reading.js';

describe('an introduction inside a section', () => {
  it.each([
    'Stay away from:',
    'Under no circumstances should you modify:',
    'Avoid these:',
    'These belong to other agents:',
    'Owned by frontend:',
    'Ask first:',
    'See also:',
    'Related docs:',
    'For reference:',
    '### Protected',
    "### Frontend's files",
    '### Off the table',
  ])('makes no OWNS of what it says otherwise of: %s', (text) => {
    const { rules, problems } = readAll(`## OWNS\n- \`src/\`\n\n${text}\n- \`lib/\``);
    expect(rules).toEqual(['owns 2 src/']);
    expect(problems).toEqual(['5 unknown-shape `lib/`']);
  });

  it.each([
    'Instead, work in:',
    'Fair game:',
    'Your area:',
    'Safe to edit:',
    'These are fine:',
    'You have write access to:',
    'Feel free to edit:',
    'See also:',
    'Related docs:',
  ])('makes no CANNOT TOUCH of what it says otherwise of: %s', (text) => {
    const { rules, problems } = readAll(`## CANNOT TOUCH\n- \`src/\`\n\n${text}\n- \`lib/\``);
    expect(rules).toEqual(['cannot-touch 2 src/']);
    expect(problems).toEqual(['5 unknown-shape `lib/`']);
  });

  it.each([
    ['OWNS', 'The API:', 'owns'],
    ['OWNS', 'Owned by you:', 'owns'],
    ['OWNS', "### The agent's files", 'owns'],
    ['CANNOT TOUCH', 'Owned by frontend:', 'cannot-touch'],
    ['CANNOT TOUCH', "### Frontend's files", 'cannot-touch'],
    ['CANNOT TOUCH', 'You do not have write access to:', 'cannot-touch'],
    ['CANNOT TOUCH', 'It is not safe to edit:', 'cannot-touch'],
  ])('goes with its section: %s, %s', (section, text, kind) => {
    expect(readAll(`## ${section}\n- \`src/\`\n\n${text}\n- \`lib/\``)).toEqual({
      rules: [`${kind} 2 src/`, `${kind} 5 lib/`],
      problems: [],
    });
  });
});

describe('a line that says the opposite above paragraphs', () => {
  it.each([
    'CANNOT TOUCH',
    'Never touch:',
    'Never touch these:',
    '*Never touch*',
    'You must not touch the following.',
    'Not yours',
    'Stay away from:',
    'Cannot touch:\n\nBackend:',
  ])('makes no OWNS of them: %j', (text) => {
    const { rules, problems } = readAll(
      `## OWNS\n\`src/\`\n\n${text}\n\n\`lib/\`\n\n\`db/\`\n\n### More\n\`c/\``,
    );
    const line = 6 + text.split('\n').length - 1;
    expect(rules).toEqual(['owns 2 src/', `owns ${line + 5} c/`]);
    expect(problems.filter((row) => row.includes('`'))).toEqual([
      `${line} unknown-shape \`lib/\``,
      `${line + 2} unknown-shape \`db/\``,
    ]);
  });

  it.each(['You may edit these', 'Everything except', 'Everything but these:', 'Fair game:'])(
    'makes no CANNOT TOUCH of them: %s',
    (text) => {
      expect(readAll(`## CANNOT TOUCH\n\`src/\`\n\n${text}\n\n\`lib/\``)).toEqual({
        rules: ['cannot-touch 2 src/'],
        problems: ['6 unknown-shape `lib/`'],
      });
    },
  );

  it.each(['You must not worry.', 'The API', 'Never forget the tests!'])(
    'is not a sentence of prose: %s',
    (text) => {
      expect(readAll(`## OWNS\n${text}\n\n\`a/\``).rules).toEqual(['owns 4 a/']);
    },
  );
});
