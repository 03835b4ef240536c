import type { SectionKind } from '../../vocabulary.js';
import { conditionIn } from './conditions.js';
import type { EntryContext } from './entry-context.js';
import { isCertainPath, mentionsPath } from './path-words.js';
import type { UnenforceableReason } from '../problem.js';

const COMPLEMENT =
  /\b(?:everything|everywhere|anything|anywhere|all|any|every|whole|entire)\b(?: [^\s,]+){0,4} (?:else|outside|except|excluding|other than|but|beyond|besides|apart from|aside from)\b/i;
const REMAINDER =
  /\b(?:everything|anything|the rest|rest of|all others?|any others?|every other|other than|outside of)\b|^\W*(?:except|excluding|outside|(?:all|any|every)(?: other)? (?:files?|paths?|code))\b/i;

/** Why a text that is no entry is none. */
export function reasonFor(text: string): UnenforceableReason {
  if (COMPLEMENT.test(text) || REMAINDER.test(text)) return 'complement';
  if (limitsToPart(text) || namesPart(text)) return 'part-of-a-file';
  return mentionsPath(text) ? 'unknown-shape' : 'no-path';
}

const PARTS =
  '(?:comments?|docstrings?|imports?|exports?|scripts?|(?:dev-?)?dependencies|sections?|headings?|fields?|keys?|lines?|blocks?|versions?|types?|typings?|strings?|translations?|metadata|front-?matter|headers?|functions?|methods?|class(?:es)?|attributes?|entr(?:y|ies)|settings|constants?|variables?|values?|parts?)';
const PART_ONLY = new RegExp(
  `\\b${PARTS}(?: \\w+)? only\\b|\\bonly (?:the |its |their )?(?:\\S+ ){0,2}${PARTS}\\b`,
  'i',
);

const LINES = /\blines? \d/i;
const PART_OF = new RegExp(`(?:\\bthe |^)(?:\\S+ )?${PARTS} (?:of|in|from) (?:the )?\``, 'i');
/** A constant or a part by its name, behind a file: "`settings.py` INSTALLED_APPS", "`package.json` scripts". */
const PART_BEHIND = new RegExp(`\\.\\w+\` (?:[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|(?:\\S+ )?${PARTS})\\W*$`);

/** Whether a text speaks of a part of a file: "scripts only", "only the comments", "lines 10-20". */
export const limitsToPart = (text: string): boolean => PART_ONLY.test(text) || LINES.test(text);

/** Whether a text in which back-ticked files stand among words speaks of a part of one. */
const namesPart = (text: string): boolean => PART_OF.test(text) || PART_BEHIND.test(text);

