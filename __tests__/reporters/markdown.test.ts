import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { codeBlock, codeSpan, htmlCode } from '../../src/reporters/markdown.js';
import { HOSTILE } from '../support/hostile.js';

const markdown = new MarkdownIt({ html: true, linkify: true });
const tagsOf = (html: string): readonly string[] => html.match(/<[^>]*>/g) ?? [];

describe('codeSpan', () => {
  it.each([
    ['plain text stands in a code span', 'apps/**/models.py', '`apps/**/models.py`'],
    ['HTML in a code span is text', '<b>', '`<b>`'],
    ['a back-tick makes entities of all punctuation', 'a`b', '<code>a&#96;b</code>'],
    ['a bar does too, for tables', 'a|b', '<code>a&#124;b</code>'],
    ['a blank at an end does too, for it would be dropped', ' a', '<code> a</code>'],
    ['a workflow command does too', '##[x]', '<code>&#35;&#35;&#91;x&#93;</code>'],
  ])('%s', (_title, text, span) => {
    expect(codeSpan(text)).toBe(span);
  });

  it.each(HOSTILE)('renders as one element of code in a table cell: %s', (_title, text) => {
    const html = markdown.render(`| a |\n| --- |\n| x ${codeSpan(text)} y |\n`);

    expect(tagsOf(html)).toEqual(tagsOf(markdown.render('| a |\n| --- |\n| x `a` y |\n')));
  });

  it('renders as one element of code, whatever the text', () => {
    const punctuation = fc.string({ unit: fc.constantFrom(...Array.from('`|<>[]()!*_~\\@:/.#&; \nahtps')) });
    fc.assert(
      fc.property(fc.oneof(punctuation, fc.string({ unit: 'binary' })), (text) => {
        expect(tagsOf(markdown.renderInline(`x ${codeSpan(text)} y`))).toEqual(['<code>', '</code>']);
        expect(tagsOf(markdown.renderInline(`x ${htmlCode(text)} y`))).toEqual(['<code>', '</code>']);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('codeBlock', () => {
  it('is fenced by more back-ticks than any line holds', () => {
    expect(codeBlock(["echo '````'"], 'sh', '  ')).toBe("  `````sh\n  echo '````'\n  `````");
  });
});
