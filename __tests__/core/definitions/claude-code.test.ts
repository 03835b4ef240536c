import { describe, expect, it } from '@jest/globals';

import { parseDefinition } from '../../../src/core/definitions/parse-definition.js';
import { aSource } from './reading.js';

/** The reasons with the lines that they stand at. */
const skipsOf = (text: string, path?: string): readonly string[] =>
  parseDefinition(aSource(text, path)).problems.flatMap((problem) =>
    problem.code === 'skipped-by-claude-code' ? [`${problem.line ?? '-'} ${problem.reason}`] : [],
  );

const OWNS = '\n## OWNS\n- `src/`\n';
const around = (frontMatter: string, end = '\n'): string =>
  ['---', ...frontMatter.split('\n'), '---', OWNS].join(end);
const complete = (frontMatter: string, end?: string): string =>
  around(`name: a\ndescription: d\n${frontMatter}`, end);

/** The measured table: one row for each row, or part of a row, of what Claude Code 2.1.330 does. */
describe('Claude Code', () => {
  it.each([
    ['an unquoted colon, with LF', around('name: a\ndescription: Use this: when x')],
    ['an unclosed bracket', around('name: a\ndescription: [unclosed')],
    ['a tag', complete('x: !secret')],
    ['an at sign', complete('y: @at')],
    ['a back-tick', complete('y: `x`')],
    ['an unknown alias', complete('y: *nope')],
    ['an unquoted pattern as a value', complete('cannot-touch: **/*.sql')],
    ['a star', complete('tools: *')],
    ['two names, of which the last wins', around('name: -a\nname: b\ndescription: d')],
    ['a tab as indentation', complete('hooks:\n\tStop: x')],
    ['the name `yes`', around('name: yes\ndescription: d')],
    ['a name with blanks', around('name: Upper Case_Name\ndescription: d')],
    ['a name with an umlaut', around('name: "agént"\ndescription: d')],
    ['a comment behind the name', around('name: hash # c\ndescription: d')],
    ['an unquoted colon, with CR', around('name: a\ndescription: Use this: when x', '\r')],
    ['an unquoted colon above a body that is no YAML', '---\nname: a\ndescription: x: y\n---\nx: - {y\n'],
    ['two tabs as indentation', complete('hooks:\n\t\tStop: x')],
    ['a byte order mark', `\uFEFF${complete('x: y')}`],
    ['blanks behind both fences', '---  \nname: a\ndescription: d\n---\t\n'],
    ['CRLF and valid YAML', complete('x: y', '\r\n')],
    ['keys that it does not know', complete('cannot-touch: [a]\nx-cannot-touch: b\ncannot_touch: c')],
    ['a description as a block', around('name: a\ndescription: |\n  Use: it\n  <example>')],
    ['a single-line value to be quoted beside a block', around('name: a\ndescription: |\n  d\nx: !secret')],
  ])('loads %s', (_, text) => {
    expect(skipsOf(text)).toEqual([]);
  });

  it.each([
    ['no name', around('description: d'), ['- no-name']],
    ['an empty name', around('name:\ndescription: d'), ['2 no-name']],
    ['a name of two quotes', around('name: ""\ndescription: d'), ['2 no-name']],
    ['a description of two quotes', around('name: a\ndescription: ""'), ['3 no-description']],
    ['a name inside of another key, behind a tab', around('x:\n\tname: b\ndescription: d'), ['- no-name']],
    ['a number as the name', around('name: 123\ndescription: d'), ['2 name-is-no-text']],
    ['a boolean as the name', around('name: true\ndescription: d'), ['2 name-is-no-text']],
    ['a hyphen first in the name', around('name: -a\ndescription: d'), ['2 name-begins-with-hyphen']],
    ['a colon in the name', around('name: a:b\ndescription: d'), ['2 name-holds-colon']],
    ['no description', around('name: a'), ['- no-description']],
    ['an empty description', around('name: a\ndescription:'), ['3 no-description']],
    ['neither', around('model: opus'), ['- no-name', '- no-description']],
    ['empty front matter', around(''), ['- no-name', '- no-description']],
    ['a list as front matter', around('- a'), ['- no-name', '- no-description']],
    [
      'an unquoted colon, with CRLF',
      around('name: a\ndescription: Use this: when x', '\r\n'),
      ['3 invalid-yaml-with-windows-line-ends'],
    ],
    ['an unquoted pattern in a list', complete('cannot-touch:\n  - **/*.sql'), ['5 invalid-yaml']],
    ['a value that ends in a colon', around('name: a\ndescription: Examples:'), ['3 invalid-yaml']],
    [
      'a value that ends in a colon, with CRLF',
      around('name: a\ndescription: Examples:', '\r\n'),
      ['3 invalid-yaml'],
    ],
    [
      'a description that goes on without indentation',
      around('name: a\ndescription: Use it\n<example>\nuser: "go: on"\n</example>'),
      ['4 invalid-yaml'],
    ],
    ['a blank first line', `\n${complete('x: y')}`, ['- no-front-matter']],
    ['no front matter', OWNS, ['- no-front-matter']],
    ['another language', complete('x: y').replace('---', '---js'), ['1 other-language']],
    ['no closing fence', '---\nname: a\ndescription: d\n', ['1 unclosed-front-matter']],
    [
      'a retry that ends in a name with a colon',
      around('name: a: b\ndescription: d'),
      ['2 name-holds-colon'],
    ],
    ['a retry without description', around('name: a\nx: y: z'), ['- no-description']],
  ])('skips a file with %s', (_, text, reasons) => {
    expect(skipsOf(text)).toEqual(reasons);
  });

  it.each(['.claude/agents/a.MD', '.claude/agents/a.txt'])('skips %s', (path) => {
    expect(skipsOf(complete('x: y'), path)).toEqual(['- other-extension']);
  });

  it.each([
    ['.claude/agents/team/a.md', 1],
    ['packages/api/.claude/agents/a.md', 1],
    ['.github/agents/a.md', 0],
    ['.gemini/agents/a.md', 0],
    ['.claude/agents-of-old/a.md', 0],
    ['x.claude/agents/a.md', 0],
  ])('has a say about %s: %i', (path, count) => {
    expect(skipsOf(around('name: a'), path)).toHaveLength(count);
  });

  it('leaves what is no definition to that problem', () => {
    expect(skipsOf('# A list of agents\n', '.claude/agents/README.md')).toEqual([]);
  });

  it.each([
    ['longer than the reader reads', `x: ${'y'.repeat(70_000)}: z`],
    ['nested deeper than it reads', `x: ${'['.repeat(40)}${']'.repeat(40)}`],
    ['full of aliases', `x: &x [a]\ny: &y [${'*x,'.repeat(80)}]\nz: [${'*y,'.repeat(80)}]`],
  ])('is not spoken for where front matter is %s', (_, text) => {
    expect(skipsOf(complete(text))).toEqual([]);
  });

  it('still has missing-name beside it', () => {
    const { problems } = parseDefinition(aSource(around('description: d')));
    expect(problems.map(({ code }) => code)).toEqual(['missing-name', 'skipped-by-claude-code']);
  });
});
