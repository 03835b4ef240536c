import { describe, expect, it } from '@jest/globals';
import { renderMarkdown } from '../../../src/cli/demo/terminal-markdown.js';
import { plainPaint } from '../../../src/reporters/paint.js';

const rendered = (markdown: string): string => renderMarkdown(markdown, plainPaint);

describe('renderMarkdown', () => {
  it.each([
    ['a heading', '## ❌ Failed: `x`', '❌ Failed: x'],
    ['code', 'see `a|b*c`', 'see a|b*c'],
    ['code that is HTML', '<code>a&#124;b &amp; &lt;c&gt;</code>', 'a|b & <c>'],
    ['a link by its label', '[`1234567`](https://github.com/o/r/commit/1)', '1234567'],
    ['strong words', '**3 more** are left out', '3 more are left out'],
    ['an escaped mark', String.raw`a \* b \_c`, 'a * b _c'],
    ['other tags not at all', 'a<br>b', 'ab'],
    ['a fold by its title', '<details>\n<summary>2 rules</summary>\n\n- a\n\n</details>', '▸ 2 rules'],
    ['a fence, indented', 'Run\n\n```sh\ngit rm -- a\n```\n\nthen', 'Run\n\n  git rm -- a\n\nthen'],
    ['one empty line for many', 'a\n\n\n\nb', 'a\n\nb'],
  ])('shows %s', (_, markdown, expected) => {
    expect(rendered(markdown)).toBe(expected);
  });

  it('lines a table up', () => {
    const table = ['| Agent | Files |', '| --- | ---: |', '| `backend-django` | 12 |', '| a\\|b | 3 |'].join(
      '\n',
    );
    expect(rendered(table)).toBe(
      ['Agent           Files', 'backend-django  12', 'a|b             3'].join('\n'),
    );
  });

  it('wraps the text of an item below itself', () => {
    const words = 'word '.repeat(30).trim();
    const [first = '', second = '', ...others] = rendered(`- ${words}\n\n  more`).split('\n');
    expect(first).toMatch(/^- word/);
    expect(second).toMatch(/^ {2}word/);
    expect(`${first.slice(2)} ${second.slice(2)}`).toBe(words);
    expect(others).toEqual(['', '  more']);
  });
});
