import type { Environment } from '../git/environment.js';
import type { Git } from '../git/run.js';

export interface HostedRepository {
  /** `owner/name`. */
  readonly repository: string;
  readonly apiUrl: string;
}

const GITHUB_API = 'https://api.github.com';

/**
 * The repository on GitHub that `origin` names. A server of one's own counts only where `GITHUB_API_URL` says that it is one:
 * a token is not sent to whatever host a URL has. `null` where nobody says it.
 */
export async function readHostedRepository(
  git: Git,
  environment: Environment,
): Promise<HostedRepository | null> {
  const { stdout } = await git.run(['config', '--get', '--null', 'remote.origin.url'], {
    okExitCodes: [0, 1],
  });
  return toHostedRepository(stdout.toString('utf8').replace(/\0$/, ''), environment['GITHUB_API_URL']);
}

/** Pure; the forms of git-clone(1), "GIT URLS". */
export function toHostedRepository(url: string, given: string | undefined): HostedRepository | null {
  const apiUrl = given === undefined || given === '' ? null : given;
  const [, host, path] =
    /^(?:https?|ssh|git):\/\/(?:[^/@]*@)?([^/:]+)(?::\d+)?\/(.*)$/i.exec(url) ??
    /^(?:[^/@]*@)?([^/\\:]{2,}):(?!\/\/)\/?(.*)$/.exec(url) ??
    [];
  if (host === undefined || path === undefined) return null;
  const repository = path.replace(/\/$/, '').replace(/\.git$/, '');
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository)) return null;
  if (apiUrl !== null) return { repository, apiUrl };
  return /^(?:ssh\.|www\.)?github\.com$/i.test(host) ? { repository, apiUrl: GITHUB_API } : null;
}
