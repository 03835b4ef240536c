import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkRange } from '../../src/check/check-range.js';
import type { Report } from '../../src/core/report.js';
import { OperationalError } from '../../src/operational-error.js';
import type { Repository } from '../../src/sources/git/borrowed-repository.js';
import { fetchServed } from '../sources/fetch/fetching.js';
import { borrow } from '../sources/git/reading.js';
import { serveBare, type Served } from '../support/served-repository.js';
import { generateHistory } from './generate.js';
import { nameAt, rangeOf } from './ranges.js';
import { stretch, type Shape } from './stretch.js';
import { writeHistories, type WrittenHistory } from './write-histories.js';
import { BY_DEFAULT } from '../support/policies.js';

/** `HISTORIES_SEED=7 FETCHED_HISTORIES=500 npm test -- __tests__/histories/fetched` runs others, and more. */
const FIRST_SEED = Number(process.env['HISTORIES_SEED'] ?? 1);
const COUNT = Number(process.env['FETCHED_HISTORIES'] ?? 60);
/** So many are fetched with a wrong number too. */
const WRONG = Math.min(COUNT, 9);

const PATIENCE = { whole: 50_000, command: 40_000, stalledSeconds: 30, pauses: [1, 1] };

const LONG = 'with long ways';
/** Mostly the one in which a cut can lie in the middle. */
const SHAPES: readonly Shape[] = ['as it is', 'with a long past', LONG, LONG, LONG];

const cases = Array.from({ length: COUNT }, (_, index) => ({
  index,
  seed: FIRST_SEED + index,
  shape: SHAPES[(FIRST_SEED + index) % SHAPES.length] ?? 'as it is',
}));

type Outcome = Report | OperationalError['code'];

let served: Served;
let local: Repository;
let written: readonly WrittenHistory[];

const tally = { judged: 0, refused: 0, cutOff: 0 };

beforeAll(async () => {
  const histories = writeHistories(cases.map(({ seed, shape }) => stretch(generateHistory(seed), shape)));
  written = histories.written;
  const { directory } = histories.repository;
  local = await borrow(directory);
  served = await serveBare(`${directory}/.git`);
});

afterAll(() => {
  if (process.env['FETCHED_HISTORIES'] !== undefined) process.stderr.write(`${JSON.stringify(tally)}\n`);
});

describe('a fetched history', () => {
  it.each(cases)('is judged as where it lies: seed $seed, $shape', async ({ index, seed }) => {
    const history = historyAt(index);
    const stated = seed % 2 === 0 ? rangeOf(history).range.length : null;
    const { outcome, isCutOff } = await judgeFetched(history, stated);
    expect(outcome).toEqual(await judge(local, history));
    if (typeof outcome === 'string') tally.refused += 1;
    else tally.judged += 1;
    if (isCutOff) tally.cutOff += 1;
  });

  it('is at times cut off, and at times refused', () => {
    // A few may all be of one kind.
    if (COUNT < 60) return;
    expect(tally.cutOff).toBeGreaterThan(COUNT / 6);
    expect(tally.refused).toBeGreaterThan(0);
  });

  it.each(cases.slice(0, WRONG))(
    'is whole, and judged the same, where a wrong number is stated: seed $seed, $shape',
    async ({ index, seed }) => {
      const history = historyAt(index);
      const right = rangeOf(history).range.length;
      const wrong = seed % 2 === 0 && right > 0 ? right - 1 : right + 1;
      const { outcome, isCutOff } = await judgeFetched(history, wrong);
      expect(isCutOff).toBe(false);
      expect(outcome).toEqual(await judge(local, history));
    },
  );
});

async function judgeFetched(history: WrittenHistory, stated: number | null) {
  const [base, head] = [nameAt(history, history.base), nameAt(history, history.head)];
  const fetched = await fetchServed(served, { base, head, stated, patience: PATIENCE });
  expect([fetched.base, fetched.head]).toEqual([base, head]);
  try {
    const { stdout } = await fetched.repository.git.run(['rev-parse', '--is-shallow-repository']);
    return {
      outcome: await judge(fetched.repository, history),
      isCutOff: stdout.toString('latin1').trim() === 'true',
    };
  } finally {
    await fetched.repository.dispose();
  }
}

async function judge(repository: Repository, history: WrittenHistory): Promise<Outcome> {
  const range = { base: nameAt(history, history.base), head: nameAt(history, history.head), shallow: false };
  try {
    return await checkRange(repository, range, BY_DEFAULT);
  } catch (error) {
    if (error instanceof OperationalError) return error.code;
    throw error;
  }
}

function historyAt(index: number): WrittenHistory {
  const history = written[index];
  if (history === undefined) throw new RangeError(String(index));
  return history;
}
