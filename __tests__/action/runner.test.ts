import { describe, expect, it } from '@jest/globals';
import { readRunner } from '../../src/action/runner.js';
import { publisherKey, type Publisher } from '../../src/core/publishing/publisher.js';

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

describe.each(['comment', 'check-run'] as const)('the input %s', (input) => {
  const flagOf = (value: string | undefined) => {
    const { comment, checkRun } = readRunner({
      GITHUB_WORKSPACE: '/w',
      ...(value === undefined ? {} : { [`INPUT_${input.toUpperCase()}`]: value }),
    });
    return input === 'comment' ? comment : checkRun;
  };

  it.each<[string | undefined, boolean]>([
    [undefined, false],
    ['', false],
    ['false', false],
    ['False', false],
    ['FALSE', false],
    ['true', true],
    ['True', true],
    ['TRUE', true],
    [' true\n', true],
  ])('%j means %j', (value, read) => {
    expect(flagOf(value)).toBe(read);
  });

  it.each(['yes', '1', 'on', 'tRUE', 'true false'])('is refused where it is %j', (value) => {
    expect(() => flagOf(value)).toThrow(
      expect.objectContaining({ code: 'invalid-input', subject: `${input}: ${value}` }),
    );
  });
});

describe('the publisher', () => {
  const publisherOf = (variables: Readonly<Record<string, string>>) =>
    readRunner({ GITHUB_WORKSPACE: '/w', ...variables }).publisher;

  it('is the same on every ref and in every run of a job', () => {
    const at = (ref: string, run: string) =>
      publisherKey(
        publisherOf({
          GITHUB_WORKFLOW_REF: `a/b/.github/workflows/x.yml@${ref}`,
          GITHUB_WORKFLOW: 'X',
          GITHUB_JOB: 'check',
          GITHUB_RUN_ID: run,
        }),
      );
    expect(at('refs/pull/1/merge', '1')).toBe(at('refs/heads/main', '2'));
  });

  it.each<[Readonly<Record<string, string>>, Partial<Publisher>]>([
    [{}, { workflow: '', job: '', run: null, attempt: 1 }],
    [
      { GITHUB_WORKFLOW: 'X', GITHUB_JOB: 'y' },
      { workflow: 'X', job: 'y' },
    ],
    [
      { GITHUB_RUN_ID: '12', GITHUB_RUN_ATTEMPT: '3' },
      { run: 12, attempt: 3 },
    ],
    [
      { GITHUB_RUN_ID: '1e3', GITHUB_RUN_ATTEMPT: '-1' },
      { run: null, attempt: 1 },
    ],
  ])('is read from %j', (variables, publisher) => {
    expect(publisherOf(variables)).toMatchObject(publisher);
  });
});
