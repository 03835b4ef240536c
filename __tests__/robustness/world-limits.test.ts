import { describe, expect, it } from '@jest/globals';
import { findStatedSquashes } from '../../src/check/find-squashes.js';
import { createIsDefinitionPath } from '../../src/core/definitions/definition-paths.js';
import { DEFAULT_POLICY } from '../../src/core/policy/policy.js';
import { commitSha, repoPath } from '../../src/core/vocabulary.js';
import { readConfigOnDisk, readConfigs } from '../../src/sources/config.js';
import { findDefinitionFiles } from '../../src/sources/git/definition-files.js';
import { readDefinitionSources } from '../../src/sources/git/definition-sources.js';
import { mergeInTurn } from '../../src/sources/git/merge-in-turn.js';
import { readTree } from '../../src/sources/git/tree.js';
import { createApi } from '../../src/sources/github/api.js';
import { requireOnBranch } from '../../src/sources/github/branches.js';
import { readCommitPeople } from '../../src/sources/github/commit-people.js';
import { readPushLog } from '../../src/sources/github/push-log.js';
import { borrow } from '../sources/git/reading.js';
import { anActivityItem, startApprovalServer } from '../support/approval-server.js';
import { aBranch, aComparison, aPull } from '../support/github-answers.js';
import { startGitHub, type GitHubServer } from '../support/github-server.js';
import { createRepository } from '../support/repository.js';
import { anAttribution, aReport } from '../support/report-builders.js';

const HEAD = commitSha('4ead'.repeat(10));
const shaOf = (index: number) => commitSha((index + 1).toString(16).padStart(40, '0'));
const times = <Item>(count: number, item: (index: number) => Item): readonly Item[] =>
  Array.from({ length: count }, (_, index) => item(index));

const connect = ({ octokit }: GitHubServer) =>
  createApi({ octokit, repository: 'octo-org/octo-repo', sleep: () => Promise.resolve() });

describe('of GitHub’s answers', () => {
  it.each([
    [100, 'read'],
    [101, 'api-failed'],
  ])('a list of %i pages: %s', async (count, outcome) => {
    const server = await startGitHub(({ path }) => {
      const page = Number(/[?&]page=(\d+)/.exec(path)?.[1]);
      const link = `<https://api.github.com/x?page=${page + 1}>; rel="next"`;
      return {
        status: 200,
        body: [aBranch(`b${page}`, HEAD)],
        headers: page < count ? { link } : {},
      };
    });
    const read = await connect(server)
      .getAll({ route: 'GET /repos/{owner}/{repo}/branches', permission: 'contents: read' })
      .then(({ length }) => (length === count ? 'read' : length), codeOf);
    expect(read).toBe(outcome);
  });

  it.each([
    [200, 'found', 200],
    [201, `foreign-base ${HEAD}: 200 of 201 branches looked at`, 200],
  ])('of %i branches, the last of which holds the base: %s', async (count, outcome, compared) => {
    const page = (path: string) => Number(/[?&]page=(\d+)/.exec(path)?.[1]);
    const branches = times(count, (index) => aBranch(`b${index}`, shaOf(index)));
    const server = await startGitHub(({ path }) =>
      path.includes('/compare/')
        ? { status: 200, body: aComparison(path.includes(shaOf(count - 1)) ? 'ahead' : 'diverged') }
        : {
            status: 200,
            body: branches.slice((page(path) - 1) * 100, page(path) * 100),
            headers: page(path) * 100 < count ? { link: '<https://api.github.com/x>; rel="next"' } : {},
          },
    );
    const found = requireOnBranch(connect(server), HEAD, 'main');
    expect(await found.then(() => 'found', toWords)).toBe(outcome);
    expect(server.exchanges.filter(({ path }) => path.includes('/compare/'))).toHaveLength(compared);
  });

  it.each([
    [1000, 'read'],
    [1001, 'api-failed authors of 1001 commits'],
  ])('the authors of %i commits: %s', async (count, outcome) => {
    const server = await startApprovalServer(() => ({ head: HEAD }));
    const people = readCommitPeople(connect(server), times(count, shaOf));
    expect(await people.then((read) => (read.length === count ? 'read' : read.length), toWords)).toBe(
      outcome,
    );
  });

  it.each([
    [99, true],
    [100, false],
  ])('a push log of %i moves is whole: %s', async (count, isWhole) => {
    const pushes = times(count, () => anActivityItem(HEAD));
    const server = await startApprovalServer(() => ({ head: HEAD, pushes }));
    const source = { repository: 'octo-org/octo-repo', branch: 'topic' };
    await expect(readPushLog(connect(server), source)).resolves.toMatchObject({
      pushes: { length: count },
      isWhole,
    });
  });

  it.each([
    [20, 20, null],
    [21, 20, 'Only the 20 newest squashed commits are looked up; others by their own message.'],
  ])('of %i commits that may be squashed ones, %i are looked up', async (count, lookedUp, said) => {
    const repository = createRepository();
    repository.commit('Begin');
    const commits = times(count, (index) => repository.commit(`Change (#${index + 1})`));
    const { git } = await borrow(repository.directory);
    const server = await startGitHub(({ path }) => {
      const number = Number(/pulls\/(\d+)/.exec(path)?.[1]);
      return {
        status: 200,
        body: { ...aPull(number, HEAD), merged: true, merge_commit_sha: commits[number - 1] },
      };
    });
    const lines: string[] = [];
    const report = aReport({
      attributions: commits.map((commit, index) =>
        anAttribution({ commit, subject: `Change (#${index + 1})` }),
      ),
    });
    const log = (line: string) => lines.push(line);
    const stated = await findStatedSquashes(report, { api: connect(server), git, log });
    expect(stated.map(({ commit }) => commit)).toEqual(commits.toReversed().slice(0, lookedUp));
    expect(lines).toEqual(said === null ? [] : [said]);
  });
});

