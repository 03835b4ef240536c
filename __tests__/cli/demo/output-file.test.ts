import { describe, expect, it } from '@jest/globals';
import { parseOutputFile } from '../../../src/cli/demo/output-file.js';

describe('parseOutputFile', () => {
  it.each([
    ['nothing', '', {}],
    ['a plain value', 'a=b=c\n', { a: 'b=c' }],
    ['an empty plain value', 'a=\n', { a: '' }],
    ['a value between delimiters', 'a<<end\none\n\ntwo\nend\n', { a: 'one\n\ntwo' }],
    ['an empty value between delimiters', 'a<<end\nend\n', { a: '' }],
    ['a delimiter within a line of the value', 'a<<end\nend of it\nend\n', { a: 'end of it' }],
    ['a plain value that holds <<', 'a=b<<c\n', { a: 'b<<c' }],
    ['the last value of a name', 'a=1\na=2\n', { a: '2' }],
  ])('reads %s', (_, text, expected) => {
    expect(parseOutputFile(text)).toEqual(expected);
  });

  it.each([
    ['a delimiter that never comes', 'a<<end\none\n'],
    ['a line of another form', 'a\n'],
  ])('refuses %s', (_, text) => {
    expect(() => parseOutputFile(text)).toThrow();
  });
});
