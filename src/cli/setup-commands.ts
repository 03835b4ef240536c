import { Option, type Command } from 'commander';
import type { ExitCode } from './exit-codes.js';
import {
  FORMATS,
  type DemoOptions,
  type DoctorOptions,
  type GitHookOptions,
  type InitOptions,
} from './options.js';
import type { Terminal } from './terminal.js';

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

/** Adds the commands that bring the rules to where the work happens: `init`, `doctor`, and what hooks call; and `demo`. */
export function addSetupCommands(
  program: Command,
  terminal: Terminal,
  finish: (code: ExitCode) => void,
): void {
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
      const [{ runDoctor }, { askPlugin }] = await Promise.all([
        import('./commands/doctor.js'),
        import('./ask-plugin.js'),
      ]);
      finish(await runDoctor(options, terminal, askPlugin(terminal)));
    });

  program
    .command('hook')
    .description('answer one event of a Claude Code session (JSON on standard input); the plugin calls it')
    .action(async () => {
      const { runHook } = await import('./commands/hook.js');
      finish(await runHook(terminal));
    });

  program
    .command('git-hook', { hidden: true })
    .description('what the git hooks of a repository call: prepare-commit-msg and pre-push')
    .argument('<hook>', 'the name of the hook')
    .argument('[args...]', 'what git gives it')
    .option('--verbose', 'also say what is fine or not judged')
    .action(async (hook: string, args: readonly string[], options: GitHookOptions) => {
      const { runGitHook } = await import('./commands/git-hook.js');
      finish(await runGitHook(hook, args, options, terminal));
    });

  program
    .command('demo')
    .description('build a small real repository with agents and a pull request, and run the action on it')
    .option('--keep', 'keep the repository and say where it is')
    .action(async (options: DemoOptions) => {
      const { runDemoCommand } = await import('./commands/demo.js');
      finish(await runDemoCommand(options, terminal));
    });
}
