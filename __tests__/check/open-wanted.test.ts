import { describe, expect, it } from '@jest/globals';
import { checkMergeGroup } from '../../src/check/check-merge-group.js';
import { checkRange } from '../../src/check/check-range.js';
import type { Opened, Wanted } from '../../src/check/check-target.js';
import { createOpen } from '../../src/check/open-wanted.js';
import { commitSha } from '../../src/core/vocabulary.js';
import { loopback } from '../sources/fetch/fetching.js';
import { borrow, withCode } from '../sources/git/reading.js';
import { aQueue, type Method } from '../support/merge-group.js';
import { aPullRequest, commitAs } from '../support/pull-request.js';
import { temporaryDirectory, type TestRepository } from '../support/repository.js';
import { git, serve, SERVED_NAME, type Served } from '../support/served-repository.js';
import { BY_DEFAULT } from '../support/policies.js';

const TOKEN = 'ghs_secretOfThisJob';
const MAIN = { kind: 'tip', ref: 'refs/heads/main' } as const;
const NOTHING_MORE = {
  baseFallback: null,
  headRef: null,
  others: [],
  pairs: null,
  commits: null,
  defaultBranch: null,
};

const commit = (sha: string) => ({ kind: 'commit', sha: commitSha(sha) }) as const;

interface Scene {
  readonly repository: TestRepository;
  readonly served: Served;
}

/** A pull request with one finding. */
async function aScene(): Promise<Scene> {
  const pullRequest = aPullRequest();
  commitAs(pullRequest, ['backend-django'], { 'apps/blog/models.py': 'x\n' });
  const { repository } = pullRequest;
  repository.git('tag', '-a', '-m', 'One', 'v1', 'main');
  const refs = { 'refs/heads/topic': 'topic', 'refs/tags/v1': 'v1' };
  return { repository, served: await serve(repository, { main: 'main', head: 'topic', refs, token: TOKEN }) };
}

function open<Result>(
  { served }: Pick<Scene, 'served'>,
  directory: string,
  wanted: Wanted,
  use: (opened: Opened) => Promise<Result>,
  token: string | null = TOKEN,
  said: string[] = [],
): Promise<Result> {
  const remote = { serverUrl: served.server.url, repository: SERVED_NAME, token };
  const fetching = { remote, log: (line: string) => said.push(line) };
  const temporary = temporaryDirectory();
  return createOpen({ environment: loopback, directory, temporaryDirectory: temporary, fetching })(
    wanted,
    use,
  );
}

const facts = ({ base, head, headTip }: Opened) => Promise.resolve({ base, head, headTip });

const PLACES: readonly (readonly [string, (scene: Scene) => string])[] = [
  ['the workspace', ({ repository }) => repository.clone().directory],
  ['the server', () => temporaryDirectory()],
];

