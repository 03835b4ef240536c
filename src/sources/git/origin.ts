import type { Git } from './run.js';

/** A repository on a server of GitHub's kind. */
interface Hosted {
  readonly serverUrl: string;
  /** `owner/name`. */
  readonly repository: string;
}

/**
 * Whether the workspace's `origin` is on record as another repository, such as a fork: then what it fetched says nothing about
 * the branches of this one. A workspace without `origin`, or with one on the disk, is taken for what the workflow made it.
 */
export async function isOfAnother(git: Git, hosted: Hosted): Promise<boolean> {
  const { stdout } = await git.run(['config', '--null', '--get-all', 'remote.origin.url'], {
    okExitCodes: [0, 1],
  });
  const urls = stdout.toString('utf8').split('\0');
  return urls.some((url) => namesAnother(url, hosted));
}

/** Pure; the forms of git-clone(1), "GIT URLS". Behind ssh a host may be an alias, so there only the path counts. */
export function namesAnother(url: string, { serverUrl, repository }: Hosted): boolean {
  const [, host, rest] = /^https?:\/\/(?:[^/@]*@)?([^/]*)\/(.*)$/i.exec(url) ?? [];
  if (host !== undefined && rest !== undefined) {
    return host.toLowerCase() !== hostOf(serverUrl) || !isPathOf(rest, repository);
  }
  const [, path] = /^(?:ssh|git):\/\/[^/]*\/(.*)$/i.exec(url) ?? /^[^/\\:]{2,}:(?!\/\/)(.*)$/.exec(url) ?? [];
  return path !== undefined && !isPathOf(path, repository);
}

const isPathOf = (path: string, repository: string): boolean =>
  `/${path.replace(/\/$/, '').replace(/\.git$/, '')}`.toLowerCase().endsWith(`/${repository.toLowerCase()}`);

const hostOf = (serverUrl: string): string => (URL.canParse(serverUrl) ? new URL(serverUrl).host : '');
