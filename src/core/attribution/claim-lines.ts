import type { MessageLine, ReadMessage } from './message-lines.js';
import type { MisplacedWhere } from './misplaced.js';

/** A line of a message that reads like a trailer with one of the keys, wherever it stands. */
export interface ClaimLine {
  /** The line, without blanks around. */
  readonly written: string;
  /** The key that it means, as configured. */
  readonly key: string;
  /** What it may claim, the likelier reading first. */
  readonly values: readonly string[];
  /** Why git would not take it for a trailer; one that git does take has some `where` as well. */
  readonly where: MisplacedWhere;
}

const LONGEST_KEY = 64;
const LONGEST_VALUE = 2000;
const SEPARATOR = /[:=：]|\s[-–—]\s/;
const BULLET = /^[-*+•]\s+/;
/** Shorter keys have real words one letter away. */
const SHORTEST_MISSPELT = 4;
const MARKUP = new Set('*_`\'"');
const AFTER_SEPARATOR = new Set('=>: \t*_`\'"');
const AFTER_VALUE = new Set('*_`\'".,; \t');

/**
 * The lines of a message that have one of the keys, spelt right or with one letter wrong, left out or too many. A line that
 * is indented or in a list is one only in a squashed message or where nothing but trailers follow: elsewhere it is an example.
 */
export function findClaimLines(
  { lines, squashed, reverts }: ReadMessage,
  keys: readonly string[],
): readonly ClaimLine[] {
  return lines.flatMap((line) => {
    const bullet = BULLET.exec(line.text)?.[0] ?? '';
    const isSetOff = line.indented || bullet !== '';
    if (isSetOff && !squashed && (reverts || !line.atEnd || line.introduced)) return [];
    const claim = parseClaim(line.text.slice(bullet.length), keys);
    if (claim === null) return [];
    const { key, values, isExact } = claim;
    const isPlain = claim.isPlain && (bullet === '' || squashed);
    return [{ written: line.text, key, values, where: whereOf(line, { isExact, isPlain, squashed }) }];
  });
}

interface Form {
  readonly isExact: boolean;
  readonly isPlain: boolean;
}

function whereOf(
  { place, indented }: MessageLine,
  { isExact, isPlain, squashed }: Form & { readonly squashed: boolean },
): MisplacedWhere {
  if (!isExact) return 'misspelt-key';
  if (!isPlain) return 'other-separator';
  if (place === 'subject') return 'in-subject';
  if (place === 'below-subject') return 'below-subject';
  if (squashed) return 'squashed';
  if (indented) return 'indented';
  return place === 'last-paragraph' ? 'among-prose' : 'above-last-paragraph';
}

function parseClaim(
  text: string,
  keys: readonly string[],
): (Form & Pick<ClaimLine, 'key' | 'values'>) | null {
  const found = SEPARATOR.exec(text.slice(0, LONGEST_KEY + 3));
  if (found === null || text.length > LONGEST_VALUE) return null;
  const [separator] = found;
  const written = text.slice(0, found.index);
  const spelling = strip(written, MARKUP, MARKUP).trim().toLowerCase();
  const exact = keys.find((key) => key.toLowerCase() === spelling);
  const key = exact ?? keys.find((candidate) => isMisspelt(spelling, candidate.toLowerCase()));
  if (key === undefined) return null;
  const rest = text.slice(found.index + separator.length);
  const values = [...new Set([rest.trim(), strip(rest, AFTER_SEPARATOR, AFTER_VALUE)])];
  return {
    key,
    values,
    isExact: exact !== undefined,
    isPlain: separator === ':' && /^[A-Za-z0-9-]+[ \t]*$/.test(written),
  };
}

function strip(text: string, before: ReadonlySet<string>, after: ReadonlySet<string>): string {
  let [start, end] = [0, text.length];
  while (before.has(text.charAt(start))) start += 1;
  while (after.has(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/** One letter wrong, left out, too many, or two of them swapped. Asked only of what is not the key itself. */
function isMisspelt(spelling: string, key: string): boolean {
  if (key.length < SHORTEST_MISSPELT) return false;
  let start = 0;
  while (start < key.length && spelling[start] === key[start]) start += 1;
  let [left, right] = [spelling.length, key.length];
  while (left > start && right > start && spelling[left - 1] === key[right - 1])
    [left, right] = [left - 1, right - 1];
  const [wrong, meant] = [spelling.slice(start, left), key.slice(start, right)];
  return (
    (wrong.length <= 1 && meant.length <= 1) ||
    (wrong.length === 2 && meant === `${wrong.charAt(1)}${wrong.charAt(0)}`)
  );
}
