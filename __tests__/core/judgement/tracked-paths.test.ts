import { describe, expect, it } from '@jest/globals';
import { foldCase } from '../../../src/core/judgement/spellings.js';
import { createTrackedPaths } from '../../../src/core/judgement/tracked-paths.js';
import { repoPath } from '../../../src/core/vocabulary.js';

const trackedIn = (...trees: readonly (readonly string[])[]) =>
  createTrackedPaths(...trees.map((tree) => tree.map(repoPath)));

describe('the tracked paths below a link', () => {
  it.each([
    ['in the order of code units, of both trees, once', 'a', ['a/B', 'a/b', 'a/b/c', 'a/é']],
    ['of a directory that comes last', 'z', ['z/1', 'z/2']],
    ['of a directory in a directory', 'a/b', ['a/b/c']],
    ['of none that merely begins alike', 'a-b', []],
    ['of none that is a file', 'm', []],
    ['of none before the first', '0', []],
    ['of none behind the last', 'zz', []],
  ])('are those %s', (_, path, below) => {
    const tracked = trackedIn(['z/2', 'a/b', 'm', 'a/é', 'a/b/c', 'ab/c', 'a'], ['a/B', 'a/b', 'z/1', 'a.c']);
    expect(tracked.below(repoPath(path))).toEqual(below);
  });

  it('are none where nothing is tracked', () => {
    expect(trackedIn().below(repoPath('a'))).toEqual([]);
    expect(trackedIn([]).below(repoPath('a'))).toEqual([]);
  });

  it('are all of many', () => {
    const paths = Array.from({ length: 100 }, (_, index) => `${index % 7}/${index}`);
    for (const directory of ['0', '1', '2', '3', '4', '5', '6'])
      expect(trackedIn(paths).below(repoPath(directory)).toSorted()).toEqual(
        paths.filter((path) => path.startsWith(`${directory}/`)).toSorted(),
      );
  });
});

describe('the spellings of a name', () => {
  const track = () =>
    trackedIn(['Docs/Read.md', 'Docs/read.md', 'src/a/b.py', 'src/a/c.py'], ['docs/READ.md', 'Docs/read.md']);

  it.each([
    ['a name that is tracked', 'src/a/b.py', ['src/a/b.py']],
    ['a name in another case', 'src/a/B.PY', ['src/a/b.py']],
    ['a directory', 'src/A', ['src/a']],
    ['several, in the order of the trees', 'Docs/READ.MD', ['Docs/Read.md', 'Docs/read.md']],
    ['directories of both trees', 'DOCS', ['Docs', 'docs']],
    ['those of the last name alone', 'docs/Read.md', ['docs/READ.md']],
    ['a path below another directory', 'SRC/a/b.py', []],
    ['a name that nobody tracks', 'src/x', []],
  ])('are those tracked: %s', (_, path, spellings) => {
    expect(track().like(path)).toEqual(spellings);
  });

  it('are eight at most', () => {
    const all = Array.from({ length: 16 }, (_, bits) =>
      Array.from('abcd', (letter, place) => (bits & (1 << place) ? letter.toUpperCase() : letter)).join(''),
    );
    expect(trackedIn(all).like('abcd')).toEqual(all.slice(0, 8));
    expect(trackedIn(all.slice(0, 3), all.slice(0, 3)).like('ABCD')).toEqual(all.slice(0, 3));
  });

  it.each([
    ['a path', 'Docs/Read.md', true],
    ['a directory', 'src/a', true],
    ['one of the other tree', 'docs/READ.md', false],
    ['one in another spelling', 'SRC', false],
    ['the root', '', false],
  ])('are established where the first tree has them: %s', (_, path, expected) => {
    expect(track().isEstablished(path)).toBe(expected);
  });

  it.each([
    ['letters', 'ReadMe', 'README'],
    ['letters that become two', 'straße', 'STRASSE'],
    ['forms of Unicode', 'cafe\u0301', 'CAF\u00c9'],
  ])('are one where a file system ignores case: %s', (_, left, right) => {
    expect(foldCase(left)).toBe(foldCase(right));
  });
});
