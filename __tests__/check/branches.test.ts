import { describe, expect, it } from '@jest/globals';
import { checkRange } from '../../src/check/check-range.js';
import { createOpen } from '../../src/check/open-wanted.js';
import { withRepository } from '../../src/check/open-repository.js';
import { createWorkspaceBranches } from '../../src/check/workspace-branches.js';
import type { Policy } from '../../src/core/policy/policy.js';
import type { Report } from '../../src/core/report.js';
import { OperationalError } from '../../src/operational-error.js';
import { withCode } from '../sources/git/reading.js';
import { loopback } from '../sources/fetch/fetching.js';
import type { Fault } from '../support/git-server.js';
import { inForce } from '../support/policies.js';
import { aPullRequest, commitAs, definitionText, type PullRequest } from '../support/pull-request.js';
import { environment, temporaryDirectory } from '../support/repository.js';
import { git, serve, SERVED_NAME, type Served } from '../support/served-repository.js';

const TOKEN = 'ghs_secretOfThisJob';

interface Scene extends PullRequest {
  readonly served: Served;
  readonly clone: string;
}

/** `develop` holds one forbidden change; the pull request's branch `topic` holds it too, and one more on top. */
async function aRelease(): Promise<Scene> {
  const scene = aPullRequest();
  const { repository } = scene;
  commitAs(scene, ['backend-django'], { 'tests/judged-before.py': 'x\n' });
  repository.git('branch', 'develop');
  commitAs(scene, ['backend-django'], { 'tests/new.py': 'x\n' });
  const clone = repository.clone().directory;
  const refs = { 'refs/heads/develop': 'develop', 'refs/heads/topic': 'topic' };
  return {
    ...scene,
    clone,
    served: await serve(repository, { main: 'main', head: 'topic', refs, token: TOKEN }),
  };
}

interface Asked {
  readonly directory: string;
  readonly policy?: Partial<Policy>;
  readonly defaultBranch?: string | null;
  readonly base?: string;
  readonly token?: string | null;
  /** From the moment on at which a branch is asked for. */
  readonly fault?: Fault;
}

async function check(
  { served, repository }: Scene,
  asked: Asked,
): Promise<{ report: Report; said: string[] }> {
  const said: string[] = [];
  const { directory, policy = {}, defaultBranch = null, base = 'main', token = TOKEN, fault } = asked;
  const remote = { serverUrl: served.server.url, repository: SERVED_NAME, token };
  const pauses: readonly number[] = [];
  const patience = { whole: 20_000, command: 10_000, stalledSeconds: 5, pauses };
  const fetching = { remote, patience, log: (line: string) => said.push(line) };
  const open = createOpen({
    environment: loopback,
    directory,
    temporaryDirectory: temporaryDirectory(),
    fetching,
  });
  const wanted = {
    base: { kind: 'tip', ref: `refs/heads/${base}` },
    baseFallback: null,
    head: { kind: 'commit', sha: repository.sha('topic') },
    headRef: null,
    others: [],
    pairs: null,
    commits: null,
    defaultBranch,
  } as const;
  const report = await open(wanted, ({ repository: opened, branches, ...range }) => {
    const begin = () => {
      if (fault !== undefined)
        served.server.misbehave(({ url }) => (url.includes('info/refs') ? fault : null));
    };
    return checkRange(opened, range, inForce(policy), {
      ...branches,
      tip(branch) {
        begin();
        return branches.tip(branch);
      },
      held(...question) {
        begin();
        return branches.held(...question);
      },
    });
  });
  return { report, said };
}

const summary = ({ violations, coverage: { commits, files, trusted }, attributions }: Report) => ({
  paths: violations.flatMap((violation) => ('path' in violation ? [violation.path] : [])),
  commits,
  files,
  trusted,
  attributions: attributions.length,
});

const ONE_NEW = { paths: ['tests/new.py'], commits: 1, files: 1, trusted: 1, attributions: 1 };
const BOTH = {
  paths: ['tests/judged-before.py', 'tests/new.py'],
  commits: 2,
  files: 2,
  trusted: 0,
  attributions: 2,
};

