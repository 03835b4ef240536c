import type { Environment } from '../git/environment.js';
import { createGit, type Git } from '../git/run.js';

/** What tells git where the user's own config lies (git(1), git-config(1), "FILES"). */
const PLACES = ['HOME', 'USERPROFILE', 'XDG_CONFIG_HOME', 'GIT_CONFIG_GLOBAL', 'GIT_CONFIG_SYSTEM'];

/**
 * A git that answers as the user's own does, by the config of the system and the user too: only so it can say where hooks are
 * looked for. `further` variables are added.
 */
export function createUserGit(
  environment: Environment,
  directory: string,
  further: Readonly<Record<string, string | undefined>> = {},
): Git {
  const places = Object.fromEntries(PLACES.map((name) => [name, environment[name]]));
  return createGit({
    environment,
    cwd: directory,
    config: ['safe.directory=*', 'core.fsmonitor=false'],
    variables: { GIT_CONFIG_NOSYSTEM: environment['GIT_CONFIG_NOSYSTEM'], ...places, ...further },
  });
}
