import { splitRemark } from '../entries/split-remark.js';
import { stripMarks } from '../entries/marks.js';
import { mentionsPath } from '../entries/path-words.js';
import type { Line } from '../markdown-block.js';
import { indentOf, isComment, openNode, type OpenNode, type TreeNode } from './tree-layout.js';

const STEP = 8;
/** What is indented below a bullet can be a part of it, or a bullet of its own. */
const BULLET = /^[-+*•]\s/;

/**
 * Lays out the lines of a fence without branches. What is indented below a line that ends in `/` is a tree, where all of it is
 * single words that are indented in even steps; not so where the words begin with the line above, and are whole paths. Anything
 * else below such a line is odd. Elsewhere blanks in front of a line mean nothing.
 */
export function layOutIndented(lines: readonly Line[]): readonly TreeNode[] {
  const nodes = lines.map((line) => {
    const indent = indentOf(line.text);
    return openNode(line, line.text.trim(), indent, indent);
  });
  let index = 0;
  while (index < nodes.length) {
    const members = isDirectory(nodes[index]) ? membersBelow(nodes, index) : [];
    if (members.length > 0) layOutGroup(nodes, index, members);
    index = Math.max(index, ...members.slice(-1)) + 1;
  }
  return nodes;
}

const isNothing = (node: OpenNode): boolean => node.text === '' || isComment(node.text);

const wordOf = (node: OpenNode | undefined): string =>
  node === undefined || isNothing(node) ? '' : splitRemark(stripMarks(node.text).rest).written.trim();

const isDirectory = (node: OpenNode | undefined): boolean => /^\S+\/:?$/.test(wordOf(node));

function membersBelow(nodes: readonly OpenNode[], root: number): readonly number[] {
  const members: number[] = [];
  const column = nodes[root]?.column ?? 0;
  for (let index = root + 1; index < nodes.length; index += 1) {
    const node = nodes[index];
    if (node === undefined || isNothing(node)) continue;
    if (node.column <= column) break;
    members.push(index);
  }
  return members;
}

const isWords = (node: OpenNode | undefined): boolean =>
  /^[^,]*\s[^,]*$/.test(wordOf(node)) && !mentionsPath(node?.text ?? '');

function layOutGroup(nodes: readonly OpenNode[], root: number, members: readonly number[]): void {
  const top = nodes[root];
  if (top === undefined) return;
  const prefix = wordOf(top);
  const repeating = members.filter((at) => wordOf(nodes[at]).startsWith(prefix)).length;
  const isProse = members.every((at) => isWords(nodes[at]));
  if (isProse || repeating === members.length) return;
  const open = [root];
  let isClear = repeating === 0 && prefix.endsWith('/') && !BULLET.test(top.text);
  for (const at of members) {
    const node = nodes[at];
    if (node === undefined) continue;
    while ((nodes[open.at(-1) ?? root]?.column ?? -1) >= node.column) open.pop();
    const parent = nodes[open.at(-1) ?? root] ?? top;
    const step = node.column - parent.column;
    isClear &&=
      !/^ *\t/.test(node.line.text) &&
      /^[^\s,]+$/.test(wordOf(node)) &&
      isDirectory(parent) &&
      !BULLET.test(node.text) &&
      step <= STEP &&
      (parent.childColumn ?? node.column) === node.column;
    parent.childColumn ??= node.column;
    parent.hasChildren = true;
    node.parent = open.at(-1) ?? root;
    open.push(at);
  }
  if (!isClear) for (const at of [root, ...members]) markOdd(nodes[at]);
}

function markOdd(node: OpenNode | undefined): void {
  if (node !== undefined) node.isOdd = true;
}
