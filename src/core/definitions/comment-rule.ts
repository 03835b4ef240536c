import type { BlockState } from './block-state.js';

/** What is known about comments of the text at hand, so that many open ones are not each searched to the end. */
export interface CommentMemory {
  [key: string]: unknown;
  /** The first `-->` after `from` ends at `end`. */
  found?: { readonly from: number; readonly end: number };
  /** Comments that begin above this line do not end in their list item or quotation. */
  openAbove?: number;
}

/** A block rule: skips `<!-- … -->`, and gives what follows the end on its line as a paragraph. */
export function skipComment(state: BlockState, startLine: number, endLine: number, silent: boolean): boolean {
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
