import { describe, expect, it } from '@jest/globals';
import type { OwnChange } from '../../../src/core/history.js';
import { createRepository, type TestRepository } from '../../support/repository.js';
import { readLast, readRange, summarize } from './reading.js';

/** A repository with one commit, and the changes of a second one. */
async function changesOf(change: (repository: TestRepository) => void): Promise<readonly OwnChange[]> {
  const repository = createRepository();
  repository.write('kept.txt');
  repository.write('docs/guide.md', 'The same words in both places, long enough to look like a rename.\n');
  repository.write('run.sh');
  repository.symlink('link', 'kept.txt');
  repository.submodule('vendor/library');
  const base = repository.commit();
  change(repository);
  repository.commit();
  return (await readLast(repository, base)).changes;
}

const CHANGES: readonly [
  title: string,
  change: (repository: TestRepository) => void,
  expected: readonly string[],
][] = [
  ['an addition', (r) => r.write('new.txt'), ['A new.txt (1)']],
  ['a deletion', (r) => r.remove('kept.txt'), ['D kept.txt (1)']],
  ['an edit', (r) => r.write('kept.txt', 'else'), ['M kept.txt (1)']],
  [
    'a rename as a deletion and an addition',
    (r) => r.git('mv', 'docs/guide.md', 'guide.md'),
    ['D docs/guide.md (1)', 'A guide.md (1)'],
  ],
  [
    'a change of case alone as two paths',
    (r) => r.git('mv', 'kept.txt', 'Kept.txt'),
    ['A Kept.txt (1)', 'D kept.txt (1)'],
  ],
  ['a change of mode', (r) => r.setExecutable('run.sh', true), ['M run.sh (1)']],
  [
    'a file that becomes a link',
    (r) => {
      r.remove('run.sh');
      r.symlink('run.sh', 'kept.txt');
    },
    ['T run.sh (1)'],
  ],
  [
    'a file that becomes a directory',
    (r) => {
      r.remove('run.sh');
      r.write('run.sh/inside');
    },
    ['D run.sh (1)', 'A run.sh/inside (1)'],
  ],
  [
    'a link that leads elsewhere',
    (r) => {
      r.remove('link');
      r.symlink('link', 'run.sh');
    },
    ['M link (1)'],
  ],
  ['a submodule that moves', (r) => r.submodule('vendor/library', '2'.repeat(40)), ['M vendor/library (1)']],
  [
    'a submodule that moves although .gitmodules says to ignore it',
    (r) => {
      r.write('.gitmodules', '[submodule "l"]\n\tpath = vendor/library\n\turl = ./l\n\tignore = all\n');
      r.git('config', 'submodule.l.ignore', 'all');
      r.submodule('vendor/library', '2'.repeat(40));
      r.git('config', 'diff.ignoreSubmodules', 'all');
    },
    ['A .gitmodules (1)', 'M vendor/library (1)'],
  ],
  ['nothing in an empty commit', () => undefined, []],
];

describe('the changes of a commit', () => {
  it.each(CHANGES)('hold %s', async (_, change, expected) => {
    expect((await changesOf(change)).map(summarize)).toEqual(expected);
  });

  it('hold mode and object name on both sides', async () => {
    expect(await changesOf((r) => r.setExecutable('run.sh', true))).toEqual([
      {
        path: 'run.sh',
        before: { mode: '100644', oid: '245773fb96af13d09b6ce32ce199ed206ead81c0' },
        after: { mode: '100755', oid: '245773fb96af13d09b6ce32ce199ed206ead81c0' },
        beforeIn: 1,
      },
    ]);
  });

  it('are additions where the commit is a root', async () => {
    const repository = createRepository();
    repository.write('a.txt');
    const base = repository.commit();
    repository.checkout('other', '');
    repository.write('b.txt');
    const head = repository.commit();
    const history = await readRange(repository, base, head);
    expect(history.commits.map(({ parents, changes }) => [parents, changes.map(summarize)])).toEqual([
      [[], ['A b.txt (1)']],
    ]);
    expect(history.mergeBases).toEqual([]);
    expect(history.netChanges).toEqual([]);
  });
});

const ODD_PATHS: readonly [title: string, bytes: Buffer, path: string][] = [
  ['a newline', Buffer.from('a\nb'), 'a\nb'],
  ['quotes', Buffer.from(`"it's"`), `"it's"`],
  ['a tab and a backslash', Buffer.from('a\tb\\c'), 'a\tb\\c'],
  ['a workflow command', Buffer.from('x\n::error::y'), 'x\n::error::y'],
  ['an old workflow command', Buffer.from('##[error]y'), '##[error]y'],
  ['a leading dash', Buffer.from('--output=x'), '--output=x'],
  ['a leading colon', Buffer.from(':100644'), ':100644'],
  ['the sign that begins a record', Buffer.from('\x01x'), '\x01x'],
  ['blanks at both ends', Buffer.from(' x '), ' x '],
  ['letters beyond ASCII', Buffer.from('über/日本/😀'), 'über/日本/😀'],
  ['bytes that are no UTF-8', Buffer.from([0x61, 0xff, 0x2f, 0xc3]), 'a\udcff/\udcc3'],
  ['a byte order mark', Buffer.from([0xef, 0xbb, 0xbf, 0x61]), '\ufeffa'],
];

describe('a path', () => {
  it.each(ODD_PATHS)('may hold %s', async (_, bytes, path) => {
    const repository = createRepository();
    repository.write('kept.txt');
    const base = repository.commit();
    repository.write(bytes, 'content');
    repository.write('last.txt');
    repository.commit({ subject: 'Odd', trailers: [['Agent', 'db']] });
    const { changes, trailers } = await readLast(repository, base);
    expect(changes.map((change) => change.path).sort()).toEqual(['last.txt', path].sort());
    expect(trailers).toEqual([{ key: 'Agent', value: 'db' }]);
  });
});