describe('of a repository', () => {
  const CONFIG = repoPath('.github/agent-ownership.yml');
  const isDefinitionPath = createIsDefinitionPath(DEFAULT_POLICY.definitions);

  it.each([
    [262_144, false],
    [262_145, true],
  ])('a config of %i bytes is too large: %s', async (size, isTooLarge) => {
    const repository = createRepository().write(CONFIG, '#'.repeat(size));
    const head = repository.commit();
    const [atHead] = await readConfigs(await borrow(repository.directory), [head], CONFIG);
    const onDisk = await readConfigOnDisk(repository.directory, CONFIG);
    for (const config of [atHead, onDisk])
      expect(config?.content === 'too-large' ? true : config?.content.length !== size).toBe(isTooLarge);
  });

  it.each([
    [4096, Buffer.from('x')],
    [4097, 'link-is-broken'],
  ])('a link of %i bytes', async (size, read) => {
    const target = `${'./'.repeat(Math.floor((size - 4) / 2))}${'/'.repeat((size - 4) % 2)}x.md`;
    const repository = createRepository().write('.claude/agents/x.md', 'x');
    repository.git('add', '-A');
    const oid = repository.gitWithInput(target, 'hash-object', '-w', '--stdin');
    repository.git('update-index', '--add', '--cacheinfo', `120000,${oid},.claude/agents/a.md`);
    const { objects, git } = await borrow(repository.directory);
    const tree = await readTree(git, repository.git('write-tree'));
    const [source] = await readDefinitionSources(objects, tree, isDefinitionPath);
    expect(source).toMatchObject({ path: '.claude/agents/a.md', content: read });
  });

  it.each([
    [200, 0],
    [201, 1],
  ])('of %i links to directories of definitions, %i cannot be followed', (count, lost) => {
    const links = times(count, (index) => repoPath(`p${index}/.claude/agents`));
    const found = findDefinitionFiles(
      {
        files: () => [
          ...links.map((link) => [link, 'link'] as const),
          [repoPath('shared/a.md'), 'file'] as const,
        ],
        kindOf: (path) => {
          if (path === 'shared/a.md') return 'file';
          return links.some((link) => link === path) ? 'link' : 'directory';
        },
        targetOf: () => '../../shared',
      },
      isDefinitionPath,
    );
    const unreadable = found.filter(({ content }) => typeof content !== 'string');
    expect(unreadable.map(({ content }) => content)).toEqual(
      times(lost, () => ({ unreadable: 'link-loops' })),
    );
    expect(found).toHaveLength(count);
  });

  it.each([
    [64, false],
    [65, true],
  ])('a merge of %i parents is too large: %s', async (count, isTooLarge) => {
    const repository = createRepository();
    const base = repository.write('a').commit();
    const parents = [base, ...times(count - 1, () => base)];
    const { git } = await borrow(repository.directory);
    const [merged] = await mergeInTurn(git, [parents]);
    expect(merged === null).toBe(isTooLarge);
  });
});

const toWords = (error: unknown): string => {
  const { code, subject } = error as { readonly code: string; readonly subject: string };
  return `${code} ${subject}`;
};
const codeOf = (error: unknown): string => (error as { readonly code: string }).code;
