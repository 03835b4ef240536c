import { octalBytes } from './paths.js';
import { holdsHidden, replaceHidden } from './visible.js';

/** Nothing here means anything to a shell. A leading `=` is left out: zsh expands it. */
const PLAIN = /^[\w@%+:,./-][\w@%+=:,./-]*$/;
const PATHSPEC_MAGIC = /^:|[*?[\\]/;

/**
 * One word of a POSIX shell that stands for exactly these bytes: plain where that is safe, in single quotes otherwise, as
 * `$'…'` (bash, zsh, ksh, POSIX 2024) where a character would not be seen. Inside of that stands no single quote, so that a shell
 * which does not know the form (dash) gets one wrong word, and runs nothing. The word never holds `##[`, which a runner would
 * take for a command of its own. It says nothing about a leading `-`: put `--` before it.
 */
export function quoteForShell(text: string): string {
  if (holdsHidden(text)) return `$'${escapeInDollarQuotes(text)}'`;
  if (PLAIN.test(text)) return text;
  return `'${text.replaceAll("'", String.raw`'\''`).replaceAll('##[', "##''[")}'`;
}

function escapeInDollarQuotes(text: string): string {
  const quoted = text.replaceAll('\\', '\\\\').replaceAll("'", '\\047');
  const escaped = replaceHidden(quoted, (character) => (character === '\n' ? '\\n' : octalBytes(character)));
  return escaped.replaceAll('##[', String.raw`#\043[`);
}

/**
 * A git command on paths, to be run at the root of the repository. A path with a character that git would read as a
 * wildcard is taken literally, so that `app/[id]/page.tsx` is no other file.
 */
export function gitCommand(words: string, ...paths: readonly string[]): string {
  const git = paths.some((path) => PATHSPEC_MAGIC.test(path)) ? 'git --literal-pathspecs' : 'git';
  return `${git} ${words} -- ${paths.map(quoteForShell).join(' ')}`;
}
