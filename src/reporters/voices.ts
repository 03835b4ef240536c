import { UNCOMMITTED, type CommitSha, type RepoPath } from '../core/vocabulary.js';
import { safeForLog } from './log.js';
import { quotePath } from './paths.js';
import type { Value, Voice } from './phrase.js';
import { visible } from './visible.js';

/** For people: as many digits as GitHub shows. */
export const shortSha = (commit: CommitSha): string =>
  commit === UNCOMMITTED ? 'uncommitted work' : commit.slice(0, 7);

/** `file:line`, which terminals and editors make a link of. */
export const placeText = (file: RepoPath, line: number | null): string =>
  line === null ? quotePath(file).path : `${quotePath(file).path}:${line}`;

/** What a value says, before any escaping. */
export function textOf(value: Value): string {
  switch (value.kind) {
    case 'path':
      return quotePath(value.path).path;
    case 'text':
      return value.text;
    case 'commit':
      return shortSha(value.commit);
    case 'place':
      return placeText(value.file, value.line);
  }
}

/** Visible, and nothing that a log would obey; no quotes around it. */
export const bareVoice: Voice = (value) => safeForLog(visible(textOf(value)));

/** For terminals, logs, annotations and JSON: in back-ticks, which end where the value ends. */
export const plainVoice: Voice = (value) => {
  const shown = bareVoice(value);
  if (value.kind === 'commit') return shown;
  return shown.includes('`') ? `"${shown.replaceAll('"', String.raw`\"`)}"` : `\`${shown}\``;
};
