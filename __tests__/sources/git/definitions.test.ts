import { unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { DefinitionSource } from '../../../src/core/definitions/roster.js';
import type { RepoPath } from '../../../src/core/vocabulary.js';
import { readDefinitionSources } from '../../../src/sources/git/definition-sources.js';
import { readTree } from '../../../src/sources/git/tree.js';
import { readWorkingTree, readWorkingTreeDefinitions } from '../../../src/sources/git/working-tree.js';
import { createWorkspaceGit } from '../../../src/sources/git/workspace.js';
import { createRepository, environment, type TestRepository } from '../../support/repository.js';
import { borrow, withCode } from './reading.js';

const isDefinitionPath = (path: RepoPath): boolean => /^(?:.*\/)?\.claude\/agents\/.*\.md$/s.test(path);

async function readCommitted(repository: TestRepository): Promise<readonly DefinitionSource[]> {
  const { git, objects } = await borrow(repository.directory);
  const tree = await readTree(git, repository.sha());
  return readDefinitionSources(objects, tree, isDefinitionPath);
}

async function readOnDisk({ directory }: TestRepository): Promise<readonly DefinitionSource[]> {
  const tree = await readWorkingTree(createWorkspaceGit(environment, directory), directory);
  return readWorkingTreeDefinitions(tree, isDefinitionPath);
}

const summarize = (sources: readonly DefinitionSource[]): readonly string[] =>
  sources.map(({ path, content, target }) => {
    const place = target === undefined ? path : `${path} -> ${target}`;
    return typeof content === 'string'
      ? `${place}: ${content}`
      : `${place} = ${Buffer.from(content).toString().trim()}`;
  });

type Scene = readonly [
  title: string,
  prepare: (repository: TestRepository) => void,
  expected: readonly string[],
];

const SCENES: readonly Scene[] = [
  ['none', (r) => r.write('README.md'), []],
  [
    'files anywhere, sorted by path',
    (r) => {
      r.write('packages/api/.claude/agents/api.md', 'api');
      r.write('.claude/agents/team/web.md', 'web');
      r.write('.claude/agents/db.md', 'db');
      r.write('.claude/agents/notes.txt');
    },
    [
      '.claude/agents/db.md = db',
      '.claude/agents/team/web.md = web',
      'packages/api/.claude/agents/api.md = api',
    ],
  ],
  [
    'a link to a file, and a link to that link',
    (r) => {
      r.write('shared/db.md', 'db');
      r.symlink('.claude/agents/db.md', '../../shared/db.md');
      r.symlink('.claude/agents/again.md', './db.md');
    },
    ['.claude/agents/again.md -> shared/db.md = db', '.claude/agents/db.md -> shared/db.md = db'],
  ],
  [
    'a link through a linked directory',
    (r) => {
      r.write('real/db.md', 'db');
      r.symlink('shared', 'real');
      r.symlink('.claude/agents/db.md', '../../shared/../shared/db.md');
    },
    ['.claude/agents/db.md -> real/db.md = db'],
  ],
  [
    'the files of a linked definitions directory',
    (r) => {
      r.write('shared/agents/db.md', 'db');
      r.write('shared/agents/team/web.md', 'web');
      r.symlink('.claude/agents', '../shared/agents');
    },
    [
      '.claude/agents/db.md -> shared/agents/db.md = db',
      '.claude/agents/team/web.md -> shared/agents/team/web.md = web',
    ],
  ],
  [
    'the files below a linked .claude',
    (r) => {
      r.write('tools/claude/agents/db.md', 'db');
      r.write('tools/claude/settings.md');
      r.symlink('.claude', 'tools/claude');
    },
    ['.claude/agents/db.md -> tools/claude/agents/db.md = db'],
  ],
  [
    'the files of a linked directory below the definitions, and of one below that',
    (r) => {
      r.write('.claude/agents/db.md', 'db');
      r.write('one/a.md', 'a');
      r.symlink('one/more', '../two');
      r.symlink('one/alias.md', 'a.md');
      r.write('two/b.md', 'b');
      r.symlink('.claude/agents/team', '../../one');
    },
    [
      '.claude/agents/db.md = db',
      '.claude/agents/team/a.md -> one/a.md = a',
      '.claude/agents/team/alias.md -> one/a.md = a',
      '.claude/agents/team/more/b.md -> two/b.md = b',
    ],
  ],
  [
    'a definition only where it lies, not again through a link to a directory above it',
    (r) => {
      r.write('vendor/api/.claude/agents/api.md', 'api');
      r.symlink('packages/api', '../vendor/api');
      r.symlink('self', '.');
    },
    ['vendor/api/.claude/agents/api.md = api'],
  ],
  [
    'a link out of the tree',
    (r) => r.symlink('.claude/agents/db.md', '../../../outside.md'),
    ['.claude/agents/db.md: link-leads-outside'],
  ],
  [
    'a link to an absolute path',
    (r) => r.symlink('.claude/agents/db.md', join(r.directory, 'README.md')),
    ['.claude/agents/db.md: link-leads-outside'],
  ],
  [
    'a link that leads nowhere',
    (r) => r.symlink('.claude/agents/db.md', 'absent.md'),
    ['.claude/agents/db.md: link-is-broken'],
  ],
  [
    'a link through a file',
    (r) => {
      r.write('file');
      r.symlink('.claude/agents/db.md', '../../file/db.md');
    },
    ['.claude/agents/db.md: link-is-broken'],
  ],
  [
    'links in a circle',
    (r) => {
      r.symlink('.claude/agents/a.md', 'b.md');
      r.symlink('.claude/agents/b.md', 'a.md');
    },
    ['.claude/agents/a.md: link-loops', '.claude/agents/b.md: link-loops'],
  ],
  [
    'a definitions directory that is a link out of the tree',
    (r) => r.symlink('.claude/agents', '../../agents'),
    ['.claude/agents: link-leads-outside'],
  ],
  [
    'a .claude that is a broken link',
    (r) => r.symlink('packages/api/.claude', '../../absent'),
    ['packages/api/.claude: link-is-broken'],
  ],
  [
    'nothing of broken links elsewhere',
    (r) => {
      r.symlink('docs/agents', '../absent');
      r.symlink('out', '/etc');
    },
    [],
  ],
  [
    'a submodule in place of a definition, of its directory, and on the way',
    (r) => {
      r.submodule('library');
      r.submodule('.claude/agents/sub.md');
      r.submodule('packages/api/.claude/agents');
      r.symlink('.claude/agents/db.md', '../../library/db.md');
    },
    [
      '.claude/agents/db.md: submodule',
      '.claude/agents/sub.md: submodule',
      'packages/api/.claude/agents: submodule',
    ],
  ],
  [
    'a file of a megabyte, and none that is larger',
    (r) => {
      r.write('.claude/agents/big.md', Buffer.alloc(1_048_577, 'x'));
      r.write('.claude/agents/empty.md', '');
    },
    ['.claude/agents/big.md: too-large', '.claude/agents/empty.md = '],
  ],
  [
    'a name that is no UTF-8',
    (r) =>
      r.write(Buffer.concat([Buffer.from('.claude/agents/'), Buffer.of(0xff), Buffer.from('.md')]), 'odd'),
    ['.claude/agents/\udcff.md = odd'],
  ],
];

describe('the definitions', () => {
  it.each(SCENES)('of a commit are %s', async (_, prepare, expected) => {
    const repository = createRepository();
    prepare(repository);
    repository.commit();
    expect(summarize(await readCommitted(repository))).toEqual(expected);
  });

  it.each(SCENES)('of the working tree are %s', async (_, prepare, expected) => {
    const repository = createRepository();
    prepare(repository);
    expect(summarize(await readOnDisk(repository))).toEqual(expected);
    repository.commit();
    expect(summarize(await readOnDisk(repository))).toEqual(expected);
  });

  it('of a commit are incomplete history where a blob is not there', async () => {
    const repository = createRepository();
    repository.write('.claude/agents/db.md', 'db');
    repository.commit();
    const oid = repository.git('rev-parse', 'HEAD:.claude/agents/db.md');
    unlinkSync(join(repository.directory, '.git/objects', oid.slice(0, 2), oid.slice(2)));
    await expect(readCommitted(repository)).rejects.toMatchObject(withCode('incomplete-history', oid));
  });

  it('of a commit are found in time where directories are linked in every way', async () => {
    const repository = createRepository();
    const names = Array.from({ length: 12 }, (_, index) => `.claude/agents/${index}`);
    for (const name of names) {
      for (const other of names.keys()) repository.symlink(`${name}/to-${other}`, `../${other}`);
      repository.write(`${name}/x.md`);
    }
    repository.commit();
    const sources = await readCommitted(repository);
    expect(sources.filter(({ target }) => target === undefined).length).toBeGreaterThan(names.length);
    expect(sources.some(({ content }) => content === 'link-loops')).toBe(true);
  });

  it('of a commit hold the bytes as they are', async () => {
    const repository = createRepository();
    repository.write('.gitattributes', '* text eol=crlf ident\n');
    repository.commit();
    const content = Buffer.from([0xef, 0xbb, 0xbf, 0x61, 0x0d, 0x0a, 0xff, 0x00]);
    const blob = repository.gitWithInput(content, 'hash-object', '-w', '--stdin', '--no-filters');
    repository.git('update-index', '--add', '--cacheinfo', `100644,${blob},.claude/agents/db.md`);
    repository.rawCommit({ message: 'Bytes' });
    const [source] = await readCommitted(repository);
    expect(source?.content).toEqual(content);
  });
});

describe('the working tree', () => {
  const list = async ({ directory }: TestRepository, from = directory): Promise<readonly string[]> => {
    const { files } = await readWorkingTree(createWorkspaceGit(environment, from), directory);
    return [...files].map(([path, kind]) => `${path} ${kind}`).sort();
  };

  function aWorkingTree(): TestRepository {
    const repository = createRepository();
    repository.write('.gitignore', 'ignored.txt\n');
    repository.write('sub/kept.txt');
    repository.write('gone.txt');
    repository.symlink('link', 'gone.txt');
    repository.submodule('library');
    repository.commit();
    repository.remove('gone.txt');
    repository.write('ignored.txt');
    repository.write('new\nfile.txt');
    repository.write('nested/inside.txt');
    repository.git('init', '-q', 'nested');
    return repository;
  }

  const EXPECTED = [
    '.gitignore file',
    'library submodule',
    'link link',
    'nested submodule',
    'new\nfile.txt untracked',
    'sub/kept.txt file',
  ];

  it('holds what is tracked and there, and what is untracked and not ignored', async () => {
    expect(await list(aWorkingTree())).toEqual(EXPECTED);
  });

  it('is the same from a directory below', async () => {
    const repository = aWorkingTree();
    expect(await list(repository, join(repository.directory, 'sub'))).toEqual(EXPECTED);
  });

  it('is listed without running the programs of the config', async () => {
    const repository = aWorkingTree();
    repository.write('.gitattributes', '* filter=planted\n');
    const plant = `touch ${join(repository.directory, 'planted')}`;
    repository.git('config', 'core.fsmonitor', `sh -c '${plant}'`);
    repository.git('config', 'filter.planted.clean', plant);
    repository.write('sub/kept.txt', 'changed');
    expect(await list(repository)).toEqual(['.gitattributes untracked', ...EXPECTED]);
  });
});
