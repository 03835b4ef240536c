import { toPhrase } from '../definitions/heading-phrase.js';
import { compilePattern } from '../patterns/dialect.js';
import { repoPath, type Day } from '../vocabulary.js';
import type { ConfigFault, TextFault } from './config-fault.js';

/** What a text of the config is for. */
export type TextFormat =
  | 'name'
  | 'reason'
  | 'identity'
  | 'heading'
  | 'trailer-key'
  | 'branch'
  | 'day'
  /** Of definitions; may be an exception. */
  | 'definition-pattern'
  | 'pattern'
  /** One that may not match everything. */
  | 'narrow-pattern';

export const LONGEST_HEADING = 120;

interface Form {
  /** What every such text matches: a regular expression of ECMA-262, as JSON Schema has them. */
  readonly pattern: string;
  readonly fault: TextFault;
}

const NOT_BLANK: Form = { pattern: '\\S', fault: 'blank' };
const NO_EXCEPTION: Form = { pattern: '^\\s*[^!\\s]', fault: 'exception' };

/** The form of each, which an editor can check as well. */
export const FORMS: Readonly<Record<TextFormat, Form>> = {
  name: NOT_BLANK,
  reason: NOT_BLANK,
  identity: { pattern: '[^\\s*@.]', fault: 'only-stars' },
  heading: { pattern: `^(?=.*\\S).{0,${LONGEST_HEADING}}$`, fault: 'too-long' },
  // git-interpret-trailers(1): letters, digits and `-`.
  'trailer-key': { pattern: '^[A-Za-z0-9-]+$', fault: 'not-a-trailer-key' },
  // git-check-ref-format(1), without patterns and without `refs/`.
  branch: {
    pattern:
      '^(?!refs/)(?![-/.])(?!.*(?:\\.\\.|//|/\\.|@\\{|\\.lock(?:/|$)))[^\\x00-\\x20\\x7f~^:?*\\[\\\\]*[^\\x00-\\x20\\x7f~^:?*\\[\\\\/.]$',
    fault: 'not-a-branch',
  },
  day: { pattern: '^\\d{4}-\\d{2}-\\d{2}$', fault: 'not-a-day' },
  'definition-pattern': NOT_BLANK,
  pattern: NO_EXCEPTION,
  'narrow-pattern': NO_EXCEPTION,
};

const FORM_TESTS = new Map(
  Object.entries(FORMS).map(([format, { pattern }]) => [format, new RegExp(pattern, 'u')]),
);

/** Why a text cannot stand where this format is asked for; `null` where it can. `key` is the place. */
export function faultOfText(
  value: string,
  format: TextFormat,
  { key, today }: { readonly key: string; readonly today: Day },
): ConfigFault | null {
  const unusable = (fault: TextFault): ConfigFault => ({ kind: 'unusable-text', key, value, fault });
  if (value.trim() === '') return unusable('blank');
  if (FORM_TESTS.get(format)?.test(value) === false) return unusable(FORMS[format].fault);
  switch (format) {
    case 'name':
    case 'reason':
    case 'identity':
    case 'trailer-key':
    case 'branch':
      return null;
    case 'heading':
      return toPhrase(value) === '' ? unusable('no-words') : null;
    case 'day':
      if (!isDay(value)) return unusable('not-a-day');
      return value > yearAfter(today)
        ? { kind: 'too-far-ahead', key, until: value, latest: yearAfter(today) }
        : null;
    case 'definition-pattern':
    case 'pattern':
      return faultOfPattern(value, key);
    case 'narrow-pattern':
      return faultOfPattern(value, key) ?? faultOfWidth(value, unusable);
  }
}

function faultOfPattern(pattern: string, key: string): ConfigFault | null {
  const result = compileAtRoot(pattern);
  if (result.ok) return null;
  const fault = result.code === 'invalid-pattern' ? result.fault : 'placeholder';
  return { kind: 'invalid-pattern', key, pattern, fault };
}

/** A pattern of the config: relative to the root of the repository. */
export const compileAtRoot = (pattern: string) =>
  compilePattern(pattern, { section: 'owns', root: repoPath('') });

function faultOfWidth(value: string, unusable: (fault: TextFault) => ConfigFault): ConfigFault | null {
  if (matchesEverything(value)) return unusable('matches-everything');
  return namesNothing(value) ? unusable('names-nothing') : null;
}

// `*.*`, `[a-z]*` and a lone `*` with a slash behind it: one of the alternatives says of nothing what it is called.
function namesNothing(written: string): boolean {
  const result = compileAtRoot(written);
  return (
    result.ok &&
    result.pattern.alternatives.some((alternative) =>
      alternative.every(
        (segment) =>
          segment.kind === 'any-depth' || (segment.kind === 'glob' && WILDCARDS_ONLY.test(segment.text)),
      ),
    )
  );
}

/** A dot at the beginning is a name: `.*`. */
const WILDCARDS_ONLY = /^(?!\.)(?:[*?.]|\[[^\]]*\])*$/;

/** Paths that have nothing in common: what matches them all is meant to match everything. */
const PROBES = ['a', '.b/0', 'Ünd/ß.c', 'x y/z/~1.tar.gz', '9/8/7/6/5', 'lib/Q_.js', '(m)/@n'].map(repoPath);

function matchesEverything(written: string): boolean {
  const result = compileAtRoot(written);
  return result.ok && PROBES.every((path) => result.pattern.matches(path));
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A day of the calendar that is: 2027-02-30 is none. */
function isDay(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const last = month === 2 && isLeap ? 29 : (DAYS[month - 1] ?? 0);
  return day >= 1 && day <= last;
}

/**
 * The same day a year later; days compare as texts, so that it need not be one of the calendar. The zeros let no waiver stand
 * where a broken clock gives a day that is none: `+275760-09` of the year 275760.
 */
const yearAfter = (today: Day): Day =>
  `${String(Number(today.slice(0, 4)) + 1).padStart(4, '0')}${today.slice(4)}`;
