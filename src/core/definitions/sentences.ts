import type { SectionKind } from '../vocabulary.js';
import { stripMarks } from './entries/marks.js';
import {
  readBare,
  deniesAbove,
  readBelowDenial,
  readCrossed,
  readDoubtful,
  type Said,
} from './doubtful-sentences.js';
import type { Line } from './markdown-block.js';
import {
  DENIAL,
  endsInCondition,
  endsPlainly,
  GRANTS,
  isChange,
  isChangeOrEntry,
  LIMITATION,
  OWNERSHIP,
  PERMISSION,
} from './sentence-grammar.js';
import { codesOf, isPath, mayBePath } from './sentence-paths.js';
import { splitSentences, unmask } from './sentence-text.js';

/** What a sentence says about paths. */
export interface Sentence {
  readonly text: string;
  readonly line: number;
  /** `null` where it says nothing about who may touch what. */
  readonly kind: SectionKind | null;
  /** The paths with the remark behind them; `null` where it is not certain what is meant. */
  readonly entry: readonly Line[] | null;
}

const LONGEST = 2_000;
/** What every sentence has that is understood here. */
const SPEAKS =
  /[✗✘✖❌⛔🚫🔴✕×]|n['’]t\b|\b(?:not|never|cannot|none|denied|deny|owns?|only|may|can|allowed|free|avoid|refrain|off|hands|out|leave|away|forbidden|prohibited|disallowed|nobody|no|read[- ]only|confined?|limit(?:ed)?|restrict(?:ed)?|stay|remain|work)\b/iu;
const SPEECH = /^\W*(?:user|assistant|human|context|example|for example|e\.g)\b/iu;
const BUT_FOR_NAME =
  /^(?:the )?(\S+(?: \S+){0,3}?)(?: agent)? (?=(?:may|can|must|never|cannot|does|do|will|should|owns?|is)\b)/iu;
/** Without the one who does, these are no orders. */
const NO_ORDER = /^(?:does|doesn|will|won|is|are)/i;

/**
 * The sentences of a paragraph or bullet: ``You own `infra/`. Never modify `src/`.`` A sentence is an entry where verb and object are
 * unmistakable: it begins with "own", "may edit" or "never modify" and the like, goes on with paths in back-ticks and then ends, or
 * goes on with a remark or, below "never", with what would lift it. `isBelowDenial`: the heading or introduction above says "Never".
 */
export function readSentences(
  lines: readonly Line[],
  isOwnName: (text: string) => boolean,
  isBelowDenial = false,
): readonly Sentence[] {
  if (!isBelowDenial && !lines.some(({ text }) => SPEAKS.test(text.replaceAll('_', ' ')))) return [];
  const { sentences, codes } = splitSentences(lines);
  return sentences.map(({ words, line }, index) => {
    const text = unmask(words, codes);
    const start = words.slice(0, LONGEST);
    const said =
      (SPEAKS.test(words) ? read(start, codes, isOwnName) : null) ??
      (isBelowDenial ? readBelowDenial(start, codes) : null);
    if (said !== null) return { text, line, ...said };
    const before = sentences[index - 1];
    const whole = `${before?.words.slice(0, LONGEST) ?? ''} ${start}`.trim();
    const kind = SPEAKS.test(words) && deniesAbove(start, whole, codes) ? 'cannot-touch' : null;
    return kind === null
      ? { text, line, kind, entry: null }
      : { text: unmask(whole, codes), line: before?.line ?? line, kind, entry: null };
  });
}

function read(words: string, codes: readonly Line[], isOwnName: (text: string) => boolean): Said {
  const { mark, rest } = stripMarks(words);
  if (SPEECH.test(rest)) return null;
  const [named, name = ''] = BUT_FOR_NAME.exec(rest) ?? [];
  const plain = named !== undefined && isOwnName(name) ? `you ${rest.slice(named.length)}` : rest;
  const sentence = plain.replace(/\s*[.!?;]+[)"”’]*$/u, '');
  const found = readDenial(sentence) ?? (mark === 'no' ? null : readGrant(sentence));
  if (found !== null && !words.endsWith('?')) {
    const listed = codesOf(found.paths, codes);
    if (listed.every(({ text }) => isPath(text)) && found.isCertain) {
      return { kind: found.kind, entry: toLines(listed, unmask(found.tail, codes)) };
    }
    if (listed.some(({ text }) => isPath(text) || mayBePath(text))) return { kind: found.kind, entry: null };
  }
  return (
    readDoubtful(words, codes) ?? readBare(sentence) ?? (mark === 'no' ? readCrossed(rest, codes) : null)
  );
}

interface Found {
  readonly kind: SectionKind;
  readonly paths: string;
  readonly tail: string;
  readonly isCertain: boolean;
}

function readDenial(sentence: string): Found | null {
  const { subject, not = '', verbs = '', paths, tail = '' } = DENIAL.exec(sentence)?.groups ?? {};
  if (paths === undefined) return null;
  if (!isChangeOrEntry(verbs) && /^(?:read|add)$/i.test(verbs)) return null;
  const isOrder = subject !== undefined || !NO_ORDER.test(not);
  const isCertain = isOrder && isChangeOrEntry(verbs) && (endsPlainly(tail) || endsInCondition(tail));
  return { kind: 'cannot-touch', paths, tail, isCertain };
}

function readGrant(sentence: string): Found | null {
  const owns = OWNERSHIP.exec(sentence)?.groups;
  const may = PERMISSION.exec(sentence)?.groups ?? LIMITATION.exec(sentence)?.groups;
  const { paths, tail = '' } = owns ?? may ?? {};
  if (paths === undefined || (owns === undefined && !isChange(may?.['verbs'] ?? ''))) return null;
  const isCertain = endsPlainly(tail);
  return isCertain || GRANTS.test(sentence) ? { kind: 'owns', paths, tail, isCertain } : null;
}

/** The paths with commas between, each on its line, and what stands behind them. */
function toLines(paths: readonly Line[], tail: string): readonly Line[] {
  const lines: Line[] = [];
  for (const [index, { text, line }] of paths.entries()) {
    const isLast = index === paths.length - 1;
    const written = `\`${text}\`${isLast ? tail : ', '}`;
    const current = lines.at(-1);
    if (current?.line === line) lines[lines.length - 1] = { line, text: current.text + written };
    else {
      for (let blank = (current?.line ?? line - 1) + 1; blank < line; blank += 1)
        lines.push({ text: '', line: blank });
      lines.push({ text: written, line });
    }
  }
  return lines;
}
