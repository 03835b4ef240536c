import type { Line } from '../markdown-block.js';

/** A line of a fence, and where it hangs if the fence holds a drawing of a tree. */
export interface TreeNode {
  readonly line: Line;
  /** The line, less what is drawn in front of it. Empty for a line that holds nothing else. */
  readonly text: string;
  /** The number of the line that it hangs below; `null` for one that hangs nowhere. */
  readonly parent: number | null;
  readonly hasChildren: boolean;
  /** A branch is drawn in front of it. */
  readonly isBranch: boolean;
  /** Where the line hangs cannot be told: bars without a branch, a level too deep, tabs. */
  readonly isOdd: boolean;
}

/** A node while its tree is laid out. */
export interface OpenNode extends TreeNode {
  parent: number | null;
  hasChildren: boolean;
  isBranch: boolean;
  isOdd: boolean;
  /** Where its branch begins; -1 for a line without one. */
  readonly column: number;
  /** Where its name begins. */
  readonly nameColumn: number;
  childColumn: number | null;
}

const UNICODE = /^\s*[│┃║├└┌╭╰┣┗┏╠╚╔]/;
const ASCII = /^[\s|]*[|+`\\]-{2,}/;
const BRANCH =
  /^([\s│┃║|]*)(?:[├└┌╭╰┣┗┏╠╚╔][─━═╌┄-]*[┬┳╦┐╮]?[─━═╌┄-]*|[|+`\\](?:-+|_+))[ \t\u00a0]*(?=[^\s]|$)/;
const BARS_ONLY = /^[\s│┃║|]*$/;
const BAR = /[│┃║|]/;
/** How far a branch may stand right of its parent's name. */
const FARTHEST = 2;
const FARTHEST_FROM_ROOT = 4;

export const isDrawn = (lines: readonly Line[]): boolean =>
  lines.some(({ text }) => UNICODE.test(text) || ASCII.test(text));

/** Whether a drawing mixes the signs of two kinds of drawings, so that columns cannot be compared. */
export const isMixed = (lines: readonly Line[]): boolean =>
  lines.some(({ text }) => UNICODE.test(text)) && lines.some(({ text }) => ASCII.test(text));

export const openNode = (line: Line, text: string, column: number, nameColumn: number): OpenNode => ({
  line,
  text,
  parent: null,
  hasChildren: false,
  isBranch: false,
  isOdd: false,
  column,
  nameColumn,
  childColumn: null,
});

/** Lays out a tree that is drawn with branches, in the signs of `tree` or in those of ASCII. */
export function layOutDrawing(lines: readonly Line[]): readonly TreeNode[] {
  const indent = Math.min(
    ...lines.filter(({ text }) => text.trim() !== '').map(({ text }) => indentOf(text)),
  );
  const nodes: OpenNode[] = [];
  let open: number[] = [];
  let childColumn: number | null = null;
  for (const [index, line] of lines.entries()) {
    const text = line.text.slice(indent);
    const branch = BRANCH.exec(text);
    if (BARS_ONLY.test(text)) nodes.push(openNode(line, '', -1, 0));
    else if (branch === null) {
      const node = openNode(line, text.trim(), -1, 0);
      node.isOdd = BAR.test(text.charAt(0)) || (open.length > 0 && indentOf(text) > 0 && !isComment(text));
      nodes.push(node);
      if (!node.isOdd && !isComment(text)) {
        open = [index];
        childColumn = null;
      }
    } else {
      const [drawn, bars = ''] = branch;
      const node = openNode(line, text.slice(drawn.length).trim(), bars.length, drawn.length);
      nodes.push(node);
      while (open.length > 0 && (nodes[open.at(-1) ?? 0]?.column ?? -1) >= node.column) open.pop();
      const parent = nodes[open.at(-1) ?? -1] ?? null;
      const columns = new Set(open.map((at) => nodes[at]?.column));
      node.parent = open.at(-1) ?? null;
      node.isBranch = true;
      node.isOdd =
        drawn.includes('\t') ||
        (parent?.childColumn ?? (parent === null ? childColumn : null) ?? node.column) !== node.column ||
        Array.from(bars).some((sign, at) => BAR.test(sign) && !columns.has(at)) ||
        node.column - (parent?.nameColumn ?? 0) > farthestFrom(parent);
      if (parent !== null) parent.hasChildren = true;
      if (!node.isOdd && parent !== null) parent.childColumn ??= node.column;
      else if (!node.isOdd) childColumn ??= node.column;
      open.push(index);
    }
  }
  return nodes;
}

const farthestFrom = (parent: OpenNode | null): number =>
  parent === null || parent.column === -1 ? FARTHEST_FROM_ROOT : FARTHEST;

export const indentOf = (text: string): number => text.length - text.trimStart().length;

export const isComment = (text: string): boolean => /^\s*(?:#|\/\/)/.test(text);
