import { EXIT, type ExitCode } from '../exit-codes.js';
import type { Terminal } from '../terminal.js';

/**
 * `hook`: answers one event of a Claude Code session, which stands on standard input. The plugin’s own program does it: a
 * second copy would make the command line half as big again.
 */
export async function runHook({ programUrl }: Pick<Terminal, 'programUrl'>): Promise<ExitCode> {
  const { href } = new URL('../../plugin/hook/index.js', programUrl);
  await import(/* webpackIgnore: true */ href);
  return EXIT.clean;
}
