import type { LineRange } from '../core/in-head.js';
import type { AnnotationItem } from './annotation-items.js';
import { safeForLog } from './log.js';

/** What the runner keeps of a message (actions/runner, `ExecutionContext._maxIssueMessageLength`), in UTF-16 units. */
const MESSAGE_LENGTH = 4096;
/** What the Checks API takes as a title. */
const TITLE_LENGTH = 255;
/** Room for the sentence that says how many were left out. */
const RESERVE = 80;

type Items = readonly [AnnotationItem, ...AnnotationItem[]];

/** The first item's title, and how many share the annotation with it. */
export function composeTitle([first, ...others]: Items): string {
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
  return cut(safeForLog(first.title), TITLE_LENGTH - more.length) + more;
}

/** Whole items while they fit, each with its advice where that fits too. */
export function composeMessage(items: Items): { readonly text: string; readonly omitted: number } {
  let text = '';
  let shown = 0;
  for (const item of items) {
    const { advice } = item;
    const sentence = withPlaces(item);
    const gap = shown === 0 ? '' : '\n\n';
    const room = MESSAGE_LENGTH - RESERVE - encodedLength(text + gap);
    const whole = safeForLog([sentence, ...advice].join('\n'));
    if (encodedLength(whole) <= room) text += gap + whole;
    else if (shown === 0) text = cut(safeForLog(sentence), room);
    else break;
    shown += 1;
  }
  const omitted = items.length - shown;
  return {
    text: omitted === 0 ? text : `${text}\n\n${omitted} more here: the report has all of them.`,
    omitted,
  };
}

/** The sentences that fit, for a place that is not the first. */
export function composeRepetition(items: Items, begin: LineRange): string {
  const advice = `What to do stands at line ${begin.start}.`;
  const sentences = items.map(({ sentence }) => safeForLog(sentence)).join('\n\n');
  return `${cut(sentences, MESSAGE_LENGTH - RESERVE)}\n${advice}`;
}

/** How many places a sentence names. */
const PLACES = 12;

/** The places are named where there are several: the annotation can stand at one of them only. */
function withPlaces({ sentence, lines }: AnnotationItem): string {
  if (lines.length < 2) return sentence;
  const named = lines
    .slice(0, PLACES)
    .map(({ start, end }) => (start === end ? String(start) : `${start}-${end}`));
  const more = lines.length > PLACES ? ` and ${lines.length - PLACES} more places` : '';
  return `${sentence} Lines ${named.join(', ')}${more}.`;
}

/** The length after the toolkit's escaping, which makes three characters of each of these (`packages/core/src/command.ts`). */
const encodedLength = (text: string): number => text.length + 2 * (text.match(/[%\r\n:,]/g)?.length ?? 0);

function cut(text: string, limit: number): string {
  if (encodedLength(text) <= limit) return text;
  let kept = '';
  for (const character of text) {
    if (encodedLength(kept + character) >= limit) break;
    kept += character;
  }
  return `${kept}…`;
}
