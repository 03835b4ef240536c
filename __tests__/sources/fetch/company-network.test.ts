import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parseHttpConfig } from '../../../src/sources/fetch/http-config.js';
import { aPullRequest, commitAs } from '../../support/pull-request.js';
import { temporaryDirectory } from '../../support/repository.js';
import { serve } from '../../support/served-repository.js';
import { withCode } from '../git/reading.js';
import { fetchServed, loopback } from './fetching.js';

describe('the http config that is taken over', () => {
  it.each([
    ['http.proxy\nhttp://proxy:1', [['http.proxy', 'http://proxy:1']]],
    ['http.sslcainfo\n~/ca.pem', [['http.sslcainfo', '/home/me/ca.pem']]],
    ['http.https://a.b/c.sslVerify\nfalse', [['http.https://a.b/c.sslVerify', 'false']]],
    ['http.emptyauth', [['http.emptyauth', 'true']]],
    ['http.extraheader\nX-Gateway: yes', [['http.extraheader', 'X-Gateway: yes']]],
    ['http.https://a.b/.extraheader\nAuthorization: basic x', []],
    ['http.extraheader\n AUTHORIZATION: basic x', []],
    ['http.https://a.b/.followredirects\ntrue', []],
    ['http.lowspeedtime\n1', []],
    ['http.cookiefile\n/x', []],
    ['http.savecookies\ntrue', []],
    ['url.ssh://evil/.insteadof\nhttps://', []],
    ['credential.helper\n!touch /tmp/x', []],
    ['core.sshcommand\ntouch', []],
    ['xhttp.proxy\nhttp://proxy:1', []],
    ['', []],
  ])('%j', (listing, expected) => {
    expect(parseHttpConfig(`${listing}\0`, '/home/me')).toEqual(expected);
  });
});

describe('fetching in a company network', () => {
  async function aScene(config: readonly string[]) {
    const pullRequest = aPullRequest();
    commitAs(pullRequest, [], { 'a.txt': 'a\n' });
    const { directory } = pullRequest.repository;
    const served = await serve({ directory }, { main: 'main', head: 'topic' });
    const home = temporaryDirectory();
    writeFileSync(join(home, '.gitconfig'), config.join('\n'));
    return { served, environment: { ...loopback, HOME: home } };
  }

  it('goes through the proxy that the user’s config names', async () => {
    const proxy = await aScene([]);
    const { served, environment } = await aScene([`[http]\n\tproxy = ${proxy.served.server.url}`]);
    // A stand-in that serves the same paths: what matters is who was asked.
    proxy.served.server.misbehave(() => ({ kind: 'status', status: 403 }));
    await expect(fetchServed(served, { environment })).rejects.toMatchObject(withCode('not-allowed'));
    expect(proxy.served.server.requests[0]?.url).toContain(served.server.url);
    expect(served.server.requests).toEqual([]);
  });

  it('goes through the proxy that the environment names, and not where it is told not to', async () => {
    const proxy = await aScene([]);
    const { served, environment } = await aScene([]);
    proxy.served.server.misbehave(() => ({ kind: 'status', status: 403 }));
    const variables = { ...environment, http_proxy: proxy.served.server.url };
    await expect(fetchServed(served, { environment: variables })).rejects.toMatchObject(
      withCode('not-allowed'),
    );
    await expect(
      fetchServed(served, { environment: { ...variables, NO_PROXY: '127.0.0.1' } }),
    ).resolves.toBeDefined();
  });

  it('is sent nowhere else, and asks no program, by what the user’s config says', async () => {
    const { served, environment } = await aScene([
      '[url "http://127.0.0.1:1/"]\n\tinsteadOf = http://127.0.0.1',
      '[credential]\n\thelper = "!exit 1"',
      '[core]\n\thooksPath = /nowhere\n\tsshCommand = false',
      '[http]\n\tfollowRedirects = true\n\tlowSpeedTime = 1\n\textraHeader = Authorization: basic x',
    ]);
    await fetchServed(served, { environment });
    expect(served.server.requests.every(({ authorization }) => authorization === undefined)).toBe(true);
  });
});
