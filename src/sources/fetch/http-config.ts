import type { Git } from '../git/run.js';

export type ConfigPair = readonly [key: string, value: string];

/**
 * What a company network needs of `http.*` (git-config(1)): proxies, authorities, certificates. Not taken over: redirects,
 * cookies, time limits, and everything outside `http`, such as `url.*.insteadOf` and `credential.*`.
 */
const WANTED =
  /^(?:proxy.*|ssl.*|schannel.*|pinnedpubkey|version|curloptresolve|emptyauth|delegation|useragent)$/;

/** Reads `http.*` of the system's and the user's config; `git` is one that sees them. */
export async function readHttpConfig(git: Git, home: string | undefined): Promise<readonly ConfigPair[]> {
  const { stdout } = await git.run(['config', '--null', '--includes', '--list']);
  return parseHttpConfig(stdout.toString('utf8'), home);
}

/** Pure: `key NEWLINE value NUL …` → the pairs to take over, in their order; a key without a newline means `true`. */
export function parseHttpConfig(listing: string, home: string | undefined): readonly ConfigPair[] {
  return listing.split('\0').flatMap((item): readonly ConfigPair[] => {
    const end = item.indexOf('\n');
    const key = end === -1 ? item : item.slice(0, end);
    const value = end === -1 ? 'true' : item.slice(end + 1);
    const [, name = ''] = /^http\.(?:.*\.)?([^.]+)$/is.exec(key) ?? [];
    return isWanted(name.toLowerCase(), value) ? [[key, expandHome(value, home)]] : [];
  });
}

/** A header may be what a gateway asks for, but whose requests these are only our own token says. */
const isWanted = (name: string, value: string): boolean =>
  name === 'extraheader' ? value !== '' && !/^\s*authorization\s*:/i.test(value) : WANTED.test(name);

/** git gives up on `~/` where it cannot tell whose home that is, and ours is not told: libcurl would read its `.netrc`. */
const expandHome = (value: string, home: string | undefined): string =>
  home !== undefined && value.startsWith('~/') ? home + value.slice(1) : value;
