import { InvalidArgumentError, Option, type Command } from 'commander';
import type { ExitCode } from './exit-codes.js';
import { collect, configOption, withReportOptions } from './option-kinds.js';
import { FORMATS, LINT_FORMATS, type ExplainOptions, type LintOptions, type MapOptions } from './options.js';
import type { Terminal } from './terminal.js';

const LINT_NOTES = `
Formats:
  text    for people: the agents, every rule as it was understood, the problems
  json    everything, for programs (schema/lint.schema.json)
  github  workflow commands, which GitHub Actions shows as annotations
  sarif   SARIF 2.1.0, for code scanning

Only a problem of severity error ends with exit status 1.`;

/** Adds the commands that say what the definitions mean: `explain`, `lint` and `map`. */
export function addReadingCommands(
  program: Command,
  terminal: Terminal,
  finish: (code: ExitCode) => void,
): void {
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
}

function toDepth(value: string): number {
  if (!/^[1-9][0-9]{0,3}$/.test(value)) throw new InvalidArgumentError('It is a number from 1 to 9999.');
  return Number(value);
}
