import { describe, expect, it } from '@jest/globals';
import { fingerprint } from '../../src/core/fingerprint.js';
import { isLink, sameEntry, statusOf, type TreeEntry } from '../../src/core/history.js';
import { AS_A_FILE, linesOf } from '../../src/core/in-head.js';
import type { Lift } from '../../src/core/lift.js';
import { concludeOn, type Report, type ReportedProblem } from '../../src/core/report.js';
import { isLifted, isUndone, stands, type Violation } from '../../src/core/violation.js';
import { repoPath, UNCOMMITTED } from '../../src/core/vocabulary.js';
import { anEntry, aSha } from '../support/builders.js';

const LIFT: Lift = { kind: 'waiver', reason: 'agreed', by: null, until: '2027-01-31' };

/** Of a finding only what says whether it counts. */
const aFinding = (facts: object): Violation =>
  ({ code: 'forbidden-path', severity: 'error', undoneBy: null, waivedBy: null, ...facts }) as Violation;

describe('a finding', () => {
  it.each<[string, object, boolean, boolean]>([
    ['neither taken back nor lifted', {}, false, false],
    ['taken back', { undoneBy: aSha('later') }, true, false],
    ['lifted', { waivedBy: LIFT }, false, true],
    ['both', { undoneBy: aSha('later'), waivedBy: LIFT }, true, true],
  ])('that is %s stands or not', (_, facts, undone, lifted) => {
    const finding = aFinding(facts);
    expect([isUndone(finding), isLifted(finding), stands(finding)]).toEqual([
      undone,
      lifted,
      !undone && !lifted,
    ]);
  });

  it('of a kind that nothing takes back or lifts stands', () => {
    const finding = { code: 'unknown-agent', severity: 'error' } as Violation;
    expect([isUndone(finding), isLifted(finding), stands(finding)]).toEqual([false, false, true]);
  });
});

describe('concludeOn', () => {
  const aProblem = (severity: string, counts: boolean): ReportedProblem =>
    ({ problem: { severity }, introduced: true, counts }) as unknown as ReportedProblem;

  it.each<[string, Partial<Report>, Report['conclusion']]>([
    ['nothing is found', {}, 'success'],
    ['an error stands', { violations: [aFinding({})] }, 'failure'],
    [
      'an error stands behind a warning',
      { violations: [aFinding({ severity: 'warning' }), aFinding({})] },
      'failure',
    ],
    [
      'only warnings and notices stand',
      { violations: ['warning', 'notice'].map((severity) => aFinding({ severity })) },
      'success',
    ],
    ['the error is taken back', { violations: [aFinding({ undoneBy: aSha('later') })] }, 'success'],
    ['the error is lifted', { violations: [aFinding({ waivedBy: LIFT })] }, 'success'],
    [
      'a definition that counts has an error',
      { problems: [aProblem('warning', true), aProblem('error', true)] },
      'failure',
    ],
    ['a definition that does not count has an error', { problems: [aProblem('error', false)] }, 'success'],
    ['a definition that counts has a warning', { problems: [aProblem('warning', true)] }, 'success'],
    [
      'nothing may fail',
      { mode: 'report-only', violations: [aFinding({})], problems: [aProblem('error', true)] },
      'success',
    ],
  ])('says whether the check fails: %s', (_, facts, conclusion) => {
    expect(concludeOn({ mode: 'enforce', violations: [], problems: [], ...facts })).toBe(conclusion);
  });
});

describe('an entry of a tree', () => {
  const [FILE, TOOL, LINK, SUBMODULE] = ['100644', '100755', '120000', '160000'].map((mode) =>
    anEntry('x', mode),
  ) as [TreeEntry, TreeEntry, TreeEntry, TreeEntry];

  it('stands in place of a directory as a link or a submodule only', () => {
    expect([FILE, TOOL, LINK, SUBMODULE, null].map(isLink)).toEqual([false, false, true, true, false]);
  });

  it.each<[string, TreeEntry | null, TreeEntry | null, boolean]>([
    ['nothing twice', null, null, true],
    ['itself', FILE, FILE, true],
    ['the same mode and content', FILE, { ...FILE }, true],
    ['another mode', FILE, TOOL, false],
    ['another content', FILE, anEntry('y'), false],
    ['nothing before', null, FILE, false],
    ['nothing after', FILE, null, false],
  ])('is the same as %s or not', (_, left, right, expected) => {
    expect(sameEntry(left, right)).toBe(expected);
  });

  /** git-diff(1), `--diff-filter`: T is a change of the type, such as a file that becomes a link. */
  it.each<[string, TreeEntry | null, TreeEntry | null, string]>([
    ['an addition', null, FILE, 'A'],
    ['a deletion', FILE, null, 'D'],
    ['another content', FILE, anEntry('y'), 'M'],
    ['a file that becomes executable', FILE, TOOL, 'M'],
    ['a file that becomes a link', FILE, LINK, 'T'],
    ['a link that becomes a submodule', LINK, SUBMODULE, 'T'],
  ])('changes with the letter that git prints: %s', (_, before, after, status) => {
    expect(statusOf({ path: repoPath('x'), before, after })).toBe(status);
  });
});

describe('what the head shows', () => {
  it('has lines, or is shown as a file at most', () => {
    const lines = [{ start: 1, end: 2 }];
    expect(linesOf({ kind: 'lines', lines })).toBe(lines);
    expect([AS_A_FILE, { kind: 'gone' } as const].map(linesOf)).toEqual([null, null]);
  });

  it('names no object for what is not committed yet', () => {
    expect(UNCOMMITTED).toMatch(/^0{40}$/);
  });
});

describe('fingerprint', () => {
  /** The vectors of draft-eastlake-fnv, "FNV-1a 32-bit"; the second half begins elsewhere. */
  it.each([
    ['', '811c9dc5'],
    ['a', 'e40c292c'],
    ['foobar', 'bf9cf968'],
  ])('begins with FNV-1a of %j', (text, half) => {
    expect(fingerprint(text)).toMatch(new RegExp(`^${half}[0-9a-f]{8}$`));
  });

  it('ends with a second hash, and is as long for every text', () => {
    expect(fingerprint('').slice(8)).toBe('050c5d1f');
    const all = Array.from({ length: 2_000 }, (_, number) => fingerprint(`text ${number}`));
    expect(new Set(all).size).toBe(all.length);
    expect(all.every((one) => /^[0-9a-f]{16}$/.test(one))).toBe(true);
    expect(all.filter((one) => one.startsWith(one.slice(8)))).toEqual([]);
  });
});
