import { lookUpName } from '../attribution/names.js';
import type { Agent } from '../definitions/definition.js';
import type { ClassifyHeading } from '../definitions/headings.js';
import type { Standing } from '../definitions/lint-facts.js';
import type { Roster } from '../definitions/roster.js';

const EDGES = /^[\s`*@"'~]+|[\s`*"'~]+$/g;
const LINK = /^\[([^\]]*)\]\([^()]*\)$/;
const SYMBOL = /^(?:\p{Extended_Pictographic}|[✓✔☑✗✘✖]|\uFE0F|\u200D)+\s*/u;
const DASHES = /^[-–—]*$|^(?:none|n\/a)$/i;

const WORDS: ReadonlyMap<string, Standing> = new Map([
  ...(['✓', '✔', '☑', '✅', '🟢'] as const).map((sign) => [sign, 'owns'] as const),
  ...['👁', '👀', '📖'].map((sign) => [sign, 'reads'] as const),
  ...[
    'owner',
    'owned',
    'own',
    'w',
    'rw',
    'r/w',
    'write',
    'writes',
    'read/write',
    'yes',
    'full',
    'full access',
  ].map((word) => [word, 'owns'] as const),
  ...['r', 'ro', 'read', 'reader'].map((word) => [word, 'reads'] as const),
  ...['cannot', 'forbidden', 'denied', 'never'].map((word) => [word, 'cannot-touch'] as const),
  // A cross stands beside ticks as the opposite of "owns", which is less than a denial.
  ...['✗', '✘', '✖', '❌', '⛔', '🚫', 'no', 'no access'].map((word) => [word, 'none'] as const),
]);

/** Longer cells are prose; the cut keeps the search for their edges cheap. */
const LONGEST_CELL = 200;

/** What a cell of a matrix says of its row and its column; `null` where that is not known. */
export function standingIn(cell: string, classify: ClassifyHeading): Standing | null {
  if (cell.length > LONGEST_CELL) return null;
  const text = cell.replace(EDGES, '');
  if (DASHES.test(text)) return 'none';
  const sign = SYMBOL.exec(text)?.[0].trim().replaceAll('\uFE0F', '') ?? '';
  const words = text.replace(SYMBOL, '').replace(EDGES, '');
  const bySign = WORDS.get(sign);
  if (words === '') return bySign ?? null;
  const meaning = classify(words);
  const byWords = WORDS.get(words.toLowerCase()) ?? (meaning?.qualifier === null ? meaning.kind : undefined);
  const isContradiction = bySign !== undefined && (bySign === 'owns') !== (byWords === 'owns');
  return byWords === undefined || isContradiction ? null : byWords;
}

/** Whether a cell says more than that there is nothing to say. */
export const saysSomething = (cell: string): boolean =>
  cell.length > LONGEST_CELL || !DASHES.test(cell.replace(EDGES, ''));

/** A name as a cell writes it, less emphasis, back-ticks, `@` and link. */
export const nameIn = (cell: string): string =>
  cell.replace(EDGES, '').replace(LINK, '$1').replace(EDGES, '');

/** The agent that a cell names: `database`, `@database`, `Database agent`. */
export function agentIn(cell: string, roster: Roster): Agent | null {
  const name = nameIn(cell);
  for (const spelling of [name, name.replace(/[\s_-]+(?:sub)?agent$/i, '')]) {
    const found = lookUpName(spelling, roster);
    if (found.kind === 'known') return found.agent;
  }
  return null;
}
