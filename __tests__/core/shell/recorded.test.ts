import { execFileSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { readCommand } from '../../../src/core/shell/read-command.js';
import { CASES } from './command-table.js';
import { aCommandText } from './generated-commands.js';
import { createRecordingShell } from './recording-shell.js';
import { stampAll, TRAILER } from './stamping.js';

const RUNS = Number(process.env['RUNS'] ?? 60);
const run = createRecordingShell();

/** The arguments without the trailer, and whether it stood where an option belongs: last, or before `--`. */
function unstamp(args: readonly string[]): readonly string[] {
  const index = args.findIndex((word, at) => word === '--trailer' && args[at + 1] === TRAILER);
  if (index === -1) return args;
  const behind = args[index + 2];
  expect([undefined, '--', '--end-of-options']).toContain(behind);
  return [...args.slice(0, index), ...args.slice(index + 2)];
}

/** The order of calls that run at the same time is chance. */
const inAnyOrder = (calls: readonly (readonly string[])[]): readonly string[] =>
  calls.map((args) => JSON.stringify(args)).sort();

/** What the reader would have to find, were it all written plainly. */
const isCommit = (args: readonly string[]): boolean =>
  args.find((word, index) => !word.startsWith('-') && !['-C', '-c'].includes(args[index - 1] ?? '')) ===
    'commit' && !args.some((word) => ['-h', '--help', '--help-all', '--version'].includes(word));

function expectTheSame(shell: string, text: string): void {
  const [plain, stamped] = [run(shell, text), run(shell, stampAll(text))];
  expect({ ...stamped, calls: inAnyOrder(stamped.calls.map(unstamp)) }).toEqual({
    ...plain,
    calls: inAnyOrder(plain.calls),
  });
  const { commits, doubtful } = readCommand(text);
  if (commits.length === 0) expect(stamped.calls.filter((args) => args.includes(TRAILER))).toEqual([]);
  if (!doubtful)
    expect(stamped.calls.filter((args) => isCommit(args) && !args.includes(TRAILER))).toEqual([]);
}

describe.each(['bash', 'dash'])('in a real %s, what git is given', (shell) => {
  it('differs by the trailer alone, whatever the command', () => {
    fc.assert(
      fc.property(aCommandText, (text) => {
        expectTheSame(shell, text);
      }),
      { numRuns: RUNS },
    );
  });
});

describe.each(['bash', 'dash'])('in a real %s, a trailer', (shell) => {
  it('is one word, whatever its value', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 12 }), (value) => {
        const options = stampAll('git commit', [{ key: 'Agent', value }]).slice('git commit'.length);
        const printed = execFileSync(`/bin/${shell}`, ['-c', `printf '%s\\0' ${options}`], {
          encoding: 'utf8',
        });
        expect(printed.split('\0')).toEqual(['--trailer', expect.stringMatching(/^Agent: /), '']);
        expect(options).not.toMatch(/[\n\0]/);
      }),
      { numRuns: 50 },
    );
  });
});

/** Commands that would run for ever, or that another machine must run; dash has no ANSI-C quotes. */
const UNFIT = /^(?:while|ssh|sudo)|140_000/;

describe('the commands of the table', () => {
  it.each(
    CASES.filter(({ marked }) => !UNFIT.test(marked) && marked.length < 9_000 && !marked.includes('\0')),
  )('give git the same and the trailer: $title', ({ marked }) => {
    expectTheSame('bash', marked.replaceAll('▲', ''));
  });
});
