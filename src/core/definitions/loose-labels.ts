import { stripMarks } from './entries/marks.js';
import { holdsPath, isCertainPath } from './entries/path-words.js';
import { sectionOfKey } from './front-matter-keys.js';
import type { ClassifyHeading } from './headings.js';
import type { SectionKind } from '../vocabulary.js';

/** What stands in the place of a section's label, in a form that no rule reads. */
export interface LooseLabel {
  readonly kind: SectionKind;
  /** In capital letters. */
  readonly isShouted: boolean;
  /** As written, with all of its line. */
  readonly text: string;
  /** What follows on the line, or stands in front of the name; empty for nothing. */
  readonly rest: string;
}

const LONGEST = 4_000;
const LONGEST_NAME = 120;
const MOST_WORDS = 9;
const TAGS = /<\/?[a-z][^<>]*>/gi;
const LINK = /\[([^[\]]+)\]\([^()\s]*\)/g;
const SENTENCE_END = /(?<=[.!?])\s+(?=\P{Ll})/u;
/** What begins a block of its own in dialects of Markdown: `> [!CAUTION]`, `!!! danger`, `:::warning`. */
const ADMONITION = /^(?:\[!\w+\][+-]?|(?:!!!|\?\?\?\+?|:::+) ?\w+)\s+/;
const OPENERS = /^[^\p{L}\p{N}`/.]+/u;
const WORD_END = /(?<=[\p{L}\p{N}])(?![\p{L}\p{N}])/gu;
const WORD_BREAK = /[^\p{L}\p{N}]+/u;
/** Words that only lend force, or say whom it is about. */
const MOST_IN_FRONT = 5;
/** What may stand between a name and the paths that it is about. */
const SEPARATOR =
  /^["'`*_~]{0,9}(?:\s{0,9}\([^()]{1,120}\))?[\s"'`*_~)\]}>]{0,19}(?:[:=|;,：→⇒·•]|[-=~]+>|[-–—]+(?=\s)|[–—])[\s:=|>-]*/u;
const CLOSERS = /^\s{0,9}["'`*_~)\]}>:]+(?=\s|$)/u;
const LONE_NAMES = /^[\w.-]+(?:(?:,| and|, and) [\w.-]+){0,5}$/;
const NO_NAME = /^(?:none|nothing|n\/?a|yes|no|true|false|all|any|everything|anything|-+)$/i;

/**
 * Reads a line that names CANNOT TOUCH and paths without being a label: `CANNOT TOUCH = infra/`, `[FORBIDDEN] infra/`,
 * `` `infra/` (CANNOT TOUCH) ``, `CANNOT TOUCH: infra`; so do OWNS and READS in capital letters. What it says is not certain enough to
 * be a rule, and must not vanish. A name alone is one too; what stands below decides what it is about. Of a long line the
 * beginning is looked at.
 */
export function readLooseLabel(line: string, classify: ClassifyHeading): LooseLabel | null {
  const start = line.slice(0, LONGEST).replace(TAGS, '"').replace(LINK, '$1');
  for (const sentence of start.split(SENTENCE_END)) {
    const { rest } = stripMarks(sentence.trim().replace(ADMONITION, ''));
    const found = readNameFirst(rest, classify) ?? readNameLast(rest, classify);
    if (found !== null) return { ...found, text: line.trim() };
  }
  return null;
}

type Found = Omit<LooseLabel, 'text'>;

function readNameFirst(sentence: string, classify: ClassifyHeading): Found | null {
  const text = sentence.replace(OPENERS, '').replace(/^`/, '');
  if (!mayBeName(text, classify)) return null;
  let found: Found | null = null;
  let words = 0;
  for (const { index } of text.slice(0, LONGEST_NAME).matchAll(WORD_END)) {
    words += 1;
    if (words > MOST_WORDS) break;
    const name = text.slice(0, index);
    const tail = text.slice(index);
    const rest = restBehind(tail, isShouted(name));
    const kind = rest === null ? null : sectionOf(name, classify);
    if (rest === null || kind === null) continue;
    const isSetOff = kind === 'cannot-touch' || rest === '' || SEPARATOR.test(tail);
    if (isSetOff) found = { kind, rest, isShouted: isShouted(name) };
  }
  return found;
}

/** Whether a name may stand at the beginning of a text: most lines are prose, and need not be looked at further. */
function mayBeName(text: string, classify: ClassifyHeading): boolean {
  const words = text
    .slice(0, LONGEST_NAME)
    .toLowerCase()
    .replace(/['’]/g, '')
    .split(WORD_BREAK, MOST_IN_FRONT);
  return words.some((word) => classify.mayBegin(word) || sectionOfKey(word) !== undefined);
}

/**
 * The paths behind a name; empty for nothing, `null` where the words go on in another way. Without capital letters, a name that is
 * not set off is the beginning of a sentence, and a lone word is none of a directory.
 */
function restBehind(tail: string, shouted: boolean): string | null {
  const separator = SEPARATOR.exec(tail)?.[0];
  const closers = CLOSERS.exec(tail)?.[0];
  const rest = tail.slice((separator ?? closers)?.length ?? 0).trim();
  if (/^[[({]*$/.test(rest)) return '';
  if (separator !== undefined) return holdsPath(rest) || (shouted && isLoneName(rest)) ? rest : null;
  if (!(shouted ? /^[\s"'`)\]}>*_~]/ : /^[*_~]{0,3}["'`)\]}>]/).test(tail)) return null;
  const [first = ''] = rest.replace(/^["'([{<`]+/, '').split(/[\s`]/, 1);
  return isCertainPath(withoutEnd(first)) ? rest : null;
}

/** Whether a text is nothing but words that may be names of files or directories: `infra`, `Makefile, infra`. */
export const isLoneName = (text: string): boolean =>
  LONE_NAMES.test(text) && /\p{L}/u.test(text) && !NO_NAME.test(text);

const isShouted = (name: string): boolean => /\p{L}/u.test(name) && name === name.toUpperCase();

function readNameLast(sentence: string, classify: ClassifyHeading): Found | null {
  const [path = ''] = /^(?:`[^`]+`|\S+)/.exec(sentence) ?? [];
  if (!isCertainPath(withoutEnd(path.replace(/^["'`([{<]+/, '')))) return null;
  const behind = sentence.slice(path.length).replace(OPENERS, '');
  if (behind.length > LONGEST_NAME) return null;
  const name = stripMarks(behind).rest.replace(/[^\p{L}\p{N}]+$/u, '');
  const kind = sectionOf(name, classify);
  return kind === null ? null : { kind, rest: path, isShouted: isShouted(name) };
}

const withoutEnd = (word: string): string => word.replace(/["'`)\]}>,;:.!]{1,9}$/, '');

function sectionOf(name: string, classify: ClassifyHeading): SectionKind | null {
  const meaning = classify(name);
  const isName = meaning?.qualifier === null && !meaning.needsList;
  const kind = meaning === null ? sectionOfKey(name) : isName ? meaning.kind : undefined;
  return kind !== undefined && (kind === 'cannot-touch' || isShouted(name)) ? kind : null;
}
