import { describe, expect, it } from '@jest/globals';
import { commitSha } from '../../../src/core/vocabulary.js';
import { createApi } from '../../../src/sources/github/api.js';
import { requireOnBranch } from '../../../src/sources/github/branches.js';
import { aBranch, aComparison } from '../../support/github-answers.js';
import { startGitHub, type Answer } from '../../support/github-server.js';

const sha = (digit: string) => commitSha(digit.repeat(40));
const BASE = sha('b');

async function ask(tips: Readonly<Record<string, string>>, compare: (tip: string) => Answer) {
  const server = await startGitHub(({ path }) =>
    path.includes('/compare/')
      ? compare(/\.\.\.([0-9a-f]+)/.exec(path)?.[1] ?? '')
      : { status: 200, body: Object.entries(tips).map(([name, tip]) => aBranch(name, tip)) },
  );
  const api = createApi({
    octokit: server.octokit,
    repository: 'octo-org/octo-repo',
    sleep: () => Promise.resolve(),
  });
  const compared = () =>
    server.exchanges.flatMap(({ path }) => /\.\.\.([0-9a-f])/.exec(path)?.[1] ?? []).join('');
  return { answer: requireOnBranch(api, BASE, 'main'), compared };
}

const comparison = (status: Parameters<typeof aComparison>[0]): Answer => ({
  status: 200,
  body: aComparison(status),
});

describe('requireOnBranch', () => {
  it('is content with the tip of a branch', async () => {
    const { answer, compared } = await ask({ a: sha('1'), 'odd/name#1': BASE }, () => comparison('diverged'));
    await expect(answer).resolves.toBeUndefined();
    expect(compared()).toBe('');
  });

  it.each(['ahead', 'identical'] as const)('asks the default branch first: %s', async (status) => {
    const { answer, compared } = await ask({ a: sha('1'), main: sha('2') }, () => comparison(status));
    await expect(answer).resolves.toBeUndefined();
    expect(compared()).toBe('2');
  });

  it('then asks every other branch', async () => {
    const { answer, compared } = await ask({ a: sha('1'), main: sha('2'), z: sha('3') }, (tip) =>
      comparison(tip === sha('3') ? 'ahead' : 'diverged'),
    );
    await expect(answer).resolves.toBeUndefined();
    expect(compared()).toBe('213');
  });

  it.each<[title: string, answer: Answer]>([
    ['runs apart from every branch', comparison('diverged')],
    ['lies ahead of every branch', comparison('behind')],
    ['is unknown or shares no history', { status: 404, body: { message: 'Not Found' } }],
  ])('refuses a commit that %s', async (_title, answer) => {
    await expect((await ask({ main: sha('2') }, () => answer)).answer).rejects.toMatchObject({
      code: 'foreign-base',
      subject: BASE,
    });
  });

  it('refuses any commit where there is no branch', async () => {
    await expect((await ask({}, () => comparison('ahead'))).answer).rejects.toMatchObject({
      code: 'foreign-base',
    });
  });

  it('passes nothing where GitHub cannot be asked', async () => {
    await expect((await ask({ main: sha('2') }, () => 'refused')).answer).rejects.toMatchObject({
      code: 'api-failed',
    });
  });
});
