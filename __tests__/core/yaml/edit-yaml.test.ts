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
    ['the entry', 'pre-push:\n  commands:\n    ours: 1\n'],
  ])('is not put into %s', (_, text) => {
    expect(addYamlEntry(text, PATH, ENTRY)).toBeNull();
  });
});
