import type { UnreadableReason } from '../core/definitions/problem.js';
import type { Fault } from './fault-words.js';
import { say } from './phrase.js';

/** Why a file cannot be read as text, and what would mend it. */
export const UNREADABLE: Readonly<Record<UnreadableReason, Fault>> = {
  'not-utf8': { what: say`The file is not UTF-8`, fix: say`Save it as UTF-8.` },
  'utf-16': { what: say`The file is UTF-16, not UTF-8`, fix: say`Save it as UTF-8.` },
  'nul-byte': { what: say`The file holds a NUL byte`, fix: say`Save it as plain UTF-8 text.` },
  'too-large': {
    what: say`The file is larger than 1 MB`,
    fix: say`Keep the definition short and move the rest elsewhere.`,
  },
  submodule: { what: say`The file lies in a submodule`, fix: say`Keep the definition in this repository.` },
  'link-leads-outside': {
    what: say`The symbolic link leads out of the repository`,
    fix: say`Put the text itself in its place.`,
  },
  'link-is-broken': {
    what: say`The symbolic link leads to no file`,
    fix: say`Let it lead to the definition, or put the text in its place.`,
  },
  'link-loops': {
    what: say`The symbolic link leads back to itself`,
    fix: say`Put the text itself in its place.`,
  },
  'read-failed': { what: say`The file cannot be opened`, fix: say`Check that it is a readable file.` },
  'nested-too-deeply': {
    what: say`Lists or quotations are nested too deeply here`,
    fix: say`Write them with fewer levels.`,
  },
};
