import { describe, expect, it } from '@jest/globals';
import { checkTarget } from '../../src/check/check-target.js';
import { createOpen } from '../../src/check/open-wanted.js';
import { usualSettings } from '../../src/check/settings.js';
import type { Report } from '../../src/core/report.js';
import { createApi } from '../../src/sources/github/api.js';
import { parseEvent } from '../../src/sources/github/event.js';
import { loopback } from '../sources/fetch/fetching.js';
import type { Fault } from '../support/git-server.js';
import { aPull } from '../support/github-answers.js';
import { startGitHub, type Answer } from '../support/github-server.js';
import { aPullRequest, commitAs, type PullRequest } from '../support/pull-request.js';
import { temporaryDirectory } from '../support/repository.js';
import { serve, SERVED_NAME } from '../support/served-repository.js';
import { aPayload, schemaErrorsOf } from '../support/webhooks.js';

const SECRET = 'ghs_secretOfThisJob';
const MODELS = 'apps/blog/models.py';

interface Scene extends PullRequest {
  readonly head: string;
  readonly squashed: string;
}

/** Pull request 7 of `database` and a person, squashed with the message on `main`; the trees are git's own. */
function aSquash(message = 'Change the models (#7)\n\nCo-authored-by: A <a@example.com>\n'): Scene {
  const scene = aPullRequest();
  const { repository } = scene;
  commitAs(scene, ['database'], { [MODELS]: 'x\n' });
  const head = commitAs(scene, ['backend-django'], { 'apps/blog/views.py': 'x\n' });
  repository.checkout('main').write('other.txt').commit('Move on');
  repository.git('merge', '-q', '--squash', 'topic');
  return { ...scene, head, squashed: repository.commit(message) };
}

interface Given {
  readonly answer?: (path: string) => Answer;
  readonly token?: boolean;
  readonly inWorkspace?: boolean;
  readonly timeout?: number;
  /** For requests of git after the first verdict. */
  readonly fault?: Fault;
}

interface Outcome {
  readonly report: Report;
  readonly said: string;
  readonly asked: readonly string[];
}

async function push(scene: Scene, given: Given = {}): Promise<Outcome> {
  const { repository, base, head, squashed } = scene;
  const tip = repository.sha('main');
  const refs = { 'refs/pull/7/head': head };
  const { server } = await serve(repository, { main: 'main', head: 'main', refs, token: SECRET });
  const pull = { ...aPull(7, head), merged: true, merge_commit_sha: squashed };
  const answer = given.answer ?? (() => ({ status: 200, body: pull }));
  const github = await startGitHub(({ path }) => {
    if (given.fault !== undefined) server.misbehave(() => given.fault ?? null);
    return answer(path);
  });
  const api = createApi({
    octokit: github.octokit,
    repository: SERVED_NAME,
    sleep: () => Promise.resolve(),
    timeout: given.timeout ?? 20_000,
  });
  const lines: string[] = [];
  const log = (line: string) => lines.push(line);
  const pauses: readonly number[] = [];
  const patience = { whole: 20_000, command: 10_000, stalledSeconds: 5, pauses };
  const remote = { serverUrl: server.url, repository: SERVED_NAME, token: SECRET };
  const directory = given.inWorkspace === true ? repository.directory : temporaryDirectory();
  const open = createOpen({
    environment: loopback,
    directory,
    temporaryDirectory: temporaryDirectory(),
    fetching: { remote, patience, log },
  });
  const payload = aPayload('push', {
    ref: 'refs/heads/main',
    before: base,
    after: tip,
    'repository.default_branch': 'main',
  });
  expect(schemaErrorsOf('push', payload)).toEqual([]);
  const target = parseEvent('push', payload, { sha: null }, { base: '', head: '' });
  const world = { open, api: given.token === false ? null : api, settings: usualSettings('2026-11-22'), log };
  const { report } = await checkTarget(target, world);
  return { report, said: lines.join('\n'), asked: github.exchanges.map(({ path }) => path) };
}

const facts = ({ attributions, violations, coverage }: Report) => ({
  agents: attributions.map(({ agents }) => agents.join('+')),
  codes: violations.map(({ code }) => code),
  commits: coverage.commits,
});

/** The squashed commit is not among them; "Move on" is. */
const OWN = { agents: ['', 'database', 'backend-django'], codes: [], commits: 3 };
const AS_IT_STANDS = { agents: ['', ''], codes: [], commits: 2 };
const API = '/repos/octo-org/octo-repo/pulls/';

