import { describe, expect, it } from '@jest/globals';
import { readPolicyInForce, usualSettings } from '../../../src/check/settings.js';
import { TODAY } from '../../support/policies.js';
import { aPullRequest, commitAs, DEFINITIONS } from '../../support/pull-request.js';
import { serve } from '../../support/served-repository.js';
import { fetchServed } from './fetching.js';

const FILE = '.github/agent-ownership.yml';

async function served(base: string | null, head: string | null) {
  const pullRequest = aPullRequest({ ...DEFINITIONS, ...(base === null ? {} : { [FILE]: base }) });
  commitAs(pullRequest, [], base === head ? { 'a.txt': 'x\n' } : { [FILE]: head });
  const source = await serve(pullRequest.repository, { main: 'main', head: 'topic' });
  return { source, range: await fetchServed(source) };
}

describe('the config of a range that was fetched', () => {
  it.each<[string, string | null, string | null, number]>([
    ['by one fetch where it differs', 'mode: report-only\n', 'people: [me]\n', 1],
    ['by one fetch where it is the same', 'mode: report-only\n', 'mode: report-only\n', 1],
    ['without asking where there is none', null, null, 0],
  ])('is read %s', async (_, base, head, fetches) => {
    const { source, range } = await served(base, head);
    const before = source.server.requests.length;

    const law = await readPolicyInForce(range.repository, range, usualSettings(TODAY));

    expect(law.policy.mode).toBe(base === null ? 'enforce' : 'report-only');
    expect(law.atHead?.people).toEqual(head?.startsWith('people') === true ? ['me'] : ['human']);
    // A fetch begins by asking what the server can do (gitprotocol-http(5)).
    const begun = source.server.requests.slice(before).filter(({ url }) => url.includes('/info/refs'));
    expect(begun).toHaveLength(fetches);
  });
});
