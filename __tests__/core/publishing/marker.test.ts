import { describe, expect, it } from '@jest/globals';
import { isOfLaterRun, markerLine, readMarker } from '../../../src/core/publishing/marker.js';
import { publisherKey, type Publisher } from '../../../src/core/publishing/publisher.js';

const PUBLISHER: Publisher = {
  workflow: 'your-org/shop/.github/workflows/agent-ownership.yml',
  job: 'agent-ownership',
  run: 1_234,
  attempt: 1,
};
const KEY = '0123456789abcdef';

describe('the marker of a comment', () => {
  it.each([
    ['the run', PUBLISHER, 1_234],
    ['no run, where nobody says it', { ...PUBLISHER, run: null }, 0],
  ])('is read as it is written: %s', (_, publisher, run) => {
    const line = markerLine(publisher);
    expect(line).not.toContain('\n');
    expect(readMarker(`${line}\nVerdict`)).toEqual({ key: publisherKey(publisher), run });
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

  it.each([
    ['at the end of the text', `<!-- agent-ownership ${KEY} run 7 -->`, { key: KEY, run: 7 }],
    ['before other lines', `<!-- agent-ownership ${KEY} run 7 -->\nx`, { key: KEY, run: 7 }],
    [
      'with the line ends that GitHub gives',
      `<!-- agent-ownership ${KEY} run 7 -->\r\nx`,
      { key: KEY, run: 7 },
    ],
    ['with a carriage return at the end', `<!-- agent-ownership ${KEY} run 7 -->\r`, { key: KEY, run: 7 }],
    [
      'with the longest run',
      `<!-- agent-ownership ${KEY} run ${'9'.repeat(15)} -->`,
      { key: KEY, run: 999_999_999_999_999 },
    ],
    ['with a run that no number holds', `<!-- agent-ownership ${KEY} run ${'9'.repeat(16)} -->`, null],
    ['without a run', `<!-- agent-ownership ${KEY} run  -->`, null],
    ['with another run', `<!-- agent-ownership ${KEY} run x -->`, null],
    ['with a shorter key', `<!-- agent-ownership ${KEY.slice(1)} run 7 -->`, null],
    ['with a longer key', `<!-- agent-ownership ${KEY}0 run 7 -->`, null],
    ['with another key', `<!-- agent-ownership ${KEY.slice(1)}g run 7 -->`, null],
    ['below another line', `\n<!-- agent-ownership ${KEY} run 7 -->`, null],
    ['behind other text', `> <!-- agent-ownership ${KEY} run 7 -->`, null],
    ['before other text', `<!-- agent-ownership ${KEY} run 7 --> x`, null],
    ['of somebody else', `<!-- agent-ownerships ${KEY} run 7 -->`, null],
    ['nowhere', 'Hello', null],
    ['in an empty text', '', null],
  ])('%s is read or not', (_, body, expected) => {
    expect(readMarker(body)).toEqual(expected);
  });
});

describe('isOfLaterRun', () => {
  it.each<[string, number, Partial<Publisher>, boolean]>([
    ['a later run', 1_235, {}, true],
    ['the same run', 1_234, {}, false],
    ['an earlier run', 1_233, {}, false],
    ['a later run than one that was asked for again', 1_235, { attempt: 2 }, false],
    ['any run, where this one is not known', 1_235, { run: null }, false],
    ['the first run of all', 1, { run: 0 }, true],
  ])('tells whether a comment is of %s', (_, run, publisher, expected) => {
    expect(isOfLaterRun({ key: KEY, run }, { ...PUBLISHER, ...publisher })).toBe(expected);
  });
});
