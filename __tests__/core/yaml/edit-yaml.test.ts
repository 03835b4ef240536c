import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import {
  addYamlEntry,
  hasYamlEntry,
  removeYamlEntry,
  type YamlPath,
} from '../../../src/core/yaml/edit-yaml.js';

const PATH: YamlPath = ['pre-push', 'commands', 'ours'];
const ENTRY = { run: 'if true; then x {0}; fi', use_stdin: true };

const add = (text: string): string => addYamlEntry(text, PATH, ENTRY) ?? '';

describe('an entry', () => {
  it.each([
    ['an empty text', ''],
    ['comments only', '# nothing\n'],
    ['other keys', 'pre-commit:\n  parallel: true\n'],
    ['no end of line', 'pre-commit:\n  parallel: true'],
    ['the outer key', 'pre-push:\n  parallel: true # yes\n# end\n'],
    [
      'both keys',
      'pre-push:\n    commands:\n\n        # first\n        tests:\n            run: x\n\nother: 1\n',
    ],
    ['CRLF', 'pre-push:\r\n  commands:\r\n    tests: { run: x }\r\n'],
    ['a key without a value', 'pre-commit:\n'],
    ['a marker at the start', '---\npre-push:\n  commands:\n    tests:\n      run: x\n'],
  ])('joins %s, leaves every line, and goes again', (_, text) => {
    const after = add(text);
    const before = (parse(text) ?? {}) as Record<string, Record<string, object>>;
    expect(parse(after)).toEqual({
      ...before,
      'pre-push': { ...before['pre-push'], commands: { ...before['pre-push']?.['commands'], ours: ENTRY } },
    });
    const lines = text.split(/\r?\n/).filter((line) => line !== '');
    expect(after.split(/\r?\n/)).toEqual(expect.arrayContaining(lines));
    expect(hasYamlEntry(after, PATH)).toBe(true);
    expect(removeYamlEntry(after, PATH).trimEnd()).toBe(text.trimEnd());
  });

  it.each([
    ['no YAML', 'a: [\n'],
    ['a list', '- a\n'],
    ['two documents', 'a: 1\n---\nb: 2\n'],
    ['an end of the document', 'a: 1\n...\n'],
    ['braces', 'pre-push: { commands: {} }\n'],
    ['nothing for a mapping', 'pre-push:\n'],
    ['an alias on the way', 'x: &x\n  commands:\n    a: 1\npre-push: *x\n'],
    ['an alias that holds itself', 'x: &x [*x]\n'],
    ['the entry', 'pre-push:\n  commands:\n    ours: 1\n'],
    ['a lone text', 'x\n'],
    ['a lone null', '~\n'],
    ['keys that do not begin their lines', '  pre-commit: 1\n'],
    ['explicit keys on the way', 'pre-push:\n  ? x\n  : true\n'],
    ['a mapping that an alias repeats elsewhere', 'pre-push: &x\n  parallel: true\npre-commit: *x\n'],
    ['an alias that nothing defines', 'pre-commit: *nope\n'],
    [
      'aliases that multiply',
      Array.from({ length: 9 }, (_, at) => `x${at}: &x${at} [${`*x${at - 1},`.repeat(at && 9)}]\n`).join(''),
    ],
  ])('is not put into %s', (_, text) => {
    expect(addYamlEntry(text, PATH, ENTRY)).toBeNull();
  });

  it.each([
    ['at the end of an empty text', '', 'a:\n  b:\n    c: 1\n'],
    ['below comments', '# x', '# x\na:\n  b:\n    c: 1\n'],
    ['below the mark of a document', '--- # x\n', '--- # x\na:\n  b:\n    c: 1\n'],
    ['below explicit keys', '? x\n: 1\n', '? x\n: 1\na:\n  b:\n    c: 1\n'],
    ['below other keys', 'x: 1', 'x: 1\na:\n  b:\n    c: 1\n'],
    ['at the top of its mapping, as far in', 'a:\n    x: 1\n', 'a:\n    b:\n      c: 1\n    x: 1\n'],
    [
      'behind a comment on the line of its key',
      'a: # x\n  y: 1\nz: 2\n',
      'a: # x\n  b:\n    c: 1\n  y: 1\nz: 2\n',
    ],
    ['in the line ends of the first line', 'x: 1\r\ny: 2', 'x: 1\r\ny: 2\r\na:\r\n  b:\r\n    c: 1\r\n'],
    ['in the line ends of the first line alone', 'x: 1\ny: 2\r\n', 'x: 1\ny: 2\r\na:\n  b:\n    c: 1\n'],
  ])('stands %s', (_, text, expected) => {
    expect(addYamlEntry(text, ['a', 'b'], { c: 1 })).toBe(expected);
  });

  it('is written on one line, however long', () => {
    const run = 'word '.repeat(40).trim();
    expect(addYamlEntry('', ['a'], { run })).toBe(`a:\n  run: ${run}\n`);
  });

  it.each<[string, string, YamlPath, string]>([
    ['with the mappings that hold nothing else', 'a:\n  b:\n    c: 1\nx: 1\n', ['a', 'b', 'c'], 'x: 1\n'],
    ['alone where its mapping holds more', 'a:\n  b: 1\n  c: 2\n', ['a', 'b'], 'a:\n  c: 2\n'],
    [
      'with the mapping below one that holds more',
      'a:\n  b:\n    c: 1\n  d: 2\n',
      ['a', 'b', 'c'],
      'a:\n  d: 2\n',
    ],
    ['with all that it holds', 'a: 1\nb:\n  - c:\n      d\nx: 1\n', ['b'], 'a: 1\nx: 1\n'],
    ['up to the blank line below', 'a:\n  b: 1\n\nx: 1\n', ['a'], '\nx: 1\n'],
    ['at the end of a text', 'x: 1\na:\n  b: 1', ['a', 'b'], 'x: 1\n'],
    ['only where it is', 'a:\n  b: 1\n', ['a', 'c'], 'a:\n  b: 1\n'],
    ['only below mappings', 'a: 1\n', ['a', 'b'], 'a: 1\n'],
    ['only from YAML', 'a: [\n', ['a'], 'a: [\n'],
  ])('goes %s', (_, text, path, expected) => {
    expect(removeYamlEntry(text, path)).toBe(expected);
  });

  it.each<[string, string, YamlPath, boolean]>([
    ['a value', 'a: 1\n', ['a'], true],
    ['nothing', 'a:\n', ['a'], true],
    ['another key', 'b: 1\n', ['a'], false],
    ['a key above', 'a: 1\n', ['a', 'b'], false],
    ['braces', 'a: { b: { c: 1 } }\n', ['a', 'b', 'c'], true],
    ['a key that is no text', '1: x\n', ['1'], false],
    ['a list', '- a\n', ['a'], false],
    ['no YAML', 'a: [\n', ['a'], false],
    ['a tag that nobody defined', 'a: !x 1\n', ['a'], false],
    ['nothing at all', '', ['a'], false],
    ['more levels than are read', `a: ${'['.repeat(40)}${']'.repeat(40)}\n`, ['a'], false],
    ['two documents', 'a: 1\n---\nb: 2\n', ['a'], false],
  ])('is found or not: %s', (_, text, path, expected) => {
    expect(hasYamlEntry(text, path)).toBe(expected);
  });

  it.each([
    ['a warning', 'x: !x 1\n'],
    ['a list on the way', 'a:\n  - b\n'],
    ['a text on the way', 'a: x\n'],
    ['the entry in braces', 'a: { b: 1 }\n'],
    ['braces all around', '{ x: 1 }\n'],
    ['a text that is open at its end', 'x: |+\n  y\n\n\n'],
  ])('is not put where the text would say something else: %s', (_, text) => {
    const after = addYamlEntry(text, ['a', 'b'], { c: 1 });
    if (after !== null)
      expect((parse(after) as { x?: unknown }).x).toEqual((parse(text) as { x?: unknown }).x);
    else expect(after).toBeNull();
  });

  it('is put in without a word on the terminal', () => {
    const said: unknown[] = [];
    const { warn } = console;
    console.warn = (...words: unknown[]) => said.push(words);
    try {
      expect(addYamlEntry('? [x]\n: 1\n', ['a'], { c: 1 })).toBe('? [x]\n: 1\na:\n  c: 1\n');
    } finally {
      console.warn = warn;
    }
    expect(said).toEqual([]);
  });
});
