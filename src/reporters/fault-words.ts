import type { PatternFault } from '../core/definitions/problem.js';
import { say, text, type Phrase } from './phrase.js';

/** What is wrong, in words that follow its name, and what to do. */
export interface Fault {
  readonly what: Phrase;
  readonly fix: Phrase;
}

/** Why a pattern does not compile. */
export const FAULTS: Readonly<Record<PatternFault, Fault>> = {
  empty: { what: say`is empty`, fix: say`Write a path pattern, or remove the line.` },
  'control-or-format-character': {
    what: say`holds a character that nobody sees`,
    fix: say`Type the pattern anew instead of pasting it.`,
  },
  'parent-segment': {
    what: say`holds a ${text('..')}`,
    fix: say`Write the path from the directory in which ${text('.claude')} lies.`,
  },
  'absolute-path': {
    what: say`is an absolute path of one machine`,
    fix: say`Write the path from the root of the repository.`,
  },
  'too-many-braces': {
    what: say`stands for too many patterns`,
    fix: say`Use fewer braces, or several lines.`,
  },
  'too-long': { what: say`is too long`, fix: say`Use several shorter patterns.` },
  'trailing-backslash': {
    what: say`ends with a backslash`,
    fix: say`Remove it, and separate directories with ${text('/')}.`,
  },
  'backslash-as-separator': {
    what: say`has a backslash before a letter, a digit or a dot, which git does not read as a separator`,
    fix: say`Separate directories with ${text('/')}.`,
  },
  'unclosed-bracket': {
    what: say`opens a bracket that it does not close`,
    fix: say`Close the bracket, or write ${text('\\[')} for a literal one.`,
  },
  'not-compilable': {
    what: say`is no valid pattern`,
    fix: say`Write it as you would in a ${text('.gitignore')}.`,
  },
};
