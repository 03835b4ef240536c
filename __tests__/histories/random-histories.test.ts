import { afterAll, describe, expect, it } from '@jest/globals';
import { checkRange } from '../../src/check/check-range.js';
import type { Report } from '../../src/core/report.js';
import type { Violation } from '../../src/core/violation.js';
import { borrow, withCode } from '../sources/git/reading.js';
import { OperationalError } from '../../src/operational-error.js';
import { createRepository } from '../support/repository.js';
import { generateHistory } from './generate.js';
import { judgeInBulk } from './judge-in-bulk.js';
import { judgeByTheBook, type OracleVerdict } from './oracle.js';
import { ownChanges } from './own-changes.js';
import { nameAt, rangeOf } from './ranges.js';
import { writeHistories, type WrittenHistory } from './write-histories.js';
import { WITHOUT_COLLISIONS } from '../support/policies.js';

/** `HISTORIES_SEED=7 HISTORIES=5000 npm test -- __tests__/histories` runs others, and more. */
const FIRST_SEED = Number(process.env['HISTORIES_SEED'] ?? 1);
const COUNT = Number(process.env['HISTORIES'] ?? 2_000);
const BATCH = 250;
/** So many of each batch go through the whole check, one by one. */
const WHOLE = 10;

const tally = { histories: 0, findings: 0, undone: 0, merges: 0 };

afterAll(() => {
  if (process.env['HISTORIES'] !== undefined) process.stderr.write(`${JSON.stringify(tally)}\n`);
});

describe('the verdict is that of an oracle', () => {
  const batches = Array.from({ length: Math.ceil(COUNT / BATCH) }, (_, index) => FIRST_SEED + index * BATCH);

  it.each(batches)('on random histories from seed %d on', async (first) => {
    const size = Math.min(BATCH, FIRST_SEED + COUNT - first);
    const { repository, written } = writeHistories(
      Array.from({ length: size }, (_, index) => generateHistory(first + index)),
    );
    const own = ownChanges(repository, written);
    const expected = written.map((history, index) => judgeByTheBook(history, own[index] ?? []));
    expected.forEach(count);
    const borrowed = await borrow(repository.directory);
    const check = (history: WrittenHistory): Promise<Report> => {
      const range = {
        base: nameAt(history, history.base),
        head: nameAt(history, history.head),
        shallow: false,
      };
      return checkRange(borrowed, range, WITHOUT_COLLISIONS);
    };

    const judged = [...written.entries()].filter(([, history]) => rangeOf(history).bases.length > 0);
    const reports = await judgeInBulk(
      borrowed,
      judged.map(([, history]) => history),
    );
    const disagreements = judged.flatMap(([index, { seed }], position) =>
      difference(seed, expected[index], reports[position]),
    );
    expect(disagreements).toEqual([]);

    for (const [position, [, history]] of [...judged.entries()].slice(0, WHOLE)) {
      expect(summarize(await check(history))).toEqual(summarize(reports[position]));
    }
    for (const history of written.filter((other) => rangeOf(other).bases.length === 0).slice(0, 1)) {
      await expect(check(history)).rejects.toMatchObject(withCode('no-merge-base'));
    }
    tally.histories += size;
    tally.merges += written
      .flatMap(({ commits }) => commits)
      .filter(({ parents }) => parents.length > 1).length;
  });
});

describe('in a clone that may be cut off', () => {
  it.each([1, 2, 3, 5])('of depth %d the verdict is that of the whole, or there is none', async (depth) => {
    const { repository, written } = writeHistories(
      Array.from({ length: 6 }, (_, index) => generateHistory(FIRST_SEED + index)),
    );
    repository.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
    const own = ownChanges(repository, written);
    for (const [index, history] of written.entries()) {
      const [base, head] = [nameAt(history, history.base), nameAt(history, history.head)];
      const clone = createRepository();
      clone.git('fetch', '-q', `--depth=${depth}`, `file://${repository.directory}`, base, head);
      const borrowed = await borrow(clone.directory);
      const checked = checkRange(borrowed, { base, head, shallow: borrowed.shallow }, WITHOUT_COLLISIONS);
      const verdict = judgeByTheBook(history, own[index] ?? []);
      const outcome = await checked.then(summarize, codeOf);
      expect([
        verdict.conclusion === 'no-merge-base' ? verdict.conclusion : verdict,
        ...(borrowed.shallow ? ['incomplete-history'] : []),
      ]).toContainEqual(outcome);
    }
  });
});

function codeOf(error: unknown): string {
  if (error instanceof OperationalError) return error.code;
  throw error;
}

/** What only one of the two says, with the seed that `HISTORIES_SEED` takes. */
function difference(seed: number, expected?: OracleVerdict, report?: Report): readonly object[] {
  const actual = summarize(report);
  if (expected === undefined || JSON.stringify(actual) === JSON.stringify(expected)) return [];
  return [
    {
      seed,
      conclusions: [expected.conclusion, actual.conclusion],
      missing: expected.findings.filter((finding) => !actual.findings.includes(finding)),
      surplus: actual.findings.filter((finding) => !expected.findings.includes(finding)),
    },
  ];
}

const summarize = (report?: Report): OracleVerdict => ({
  conclusion: report?.conclusion ?? 'no-merge-base',
  findings: (report?.violations ?? []).map(inShort).sort(),
});

const inShort = (violation: Violation): string =>
  [
    'commit' in violation ? violation.commit : '',
    ...('agent' in violation ? [violation.agent] : []),
    ...('path' in violation ? [violation.path] : []),
    violation.code,
    ...('undoneBy' in violation && violation.undoneBy !== null ? ['undone'] : []),
  ].join(' ');

function count({ findings }: OracleVerdict): void {
  tally.findings += findings.length;
  tally.undone += findings.filter((finding) => finding.endsWith(' undone')).length;
}
