import { Command, Option } from 'commander';
import { VERSION } from '../version.js';
import type { ExitCode } from './exit-codes.js';
import {
  FORMATS,
  LINT_FORMATS,
  type CheckOptions,
  type DemoOptions,
  type DoctorOptions,
  type ExplainOptions,
  type InitOptions,
  type LintOptions,
} from './options.js';
import type { Terminal } from './terminal.js';

const EXAMPLES = `
Examples:
  agent-ownership check                        judge this branch against its base branch
  agent-ownership check --base origin/develop  … against another base
  agent-ownership explain apps/blog/models.py  who may touch a path, and which line says so
  agent-ownership lint                         what every definition was understood to say
  agent-ownership init                         set it up in this repository
  agent-ownership doctor                       what is set up, and whether it works
  agent-ownership demo                         see the check at work on a small repository

Exit status: 0 clean, 1 findings of severity error, 2 could not check or wrong usage.`;

const LINT_NOTES = `
Formats:
  text    for people: the agents, every rule as it was understood, the problems
  json    everything, for programs (schema/lint.schema.json)
  github  workflow commands, which GitHub Actions shows as annotations
  sarif   SARIF 2.1.0, for code scanning

Only a problem of severity error ends with exit status 1.`;

const INIT_NOTES = `
Examples:
  agent-ownership init --uses your-org/agent-ownership@v1             show the changes, then ask
  agent-ownership init --uses your-org/agent-ownership@<sha>#v1.2.3   pin the action by a full commit SHA
  agent-ownership init --git-hooks --yes                              git hooks too, without asking
  agent-ownership init --remove                                       undo it

Where there is no terminal to ask on, nothing is changed without --yes, and the exit status is 2.`;

const DOCTOR_NOTES = `
Examples:
  agent-ownership doctor                          what is set up, does it fire, what to do next
  GITHUB_TOKEN=… agent-ownership doctor           also asks GitHub whether the check is required

Exit status: 0 all is well or not known, 1 something is missing or wrong.`;

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

  withReportOptions(program.command('check'), FORMATS)
    .description('judge the commits of a branch, as the action does for a pull request')
    .option(
      '--base <rev>',
      'where the branch goes (default: origin/HEAD, else origin/main or master, else main or master)',
    )
    .option('--head <rev>', 'the branch to judge', 'HEAD')
    .addOption(configOption())
    .action(async (options: CheckOptions) => {
      const { runCheck } = await import('./commands/check.js');
      finish(await runCheck(options, terminal));
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

  program
    .command('demo')
    .description('build a small real repository with agents and a pull request, and run the action on it')
    .option('--keep', 'keep the repository and say where it is')
    .action(async (options: DemoOptions) => {
      const { runDemoCommand } = await import('./commands/demo.js');
      finish(await runDemoCommand(options, terminal));
    });

  program
    .command('init')
    .description('set up the workflow and the Claude Code plugin; shows every change and asks')
    .option('--uses <copy>', 'the copy of the action: OWNER/REPO@REF, or OWNER/REPO@SHA#VERSION to pin it')
    .option('--git-hooks', 'git hooks too, for people who name an agent by AGENT_NAME')
    .option('--remove', 'take away what init wrote')
    .addOption(new Option('--yes', 'do not ask').conflicts('dryRun'))
    .option('--dry-run', 'show the changes only')
    .addHelpText('after', INIT_NOTES)
    .action(async (options: InitOptions) => {
      const { runInit } = await import('./commands/init.js');
      finish(await runInit(options, terminal));
    });

  program
    .command('doctor')
    .description('say what is set up here, and whether it works')
    .addOption(new Option('--format <format>', 'how to report').choices(FORMATS).default('text'))
    .addHelpText('after', DOCTOR_NOTES)
    .action(async (options: DoctorOptions) => {
      const { runDoctor } = await import('./commands/doctor.js');
      finish(await runDoctor(options, terminal));
    });

  return program;
}

function withReportOptions(command: Command, formats: readonly string[]): Command {
  return command
    .addOption(new Option('--format <format>', 'how to report').choices(formats).default('text'))
    .option('--output <file>', 'write the report to a file instead of standard output');
}

const configOption = (): Option =>
  new Option('--config <path>', 'another config in the repository (default: .github/agent-ownership.yml)');

const collect = (value: string, earlier: readonly string[]): readonly string[] => [...earlier, value];
