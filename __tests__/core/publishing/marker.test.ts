import { describe, expect, it } from '@jest/globals';
import {
  compareMarkers,
  externalIdOf,
  isOfGraverStep,
  isOfLaterRun,
  markerLine,
  readExternalId,
  readMarker,
  toMarker,
  type Found,
  type Marker,
} from '../../../src/core/publishing/marker.js';
import { publisherKey, type Publisher } from '../../../src/core/publishing/publisher.js';

const PUBLISHER: Publisher = {
  workflow: 'your-org/shop/.github/workflows/agent-ownership.yml',
  job: 'agent-ownership',
  run: 1_234,
  attempt: 2,
};
const KEY = '0123456789abcdef';
const READ = { key: KEY, run: 7, attempt: 3, found: 'errors' };

describe('the marker of a comment', () => {
  it.each<[string, Publisher, number, Found]>([
    ['the run', PUBLISHER, 1_234, 'errors'],
    ['no run, where nobody says it', { ...PUBLISHER, run: null }, 0, 'nothing'],
    ['warnings', PUBLISHER, 1_234, 'warnings'],
  ])('is read as it is written: %s', (_, publisher, run, found) => {
    const marker = toMarker(publisher, found);
    expect(marker).toEqual({ key: publisherKey(publisher), run, attempt: 2, found });
    expect(markerLine(marker)).not.toContain('\n');
    expect(readMarker(`${markerLine(marker)}\nVerdict`)).toEqual(marker);
    const attempt = { key: marker.key, run, attempt: 2 };
    expect(readExternalId(externalIdOf(marker))).toEqual(run === 0 ? null : attempt);
    expect(externalIdOf(marker) === '').toBe(run === 0);
  });

  it('is the same in all runs of a job, and differs from job to job and from workflow to workflow', () => {
    const keys = [
      PUBLISHER,
      { ...PUBLISHER, job: 'other' },
      { ...PUBLISHER, job: '' },
      { ...PUBLISHER, workflow: 'other' },
      // Nothing passes from one of the two to the other.
      { ...PUBLISHER, workflow: `${PUBLISHER.workflow}agent`, job: '-ownership' },
    ].map(publisherKey);
    expect(new Set(keys).size).toBe(keys.length);
    expect(publisherKey({ ...PUBLISHER, run: 9, attempt: 2 })).toBe(publisherKey(PUBLISHER));
    expect(keys.every((key) => /^[0-9a-f]{16}$/.test(key))).toBe(true);
  });

  const line = (run = '7.3', found = 'errors', key = KEY) =>
    `<!-- agent-ownership ${key} run ${run} found ${found} -->`;
  it.each<[string, string, object | null]>([
    ['at the end of the text', line(), READ],
    ['before other lines', `${line()}\nx`, READ],
    ['with the line ends that GitHub gives', `${line()}\r\nx`, READ],
    ['with the longest run', line(`${'9'.repeat(15)}.1`), { ...READ, run: 999_999_999_999_999, attempt: 1 }],
    ['with a run that no number holds', line(`${'9'.repeat(16)}.1`), null],
    ['with an attempt that no number holds', line(`1.${'9'.repeat(16)}`), null],
    ['without an attempt', line('7'), null],
    ['with another run', line('x.1'), null],
    ['with another verdict', line('7.3', 'peace'), null],
    ['with a shorter key', line('7.3', 'errors', KEY.slice(1)), null],
    ['with a longer key', line('7.3', 'errors', `${KEY}0`), null],
    ['with another key', line('7.3', 'errors', `${KEY.slice(1)}g`), null],
    ['below another line', `\n${line()}`, null],
    ['behind other text', `> ${line()}`, null],
    ['before other text', `${line()} x`, null],
    ['nowhere', 'Hello', null],
  ])('%s is read or not', (_, body, expected) => {
    expect(readMarker(body)).toEqual(expected);
  });

  it.each([`${KEY}-7`, `${KEY}-7-3-1`, `x${KEY}-7-3`, `${KEY}-x-3`, `${KEY}-7-x`, `${KEY.slice(1)}-7-3`, ''])(
    'is not read from the id of another check run: %j',
    (id) => {
      expect(readExternalId(id)).toBeNull();
    },
  );
});

describe('of two that were written', () => {
  const marker = (run: number, attempt = 1, found: Found = 'warnings'): Marker => ({
    key: KEY,
    run,
    attempt,
    found,
  });

  it.each<[string, Marker, Marker, boolean, boolean]>([
    ['a later run', marker(8), marker(7), true, false],
    ['the same', marker(7), marker(7), false, false],
    ['an earlier run', marker(6), marker(7), false, false],
    ['any run, where this one is not known', marker(8), marker(0), false, false],
    ['a graver step', marker(7, 1, 'errors'), marker(7), false, true],
    ['a milder step', marker(7, 1, 'nothing'), marker(7), false, false],
    ['a graver step of another attempt', marker(7, 2, 'errors'), marker(7), false, false],
    ['a graver step of a later run', marker(8, 1, 'errors'), marker(7), true, false],
    ['a graver step, where no run is known', marker(0, 1, 'errors'), marker(0), false, false],
  ])('one is of %s', (_, there, own, later, graver) => {
    expect([isOfLaterRun(there, own), isOfGraverStep(there, own)]).toEqual([later, graver]);
  });

  it('the later run stays, then the later attempt, then the graver verdict', () => {
    const ascending = [
      marker(1, 9, 'errors'),
      marker(2, 1, 'errors'),
      marker(2, 2, 'nothing'),
      marker(2, 2),
      marker(2, 2, 'errors'),
    ];
    expect(ascending.toReversed().sort(compareMarkers)).toEqual(ascending);
    expect(compareMarkers(marker(1), marker(1))).toBe(0);
  });
});
