import type { LineRange } from '../core/in-head.js';
import type { CommitSha, RepoPath } from '../core/vocabulary.js';
import { bytesOf } from './paths.js';
import { codeSpan } from './markdown.js';
import { textOf } from './voices.js';
import type { Value, Voice } from './phrase.js';

/** Where the judged repository is shown: `https://github.com` and `owner/name`. */
export interface Site {
  readonly serverUrl: string;
  readonly repository: string;
}

/**
 * For Markdown: every value is code; commits and places link to the site, where there is one. Places are shown as they are
 * at the commit `at`; without one they are no links.
 */
export function markdownVoice(site: Site | null, at: CommitSha | null): Voice {
  return (value) => {
    const shown = codeSpan(textOf(value));
    const url = site === null ? null : urlOf(value, site, at);
    return url === null ? shown : `[${shown}](${url})`;
  };
}

function urlOf(value: Value, site: Site, at: CommitSha | null): string | null {
  switch (value.kind) {
    case 'commit':
      return `${site.serverUrl}/${site.repository}/commit/${value.commit}`;
    case 'place':
      return at === null ? null : `${blobUrl(site, at, value.file)}${lineAnchor(value.line)}`;
    case 'path':
    case 'text':
      return null;
  }
}

/** `#7`, as a link where there is a site. */
export const pullRequestLink = (number: number, site: Site | null): string =>
  site === null ? `#${number}` : `[#${number}](${site.serverUrl}/${site.repository}/pull/${number})`;

/** The page of a workflow run, where its jobs' summaries stand. */
export const runUrl = ({ serverUrl, repository }: Site, run: number): string =>
  `${serverUrl}/${repository}/actions/runs/${run}`;

/** `11`, `13-14`: the lines of a file as they stand at a commit, each a link where there is a site; at most `limit` of them. */
export function lineLinks(
  file: RepoPath,
  lines: readonly LineRange[],
  site: Site | null,
  at: CommitSha,
  limit: number,
): string {
  const shown = lines.slice(0, limit).map(({ start, end }) => {
    const range = start === end ? `${start}` : `${start}-${end}`;
    if (site === null) return range;
    const anchor = start === end ? `#L${start}` : `#L${start}-L${end}`;
    return `[${range}](${blobUrl(site, at, file)}?plain=1${anchor})`;
  });
  const more = lines.length > limit ? ` and ${lines.length - limit} more` : '';
  return `${shown.join(', ')}${more}`;
}

const blobUrl = ({ serverUrl, repository }: Site, at: CommitSha, file: RepoPath): string =>
  `${serverUrl}/${repository}/blob/${at}/${urlPath(file)}`;

/** A definition is Markdown, which GitHub shows with lines only when asked for it plain. */
const lineAnchor = (line: number | null): string => (line === null ? '' : `?plain=1#L${line}`);

/** A path as part of an address: its bytes, percent-encoded where an address could mean something else by them. */
export const urlPath = (path: RepoPath): string => path.replace(NOT_PLAIN, percentEncode);

const NOT_PLAIN = /[^\w.~/-]+/g;

const percentEncode = (text: string): string =>
  bytesOf(text)
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('');
