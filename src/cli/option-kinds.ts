import { Option, type Command } from 'commander';

/** How a command reports. */
export function withReportOptions(command: Command, formats: readonly string[]): Command {
  return command
    .addOption(new Option('--format <format>', 'how to report').choices(formats).default('text'))
    .option('--output <file>', 'write the report to a file instead of standard output');
}

/** Where the config is. */
export const configOption = (): Option =>
  new Option('--config <path>', 'another config in the repository (default: .github/agent-ownership.yml)');

/** For an option that may be given more than once. */
export const collect = (value: string, earlier: readonly string[]): readonly string[] => [...earlier, value];