describe.each(PLACES)('from %s', (place, directoryOf) => {
  it('a pull request is opened with the tip that its base has now, and told where its head is now', async () => {
    const scene = await aScene();
    const { repository, served } = scene;
    const directory = directoryOf(scene);
    const head = repository.sha('topic');
    const base = repository.sha('main');
    const wanted = { ...NOTHING_MORE, base: MAIN, head: commit(head), baseFallback: base };
    const headRef = 'refs/pull/1/head';
    expect(await open(scene, directory, { ...wanted, headRef }, facts)).toEqual({
      base,
      head,
      headTip: head,
    });
    git('--git-dir', served.directory, 'update-ref', headRef, base);
    served.server.forget();
    expect(await open(scene, directory, { ...wanted, headRef }, facts)).toEqual({
      base,
      head,
      headTip: base,
    });
    if (place === 'the workspace')
      expect(served.server.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
    expect(await open(scene, directory, { ...wanted, headRef: 'refs/pull/2/head' }, facts)).toMatchObject({
      headTip: null,
    });
  });

  it('a range is opened by branches, tags and commits', async () => {
    const scene = await aScene();
    const directory = directoryOf(scene);
    const [base, head] = [scene.repository.sha('main'), scene.repository.sha('topic')];
    const topic = { kind: 'tip', ref: 'refs/heads/topic' } as const;
    const tag = { kind: 'tip', ref: 'refs/tags/v1' } as const;
    for (const from of [MAIN, tag, commit(base)])
      for (const to of [topic, commit(head)])
        expect(await open(scene, directory, { ...NOTHING_MORE, base: from, head: to }, facts)).toEqual({
          base,
          head,
          headTip: null,
        });
  });

  it('a range from a branch to itself is opened, and empty', async () => {
    const scene = await aScene();
    const coverage = await open(
      scene,
      directoryOf(scene),
      { ...NOTHING_MORE, base: MAIN, head: MAIN },
      async ({ repository, ...range }) => (await checkRange(repository, range, BY_DEFAULT)).coverage,
    );
    expect(coverage).toMatchObject({ commits: 0, definitions: 2 });
  });

  it.each([
    ['base', 'unknown-revision', { base: { kind: 'tip', ref: 'refs/heads/absent' } as const }],
    ['base', 'incomplete-history', { base: commit('1'.repeat(40)) }],
    ['head', 'incomplete-history', { head: commit('1'.repeat(40)) }],
    [
      'further head',
      'incomplete-history',
      { others: [{ sha: commitSha('1'.repeat(40)), ref: 'refs/pull/9/head' }] },
    ],
  ] as const)('a %s that is nowhere fails: %s', async (_, code, changes) => {
    const scene = await aScene();
    const wanted = { ...NOTHING_MORE, base: MAIN, head: commit(scene.repository.sha('topic')), ...changes };
    await expect(open(scene, directoryOf(scene), wanted, facts)).rejects.toMatchObject(withCode(code));
  });
});

describe('the workspace', () => {
  it('asks no server where there is no token', async () => {
    const scene = await aScene();
    const wanted = { ...NOTHING_MORE, base: MAIN, head: commit(scene.repository.sha('topic')) };
    const { directory } = scene.repository.clone();
    const opened = await open(scene, directory, { ...wanted, headRef: 'refs/pull/1/head' }, facts, null);
    expect(opened).toMatchObject({ base: scene.repository.sha('main'), headTip: null });
    expect(scene.served.server.requests).toEqual([]);
  });

  it('gives what was checked out where the server cannot be asked, and says so for each tip', async () => {
    const scene = await aScene();
    scene.served.server.misbehave(() => ({ kind: 'status', status: 503 }));
    const said: string[] = [];
    const wanted = { ...NOTHING_MORE, base: MAIN, head: { kind: 'tip', ref: 'refs/heads/topic' } as const };
    const { directory } = scene.repository.clone();
    expect(await open(scene, directory, wanted, facts, TOKEN, said)).toMatchObject({
      base: scene.repository.sha('main'),
      head: scene.repository.sha('topic'),
    });
    expect(said).toEqual([
      expect.stringMatching(
        /^The tip of main could not be asked .*503.*; the one that was checked out counts\.$/,
      ),
      expect.stringContaining('The tip of topic could not be asked'),
    ]);
  });

  it.each([
    ['a fork', null, 'https://github.com/attacker/octo-repo'],
    ['a fork', TOKEN, 'git@github.com:attacker/octo-repo.git'],
    ['another server', null, 'https://git.example.com/octo-org/octo-repo'],
  ])('does not say what a branch is where it is a clone of %s: token %j, %s', async (_, token, url) => {
    const scene = await aScene();
    scene.served.server.misbehave(() => ({ kind: 'status', status: 403 }));
    const { directory } = scene.repository.clone();
    git('-C', directory, 'config', 'remote.origin.url', url);
    const wanted = { ...NOTHING_MORE, base: MAIN, head: commit(scene.repository.sha('topic')) };
    await expect(open(scene, directory, wanted, facts, token)).rejects.toMatchObject(withCode('not-allowed'));
  });

  it('is left for the server where a tip has moved past it', async () => {
    const scene = await aScene();
    const { repository, served } = scene;
    const clone = repository.clone();
    repository.checkout('main');
    const moved = commitAs({ repository, base: repository.sha() }, [], { 'later.txt': 'x\n' });
    git('--git-dir', served.directory, 'fetch', '-q', repository.directory, '+main:refs/heads/main');
    const wanted = { ...NOTHING_MORE, base: MAIN, head: commit(repository.sha('topic')) };
    expect(await open(scene, clone.directory, wanted, facts)).toMatchObject({ base: moved });
  });
});

describe.each<Method>(['merge', 'squash', 'rebase'])('a merge group by %s that is fetched', (method) => {
  const LINES = Array.from({ length: 20 }, (_, index) => `line ${index}\n`);
  const FILE = 'apps/blog/views.py';

  it('is judged like one in a full clone, contents of its merges included', async () => {
    const queue = aQueue();
    const { repository } = queue;
    repository.checkout('main');
    queue.commit([], { [FILE]: LINES.join('') });
    const base = repository.sha();
    repository.git('branch', '-f', 'group', 'main');
    const queued = [1, 2, 3].map((number) => {
      const one = queue.begin(number);
      queue.commit(['backend-django'], { [FILE]: LINES.with(number * 5, `changed by ${number}\n`).join('') });
      queue.commit(['backend-django'], { [`tests/${number}.py`]: 'x\n' });
      return one;
    });
    const entries = queued.map((one) => queue.enqueue(one, method));
    const group = { ...queue.group(...entries), base };
    const expected = await checkMergeGroup(
      await borrow(repository.directory),
      group,
      { shallow: false },
      BY_DEFAULT,
    );
    expect(expected.report.violations).toHaveLength(3);

    const refs = Object.fromEntries(
      entries.map(({ number, headSha }) => [`refs/pull/${number + 1}/head`, headSha]),
    );
    const served = await serve(repository, { main: 'main', head: 'group', refs, token: TOKEN });
    const wanted: Wanted = {
      ...NOTHING_MORE,
      base: commit(base),
      head: commit(group.head),
      headRef: 'refs/heads/gh-readonly-queue/main/pr-3-0',
      others: entries.map(({ headSha, headRef }) => ({ sha: headSha, ref: headRef })),
    };
    const verdict = await open({ served }, temporaryDirectory(), wanted, (opened) =>
      checkMergeGroup(opened.repository, group, opened, BY_DEFAULT),
    );
    expect(verdict).toEqual(expected);
  });
});
