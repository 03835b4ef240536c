import { readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { checkRange } from '../../../src/check/check-range.js';
import { commitSha } from '../../../src/core/vocabulary.js';
import { fetchRange, readRemoteTips } from '../../../src/sources/fetch/fetch-range.js';
import { aPullRequest, commitAs } from '../../support/pull-request.js';
import { environment, temporaryDirectory } from '../../support/repository.js';
import type { Fault } from '../../support/git-server.js';
import { serve, SERVED_NAME, shaIn, type Served } from '../../support/served-repository.js';
import { withCode } from '../git/reading.js';
import { fetchServed, loopback, QUICK } from './fetching.js';
import { BY_DEFAULT } from '../../support/policies.js';

const TOKEN = 'ghs_secretOfThisJob';

async function aServed(token?: string): Promise<Served> {
  const pullRequest = aPullRequest();
  commitAs(pullRequest, ['backend-django'], { 'apps/blog/models.py': 'models\n' });
  const { directory } = pullRequest.repository;
  return serve({ directory }, { main: 'main', head: 'topic', ...(token === undefined ? {} : { token }) });
}

const status = (code: number, headers = {}): Fault => ({ kind: 'status', status: code, headers });

describe('a fault of the server', () => {
  it.each<[string, Fault, string, number]>([
    ['401', status(401, { 'www-authenticate': 'Basic realm="GitHub"' }), 'not-allowed', 1],
    ['403', status(403), 'not-allowed', 1],
    ['404', status(404), 'not-allowed', 1],
    ['429', status(429), 'fetch-failed', 3],
    ['500', status(500), 'fetch-failed', 3],
    ['503', status(503), 'fetch-failed', 3],
    ['a reset', { kind: 'reset' }, 'fetch-failed', 3],
    ['a page of a guest network', { kind: 'garbage' }, 'fetch-failed', 1],
    ['silence', { kind: 'hang' }, 'fetch-failed', 3],
    ['a drip', { kind: 'drip' }, 'fetch-failed', 3],
    ['an answer that is cut off', { kind: 'cut-off' }, 'fetch-failed', 3],
  ])('%s fails with a code, after as many attempts as make sense', async (_, fault, code, attempts) => {
    const served = await aServed();
    const slow = fault.kind === 'hang' || fault.kind === 'drip';
    served.server.misbehave(() => fault);
    const parent = temporaryDirectory();
    const said: string[] = [];
    const patience = { ...QUICK, command: slow ? 400 : QUICK.command };
    const fetching = fetchServed(served, { parent, token: TOKEN, patience, log: (line) => said.push(line) });
    await expect(fetching).rejects.toMatchObject(withCode(code as 'fetch-failed'));
    expect(said.filter((line) => line.includes('trying again'))).toHaveLength(attempts - 1);
    expect(readdirSync(parent)).toEqual([]);
  });

  it.each<[string, Fault]>([
    ['500', status(500)],
    ['429', status(429)],
    ['a reset', { kind: 'reset' }],
    ['an answer that is cut off', { kind: 'cut-off' }],
  ])('%s in any request is survived where it passes', async (_, fault) => {
    const served = await aServed();
    const parent = temporaryDirectory();
    const expected = await fetchServed(served);
    const requests = served.server.requests.length;
    for (let broken = 0; broken < requests; broken += 1) {
      served.server.forget();
      served.server.misbehave((_request, index) => (index === broken ? fault : null));
      const { base, head } = await fetchServed(served, { parent });
      expect({ base, head }).toEqual({ base: expected.base, head: expected.head });
    }
  });

  it('while contents are fetched never ends in a verdict', async () => {
    const served = await aServed();
    const { repository, base, head } = await fetchServed(served);
    served.server.misbehave(() => status(500));
    await expect(checkRange(repository, { base, head, shallow: false }, BY_DEFAULT)).rejects.toMatchObject(
      withCode('fetch-failed'),
    );
  });

  it('a redirect to another host is not followed, and the token does not go there', async () => {
    const served = await aServed();
    const other = await aServed();
    served.server.misbehave(({ url }) => status(301, { location: `${other.server.url}${url}` }));
    await expect(fetchServed(served, { token: TOKEN })).rejects.toMatchObject(withCode('fetch-failed'));
    expect(other.server.requests).toEqual([]);
    expect(served.server.requests).toHaveLength(1);
  });

  it('a refused connection fails', async () => {
    const options = {
      environment: loopback,
      parent: temporaryDirectory(),
      remote: { serverUrl: 'http://127.0.0.1:1', repository: SERVED_NAME, token: TOKEN },
      patience: QUICK,
      log: () => undefined,
    };
    const wanted = {
      base: { ref: 'refs/heads/main' },
      head: { sha: commitSha('1'.repeat(40)) },
      headRef: null,
      others: [],
      statedCommits: null,
    };
    await expect(fetchRange(options, wanted)).rejects.toMatchObject(withCode('fetch-failed'));
    await expect(readRemoteTips(options, ['refs/heads/main'])).rejects.toMatchObject(
      withCode('fetch-failed'),
    );
  });

  it('gives up when all of the time is over, by the clock', async () => {
    const served = await aServed();
    served.server.misbehave(() => status(503));
    let time = 0;
    const slept: number[] = [];
    const clock = {
      now: () => (time += 1_000),
      sleep: (milliseconds: number) => Promise.resolve(slept.push(milliseconds)),
    };
    const patience = { whole: 6_000, command: 5_000, stalledSeconds: 5, pauses: [1, 2, 3, 4, 5, 6, 7, 8] };
    await expect(fetchServed(served, { clock, patience })).rejects.toMatchObject(
      withCode('fetch-failed', `${SERVED_NAME}: out of time`),
    );
    expect(slept.length).toBeLessThan(4);
  });

  it('ends at once when the job is cancelled', async () => {
    const served = await aServed();
    served.server.misbehave(() => ({ kind: 'hang' }));
    const parent = temporaryDirectory();
    const started = performance.now();
    const fetching = fetchServed(served, { parent, signal: AbortSignal.timeout(300) });
    await expect(fetching).rejects.toMatchObject(withCode('fetch-failed'));
    expect(performance.now() - started).toBeLessThan(5_000);
    expect(readdirSync(parent)).toEqual([]);
  });
});

describe('a range that is not there', () => {
  it('is an unknown branch', async () => {
    await expect(fetchServed(await aServed(), { base: 'refs/heads/absent' })).rejects.toMatchObject(
      withCode('unknown-revision', 'absent'),
    );
  });

  it('is an unknown head', async () => {
    const head = commitSha('1'.repeat(40));
    await expect(fetchServed(await aServed(), { head })).rejects.toMatchObject(
      withCode('incomplete-history', head),
    );
  });
});

describe('the token', () => {
  it('opens what is closed, and a wrong one does not', async () => {
    const served = await aServed(TOKEN);
    await expect(fetchServed(served)).rejects.toMatchObject(withCode('not-allowed', SERVED_NAME));
    await expect(fetchServed(served, { token: 'other' })).rejects.toMatchObject(withCode('not-allowed'));
    const { head } = await fetchServed(served, { token: TOKEN });
    expect(head).toBe(shaIn(served.directory, 'refs/pull/1/head'));
  });

  it.each([
    ['http://127.0.0.1:1', SERVED_NAME, environment],
    ['http://github.com', SERVED_NAME, loopback],
    ['http://127.0.0.1.example.com', SERVED_NAME, loopback],
    ['file:///etc', SERVED_NAME, loopback],
    ['ssh://github.com', SERVED_NAME, loopback],
    ['https://user:pass@github.com', SERVED_NAME, loopback],
    ['ext::sh -c id', SERVED_NAME, loopback],
    ['not a url', SERVED_NAME, loopback],
    ['https://github.com', '../../x', loopback],
    ['https://github.com', '-x', loopback],
    ['https://github.com', 'a/b?c', loopback],
    ['https://github.com', '../x', loopback],
  ])('is not sent to %s, %s', async (serverUrl, repository, variables) => {
    const parent = temporaryDirectory();
    const options = {
      environment: variables,
      parent,
      remote: { serverUrl, repository, token: TOKEN },
      log: () => undefined,
    };
    await expect(readRemoteTips(options, ['refs/heads/main'])).rejects.toMatchObject(
      withCode('unsafe-server'),
    );
    expect(readdirSync(parent)).toEqual([]);
  });
});
