import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { DefinitionSource } from '../../../src/core/definitions/roster.js';
import { readContract } from '../../../src/sources/git/contract.js';
import { readWorkingTreeContract } from '../../../src/sources/git/contract-on-disk.js';
import { readTree } from '../../../src/sources/git/tree.js';
import { readWorkingTree } from '../../../src/sources/git/working-tree.js';
import { createWorkspaceGit } from '../../../src/sources/git/workspace.js';
import { createRepository, environment, type TestRepository } from '../../support/repository.js';
import { borrow } from './reading.js';

const CONTRACT = '.claude/CONTRACT.md';
type Told = string | null;

/** The contract's text or why there is none, `null` for no contract; and where it really stands. */
const tell = (source: DefinitionSource | null): readonly Told[] =>
  source === null
    ? [null]
    : [
        typeof source.content === 'string' ? source.content : Buffer.from(source.content).toString(),
        source.target ?? source.path,
      ];

async function atCommit(repository: TestRepository): Promise<readonly Told[]> {
  const commit = repository.commit();
  const { git, objects } = await borrow(repository.directory);
  return tell(await readContract(objects, await readTree(git, commit)));
}

const onDisk = async ({ directory }: TestRepository): Promise<readonly Told[]> =>
  tell(
    await readWorkingTreeContract(
      await readWorkingTree(createWorkspaceGit(environment, directory), directory),
    ),
  );

const CASES: readonly [string, (repository: TestRepository) => unknown, readonly Told[]][] = [
  ['a file', (r) => r.write(CONTRACT, 'x'), ['x', CONTRACT]],
  ['nothing', (r) => r.write('a'), [null]],
  ['a directory without one', (r) => r.write('.claude/agents/a.md'), [null]],
  ['a directory of its name', (r) => r.write(`${CONTRACT}/a`), [null]],
  [
    'a link to a file',
    (r) => r.write('docs/c.md', 'x').symlink(CONTRACT, '../docs/c.md'),
    ['x', 'docs/c.md'],
  ],
  [
    'a linked directory',
    (r) => r.write('conf/CONTRACT.md', 'x').symlink('.claude', 'conf'),
    ['x', 'conf/CONTRACT.md'],
  ],
  ['a linked directory without one', (r) => r.write('conf/a').symlink('.claude', 'conf'), [null]],
  [
    'a link out of the repository',
    (r) => r.symlink(CONTRACT, '../../c.md'),
    ['link-leads-outside', CONTRACT],
  ],
  ['a link to nothing', (r) => r.symlink(CONTRACT, 'c.md'), ['link-is-broken', CONTRACT]],
  ['a link to itself', (r) => r.symlink(CONTRACT, 'CONTRACT.md'), ['link-loops', CONTRACT]],
  ['more than 1 MB', (r) => r.write(CONTRACT, 'x'.repeat(1_048_577)), ['too-large', CONTRACT]],
];

describe('the contract', () => {
  it.each(CASES)('is read at a commit: %s', async (_, write, expected) => {
    const repository = createRepository();
    write(repository);

    expect(await atCommit(repository)).toEqual(expected);
  });

  it.each(CASES)('is read on the disk: %s', async (_, write, expected) => {
    const repository = createRepository();
    write(repository);

    expect(await onDisk(repository)).toEqual(expected);
  });

  it('is what the disk holds, not what was added', async () => {
    const repository = createRepository();
    repository.write(CONTRACT, 'old').commit();
    writeFileSync(join(repository.directory, CONTRACT), 'new');
    expect(await onDisk(repository)).toEqual(['new', CONTRACT]);

    repository.remove(CONTRACT);
    expect(await onDisk(repository)).toEqual([null]);
  });

  it('is none where git ignores it', async () => {
    const repository = createRepository();
    repository.write('.gitignore', 'CONTRACT.md\n').write(CONTRACT, 'x');

    expect(await onDisk(repository)).toEqual([null]);
  });
});
