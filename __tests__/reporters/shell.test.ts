import { execFileSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bytesOf } from '../../src/reporters/paths.js';
import { gitCommand, quoteForShell } from '../../src/reporters/shell.js';
import { holdsHidden } from '../../src/reporters/visible.js';
import { HOSTILE } from '../support/hostile.js';

const said = (shell: string, words: readonly string[]): string =>
  execFileSync(shell, ['-c', words.map((word) => `printf '%s\\0' ${word}`).join('\n')]).toString('hex');

const bytes = (texts: readonly string[]): string =>
  Buffer.concat(texts.map((text) => Buffer.from([...bytesOf(text), 0]))).toString('hex');

describe('quoteForShell', () => {
  it.each([
    ['a plain path', 'apps/blog/models.py', 'apps/blog/models.py'],
    ['a blank', 'a b', "'a b'"],
    ['a single quote', "it's", String.raw`'it'\''s'`],
    ['a command substitution', '$(touch x)', "'$(touch x)'"],
    ['a byte that is no UTF-8', 'caf\udce9.txt', String.raw`$'caf\351.txt'`],
    ['a line break', "a\n'b'", String.raw`$'a\n\047b\047'`],
    ['text direction', 'a\u202eb', String.raw`$'a\342\200\256b'`],
    ['what zsh expands', '=ls', "'=ls'"],
    ['nothing', '', "''"],
  ])('quotes %s', (_title, text, quoted) => {
    expect(quoteForShell(text)).toBe(quoted);
  });

  it('stands for the same bytes in bash, whatever the text', () => {
    const texts = fc.sample(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: fc.constantFrom(...Array.from('\'"\\$`!#[]{}()~=: \n\t;&|<>*?\udc80\udcffa0')) }),
      ),
      500,
    );
    const inGit = [...HOSTILE.map(([, text]) => text), ...texts].map((text) => text.replaceAll('\0', ''));

    expect(said('bash', inGit.map(quoteForShell))).toBe(bytes(inGit));
  });

  it('stands for the same bytes in any POSIX shell where nothing is hidden', () => {
    const texts = HOSTILE.map(([, text]) => text).filter((text) => !holdsHidden(text));

    expect(said('sh', texts.map(quoteForShell))).toBe(bytes(texts));
  });

  it('is one word, and runs nothing, in a shell that does not know the quotes for what is hidden', () => {
    const texts = ["a\n';touch pwned;'", "\u0007'`touch pwned`'", "\u202e\\';exit 1;'", "'\n$(exit 1)'"];

    expect(said('sh', texts.map(quoteForShell)).match(/00/g)).toHaveLength(texts.length);
    for (const text of texts) expect(quoteForShell(text).slice(2, -1)).not.toContain("'");
  });

  it.each(HOSTILE)('never holds a workflow command: %s', (_title, text) => {
    expect(quoteForShell(text)).not.toMatch(/##\[|\n/);
  });
});

describe('gitCommand', () => {
  it.each([
    ['puts the path behind --', '-rf', 'git rm -- -rf'],
    ['takes wildcards literally', 'app/[id]/page.tsx', "git --literal-pathspecs rm -- 'app/[id]/page.tsx'"],
    ['takes pathspec magic literally', ':(top)x', "git --literal-pathspecs rm -- ':(top)x'"],
  ])('%s', (_title, path, command) => {
    expect(gitCommand('rm', path)).toBe(command);
  });
});
