import { describe, expect, it } from '@jest/globals';

import { readAll } from './reading.js';

/** A table of the rows given, its cells between commas. */
const table = (...rows: readonly string[]): string => {
  const [header = '', ...others] = rows.map((row) => `| ${row.split(';').join(' | ')} |`);
  return [header, header.replace(/[^|]+/g, '---'), ...others].join('\n');
};
const lint = (...rows: readonly string[]) => readAll(table(...rows));

describe('a column that says who may do what', () => {
  it.each([
    ['OWNS', 'owns'],
    ['write', 'owns'],
    ['Read/Write', 'owns'],
    ['RW', 'owns'],
    ['full access', 'owns'],
    ['✅', 'owns'],
    ['read-only', 'reads'],
    ['**read**', 'reads'],
    ['RO', 'reads'],
    ['CANNOT TOUCH', 'cannot-touch'],
    ['never', 'cannot-touch'],
    ['no access', 'cannot-touch'],
    ['none', 'cannot-touch'],
    ['❌', 'cannot-touch'],
    ['`forbidden`', 'cannot-touch'],
  ])('makes a row with %j one of %s', (cell, kind) => {
    expect(lint('Path;Access;Note', `\`a/\`;${cell};x`)).toEqual({ rules: [`${kind} 3 a/`], problems: [] });
  });

  it.each(['Permission', 'Permissions', 'Rights', 'Rule', 'Mode', 'Can edit?', 'Ownership'])(
    'may be called %s',
    (title) => {
      expect(lint(`File;${title}`, '`a/`;write', '`b/`;never').rules).toEqual([
        'owns 3 a/',
        'cannot-touch 4 b/',
      ]);
    },
  );

  it('may stand first, or say yes and no', () => {
    expect(lint('Access;Path', 'write;`a/`').rules).toEqual(['owns 3 a/']);
    expect(lint('Path;Can edit?', '`a/`;yes', '`b/`;No').rules).toEqual(['owns 3 a/', 'cannot-touch 4 b/']);
  });

  it('is known by its cells where all of them name sections', () => {
    expect(lint('Path;What', '`a/`;OWNS', '`b/`;CANNOT TOUCH').rules).toEqual([
      'owns 3 a/',
      'cannot-touch 4 b/',
    ]);
    expect(lint('Path;What', '`a/`;write', '`b/`;never')).toEqual({ rules: [], problems: [] });
  });

  it.each([
    ['ask first', '`a/`'],
    ['❌ write', '`a/`'],
    ['✅ never', '`a/`'],
    ['', '`a/`'],
  ])('reports a row with %j', (cell, path) => {
    const { rules, problems } = lint('Path;Access', '`x/`;write', `${path};${cell}`);
    expect(rules).toEqual(['owns 3 x/']);
    expect(problems).toHaveLength(1);
  });

  it.each([
    ['Status;Meaning', '403;Forbidden'],
    ['Tool;Permission', 'Bash;none'],
    ['Branch;Access', '`main`;never'],
  ])('says nothing of what is no path: %s', (...rows) => {
    expect(lint(...rows)).toEqual({ rules: [], problems: [] });
  });

  it('gives the rows of OWNS to other sections, and none of CANNOT TOUCH', () => {
    const rows = table('Path;Access', '`a/`;full', '`b/`;read', '`c/`;none');
    expect(readAll(`## OWNS\n\n${rows}`)).toEqual({
      rules: ['owns 5 a/', 'reads 6 b/', 'cannot-touch 7 c/'],
      problems: [],
    });
    expect(readAll(`## CANNOT TOUCH\n\n${table('Path;Mode', '`a/`;write')}`).rules).toEqual([
      'cannot-touch 5 a/',
    ]);
    expect(readAll(`## READS\n\n${table('Path;Mode', '`a/`;read', '`b/`;write')}`)).toEqual({
      rules: ['reads 5 a/'],
      problems: ['6 unknown-shape | `b/` | write |'],
    });
  });

  it('takes further aliases', () => {
    const options = { headings: { 'cannot-touch': ['Darf nicht ändern'] } };
    expect(readAll(table('Pfad;Zugriff', '`q/`;darf nicht ändern'), options).rules).toEqual([
      'cannot-touch 3 q/',
    ]);
    expect(readAll(table('Darf nicht ändern;Notiz', '`q/`;x'), options).rules).toEqual(['cannot-touch 3 q/']);
  });
});

describe('a table of agents', () => {
  it('gives the agent its own row, and reports once that the others are not read', () => {
    expect(lint('Agent;Owns;Cannot touch', 'Reviewer;`a/`;`b/`', 'api;`c/`;`d/`', 'web;`e/`;`f/`')).toEqual({
      rules: ['owns 3 a/', 'cannot-touch 3 b/'],
      problems: ['1 unknown-shape | Agent | Owns | Cannot touch |'],
    });
    expect(lint('Agent;Path;Access', 'api;`c/`;write')).toEqual({
      rules: [],
      problems: ['1 unknown-shape | Agent | Path | Access |'],
    });
  });

  it('may say in a column of its own what is whose', () => {
    expect(lint('Agent;Path;Access', 'Reviewer;`a/`;write', 'api;`c/`;never')).toEqual({
      rules: ['owns 3 a/'],
      problems: ['1 unknown-shape | Agent | Path | Access |'],
    });
    expect(lint('Agent;Path;Access', 'Reviewer;`a/`;write')).toEqual({ rules: ['owns 3 a/'], problems: [] });
    expect(lint('Agent;Owns', 'api;`c/`', 'web;words').problems).toHaveLength(1);
    expect(lint('File ownership;Note', '`a/`;x')).toEqual({ rules: [], problems: [] });
  });

  it('is prose where it names no section', () => {
    expect(lint('Agent;Task', 'api;writes `src/api/`')).toEqual({ rules: [], problems: [] });
  });
});

it('is reported once where a cell below a section’s name holds no path', () => {
  expect(lint('Path;OWNS;CANNOT TOUCH', '`a/`;x;')).toEqual({
    rules: [],
    problems: ['1 unknown-shape | Path | OWNS | CANNOT TOUCH |'],
  });
});

describe('columns that name sections', () => {
  it.each([
    ['Makefile', '3 no-path Makefile'],
    ['infra', '3 no-path infra'],
    ['the database', '3 no-path the database'],
  ])('report a cell that is no path, beside one with paths: %s', (cell, problem) => {
    expect(lint('OWNS;CANNOT TOUCH', `\`src/\`;${cell}`)).toEqual({
      rules: ['owns 3 src/'],
      problems: [problem],
    });
  });

  it.each(['', '-', 'None', 'n/a'])('may be empty: %j', (cell) => {
    expect(lint('OWNS;CANNOT TOUCH', `\`src/\`;${cell}`)).toEqual({ rules: ['owns 3 src/'], problems: [] });
  });

  it('leave what other columns say to the remark', () => {
    expect(lint('CANNOT TOUCH;Note', '`a/`;uses `b/`')).toEqual({
      rules: ['cannot-touch 3 a/'],
      problems: [],
    });
  });

  it('report a bare name of a file where it is all that they hold', () => {
    expect(lint('CANNOT TOUCH', 'Dockerfile').problems).toEqual(['3 no-path Dockerfile']);
    expect(lint('Agent;CANNOT TOUCH', 'Reviewer;Dockerfile').problems).toEqual([
      '3 no-path Dockerfile — Reviewer',
    ]);
  });
});
