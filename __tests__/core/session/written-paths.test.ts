import { describe, expect, it } from '@jest/globals';
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
  ])('%s %j', (tool, input, expected) => {
    expect(textsOf(tool, input)).toEqual(expected);
  });

  it('tells a certain path from a text that may be one', () => {
    const paths = writtenPaths({ tool: 'mcp__x__run', input: { file: 'a', argument: 'b/c' }, id: null });
    expect(paths).toEqual([
      { text: 'a', isCertain: true },
      { text: 'b/c', isCertain: false },
    ]);
  });

  it('ends on input that is nested without end', () => {
    let nested: unknown = 'a/b';
    for (let depth = 0; depth < 10_000; depth += 1) nested = [nested];
    expect(textsOf('mcp__x__write', { nested })).toEqual([]);
  });

  it.each([
    ['mcp__git__git_diff', false],
    ['mcp__git__git_commit', true],
    ['mcp__a__search_and_replace', true],
    ['mcp__a__get_or_create_file', true],
    ['mcp__a__frobnicate', true],
    ['WebFetch', false],
  ])('%s is guarded: %s', (tool, expected) => {
    expect(isWriter(tool)).toBe(expected);
  });
});
