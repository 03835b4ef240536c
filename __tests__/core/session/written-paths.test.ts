import { describe, expect, it } from '@jest/globals';
import { wordsOf } from '../../../src/core/session/mcp-words.js';
import { commandOf, goesOn, speaksOfCommits } from '../../../src/core/session/shell-text.js';
import { isWriter, writtenPaths } from '../../../src/core/session/written-paths.js';

const textsOf = (tool: string, input: Readonly<Record<string, unknown>>): readonly string[] =>
  writtenPaths({ tool, input, id: null }).map(({ text }) => text);

describe('the paths that a call writes', () => {
  it.each([
    ['Write', { file_path: '/r/a', content: '/r/b' }, ['/r/a']],
    ['Edit', { file_path: '/r/a', old_string: 'x', new_string: 'y' }, ['/r/a']],
    ['MultiEdit', { file_path: '/r/a', edits: [{ new_string: '/r/b' }] }, ['/r/a']],
    ['NotebookEdit', { notebook_path: '/r/a.ipynb', new_source: '/r/b' }, ['/r/a.ipynb']],
    ['Read', { file_path: '/r/a' }, []],
    ['Bash', { command: 'rm /r/a' }, []],
    ['Write', { file_path: 7 }, []],
    ['mcp__fs__write_file', { path: 'a.py', content: 'apps/blog/models.py' }, ['a.py']],
    ['mcp__fs__move_file', { source: 'a', destination: 'b' }, ['a', 'b']],
    ['mcp__fs__copy_file', { source: 'a', destination: 'b' }, ['b']],
    ['mcp__fs__edit_files', { edits: [{ file: { path: 'a' } }, { file: { path: 'b' } }] }, ['a', 'b']],
    ['mcp__fs__write_files', { paths: ['a', 'b'] }, ['a', 'b']],
    ['mcp__fs__write_file', { path: 'a\nb' }, ['a\nb']],
    ['mcp__fs__run', { argument: 'a\nb/c' }, []],
    ['Write', { file_path: '/r/a\nb/../c' }, ['/r/a\nb/../c']],
    ['Write', { file_path: `/r${'/a/..'.repeat(1000)}/c` }, [`/r${'/a/..'.repeat(1000)}/c`]],
    ['Write', { file_path: '/r/a\0' }, []],
    ['mcp__lsp__apply', { changes: { 'file:///r/a': [{ newText: 'x' }] } }, ['file:///r/a']],
    ['mcp__fs__write_files', { files: { 'a/b': 'x', title: '' } }, ['a/b', 'x']],
    ['mcp__fs__write', { content: { 'a/b': 1 } }, []],
    ['mcp__chat__post', { text: 'manage.py', channel: 'x' }, ['x']],
    ['mcp__fs__read_file', { path: 'a' }, []],
    ['mcp__fs__readMultipleFiles', { paths: ['a'] }, []],
    ['mcp__serena__find_symbol', { relative_path: 'a' }, []],
    ['mcp__serena__replace_symbol_body', { relative_path: 'a', body: 'x' }, ['a']],
    ['mcp__ide__getDiagnostics', { uri: 'file:///r/a' }, []],
    ['mcp__read__write_file', { path: 'a' }, ['a']],
    ['mcp__cp__write_file', { source: 'a' }, ['a']],
    ['mcp__x__run', { old_value: 'a/b' }, []],
    ['mcp__x__run', {}, []],
    ['mcp__fs__copyFile', { sourceFile: 'a', destinationFile: 'b' }, ['b']],
    ['mcp__fs__write', { filePath: 'a', HTMLFile: 'b', newText: 'c/d' }, ['a', 'b']],
    ['mcp__fs__write', { 'my-file': ' ', path: '', argument: '\t' }, []],
    ['mcp__fs__write', { path: 'a\0b', argument: 'c\0d' }, []],
    ['mcp__fs__write', { path: null, dir: undefined, argument: 7, to: true, from: { x: null } }, []],
    ['mcp__fs__write', { argument: 'a'.repeat(4096) }, ['a'.repeat(4096)]],
    ['mcp__fs__write', { argument: 'a'.repeat(4097) }, []],
    ['mcp__fs__write', { path: 'a'.repeat(4097) }, ['a'.repeat(4097)]],
  ])('%s %j', (tool, input, expected) => {
    expect(textsOf(tool, input)).toStrictEqual(expected);
  });

  it('tells a certain path from a text that may be one', () => {
    const input = { relative_path: 'a', argument: 'b/c', files: ['d'] };
    expect(writtenPaths({ tool: 'mcp__x__run', input, id: null })).toEqual([
      { text: 'a', isCertain: true },
      { text: 'b/c', isCertain: false },
      { text: 'd', isCertain: true },
    ]);
    expect(writtenPaths({ tool: 'Write', input: { file_path: 'a' }, id: null })).toEqual([
      { text: 'a', isCertain: true },
    ]);
  });

  it('ends on input that is nested without end', () => {
    let nested: unknown = 'a/b';
    for (let depth = 0; depth < 10_000; depth += 1) nested = [nested];
    expect(textsOf('mcp__x__write', { nested })).toEqual([]);
  });

  it('reads twenty levels and ten thousand texts of a call, and no more', () => {
    const inLists = (levels: number): unknown => (levels === 0 ? 'a/b' : [inLists(levels - 1)]);
    const inObjects = (levels: number): unknown => (levels === 0 ? 'a/b' : { x: inObjects(levels - 1) });
    for (const nest of [inLists, inObjects]) {
      expect(textsOf('mcp__x__write', { nested: nest(19) })).toEqual(['a/b']);
      expect(textsOf('mcp__x__write', { nested: nest(20) })).toEqual([]);
    }
    const paths = Array.from({ length: 10_001 }, (_, index) => `p${index}`);
    expect(textsOf('mcp__x__write', { paths: paths.slice(1) })).toHaveLength(10_000);
    expect(textsOf('mcp__x__write', { paths })).toEqual(paths.slice(0, 10_000));
  });

  it.each([
    ['readFile', ['read', 'file']],
    ['read_file', ['read', 'file']],
    ['read--file/', ['read', 'file']],
    ['HTMLFile2Text', ['html', 'file2', 'text']],
    ['fileURI', ['file', 'uri']],
    ['éteÉcrire', ['éte', 'écrire']],
    ['', []],
  ])('the words of %j are %j', (name, words) => {
    expect(wordsOf(name)).toEqual(words);
  });

  it.each([
    ['mcp__git__git_diff', false],
    ['mcp__git__git_commit', true],
    ['mcp__a__search_and_replace', true],
    ['mcp__a__get_or_create_file', true],
    ['mcp__a__frobnicate', true],
    ['mcp__read__frobnicate', true],
    ['mcp__x__readFile', false],
    ['WebFetch', false],
    ['constructor', false],
  ])('%s is guarded: %s', (tool, expected) => {
    expect(isWriter(tool)).toBe(expected);
  });
});

