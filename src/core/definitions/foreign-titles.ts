import type { ClassifyHeading } from './headings.js';
import type { OutlineBlock } from './markdown-block.js';
import { deniesBelow } from './sentence-grammar.js';

/** A heading of the text, and what it says of all that stands below it. */
export interface Title {
  readonly level: number;
  readonly text: string;
  /** It is an example, or about another agent, so that its sections are only reported. */
  readonly isForeign: boolean;
  /** It is foreign, or limits what stands below to a case, a step or an example. */
  readonly isLimiting: boolean;
  /** It denies what stands below: "What you must not do". */
  readonly denies: boolean;
}

/** The words that the two below turn on: compiling those takes milliseconds, and few headings have such a word. */
const NAMES_AGENT = /agent/iu;
const SHOWS = /example|template|output/iu;
const LIMITS =
  /^[^\p{L}]*(?:when|if|while|during|before|after|unless|in case|phase|step|stage|case|scenario)\b|\bexamples?\b/iu;

const AGENT =
  /^[^\p{L}]*(?:the )?([\p{L}\p{N}][\p{L}\p{N} _-]{0,40}?)[ -](?:sub-?)?agent(?:['’]s)?[^\p{L}]*$/iu;
const EXAMPLE =
  /^[^\p{L}]*(?:(?:good|bad|usage|sample) )?examples?(?! agent)\b|(?<!\()\bexamples?(?: (?:output|definition|format))?[^\p{L}]*$|\btemplates?[^\p{L}]*$|\boutput format[^\p{L}]*$/iu;

/**
 * The headings of parts about other agents: of two or more on one level that are called "X agent", those whose X is not the
 * agent's own name. The title of the text is none: it seldom says the name to the letter.
 */
export function findOthersTitles(
  blocks: readonly OutlineBlock[],
  { isOwnName }: ClassifyHeading,
): ReadonlySet<string> {
  const levels = new Map<number, Map<string, string[]>>();
  for (const block of blocks) {
    if (block.kind !== 'heading' || block.level === 1) continue;
    const text = block.lines.map((line) => line.text).join(' ');
    const name = NAMES_AGENT.test(text) ? AGENT.exec(text)?.[1]?.toLowerCase() : undefined;
    if (name === undefined) continue;
    const names = levels.get(block.level) ?? new Map<string, string[]>();
    levels.set(block.level, names);
    const texts = names.get(name) ?? [];
    names.set(name, texts);
    texts.push(text);
  }
  const several = [...levels.values()].filter((names) => names.size > 1);
  const others = several.flatMap((names) => [...names].filter(([name]) => !isOwn(name)));
  return new Set(others.flatMap(([, texts]) => texts));

  function isOwn(name: string): boolean {
    return isOwnName(name) || isOwnName(`${name} agent`);
  }
}

/** What a heading says of all that stands below it; `others` are the headings of parts about other agents. */
export function readTitle(level: number, text: string, others: ReadonlySet<string>): Title {
  const isForeign = others.has(text) || (level > 1 && SHOWS.test(text) && EXAMPLE.test(text));
  return { level, text, isForeign, isLimiting: isForeign || LIMITS.test(text), denies: deniesBelow(text) };
}