const sorted = (report: Report) => ({ ...facts(report), agents: facts(report).agents.toSorted() });
const OWN_SORTED = { ...OWN, agents: OWN.agents.toSorted() };

describe('a squashed commit', () => {
  it.each([false, true])(
    'is judged by the commits of its pull request: in the workspace %j',
    async (inWorkspace) => {
      const { report, asked } = await push(aSquash(), { inWorkspace });
      expect(sorted(report)).toEqual(OWN_SORTED);
      expect(asked).toEqual([`${API}7`]);
    },
  );

  it('by accident keeps the last commit’s trailer, and is not charged with all of it', async () => {
    const scene = aSquash('Change the models (#7)\n\nAgent: backend-django\n');
    const plain = await push(scene, { token: false });
    expect(facts(plain.report).codes).toEqual(['forbidden-path']);
    expect(facts((await push(scene)).report).codes).toEqual([]);
  });

  it('is found against for what its own commits did', async () => {
    const scene = aPullRequest();
    const { repository } = scene;
    const head = commitAs(scene, ['backend-django'], { 'tests/x.py': 'x\n' });
    repository.checkout('main').git('merge', '-q', '--squash', 'topic');
    const squashed = repository.commit('Change tests (#7)');
    const found = await push({ ...scene, head, squashed });
    expect(found.report).toMatchObject({
      conclusion: 'failure',
      violations: [{ code: 'forbidden-path', commit: head, path: 'tests/x.py', undoneBy: null }],
    });
    repository.checkout('main').remove('tests/x.py');
    const back = repository.commit('Take it back');
    const undone = await push({ ...scene, head, squashed });
    expect(undone.report).toMatchObject({ conclusion: 'success', violations: [{ undoneBy: back }] });
  });

  const claimed = 'Change the models (#7)\n\nAgent: backend-django\n\nAgent: frontend\n';

  it.each<[title: string, scene: () => Scene, given: Given, word: string]>([
    ['there is no token', aSquash, { token: false }, 'no token'],
    ['GitHub refuses', aSquash, { answer: () => ({ status: 403, body: { message: 'no' } }) }, 'api-denied'],
    ['there is no such pull request', aSquash, { answer: () => ({ status: 404, body: {} }) }, 'api-denied'],
    ['GitHub is down', aSquash, { answer: () => ({ status: 503, body: {} }) }, 'api-failed'],
    ['GitHub is silent', aSquash, { answer: () => 'hung', timeout: 300 }, 'api-failed'],
    ['an answer is cut off', aSquash, { answer: () => 'cut off' }, 'api-failed'],
    ['an answer is garbled', aSquash, { answer: () => 'garbage' }, 'api-failed'],
    [
      'the pull request is open',
      aSquash,
      { answer: () => ({ status: 200, body: aPull(7, 'f'.repeat(40)) }) },
      'not merged as this commit',
    ],
    [
      'it was merged as another commit',
      aSquash,
      {
        answer: () => ({
          status: 200,
          body: { ...aPull(7, 'f'.repeat(40)), merged: true, merge_commit_sha: 'e'.repeat(40) },
        }),
      },
      'not merged as this commit',
    ],
    ['git’s server fails', aSquash, { fault: { kind: 'status', status: 500 } }, 'fetch-failed'],
    ['git’s server refuses', aSquash, { fault: { kind: 'status', status: 404 } }, 'not-allowed'],
    [
      'it holds more than the pull request',
      () => {
        const scene = aSquash();
        scene.repository.write('slipped.txt').git('add', '-A');
        scene.repository.git('commit', '-q', '--amend', '--no-edit');
        return { ...scene, squashed: scene.repository.sha('main') };
      },
      {},
      'exactly what merging',
    ],
    ['it names another agent', () => aSquash(claimed), {}, 'names an agent'],
  ])('is judged by its own message where %s', async (_, build, given, word) => {
    const { report, said } = await push(build(), given);
    expect(facts(report).commits).toBe(AS_IT_STANDS.commits);
    expect(said).toContain(word);
  });

  it('stops asking after the first fault, and asks for twenty at most', async () => {
    const scene = aSquash();
    for (let index = 0; index < 25; index += 1)
      scene.repository.write(`later/${index}`).commit(`Later (#${index + 100})`);
    const faulty = await push(scene, { answer: () => ({ status: 503, body: {} }) });
    expect(new Set(faulty.asked)).toEqual(new Set([`${API}124`]));
    const all = await push(scene, { answer: () => ({ status: 404, body: {} }) });
    expect(all.asked).toHaveLength(20);
    expect(all.asked[0]).toBe(`${API}124`);
  });
});
