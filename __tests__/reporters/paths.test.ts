import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { repoPath } from '../../src/core/vocabulary.js';
import { bytesOf, quotePath } from '../../src/reporters/paths.js';

describe('quotePath', () => {
  it.each([
    ['a plain path', 'apps/blog/models.py'],
    ['a path in UTF-8', 'caf\u00e9.txt'],
    ['a path with quotes and a line break', 'a"b\n.txt'],
  ])('leaves %s as it is', (_title, path) => {
    expect(quotePath(repoPath(path))).toEqual({ path, pathEncoding: null });
  });

  it('keeps what is valid in a path that is not UTF-8', () => {
    expect(quotePath(repoPath('\u65e5/caf\udce9.txt'))).toEqual({
      path: String.raw`"日/caf\351.txt"`,
      pathEncoding: 'c-quoted',
    });
  });

  it('quotes as git does', () => {
    const paths = ['caf\udce9.txt', '\udcff"q"\\b', 'tab\tnl\n\udc80', 'bell\u0007\u0001\u007f\udcfe'];
    const directory = mkdtempSync(join(tmpdir(), 'quote-'));
    try {
      const git = (words: readonly string[], input?: Buffer) =>
        execFileSync('git', words, { cwd: directory, encoding: 'utf8', ...(input && { input }) });
      git(['init', '-q']);
      const entries = paths.map((path) =>
        Buffer.concat([
          Buffer.from(`100644 ${'1'.repeat(40)}\t`),
          Buffer.from(bytesOf(path)),
          Buffer.from([0]),
        ]),
      );
      git(['update-index', '-z', '--index-info'], Buffer.concat(entries));

      const printed = git(['ls-files']).trimEnd().split('\n');

      expect(paths.map((path) => quotePath(repoPath(path)).path).toSorted()).toEqual(printed.toSorted());
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});
