import MarkdownIt, { type StateBlock, type Token } from 'markdown-it';

import type { Block, Line, Row } from './markdown-block.js';

/**
 * The blocks of a Markdown text (CommonMark and tables), whose first line is the file's line `firstLine`; line ends are `\n`.
 * HTML is text, except for comments, which are left out; a comment without an end is text too, so that it hides nothing. What
 * looks like a link definition is a paragraph.
 */
export function parseOutline(body: string, firstLine: number): readonly Block[] {
  const source = body.split('\n');
  const blocks: Block[] = [];
  const row: { cells: string[]; line: number } = { cells: [], line: 0 };
  let header: Row | null = null;
  let rows: Row[] = [];
  let depth = 0;
  let opensItem = false;

  const at = (token: Token, offset = 0): number => firstLine + (token.map?.[0] ?? 0) + offset;
  const linesFrom = (content: string, first: number): readonly Line[] =>
    content.split('\n').map((text, index) => ({ text, line: first + index }));

  const tokens = parser.parse(body, {} satisfies CommentMemory);
  for (const [index, token] of tokens.entries()) {
    const content = tokens[index + 1]?.content ?? '';
    switch (token.type) {
      case 'bullet_list_open':
      case 'ordered_list_open':
        depth += 1;
        break;
      case 'bullet_list_close':
      case 'ordered_list_close':
        depth -= 1;
        break;
      case 'heading_open':
        blocks.push({
          kind: 'heading',
          level: Number(token.tag.slice(1)),
          lines: linesFrom(content, at(token)),
          underlined: !token.markup.startsWith('#'),
        });
        break;
      case 'paragraph_open':
        blocks.push({
          kind: opensItem ? 'item' : 'paragraph',
          depth,
          lines: linesFrom(content, at(token)),
        });
        break;
      case 'fence':
      case 'code_block': {
        const first = at(token, token.type === 'fence' ? 1 : 0);
        const lines = token.content === '' ? [] : linesFrom(token.content.replace(/\n$/, ''), first);
        blocks.push({ kind: 'code', depth, info: token.info.trim(), line: at(token), lines });
        break;
      }
      case 'hr':
        blocks.push({ kind: 'break', line: at(token) });
        break;
      case 'tr_open':
        row.cells = [];
        row.line = at(token);
        break;
      case 'th_open':
      case 'td_open':
        row.cells.push(content);
        break;
      case 'tr_close': {
        const finished = { line: row.line, cells: row.cells, text: source[row.line - firstLine] ?? '' };
        if (header === null) header = finished;
        else rows.push(finished);
        break;
      }
      case 'table_close':
        if (header !== null) blocks.push({ kind: 'table', depth, header, rows });
        header = null;
        rows = [];
        break;
    }
    opensItem = token.type === 'list_item_open';
  }
  return blocks;
}

/** What is known about comments of the text at hand, so that many open ones are not each searched to the end. */
interface CommentMemory {
  [key: string]: unknown;
  /** The first `-->` after `from` ends at `end`. */
  found?: { readonly from: number; readonly end: number };
  /** Comments that begin above this line do not end in their list item or quotation. */
  openAbove?: number;
}

/** A block rule: skips `<!-- … -->`, and gives what follows the end on its line as a paragraph. */
function skipComment(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const memory = state.env as CommentMemory;
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  if (!state.src.startsWith('<!--', start) || startLine < (memory.openAbove ?? 0)) return false;

  if (memory.found === undefined || start < memory.found.from || start > memory.found.end) {
    const index = state.src.indexOf('-->', start);
    memory.found = { from: start, end: index === -1 ? Infinity : index + 3 };
  }
  const { end } = memory.found;
  let line = startLine;
  let inside = true;
  while (inside && (state.eMarks[line] ?? 0) < end) {
    line += 1;
    inside = line < endLine && (state.isEmpty(line) || (state.sCount[line] ?? 0) >= state.blkIndent);
  }
  if (!inside) {
    memory.openAbove = line;
    return false;
  }
  if (silent) return true;
  state.line = line + 1;
  const rest = state.src.slice(end, state.eMarks[line]).trim();
  if (rest !== '') {
    state.push('paragraph_open', 'p', 1).map = [line, line + 1];
    state.push('inline', '', 0).content = rest;
    state.push('paragraph_close', 'p', -1);
  }
  return true;
}

/** Only blocks are read: what stands inside a line is for the shapes to judge. */
const parser = new MarkdownIt({ html: false });
parser.core.ruler.enableOnly(['normalize', 'block']);
parser.block.ruler.disable(['reference']);
parser.block.ruler.at('html_block', skipComment, { alt: ['paragraph', 'reference', 'blockquote'] });