const DENIES =
  /\b(?:not|never|cannot|can['’]t|don['’]t|mustn['’]t|forbidden|prohibited|off[- ]limits|no circumstances?|no (?:write )?(?:access|changes|edits)|(?:stay|keep) (?:away|clear|out)|hands[- ]off|leave|avoid|refrain|out of (?:bounds|scope)|off the table)\b/i;
/** What says that others own what follows, or that one has to ask. */
const OTHERS =
  /\b(?:other|another) (?:sub-?)?agents?\b|\b(?:owned by|belongs? to) (?!you\b|this\b|the agent\b|me\b)|^\W*(?!(?:the |this )?agent\b|your?\b|my\b)(?:the )?[\w -]{1,40}['’]s (?:files|code|paths|folders|directories|area|territory)\W*$|^\W*(?:ask|check|protected|restricted|frozen|locked)\b/i;
const REFERS =
  /^\W*(?:see(?: also)?|related(?: \w+)?|for (?:your )?(?:reference|information|details|more)|references?|further reading|more information|(?:an )?examples? of .{1,80})\W*$/i;
const PERMITS =
  /\binstead\b|\bfair game\b|\bfeel free\b|\b(?:ok|okay|safe|fine|free) to\b|\bare (?:ok|okay|fine|free|safe)\b|^\W*your (?:own )?(?:area|files|code|paths|folders|directories|scope|domain|territory)\b|\bwrite access\b|\byou (?:\w+ )?(?:may|can|own|are allowed)\b|^\W*(?:may|can|allowed|permitted|ok|okay)\b/i;
const EXCEPTS = /\b(?<!without |no )(?:except|excluding|exceptions?)\b/i;

/**
 * Whether a label or an introduction says the opposite of its section ("Except:" below CANNOT TOUCH, "You do not own:" below
 * OWNS), so that what follows may not be read as the section's.
 */
export function contradicts(text: string, context: EntryContext): boolean {
  if (context.classify(text) !== null) return saysOtherSection(text, context);
  if (COMPLEMENT.test(text) || EXCEPTS.test(text) || REFERS.test(text)) return true;
  switch (context.kind) {
    case 'cannot-touch':
      return PERMITS.test(text) && !DENIES.test(text);
    case 'owns':
      return DENIES.test(text) || OTHERS.test(text);
    case 'reads':
      return DENIES.test(text);
  }
}

/** Whether a remark, cell or label names a section that cannot be this one: "read only" below OWNS. */
export function saysOtherSection(text: string, { kind, classify }: EntryContext): boolean {
  const said = classify(text);
  if (said === null || said.needsList) return false;
  return kind === 'owns' ? said.kind !== 'owns' : said.kind === 'owns';
}

const CHANGE = '(?:edit|modify|change|touch|write|update)';
const CHANGED = '(?:edited|modified|changed|touched|written|updated)';
const FREE = new RegExp(
  `^\\W*(?:(?:this |it )?(?:is |['’]s )?(?:ok|okay|fine|safe|free|allowed|permitted)(?: (?:for you )?to (?:be )?(?:${CHANGE}|${CHANGED}))?|` +
    `editable|write?able|(?:can|may) be (?:freely )?${CHANGED}(?: freely)?|${CHANGE} freely)(?: here| now| freely)?\\W*$|` +
    `^\\W*(?:but )?you (?:may|can|are (?:allowed|free|permitted) to|own) (?:freely )?(?:${CHANGE}\\b|this\\b|it\\b)`,
  'i',
);
const KEPT = new RegExp(
  `^\\W*(?:please )?(?:do not|don['’]t|never|must not|cannot|can['’]t|may not|not to be) (?:ever )?(?:${CHANGE}|${CHANGED})\\b|^\\W*read[- ]only\\b`,
  'i',
);

/** Whether a remark takes back what its section says: "OK to edit" below CANNOT TOUCH, "do not edit" below OWNS. */
export const saysOpposite = (text: string, section: SectionKind): boolean => {
  switch (section) {
    case 'cannot-touch':
      return FREE.test(text) && conditionIn(text) === null;
    case 'owns':
      return KEPT.test(text);
    case 'reads':
      return false;
  }
};

const LONGEST_OTHER = 60;
const LONE_WORD = /^[\w-]+$/;
const OTHER_THING =
  /^\W*(?:(?:the|a|an|[\w-]+) ){0,2}(?:branch|label|tag|table|schema|column|json key|key|command|variable|env(?:ironment)? var(?:iable)?|function|class|method|endpoint|route|role|permission|secret|bucket|queue|topic|feature flag|issue type)(?:e?s)?\W*$/i;

/** Whether a remark says that a lone word is no path: "`bug` (label)", "`users` — database table". */
export const isOtherThing = (pattern: string, remark: string): boolean =>
  LONE_WORD.test(pattern) &&
  !isCertainPath(pattern) &&
  remark.length <= LONGEST_OTHER &&
  OTHER_THING.test(remark);

const INTRODUCTION =
  /^\W*(?:you\b.*\b(?:not|never|may|can|own)\b|(?:except|excluding|but not|do not|don['’]t|never|cannot|must not|should not)\b)/i;

/** Whether a line that does not say so with a colon could introduce what is denied, allowed or excepted. */
export const isDenialOrException = (text: string): boolean => !text.includes('`') && INTRODUCTION.test(text);

/** Whether words without a colon above a list say the opposite of their section: "You must not touch these" below OWNS. */
export const contradictsAsTitle = (text: string, context: EntryContext): boolean =>
  (!/[.!?]\W*$/.test(text) || /\b(?:these|following|below)\b/i.test(text)) && contradicts(text, context);

const LONGEST_NOTHING = 200;
const DASHES = /^[-–—\s]*$/;
const NOTHING_WORDS =
  /^[\s\-–—_*().:]*(?:none|nothing|n\/?a|not applicable|no (?:files|paths|restrictions|entries))[\s_*).:]*(?:(?:[-–—]|\()(.*))?$/is;
const QUALIFIES = /\b(?:except\w*|excluding|but|besides|other than|apart from|unless|outside|never)\b/i;

/** Whether a text says that a section has no entries: "None", "n/a (read-only agent)", "-". What it goes on with names nothing. */
export const saysNothing = (text: string): boolean => {
  if (text.length > LONGEST_NOTHING) return false;
  if (DASHES.test(text)) return true;
  const found = NOTHING_WORDS.exec(text);
  const rest = found?.[1] ?? '';
  return found !== null && !QUALIFIES.test(rest) && !mentionsPath(rest);
};
