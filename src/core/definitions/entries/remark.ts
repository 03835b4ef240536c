import { splitCodeSpans } from './code-spans.js';
import { conditionIn } from './conditions.js';
import type { EntryContext } from './entry-context.js';
import { isContradicted, stripMarks } from './marks.js';
import { readPatternText } from './pattern-text.js';
import { isPathWord } from './path-words.js';
import type { UnenforceableReason } from '../problem.js';
import { isOtherThing, limitsToPart, saysOpposite, saysOtherSection } from './wording.js';

/** What stands behind the patterns of an entry. */
export interface Remark {
  readonly remark: string | null;
  readonly condition: string | null;
  /** "(root level)": the patterns mean the root only. */
  readonly anchored: boolean;
  readonly exceptions: readonly string[];
}

/** A remark, or why it keeps the patterns from being read as they stand. */
export type RemarkReading = Remark | { readonly reason: UnenforceableReason };

const SEPARATORS = /^(?:#+|-{1,2}>?|=>|<-|[–—→⇒←:.;,\s])+/;
const AT_ROOT =
  /^\((?:at )?(?:the )?(?:repo(?:sitory)? )?root(?:[ -](?:level|directory|folder))?(?: only)?\)|^(?:at )?(?:the )?(?:repo(?:sitory)? )?root[ -]level(?: only)?$/i;
const EXCEPT =
  /\b(?<!without |no )(?:except(?:ing|ions?(?=:))?(?: for)?|excluding|apart from|aside from|other than|not including|but not)\b:?\s*|\b(?:not|unless)\s+(?=`|\S*(?:\*|\/(?=[\s,;.)]|$)|\.[a-z]\w*(?=[\s,;.)]|$)))/i;
/** "unless `src/core/`" takes a path out; "unless `lead` agrees" is a condition. */
const UNLESS = /^unless\b/i;
/** "except with approval" is a condition and no exception. */
const NO_EXCEPTION = /^(?:with|when|if|where|by|after|on|as|via|through|under)\b/i;
const ONE_FILE = /(?:^|\/)[^*?[\]{}/]+\.[A-Za-z]\w*$/;
const PEOPLE_OR_ALL =
  /\b(?:agents?|teams?|owners?|maintainers?|leads?|humans?|ops|devops|admins?|orchestrator|users?|reviewers?|developers?|people|ci|bots?|read|root|reference|files?|if|when|with|after|via)\b/i;

const NO_REMARK: Remark = { remark: null, condition: null, anchored: false, exceptions: [] };

/** Reads the text behind patterns, with what separates it from them: `# DRF views`, `(root level)`, `— the API`. */
export function readRemark(tail: string, patterns: readonly string[], context: EntryContext): RemarkReading {
  let text = withoutSeparators(tail);
  if (text === '') return NO_REMARK;
  const anchored = AT_ROOT.exec(text);
  if (anchored !== null) text = withoutSeparators(text.slice(anchored[0].length));
  text = onOneLine(withoutParentheses(text));

  const { mark, rest } = stripMarks(text);
  if (isContradicted(mark, context.kind)) return { reason: 'unknown-shape' };
  if (mark !== null) text = rest;
  if (saysOtherSection(text, context) || saysOpposite(text, context.kind)) return { reason: 'unknown-shape' };
  if (patterns.every((pattern) => isOtherThing(pattern, text))) return { reason: 'not-a-path' };
  if (limitsToPart(text) || (patterns.some(isOneFile) && isShortLimit(text))) {
    return { reason: 'part-of-a-file' };
  }
  const exceptions = readExceptions(text);
  if (exceptions === null) return { reason: 'complement' };
  const isUnless = exceptions.length > 0 && UNLESS.test(EXCEPT.exec(text)?.[0] ?? '');
  return {
    remark: text === '' ? null : text,
    condition: isUnless ? null : conditionIn(text),
    anchored: anchored !== null,
    exceptions,
  };
}

const onOneLine = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .join(' ');

const withoutSeparators = (text: string): string => text.trim().replace(SEPARATORS, '');

/** `(database agent)` without its parentheses, but not `(a) and (b)`. */
function withoutParentheses(text: string): string {
  if (!text.startsWith('(') || !text.endsWith(')')) return text;
  const inner = text.slice(1, -1);
  return /[()]/.test(inner) ? text : inner.trim();
}

const isOneFile = (pattern: string): boolean => ONE_FILE.test(pattern);

const isShortLimit = (text: string): boolean =>
  text.length <= 40 && /\bonly\b/i.test(text) && !PEOPLE_OR_ALL.test(text);

/** The patterns behind "except" and the like; `null` where something else stands there. */
function readExceptions(text: string): readonly string[] | null {
  const found = EXCEPT.exec(text);
  if (found === null) return [];
  const rest = text.slice(found.index + found[0].length);
  if (NO_EXCEPTION.test(rest)) return [];
  const listed = rest.includes('`') ? quotedList(rest) : plainList(rest);
  const patterns = listed?.map(readPatternText) ?? [];
  const read = patterns.flatMap((pattern) => ('pattern' in pattern ? [pattern.pattern] : []));
  if (UNLESS.test(found[0]) && !(read.length === patterns.length && read.some(isPathWord))) return [];
  return read.length > 0 && read.length === patterns.length ? read : null;
}

function quotedList(rest: string): readonly string[] | null {
  const spans = splitCodeSpans(rest.replace(/^(?:the )?(?:files? )?/i, ''));
  const listed: string[] = [];
  for (const [index, { code, text }] of spans.entries()) {
    if (code) listed.push(text);
    else if (index === 0) return null;
    else if (!/^\s*(?:,|and|or|,\s*and|,\s*or|&|\/)\s*$/.test(text)) {
      return /^(?: files?)?\s*(?:[).;]|[-–—] |$)/.test(text) ? listed : null;
    }
  }
  return listed;
}

function plainList(rest: string): readonly string[] | null {
  const listed = (rest.split(/\)|;|\.\s|\s[-–—]\s/, 1)[0] ?? '')
    .split(/,|\s(?:and|or)\s/)
    .map((piece) => piece.trim().replace(/\.$/, ''));
  return listed.every(isPathWord) ? listed : null;
}
