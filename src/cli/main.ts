import { CommanderError } from 'commander';
import { EXIT, type ExitCode } from './exit-codes.js';
import { createProgram } from './program.js';
import type { Terminal } from './terminal.js';

/** Runs the command line on the arguments after the program’s name and returns the exit status. Never throws. */
export async function main(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let code: ExitCode = EXIT.couldNotCheck;
  try {
    const program = await createProgram(args[0], terminal, (finished) => {
      code = finished;
    });
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.clean : EXIT.couldNotCheck;
    const { writeFailure } = await import('./failure-output.js');
    writeFailure(error, wantsJson(args), terminal);
    return EXIT.couldNotCheck;
  }
}

/** Read from the arguments themselves: a failure must have the form that was asked for, whichever step failed. */
const wantsJson = (args: readonly string[]): boolean =>
  args.includes('--format=json') || args[args.indexOf('--format') + 1] === 'json';
