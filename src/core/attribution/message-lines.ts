/** A line of a commit's message that is no citation, with what is folded below it, and where it stands. */
export interface MessageLine {
  /** Without blanks around. */
  readonly text: string;
  readonly indented: boolean;
  readonly place: 'subject' | 'below-subject' | 'above' | 'last-paragraph';
  /** Nothing follows but trailers and lines like them. */
  readonly atEnd: boolean;
  /** The last line before it that is neither indented nor in a list ends with a colon, as before an example. */
  readonly introduced: boolean;
}

export interface ReadMessage {
  readonly lines: readonly MessageLine[];
  /** Holds the messages of several commits, as GitHub and `git merge --squash` put them together. */
  readonly squashed: boolean;
  /** Takes another commit back, so that what it shows of a message is that commit's. */
  readonly reverts: boolean;
}

/** What may follow the trailers of a message without being prose: trailers, tools' signatures, marks for CI. */
const LIKE_A_TRAILER =
  /^(?:[-*+]\s+)?[*_`]{0,3}[A-Za-z][\w-]{0,60}[*_`]{0,3}\s*[:=]|^\(cherry picked from|^\[[^\]]{0,40}\]$/;
const SIGNATURE = /^\W{0,8}(?:generated|made|created|written) (?:with|by|using)\b/i;
const HEAD_OF_FOLD = /^[A-Za-z0-9-]+[ \t]*:/;
const REVERT = /^(?:Revert|Reapply) "/;
const REVERTED = /^This reverts commit [0-9a-f]{7,64}\b/;
const LIST_ITEM = /^[-*+•]\s/;
const FENCE = /^(?:```|~~~)/;

/**
 * The lines of a message that can say whose work a commit is; a trailer's folded lines are one (git-interpret-trailers(1)).
 * Left out are blank lines, what a fence or `>` cites, and all behind a NUL, where git stops reading. Linear in the message.
 */
export function readMessage(message: string, parents: number): ReadMessage {
  const end = message.indexOf('\0');
  const raw = (end === -1 ? message : message.slice(0, end)).split('\n');
  const texts = raw.map((line) => line.trim());
  const first = texts.findIndex((text) => text !== '');
  if (first === -1) return { lines: [], squashed: false, reverts: false };
  const squashed = isSquashed(texts, first, parents);
  const edges = findEdges(texts, first);
  const cited = findFences(texts);
  const lines: MessageLine[] = [];
  let fold: number | null = null;
  let folding: { text: string } | null = null;
  let introduced = false;
  for (const [index, text] of texts.entries()) {
    if (text === '') {
      fold = null;
      continue;
    }
    const indent = indentOf(raw[index] ?? '');
    if (fold !== null && indent > fold) {
      if (folding !== null) folding.text += ` ${text}`;
      continue;
    }
    fold = index > first && HEAD_OF_FOLD.test(text) ? indent : null;
    folding = null;
    if (cited[index] !== 1 && !text.startsWith('>')) {
      folding = { text };
      lines.push(
        Object.assign(folding, {
          indented: indent > 0,
          place: placeOf(index, first, edges),
          atEnd: index >= edges.tail,
          introduced,
        }),
      );
    }
    if (indent === 0 && !LIST_ITEM.test(text)) introduced = text.endsWith(':');
  }
  return {
    lines,
    squashed,
    reverts: !squashed && texts.some((text, index) => isRevert(text, raw[index] ?? '')),
  };
}

const isRevert = (text: string, line: string): boolean =>
  !line.startsWith(' ') && (REVERT.test(text) || REVERTED.test(text));

/** GitHub names the pull request in the subject and sets off the commits by `* `; git writes a title of its own. */
function isSquashed(texts: readonly string[], first: number, parents: number): boolean {
  if (texts.includes('Squashed commit of the following:')) return true;
  const isGitHubs = parents === 1 && /\(#\d{1,12}\)$/.test(texts[first] ?? '');
  return isGitHubs && texts.some((text) => text.startsWith('* ') || text === '---------');
}

interface Edges {
  /** The first line that is no part of the subject's paragraph. */
  readonly body: number;
  readonly lastParagraph: number;
  readonly tail: number;
}

function findEdges(texts: readonly string[], first: number): Edges {
  const blank = texts.indexOf('', first);
  const body = blank === -1 ? texts.length : blank;
  let last = texts.length - 1;
  while (last > first && isIgnored(texts[last] ?? '')) last -= 1;
  let lastParagraph = last;
  while (lastParagraph > first && texts[lastParagraph - 1] !== '') lastParagraph -= 1;
  let tail = last + 1;
  while (tail > first + 1 && isTrailing(texts[tail - 1] ?? '')) tail -= 1;
  return { body, lastParagraph, tail };
}

const isIgnored = (text: string): boolean => text === '' || text.startsWith('#');

const isTrailing = (text: string): boolean => {
  const start = text.slice(0, 200);
  return text === '' || LIKE_A_TRAILER.test(start) || SIGNATURE.test(start);
};

function placeOf(index: number, first: number, { body, lastParagraph }: Edges): MessageLine['place'] {
  if (index === first) return 'subject';
  if (index < body) return 'below-subject';
  return index >= lastParagraph ? 'last-paragraph' : 'above';
}

/** Marks the lines of every fence that is closed; one that stays open cites nothing. */
function findFences(texts: readonly string[]): Uint8Array {
  const cited = new Uint8Array(texts.length);
  let open: number | null = null;
  for (const [index, text] of texts.entries()) {
    if (!FENCE.test(text)) continue;
    if (open === null) open = index;
    else if (text.startsWith((texts[open] ?? '').slice(0, 3))) {
      cited.fill(1, open, index + 1);
      open = null;
    }
  }
  return cited;
}

/** The width of the blanks at the start; a tab counts as eight, which is enough to tell deeper from shallower. */
function indentOf(line: string): number {
  let width = 0;
  for (const character of line) {
    if (character !== ' ' && character !== '\t') break;
    width += character === '\t' ? 8 : 1;
  }
  return width;
}
