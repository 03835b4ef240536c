import { describe, expect, it } from '@jest/globals';
import { readRunner } from '../../src/action/runner.js';

const labelOf = (label: string | undefined) =>
  readRunner({ GITHUB_WORKSPACE: '/w', ...(label === undefined ? {} : { 'INPUT_APPROVAL-LABEL': label }) })
    .approvalLabel;

describe('the input approval-label', () => {
  it.each<[string | undefined, string | null]>([
    [undefined, null],
    ['', null],
    [' \n', null],
    [' boundary-approved ', 'boundary-approved'],
    ['x'.repeat(50), 'x'.repeat(50)],
    ['🛡'.repeat(50), '🛡'.repeat(50)],
  ])('%j means %j', (label, read) => {
    expect(labelOf(label)).toBe(read);
  });

  it.each(['x'.repeat(51), 'two\nlines'])('is refused where no label can have the name: %j', (label) => {
    expect(() => labelOf(label)).toThrow(expect.objectContaining({ code: 'invalid-input' }));
  });
});
