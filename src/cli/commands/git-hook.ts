import { OperationalError } from '../../operational-error.js';
import { mayHoldNotes } from '../../sources/journal/may-hold-notes.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import type { GitHookOptions } from '../options.js';
import type { Terminal } from '../terminal.js';

/** `git-hook`: what the git hooks of a repository call, with the arguments that git gives them (githooks(5)). */
export async function runGitHook(
  hook: string,
  args: readonly string[],
  options: GitHookOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  switch (hook) {
    case 'prepare-commit-msg': {
      const [file] = args;
      if (file === undefined)
        throw new OperationalError('usage', 'prepare-commit-msg needs the file of the message');
      const name = (terminal.environment['AGENT_NAME'] ?? '').trim();
      // A commit in a repository where no agent worked: nothing is loaded for it.
      if (name === '' && !(await mayHoldNotes(terminal.environment, terminal.workingDirectory)))
        return EXIT.clean;
      const { runStampCommit } = await import('./stamp-commit.js');
      if (name !== '') return runStampCommit(file, [name], terminal);
      const { createWhoMade } = await import('../../session/made-by.js');
      return runStampCommit(file, createWhoMade, terminal);
    }
    case 'pre-push':
      return (await import('./check-push.js')).runCheckPush(args, options, terminal);
    default:
      throw new OperationalError('usage', `git-hook ${hook}`);
  }
}
