import MarkdownIt, { type Token } from 'markdown-it';

import { skipComment, type CommentMemory } from './comment-rule.js';
import type { Block, Line, OutlineBlock, Row } from './markdown-block.js';
import { readTagLine, TAG_TOKEN, type TagMemory } from './tag-rule.js';
import { outdentTags, pairTags } from './tag-pairs.js';

export interface Outline {
  readonly blocks: readonly OutlineBlock[];
  /** The line from which nothing could be read, as lists or quotations are nested too deeply; `null` for none. */
  readonly unreadFrom: number | null;
}

/**
 * The blocks of a Markdown text (CommonMark and tables), whose first line is the file's line `firstLine`; line ends are `\n`.
 * HTML is text, except for comments, which are left out; a comment without an end is text too, so that it hides nothing. Pairs
 * of other tags are marked, and what they indent is not. What looks like a link definition is a paragraph.
 */
export function parseOutline(body: string, firstLine: number): Outline {
  const source = outdentTags(body.split('\n'));
  const blocks: OutlineBlock[] = [];
  /** Where the text of each open list's item begins. */
  const columns: number[] = [];
  let depth = 0;
  let unreadFrom: number | null = null;
  const tokens = parser.parse(source.join('\n'), {} satisfies CommentMemory & TagMemory);
  for (const [index, token] of tokens.entries()) {
    const line = firstLine + (token.map?.[0] ?? 0);
    const text = tokens[index + 1]?.content ?? '';
    if (CONTAINER.test(token.type) && token.level === DEEPEST - 1) unreadFrom ??= line;
    switch (token.type) {
      case 'bullet_list_open':
      case 'ordered_list_open':
        depth += 1;
        break;
      case 'bullet_list_close':
      case 'ordered_list_close':
        depth -= 1;
        columns.length = Math.min(columns.length, depth);
        break;
      case 'heading_open': {
        const level = Number(token.tag.slice(1));
        const underlined = !token.markup.startsWith('#');
        blocks.push({ kind: 'heading', level, lines: toLines(text, line), underlined });
        break;
      }
      case 'paragraph_open': {
        const kind = tokens[index - 1]?.type === 'list_item_open' ? 'item' : 'paragraph';
        if (kind === 'item') columns.length = depth - 1;
        const at = columnOf(source[line - firstLine] ?? '', text.split('\n', 1)[0] ?? '');
        if (kind === 'item') columns[depth - 1] = at;
        blocks.push({
          kind,
          depth,
          lines: toDeepLines(text, line, columns, (at) => source[at - firstLine] ?? ''),
        });
        break;
      }
      case 'fence':
        blocks.push(toCode(token, depth, line, line + 1));
        break;
      case 'code_block':
        blocks.push(toCode(token, depth, line, line));
        break;
      case TAG_TOKEN:
        blocks.push({
          kind: 'tag',
          depth,
          line,
          name: token.tag,
          opens: token.nesting === 1,
          text: token.content,
        });
        break;
      case 'hr':
        blocks.push({ kind: 'break', line });
        break;
      case 'table_open': {
        const [header, ...rows] = toRows(tokens, index, firstLine, source);
        if (header !== undefined) blocks.push({ kind: 'table', depth, header, rows });
        break;
      }
    }
  }
  return { blocks: pairTags(blocks), unreadFrom };
}

const toLines = (content: string, first: number): readonly Line[] =>
  content.split('\n').map((text, index) => ({ text, line: first + index }));

/** Lines of a paragraph, each with its own depth where it stands left of the item that it continues. */
const toDeepLines = (
  content: string,
  first: number,
  columns: readonly (number | undefined)[],
  sourceOf: (line: number) => string,
): readonly Line[] =>
  toLines(content, first).map((line, index) => {
    if (index === 0 || columns.length === 0) return line;
    const column = columnOf(sourceOf(line.line), '');
    const depth = columns.findIndex((start) => start !== undefined && start > column);
    return depth === -1 ? line : { ...line, depth };
  });

/** The column at which a text begins in its line, or where the line's own text begins behind the marks of quotations. */
function columnOf(line: string, text: string): number {
  const expanded = line.replace(/\t/g, (_, index: number) => ' '.repeat(4 - (index % 4)));
  const found = text === '' ? -1 : expanded.indexOf(text.trim());
  return found === -1 ? (/^[ >]*/.exec(expanded)?.[0].length ?? 0) : found;
}

const toCode = ({ content, info, map, type }: Token, depth: number, line: number, first: number): Block => {
  const lines = content === '' ? [] : toLines(content.replace(/\n$/, ''), first);
  const [from, to] = map ?? [0, 0];
  const isOpen = type === 'fence' && to - from < lines.length + 2;
  return { kind: 'code', depth, info: info.trim(), line, lines, ...(isOpen ? { isOpen } : {}) };
};

function toRows(
  tokens: readonly Token[],
  start: number,
  firstLine: number,
  source: readonly string[],
): readonly Row[] {
  const rows: { line: number; cells: string[]; text: string }[] = [];
  for (let index = start; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined || token.type === 'table_close') break;
    if (token.type === 'tr_open') {
      const at = token.map?.[0] ?? 0;
      rows.push({ line: firstLine + at, cells: [], text: source[at] ?? '' });
    } else if (token.type === 'inline') rows.at(-1)?.cells.push(token.content);
  }
  return rows;
}

const DEEPEST = 100;
const CONTAINER = /^(?:bullet_list|ordered_list|list_item|blockquote)_open$/;
/** Only blocks are read: what stands inside a line is for the shapes to judge. */
const parser = new MarkdownIt({ html: false, maxNesting: DEEPEST });
parser.core.ruler.enableOnly(['normalize', 'block']);
parser.block.ruler.disable(['reference']);
parser.block.ruler.at('html_block', skipComment, { alt: ['paragraph', 'reference', 'blockquote'] });
parser.block.ruler.before('table', 'tag_line', readTagLine, {
  alt: ['paragraph', 'reference', 'blockquote', 'list'],
});