describe('a shell call', () => {
  const call = (input: Readonly<Record<string, unknown>>) => ({ tool: 'Bash', input, id: null });

  it.each([
    [{ command: 'git status' }, 'git status'],
    [{ command: 7 }, ''],
    [{}, ''],
  ])('%j has the command %j', (input, command) => {
    expect(commandOf(call(input))).toBe(command);
  });

  it.each([
    ['sleep 9 &', true],
    ['sleep 9 & git commit', true],
    ['(sleep 9&)', true],
    ['sleep 9 &sleep 8', true],
    ['a && b', false],
    ['a 2>&1', false],
    ['a >&2', false],
    ['a &> log', false],
    ['a |& b', false],
    ['a', false],
  ])('%s may go on behind its end: %j', (command, expected) => {
    expect(goesOn(call({ command }))).toBe(expected);
  });

  it('may go on where the client puts it in the background', () => {
    expect(goesOn(call({ command: 'a', run_in_background: true }))).toBe(true);
    expect(goesOn(call({ command: 'a', run_in_background: false }))).toBe(false);
    expect(goesOn(call({ command: 'a', run_in_background: 'yes' }))).toBe(false);
  });

  it.each([
    ['git commit -m x', true],
    ['git -c a.b=c revert HEAD', true],
    ['sh -c "git merge x"', true],
    ['git status', false],
    ['', false],
  ])('%s speaks of commits: %j', (text, expected) => {
    expect(speaksOfCommits(text)).toBe(expected);
  });
});
