import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { commitSha, type CommitSha } from '../../../src/core/vocabulary.js';
import { createRepository, type TestRepository } from '../../support/repository.js';
import { readRange, withCode } from './reading.js';

/** Six commits on `main`, then three on `side`, one of them a merge of two more from `main`. */
function aBranch(): { repository: TestRepository; base: CommitSha; head: CommitSha } {
  const repository = createRepository();
  for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) {
    repository.write(name);
    repository.commit();
  }
  repository.checkout('side', 'main');
  repository.write('side-1');
  repository.commit();
  repository.checkout('main');
  for (const name of ['g', 'h']) {
    repository.write(name);
    repository.commit();
  }
  repository.checkout('side');
  repository.merge('main');
  repository.write('side-2');
  const head = repository.commit();
  return { repository, base: repository.sha('main'), head };
}

const remove = ({ directory }: TestRepository, oid: string): void => {
  rmSync(join(directory, '.git/objects', oid.slice(0, 2), oid.slice(2)));
};

describe('a range', () => {
  it('holds the commits of the branch alone, parents before children', async () => {
    const { repository, base, head } = aBranch();
    const history = await readRange(repository, base, head);
    expect(history).toMatchObject({ base, head, mergeBases: [base] });
    expect(history.commits.map(({ sha }) => sha)).toEqual([
      repository.sha('side~1^1'),
      repository.sha('side~1'),
      head,
    ]);
    expect(history.netChanges.map((changes) => changes.map(({ path }) => path))).toEqual([
      ['side-1', 'side-2'],
    ]);
  });

  it('is empty where the head holds nothing new', async () => {
    const { repository, base, head } = aBranch();
    expect(await readRange(repository, head, base)).toEqual({
      base: head,
      head: base,
      mergeBases: [base],
      commits: [],
      netChanges: [[]],
    });
  });

  it('is the same in a full clone, in a bare one, and in one without blobs', async () => {
    const { repository, base, head } = aBranch();
    repository.git('config', 'uploadpack.allowFilter', 'true');
    const expected = await readRange(repository, base, head);
    for (const options of [['--no-single-branch'], ['--bare'], ['--filter=blob:none', '--no-checkout']]) {
      expect(await readRange(repository.clone(...options), base, head)).toEqual(expected);
    }
  });

  it('is the same in a linked worktree and in a clone that borrows objects itself', async () => {
    const { repository, base, head } = aBranch();
    const expected = await readRange(repository, base, head);
    const worktree = join(repository.directory, '..', 'worktree');
    repository.git('worktree', 'add', '-q', '--detach', worktree, 'main');
    const sharing = join(repository.directory, '..', 'sharing');
    repository.git('clone', '-q', '--shared', '--no-checkout', repository.directory, sharing);
    expect(await readRange({ directory: worktree }, base, head)).toEqual(expected);
    expect(await readRange({ directory: sharing }, base, head)).toEqual(expected);
  });

  it('is read with object names of SHA-256', async () => {
    const repository = createRepository({ format: 'sha256' });
    repository.write('a.txt');
    const base = repository.commit();
    repository.checkout('side', 'main');
    repository.write('b.txt');
    repository.commit('S\n\nAgent: db\n');
    repository.checkout('main');
    repository.write('c.txt');
    repository.commit();
    repository.merge('side', { edit: () => repository.write('d.txt') });
    const { commits } = await readRange(repository, base, repository.sha());
    expect(commits).toHaveLength(3);
    expect(commits[2]?.changes).toMatchObject([{ path: 'd.txt', beforeIn: 1 }]);
    expect(commits[2]?.sha).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('a history is incomplete', () => {
  it.each([1, 2, 3, 4])('in a clone of depth %d', async (depth) => {
    const { repository, base, head } = aBranch();
    const clone = repository.clone(`--depth=${depth}`, '--no-single-branch');
    await expect(readRange(clone, base, head)).rejects.toMatchObject(withCode('incomplete-history'));
  });

  it('in a shallow clone that begins below the whole range', async () => {
    const { repository, base, head } = aBranch();
    const clone = repository.clone('--depth=5', '--no-single-branch');
    await expect(readRange(clone, base, head)).rejects.toMatchObject(withCode('incomplete-history'));
  });

  it('in a clone without trees', async () => {
    const { repository, base, head } = aBranch();
    repository.git('config', 'uploadpack.allowFilter', 'true');
    const clone = repository.clone('--filter=tree:0', '--no-checkout');
    await expect(readRange(clone, base, head)).rejects.toMatchObject(withCode('incomplete-history'));
  });

  it('not in a shallow clone that holds everything after all', async () => {
    const { repository, base, head } = aBranch();
    const clone = repository.clone('--depth=1', '--no-single-branch');
    clone.git('fetch', '-q', '--unshallow');
    expect((await readRange(clone, base, head)).commits).toHaveLength(3);
  });

  it('where the head is not there', async () => {
    const { repository, base } = aBranch();
    const absent = commitSha('0123456789'.repeat(4));
    await expect(readRange(repository, base, absent)).rejects.toMatchObject(
      withCode('incomplete-history', absent),
    );
  });

  it('where the base is not there', async () => {
    const { repository, head } = aBranch();
    const absent = commitSha('0123456789'.repeat(4));
    await expect(readRange(repository, absent, head)).rejects.toMatchObject(
      withCode('incomplete-history', absent),
    );
  });

  it('where a tree is not there', async () => {
    const { repository, base, head } = aBranch();
    remove(repository, repository.git('rev-parse', `${head}^{tree}`));
    await expect(readRange(repository, base, head)).rejects.toMatchObject(withCode('incomplete-history'));
  });

  it('where git needs a blob to merge and it is not there', async () => {
    const repository = createRepository();
    const lines = Array.from({ length: 9 }, (_, index) => `${index}\n`);
    repository.write('shared.txt', lines.join(''));
    repository.commit();
    repository.checkout('side', 'main');
    repository.write('shared.txt', lines.with(8, 'side\n').join(''));
    repository.commit();
    repository.checkout('main');
    repository.write('shared.txt', lines.with(0, 'main\n').join(''));
    const base = repository.commit();
    repository.merge('side');
    remove(repository, repository.git('rev-parse', 'side:shared.txt'));
    await expect(readRange(repository, base, repository.sha())).rejects.toMatchObject(
      withCode('incomplete-history'),
    );
  });
});
