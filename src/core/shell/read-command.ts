import type { CommitCall } from './commit-call.js';
import type { Findings } from './findings.js';
import { START } from './state.js';
import { parseShell } from './syntax.js';
import { walkAll } from './walk.js';

export interface ShellReading {
  /** Every `git commit` that is understood for certain, in order of text. */
  readonly commits: readonly CommitCall[];
  /**
   * The text itself runs git, or text of its own, in a way that is not understood: an alias, `git merge`, `eval`, `sh -c`,
   * `xargs git commit`, arguments that may become options, a fault of syntax. It is left alone, and verified afterwards.
   * Programs that commit without saying so here (`npm version`, `./release.sh`) are not seen by any reader of text.
   */
  readonly doubtful: boolean;
}

/**
 * Reads a text for bash or sh, as an agent hands it to its shell tool. The whole reader costs about 100 kB of JavaScript: load
 * it only where `mayCommit` says so. Bounded in time: a text of 128 KiB and more, or with more than 1,000 commands, is doubtful.
 */
export function readCommand(text: string): ShellReading {
  const script = parseShell(text);
  if (script === null) return { commits: [], doubtful: true };
  const found: Findings = {
    commits: [],
    isDoubtful: false,
    isLost: false,
    functions: new Set(),
    commands: 0,
  };
  walkAll(script.commands, START, { found, isPlain: true });
  if (found.isLost) return { commits: [], doubtful: true };
  const commits = found.commits.sort((one, other) => one.insertAt - other.insertAt);
  return { commits, doubtful: found.isDoubtful };
}
