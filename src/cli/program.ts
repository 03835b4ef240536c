import { Command, InvalidArgumentError, Option } from 'commander';
import { OperationalError } from '../operational-error.js';
import { VERSION } from '../version.js';
import type { ExitCode } from './exit-codes.js';
import {
  CHECK_FORMATS,
  FORMATS,
  LINT_FORMATS,
  type CheckOptions,
  type DemoOptions,
  type ExplainOptions,
  type LintOptions,
  type MapOptions,
} from './options.js';
import { addSetupCommands } from './setup-commands.js';
import type { Terminal } from './terminal.js';

const EXAMPLES = `
Examples:
  agent-ownership check                        judge this branch against its base branch
  agent-ownership check --base origin/develop  … against another base
  agent-ownership check --staged --agent backend-django
                                               judge what is staged, before it is a commit
  agent-ownership explain apps/blog/models.py  who may touch a path, and which line says so
  agent-ownership lint                         what every definition was understood to say
  agent-ownership map --html map.html          draw who owns which part of the tree
  agent-ownership init                         set it up in this repository
  agent-ownership doctor                       what is set up, and whether it works
  agent-ownership demo                         see the check at work on a small repository

Exit status: 0 clean, 1 findings of severity error, 2 could not check or wrong usage.`;

const CHECK_NOTES = `
Formats:
  text      for people: the verdict, each finding and what to do
  json      everything, for programs and agents (schema/report.schema.json)
  github    workflow commands, which GitHub Actions shows as annotations
  markdown  the page that the action writes as job summary
  sarif     SARIF 2.1.0, for code scanning`;

const LINT_NOTES = `
Formats:
  text    for people: the agents, every rule as it was understood, the problems
  json    everything, for programs (schema/lint.schema.json)
  github  workflow commands, which GitHub Actions shows as annotations
  sarif   SARIF 2.1.0, for code scanning

Only a problem of severity error ends with exit status 1.`;

/** Builds the command line. `finish` receives the exit status of the command that ran. */
export function createProgram(terminal: Terminal, finish: (code: ExitCode) => void): Command {
  const program = new Command('agent-ownership')
    .description('Holds AI agents to the file boundaries in their own definitions.')
    .version(VERSION)
    .addHelpText('after', EXAMPLES)
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

  withReportOptions(program.command('explain'), FORMATS)
    .description('say who OWNS, READS or CANNOT TOUCH each path, and by which line')
    .argument(
      '<path...>',
      'paths, relative to the working directory; they need not exist; - reads them from stdin, one a line',
    )
    .option('--agent <name>', 'only this agent')
    .option('--at <rev>', 'the definitions of this commit (default: those of the working tree)')
    .addOption(configOption())
    .action(async (paths: readonly string[], options: ExplainOptions) => {
      const { runExplain } = await import('./commands/explain.js');
      finish(await runExplain(paths, options, terminal));
    });

  withReportOptions(program.command('lint'), LINT_FORMATS)
    .description('say what every definition was understood to say, and what is wrong with it')
    .addOption(
      new Option(
        '--at <rev>',
        'the definitions and the files of this commit (default: the working tree)',
      ).conflicts('definition'),
    )
    .addOption(
      new Option('--definition <file>', 'lint this file, outside any repository; repeatable')
        .argParser(collect)
        .default([], 'none'),
    )
    .addOption(configOption().conflicts('definition'))
    .addHelpText('after', LINT_NOTES)
    .action(async (options: LintOptions) => {
      const { runLint } = await import('./commands/lint.js');
      finish(await runLint(options, terminal));
    });

  withReportOptions(program.command('map'), FORMATS)
    .description('draw who owns which part of the tree, what is contested and what nobody owns')
    .argument('[path...]', 'only these directories and files, relative to the working directory')
    .option('--at <rev>', 'the definitions and the files of this commit (default: the working tree)')
    .addOption(
      new Option(
        '--depth <n>',
        'show the tree to this depth (default: as much as fits the terminal)',
      ).argParser(toDepth),
    )
    .option('--html <file>', 'write the map as a page that needs no network')
    .option('--svg <file>', 'write the map as a picture')
    .addOption(configOption())
    .action(async (paths: readonly string[], options: MapOptions) => {
      const { runMap } = await import('./commands/map.js');
      finish(await runMap(paths, options, terminal));
    });

  program
    .command('demo')
    .description('build a small real repository with agents and a pull request, and run the action on it')
    .option('--keep', 'keep the repository and say where it is')
    .action(async (options: DemoOptions) => {
      const { runDemoCommand } = await import('./commands/demo.js');
      finish(await runDemoCommand(options, terminal));
    });

  addSetupCommands(program, terminal, finish);
  return program;
}

function withReportOptions(command: Command, formats: readonly string[]): Command {
  return command
    .addOption(new Option('--format <format>', 'how to report').choices(formats).default('text'))
    .option('--output <file>', 'write the report to a file instead of standard output');
}

const configOption = (): Option =>
  new Option('--config <path>', 'another config in the repository (default: .github/agent-ownership.yml)');

function toDepth(value: string): number {
  if (!/^[1-9][0-9]{0,3}$/.test(value)) throw new InvalidArgumentError('It is a number from 1 to 9999.');
  return Number(value);
}

const collect = (value: string, earlier: readonly string[]): readonly string[] => [...earlier, value];
