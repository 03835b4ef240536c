import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { StepResult } from '../../src/cli/demo/run-action.js';
import { BROKEN_ANSWERS, IMPATIENT } from '../faults/broken-answers.js';
import { BROKEN_CLOCKS, judgeBy } from '../faults/broken-clocks.js';
import { BROKEN_WORLDS } from '../faults/broken-worlds.js';
import { FAULTS, STATES, THINGS } from '../faults/table.js';

const RUNS: typeof BROKEN_WORLDS = { ...BROKEN_WORLDS, ...BROKEN_ANSWERS };

/** The code of “could not check”, or those of what was found. */
function codesOf({ outputs, annotations }: StepResult): readonly string[] {
  if (outputs['conclusion'] === 'failure') {
    const report = JSON.parse(readFileSync(outputs['report'] ?? '', 'utf8')) as {
      violations: readonly { code: string }[];
    };
    return report.violations.map(({ code }) => code);
  }
  return annotations.flatMap(({ message }) => /^Could not check \(([\w-]+)\)/.exec(message)?.[1] ?? []);
}

const rowsIn = (among: object) => FAULTS.filter(({ id }) => id in among);

it('has a way to break each row of the table, and a row for each way', () => {
  const ways = [RUNS, IMPATIENT, BROKEN_CLOCKS].flatMap(Object.keys);
  expect(FAULTS.map(({ id }) => id).sort()).toEqual(ways.sort());
});

it('leaves no thing without a row for each state', () => {
  const cells = THINGS.flatMap((thing) => STATES.map((state) => `${thing}: ${state}`));
  const filled = new Set(FAULTS.map(({ thing, state }) => `${thing}: ${state}`));
  expect([...filled].sort()).toEqual(cells.sort());
});

describe('the built action does not pass where', () => {
  it.each(rowsIn(RUNS))('$thing is $state: $how', async ({ id, result, codes }) => {
    const step = await RUNS[id]?.();
    if (step === undefined) throw new Error(id);
    const { exitCode, outputs, stderr } = step;
    expect({ exitCode, stderr, codes: codesOf(step) }).toEqual({ exitCode: 1, stderr: '', codes });
    // Where not even that can be written, there is none.
    const conclusions = result === 'judged' ? ['failure'] : ['unknown', undefined];
    expect(conclusions).toContain(outputs['conclusion']);
  });
});

describe('what takes minutes with the real patience fails with less where', () => {
  it.each(rowsIn(IMPATIENT))('$thing is $state: $how', async ({ id, codes }) => {
    await expect(IMPATIENT[id]?.()).rejects.toMatchObject({ name: 'OperationalError', code: codes[0] });
  });
});

function clockOf(id: string): () => Date {
  const clock = BROKEN_CLOCKS[id];
  if (clock === undefined) throw new Error(id);
  return clock;
}

describe('a waiver lifts nothing where', () => {
  it.each(rowsIn(BROKEN_CLOCKS))('$thing is $state: $how', async ({ id, result, codes }) => {
    const { conclusion, failure } = await judgeBy(clockOf(id));
    expect(conclusion).toBe(result === 'judged' ? 'failure' : 'unknown');
    if (result === 'unchecked') expect(failure).toContain(`(${String(codes[0])})`);
    else expect(failure).not.toBe('');
  });

  it('lifts while it lasts', async () => {
    expect(await judgeBy(() => new Date('2026-11-30T00:00:00Z'))).toEqual({
      conclusion: 'success',
      failure: '',
    });
  });
});
