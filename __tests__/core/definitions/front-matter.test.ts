import { describe, expect, it } from '@jest/globals';

import { parseFrontMatter } from '../../../src/core/definitions/front-matter.js';

const nameOf = (text: string): unknown =>
  parseFrontMatter(text).keys.find(({ name }) => name === 'name')?.value;

describe('parseFrontMatter', () => {
  it('splits the text and keeps the line of the body', () => {
    expect(parseFrontMatter('---\nname: a\n---\n\n# Body\n')).toMatchObject({
      isPresent: true,
      fault: null,
      body: '\n# Body\n',
      bodyLine: 4,
    });
  });

  it.each([
    ['a byte order mark', '\uFEFF---\nname: a\n---\nbody', 'body', 4],
    ['carriage returns', '---\r\nname: a\r\n---\r\nbody\r\nmore', 'body\nmore', 4],
    ['blanks behind both fences', '---  \nname: a\n---\t\nbody', 'body', 4],
    ['no body', '---\nname: a\n---', '', 4],
    ['blank lines inside', '---\n\nname: a\n\n---\nbody', 'body', 6],
    ['blank lines below', '---\nname: a\n---\n\n\nbody', '\n\nbody', 4],
    ['a further fence below', '---\nname: a\n---\n---\nb: c\n---\n', '---\nb: c\n---\n', 4],
    ['a byte order mark below', '---\nname: a\n---\n\uFEFFbody', '\uFEFFbody', 4],
  ])('reads through %s', (_, text, body, bodyLine) => {
    expect(parseFrontMatter(text)).toMatchObject({ isPresent: true, fault: null, body, bodyLine });
    expect(nameOf(text)).toBe('a');
  });

  it.each([
    ['a blank first line', '\n---\nname: a\n---\n'],
    ['a longer fence', '----\nname: a\n----\n'],
    ['no fence', '# Title\n'],
    ['an empty text', ''],
  ])('finds none with %s', (_, text) => {
    expect(parseFrontMatter(text)).toEqual({
      isPresent: false,
      keys: [],
      nested: [],
      fault: null,
      body: text,
      bodyLine: 1,
    });
  });

  describe('never executes anything', () => {
    const payload = '{ name: ((globalThis.executed = true), "a") }';
    it.each([
      'js',
      'javascript',
      'JS',
      ' js',
      'coffee',
      'cson',
      'json',
      'toml',
      'constructor',
      'toString',
      'yaml',
    ])('refuses ---%s and keeps the body', (language) => {
      const read = parseFrontMatter(`---${language}\n${payload}\n---\nbody`);
      expect(read).toMatchObject({
        fault: { kind: 'refused', line: 1 },
        keys: [],
        body: 'body',
        bodyLine: 4,
      });
      expect(globalThis).not.toHaveProperty('executed');
    });

    it('refuses it without a second fence', () => {
      const read = parseFrontMatter(`---js\n${payload}\nbody`);
      expect(read).toMatchObject({ fault: { kind: 'refused' }, body: `${payload}\nbody`, bodyLine: 2 });
      expect(globalThis).not.toHaveProperty('executed');
    });

    it('takes nothing but the name from what it refuses', () => {
      const { keys } = parseFrontMatter('---js\nname: a\nowns: src/\n---\nbody');
      expect(keys.map(({ name }) => name)).toEqual(['name']);
    });

    it('reads an option of the library as an ordinary key', () => {
      const text = '---\nname: a\nlanguage: js\nexcerpt_separator: { toString: 1 }\n---\nbody';
      expect(parseFrontMatter(text)).toMatchObject({ fault: null, body: 'body' });
    });
  });

  it('reads a broken text the same way each time', () => {
    const text = '---\nname: a\ndescription: Use: this\n---\nbody';
    expect(parseFrontMatter(text)).toEqual(parseFrontMatter(text));
    expect(parseFrontMatter(text).fault).toMatchObject({ kind: 'broken', line: 3 });
  });

  it.each([
    ['an unquoted colon', 'description: Use this: when x'],
    ['an open bracket', 'description: [unclosed'],
    ['a tag', 'x: !secret'],
    ['an at sign', 'y: @at'],
    ['a back-tick', 'y: `x`'],
    ['an unknown alias', 'y: *nope'],
    ['an unquoted pattern', 'cannot-touch: **/*.sql'],
    ['an unquoted pattern in a list', 'cannot-touch:\n  - **/*.sql'],
    ['a colon at the end', 'description: Examples:'],
    ['lines without indentation', 'description: Use it\n<example>\nuser: "go: on"\n</example>'],
    ['a tab as indentation', 'hooks:\n\tStop: x'],
    ['a star', 'tools: *'],
    ['a line that only begins like a fence', '---more\nx: y'],
    ['a list as a whole', '- a'],
    ['more blanks in a row than anyone writes', `x:${' '.repeat(2_000)}y`],
    ['deep nesting', `x: ${'{'.repeat(200)}`],
  ])('recovers the name around %s', (_, broken) => {
    for (const end of ['\n', '\r\n']) {
      const text = ['---', ...broken.split('\n'), 'name: "a"', '---', 'body'].join(end);
      expect(parseFrontMatter(text)).toMatchObject({ fault: { kind: 'broken' }, body: 'body' });
      expect(nameOf(text)).toBe('a');
    }
  });

  it('takes the last of two names, and the first where the YAML is broken', () => {
    expect(nameOf('---\nname: a\nname: b\n---\n')).toBe('b');
    expect(nameOf('---\nname: a\ndescription: x: y\nname: an example\n---\n')).toBe('a');
  });

  it('recovers ownership keys as they are written', () => {
    const text =
      '---\nname: a\ndescription: x: y\ncannot-touch:\n  - **/*.sql\n  - "docs/**"\n  - !db/**\nowns: [src/**, lib/*.{ts,js}]\nreads: [a]/**, b\ntools: *\n---\n';
    expect(parseFrontMatter(text).keys).toMatchObject([
      { name: 'name', line: 2 },
      {
        name: 'cannot-touch',
        line: 4,
        values: [
          { value: '**/*.sql', line: 5 },
          { value: 'docs/**', line: 6 },
          { value: '!db/**', line: 7 },
        ],
      },
      { name: 'owns', line: 8, values: [{ value: 'src/**' }, { value: 'lib/*.{ts,js}' }] },
      { name: 'reads', line: 9, values: [{ value: '[a]/**, b' }] },
    ]);
  });

  describe('without a second fence', () => {
    it('takes the lines that look like keys and keeps the rest as body', () => {
      const text = '---\nname: a\ntools:\n- Read\n  - Write\n\n## OWNS\n- `src/`\n';
      expect(parseFrontMatter(text)).toMatchObject({
        fault: { kind: 'unclosed', line: 1 },
        body: '## OWNS\n- `src/`\n',
        bodyLine: 7,
      });
      expect(nameOf(text)).toBe('a');
    });

    it('takes a list that a blank line ends', () => {
      expect(parseFrontMatter('---\nname: a\ntools:\n- Read\n\n## OWNS').body).toBe('## OWNS');
    });

    it('leaves a list behind blanks, and keys below the body, where they are', () => {
      const text = '---\nname: a\n  \n- `x`\ny:\n  cannot-touch: b/';
      expect(parseFrontMatter(text)).toMatchObject({ body: '- `x`\ny:\n  cannot-touch: b/', nested: [] });
    });

    it('leaves a list behind a blank line to the body', () => {
      expect(parseFrontMatter('---\nname: a\n\n- **OWNS:** `src/`').body).toBe('- **OWNS:** `src/`');
    });
  });
});
