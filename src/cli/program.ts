import { Command, Option } from 'commander';
import { OperationalError } from '../operational-error.js';
import { VERSION } from '../version.js';
import type { ExitCode } from './exit-codes.js';
import { collect, configOption, withReportOptions } from './option-kinds.js';
import { CHECK_FORMATS, type CheckOptions } from './options.js';
import type { Terminal } from './terminal.js';

const CHECK_NOTES = `
Formats:
  text      for people
  json      everything, for programs (schema/report.schema.json)
  github    workflow commands, shown as annotations
  markdown  the page of the job summary
  sarif     SARIF 2.1.0, for code scanning`;

/**
 * Builds the command line for a command; `check`, which runs most, is spared the others. `finish` receives the exit status of
 * the command that ran.
 */
export async function createProgram(
  command: string | undefined,
  terminal: Terminal,
  finish: (code: ExitCode) => void,
): Promise<Command> {
  const program = new Command('agent-ownership')
    .description('Holds AI agents to the file boundaries in their own definitions.')
    .version(VERSION)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => {
        terminal.write(text);
      },
      writeErr: (text) => {
        terminal.writeError(text);
      },
      outputError: (text, write) => {
        write(text.replace(/^error: /, 'error[usage]: '));
      },
    })
    .showSuggestionAfterError()
    .showHelpAfterError('(agent-ownership --help tells the usage)');

  withReportOptions(program.command('check'), CHECK_FORMATS)
    .description('judge the commits of a branch, as the action does for a pull request')
    .option(
      '--base <rev>',
      'where the branch goes (default: origin/HEAD, else origin/main or master, else main or master)',
    )
    .option('--head <rev>', 'the branch to judge', 'HEAD')
    .addOption(
      new Option('--staged', 'judge what is staged, before it is a commit').conflicts([
        'base',
        'head',
        'workingTree',
      ]),
    )
    .addOption(
      new Option('--working-tree', 'judge all that is not committed, new files included').conflicts([
        'base',
        'head',
      ]),
    )
    .addOption(
      new Option('--agent <name>', 'whose work that is (default: AGENT_NAME); repeatable')
        .argParser(collect)
        .default([], 'none'),
    )
    .addOption(configOption())
    .addHelpText('after', CHECK_NOTES)
    .action(async (options: CheckOptions) => {
      const isWork = options.staged === true || options.workingTree === true;
      if (!isWork && options.agent.length > 0) {
        throw new OperationalError('usage', '--agent goes with --staged or --working-tree');
      }
      const run = isWork
        ? (await import('./commands/check-work.js')).runCheckWork
        : (await import('./commands/check.js')).runCheck;
      finish(await run(options, terminal));
    });

  if (command !== 'check') {
    const [{ EXAMPLES }, { addReadingCommands }, { addSetupCommands }] = await Promise.all([
      import('./examples.js'),
      import('./reading-commands.js'),
      import('./setup-commands.js'),
    ]);
    program.addHelpText('after', EXAMPLES);
    addReadingCommands(program, terminal, finish);
    addSetupCommands(program, terminal, finish);
  }
  return program;
}
