import { OperationalError } from '../../operational-error.js';
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
      // A person's commit: nothing is loaded for it.
      if (name === '') return EXIT.clean;
      return (await import('./stamp-commit.js')).runStampCommit(file, [name], terminal);
    }
    case 'pre-push':
      return (await import('./check-push.js')).runCheckPush(args, options, terminal);
    default:
      throw new OperationalError('usage', `git-hook ${hook}`);
  }
}
