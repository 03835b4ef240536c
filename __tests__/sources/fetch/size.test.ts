import { expect, it } from '@jest/globals';
import { checkRange } from '../../../src/check/check-range.js';
import { aLongRepository } from '../../support/long-repository.js';
import { cloneWhole, serveBare, shaIn } from '../../support/served-repository.js';
import { borrow } from '../git/reading.js';
import { fetchServed } from './fetching.js';
import { BY_DEFAULT } from '../../support/policies.js';

it.each([
  [10, 1.5],
  [1_000, 0.35],
  [20_000, 0.03],
])(
  'fetches of a repository of %d commits at most %d of a full clone, and judges it alike',
  async (commits, share) => {
    const directory = aLongRepository(commits);
    const base = shaIn(directory, 'main');
    const head = shaIn(directory, 'refs/pull/1/head');
    const served = await serveBare(directory);
    const { server } = served;
    await cloneWhole(served);
    const full = server.sentBytes();
    server.forget();
    const started = performance.now();
    const fetched = await fetchServed(served, { stated: 15 });
    const range = { base, head, shallow: false };
    const report = await checkRange(fetched.repository, range, BY_DEFAULT);
    const time = Math.round(performance.now() - started);
    process.stdout.write(
      `${commits} commits: ${server.sentBytes()} of ${full} bytes (${((100 * server.sentBytes()) / full).toFixed(2)} %), ${server.requests.length} requests, ${time} ms\n`,
    );
    expect({ base: fetched.base, head: fetched.head }).toEqual({ base, head });
    expect(report).toEqual(await checkRange(await borrow(directory), range, BY_DEFAULT));
    expect(report.conclusion).toBe('failure');
    expect(server.sentBytes() / full).toBeLessThan(share);
  },
);