describe.each<[string, (scene: Scene) => string]>([
  ['the workspace', ({ clone }) => clone],
  ['the server', () => temporaryDirectory()],
])('from %s', (place, directoryOf) => {
  const trusting = (scene: Scene, ...trustedBranches: readonly string[]): Asked => ({
    directory: directoryOf(scene),
    policy: { trustedBranches },
  });

  it('commits of a trusted branch are not judged again, and counted', async () => {
    const scene = await aRelease();
    expect(summary((await check(scene, trusting(scene, 'develop'))).report)).toEqual(ONE_NEW);
    expect(summary((await check(scene, trusting(scene))).report)).toEqual(BOTH);
  });

  it('a range that a trusted branch holds whole has nothing to judge again', async () => {
    const scene = await aRelease();
    const { report } = await check(scene, trusting(scene, 'absent', 'topic'));
    expect(summary(report)).toEqual({ paths: [], commits: 0, files: 0, trusted: 2, attributions: 0 });
    expect(report.conclusion).toBe('success');
  });

  it.each(['absent', '-x', 'a*', 'refs/heads/develop'])(
    'a branch that is not there is trusted for nothing: %s',
    async (branch) => {
      const scene = await aRelease();
      const { report, said } = await check(scene, trusting(scene, branch));
      expect(summary(report)).toEqual(BOTH);
      if (branch === 'absent') expect(said.join('\n')).toContain('no branch absent');
    },
  );

  it('what a forced push dropped from a trusted branch is trusted no longer', async () => {
    const scene = await aRelease();
    git('--git-dir', scene.served.directory, 'update-ref', 'refs/heads/develop', scene.base);
    expect(summary((await check(scene, trusting(scene, 'develop'))).report)).toEqual(BOTH);
  });

  it('a trusted branch that has moved on since the workspace was made holds what it held', async () => {
    const scene = await aRelease();
    const { repository, served } = scene;
    repository.checkout('develop');
    for (let index = 0; index < 3; index += 1) repository.write(`later/${index}`).commit('Later');
    git('--git-dir', served.directory, 'fetch', '-q', repository.directory, '+develop:refs/heads/develop');
    expect(summary((await check(scene, trusting(scene, 'develop'))).report)).toEqual(ONE_NEW);
  });

  it.each<Fault>([
    { kind: 'status', status: 500 },
    { kind: 'status', status: 403 },
    { kind: 'garbage' },
    { kind: 'reset' },
  ])('a fault of the server never makes a commit trusted: %j', async (fault) => {
    const scene = await aRelease();
    const answer = check(scene, { ...trusting(scene, 'develop'), fault }).then(
      ({ report }) => summary(report),
      (error: unknown) => (error instanceof OperationalError ? error.code : error),
    );
    const could = fault.kind === 'status' && fault.status === 403 ? 'not-allowed' : 'fetch-failed';
    expect(await answer).toEqual(place === 'the workspace' ? BOTH : could);
  });

  it('a name that only the default branch knows is judged by its definition there', async () => {
    const scene = aPullRequest();
    const { repository } = scene;
    repository.git('branch', 'release', 'main');
    repository.checkout('main');
    const frontend = definitionText('frontend', { 'CANNOT TOUCH': ['tests/**'] });
    repository.write('.claude/agents/frontend.md', frontend).commit('Define frontend');
    repository.checkout('topic');
    commitAs(scene, ['frontend'], { 'tests/x.py': 'x\n' });
    const clone = repository.clone().directory;
    const refs = { 'refs/heads/release': 'release', 'refs/heads/topic': 'topic' };
    const served = await serve(repository, { main: 'main', head: 'topic', refs, token: TOKEN });
    const made = { ...scene, clone, served };
    const directory = directoryOf(made);
    const codes = async (defaultBranch: string | null, fault?: Fault) => {
      served.server.misbehave(() => null);
      const asked = { directory, base: 'release', defaultBranch, ...(fault === undefined ? {} : { fault }) };
      const { report, said } = await check(made, asked);
      return { codes: report.violations.map(({ code }) => code), said: said.join('\n') };
    };
    expect((await codes('main')).codes).toContain('forbidden-path');
    expect((await codes('main')).codes).not.toContain('unknown-agent');
    expect((await codes(null)).codes).toEqual(['unknown-agent']);
    expect(await codes('absent')).toMatchObject({
      codes: ['unknown-agent'],
      said: expect.stringContaining('no branch absent'),
    });
    if (place === 'the server')
      expect(await codes('main', { kind: 'status', status: 500 })).toMatchObject({
        codes: ['unknown-agent'],
        said: expect.stringContaining('main could not be asked'),
      });
  });
});

describe('a trusted branch far from the range', () => {
  it('holds what the whole history says, however much of it that takes', async () => {
    const scene = await aRelease();
    const { repository, served } = scene;
    const commits = Array.from({ length: 450 }, (_, index) => {
      const from = index === 0 ? `from ${repository.sha('develop')}\n` : '';
      return `commit refs/heads/develop\ncommitter C <c@example.com> ${1_767_300_000 + index} +0000\ndata 2\nc\n${from}M 100644 inline later\ndata 2\n${index % 10}\n\n`;
    });
    repository.gitWithInput(commits.join(''), 'fast-import', '--quiet');
    git('--git-dir', served.directory, 'fetch', '-q', repository.directory, '+develop:refs/heads/develop');
    const asked = { directory: temporaryDirectory(), policy: { trustedBranches: ['develop'] } };
    expect(summary((await check(scene, asked)).report)).toEqual(ONE_NEW);
  });
});

describe('without a token', () => {
  it('a trusted branch counts as it was fetched, but not in the clone of another repository', async () => {
    const scene = await aRelease();
    const asked = { directory: scene.clone, policy: { trustedBranches: ['develop'] }, token: null };
    expect(summary((await check(scene, asked)).report)).toEqual(ONE_NEW);
    git('-C', scene.clone, 'config', 'remote.origin.url', 'https://example.com/someone/fork');
    await expect(check(scene, asked)).rejects.toMatchObject(withCode('not-allowed'));
  });
});

describe('on the command line', () => {
  it('branches count as they were fetched, else as they stand here, and origin/HEAD is the default', async () => {
    const { repository, clone, base } = await aRelease();
    const head = repository.sha('topic');
    const ask = (directory: string) =>
      withRepository({ environment, directory, temporaryDirectory: temporaryDirectory() }, async (opened) => {
        const branches = createWorkspaceBranches(opened, 'HEAD', null);
        const held = await branches.held(['develop'], { base, head });
        return { held: [...held], tip: await branches.tip('HEAD') };
      });
    const develop = repository.sha('develop');
    expect(await ask(repository.directory)).toEqual({ held: [develop], tip: null });
    git('-C', clone, 'symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/main');
    expect(await ask(clone)).toEqual({ held: [develop], tip: base });
  });
});
