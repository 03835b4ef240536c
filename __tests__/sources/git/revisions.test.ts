import { describe, expect, it } from '@jest/globals';
import { commitSha } from '../../../src/core/vocabulary.js';
import {
  findRevisions,
  resolveDefaultBase,
  resolveFetchedTip,
  resolveRevisions,
} from '../../../src/sources/git/revisions.js';
import { createWorkspaceGit } from '../../../src/sources/git/workspace.js';
import {
  createRepository,
  environment,
  temporaryDirectory,
  type TestRepository,
} from '../../support/repository.js';
import { borrow, withCode } from './reading.js';

const ABSENT = commitSha('0123456789'.repeat(4));

/** `main` with two commits; the first has a tag. */
function aRepository(): TestRepository {
  const repository = createRepository();
  repository.write('a.txt');
  repository.commit('First');
  repository.git('tag', '-a', '-m', 'Tag', 'v1');
  repository.commit('Second');
  return repository;
}

const resolve = ({ directory }: TestRepository, revisions: readonly string[]) =>
  resolveRevisions(createWorkspaceGit(environment, directory), directory, revisions);

describe('a revision', () => {
  it.each([
    ['a branch', 'main', 'main'],
    ['a full name', 'refs/heads/main', 'main'],
    ['an annotated tag', 'v1', 'main~1'],
    ['an expression', 'main^{/First}', 'main~1'],
    ['HEAD', 'HEAD', 'main'],
  ])('may be %s', async (_, revision, expected) => {
    const repository = aRepository();
    expect(await resolve(repository, [revision])).toEqual([repository.sha(expected)]);
  });

  it('may be short', async () => {
    const repository = aRepository();
    expect(await resolve(repository, [repository.sha().slice(0, 10)])).toEqual([repository.sha()]);
  });

  it.each([
    'absent',
    '',
    '-x',
    '--all',
    '--output=/x',
    'main..v1',
    'main:a.txt',
    'main\nmain',
    'main\0',
    '^main',
    ABSENT,
  ])('is unknown where it is %j', async (revision) => {
    await expect(resolve(aRepository(), ['main', revision])).rejects.toMatchObject(
      withCode('unknown-revision', revision),
    );
  });

  it('keeps its place among others that are unknown', async () => {
    const repository = aRepository();
    const git = createWorkspaceGit(environment, repository.directory);
    const head = repository.sha();
    expect(await findRevisions(git, repository.directory, ['a\nb', 'main', 'absent', 'HEAD'])).toEqual([
      null,
      head,
      null,
      head,
    ]);
  });

  it('is not looked for outside a repository', async () => {
    const directory = temporaryDirectory();
    const git = createWorkspaceGit(environment, directory);
    await expect(resolveRevisions(git, directory, ['main'])).rejects.toMatchObject(
      withCode('not-a-repository', directory),
    );
  });
});

describe('the default base', () => {
  const BRANCHES = [
    'refs/remotes/origin/HEAD',
    'refs/remotes/origin/main',
    'refs/remotes/origin/master',
    'refs/heads/main',
    'refs/heads/master',
  ];

  it.each(BRANCHES.map((branch, index) => [branch, BRANCHES.slice(index)] as const))(
    'is %s before the ones that follow it',
    async (branch, present) => {
      const repository = createRepository();
      repository.commit();
      const expected = repository.commit('The base');
      repository.git('checkout', '-q', '--detach', 'HEAD~1');
      repository.git('branch', '-D', '-q', 'main');
      for (const other of present) repository.git('update-ref', other, other === branch ? expected : 'HEAD');
      const git = createWorkspaceGit(environment, repository.directory);
      expect(await resolveDefaultBase(git, repository.directory)).toBe(expected);
    },
  );

  it('is unknown where there is none of them', async () => {
    const repository = createRepository();
    repository.commit();
    repository.git('branch', '-m', 'trunk');
    const git = createWorkspaceGit(environment, repository.directory);
    await expect(resolveDefaultBase(git, repository.directory)).rejects.toMatchObject(
      withCode('no-default-base'),
    );
  });
});

describe('the base of a pull request', () => {
  const resolveBase = async ({ directory }: TestRepository, baseSha: string) => {
    const { git } = await borrow(directory);
    return resolveFetchedTip(createWorkspaceGit(environment, directory), directory, git, {
      ref: 'refs/heads/main',
      snapshot: commitSha(baseSha),
    });
  };

  const withFetched = (revision: string): TestRepository => {
    const repository = aRepository();
    repository.git('update-ref', 'refs/remotes/origin/main', revision);
    return repository;
  };

  it('is the tip that was fetched where the event is older', async () => {
    const repository = withFetched('main');
    expect(await resolveBase(repository, repository.sha('main~1'))).toBe(repository.sha('main'));
  });

  it('is the commit of the event where what was fetched is older', async () => {
    const repository = withFetched('main~1');
    expect(await resolveBase(repository, repository.sha('main'))).toBe(repository.sha('main'));
  });

  it('is the tip that was fetched where the branch was rewritten since the event', async () => {
    const repository = withFetched('main');
    repository.git('checkout', '-q', '-b', 'old', 'main~1');
    const old = repository.commit('Rewritten');
    expect(await resolveBase(repository, old)).toBe(repository.sha('main'));
  });

  it('is the tip that was fetched where the commit of the event is not there', async () => {
    const repository = withFetched('main');
    expect(await resolveBase(repository, ABSENT)).toBe(repository.sha('main'));
  });

  it('is the commit of the event where the branch was not fetched', async () => {
    const repository = aRepository();
    expect(await resolveBase(repository, repository.sha('main~1'))).toBe(repository.sha('main~1'));
  });

  it('is missing where neither is there', async () => {
    await expect(resolveBase(aRepository(), ABSENT)).rejects.toMatchObject(
      withCode('incomplete-history', ABSENT),
    );
  });
});
