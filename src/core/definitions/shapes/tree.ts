import { NOTHING, toEntry, unreadLine, type Reading } from '../entries/entry.js';
import type { EntryContext } from '../entries/entry-context.js';
import { splitRemark } from '../entries/split-remark.js';
import { isContradicted, stripMarks } from '../entries/marks.js';
import { readPatternText, splitAtCommas } from '../entries/pattern-text.js';
import { readRemark, type Remark } from '../entries/remark.js';
import type { UnenforceableReason } from '../problem.js';
import { CODE_EXTENSIONS } from '../entries/code-extensions.js';
import { isRootLabel, isUsualDirectory } from './tree-roots.js';
import type { TreeNode } from './tree-layout.js';

/** A line of a tree with others below it: what their paths begin with, or `null` where these are reported, not read. */
export interface Branch {
  readonly prefix: string | null;
  readonly condition: string | null;
}

export const UNREAD_BRANCH: Branch = { prefix: null, condition: null };

/** What a line of a tree says, and what it means for the lines below it. */
export interface TreeReading {
  readonly reading: Reading;
  readonly branch: Branch;
}

interface Name {
  readonly names: readonly string[];
  readonly remark: Remark;
  /** The line ends in "etc.", and so means more than it names. */
  readonly goesOn: boolean;
}

/**
 * Reads a line of a tree. A line with others below it is what their paths begin with, and no entry; every other line is an
 * entry of its full path, from the root of the repository. A root line can be the name of the repository itself.
 */
export function readTreeNode(node: TreeNode, above: Branch | null, context: EntryContext): TreeReading {
  if (node.isOdd || (above !== null && above.prefix === null)) return unread(node, 'unknown-shape');
  const isRoot = node.parent === null && node.hasChildren && !node.isBranch;
  if (isRoot && isRootLabel(node.text)) {
    return { reading: NOTHING, branch: { prefix: '', condition: null } };
  }
  const read = readName(node.text, context);
  if ('reason' in read) return unread(node, read.reason);
  const { names, remark } = read;
  const condition = remark.condition ?? above?.condition ?? null;
  if (node.hasChildren) {
    const [name = ''] = names;
    const isClear =
      names.length === 1 && !read.goesOn && remark.exceptions.length === 0 && isDirectory(name, isRoot);
    if (!isClear) return unread(node, 'unknown-shape');
    const prefix = `${above?.prefix ?? ''}${name.replace(/\/+$/, '')}/`;
    return { reading: NOTHING, branch: { prefix, condition } };
  }
  const patterns = names.map((name) => ({
    text: fullPath(above?.prefix ?? '', name),
    line: node.line.line,
  }));
  const entry = { ...toEntry(patterns, { ...remark, anchored: false }), condition };
  const { unread: further } = read.goesOn ? unreadLine(node.line, 'unknown-shape') : NOTHING;
  return { reading: { entries: [entry], unread: further }, branch: UNREAD_BRANCH };
}

const unread = ({ line }: TreeNode, reason: UnenforceableReason): TreeReading => ({
  reading: unreadLine(line, reason),
  branch: UNREAD_BRANCH,
});

/** The names that stand on a line, with the remark behind them. */
function readName(text: string, context: EntryContext): Name | { readonly reason: UnenforceableReason } {
  const { mark, rest } = stripMarks(text.replaceAll('`', ''));
  if (isContradicted(mark, context.kind)) return { reason: 'unknown-shape' };
  const { written, tail } = splitRemark(rest);
  const names: string[] = [];
  for (const piece of splitAtCommas(written)) {
    const name = readPatternText(piece.replace(/^\.\/(?=.)/, ''));
    if ('reason' in name) return name;
    if (/^[!/\\]|^\.{1,2}\/?$/.test(name.pattern)) return { reason: 'unknown-shape' };
    names.push(name.pattern);
  }
  if (names.length === 0) return { reason: 'no-path' };
  const remark = readRemark(tail, names, context);
  if ('reason' in remark) return remark;
  const paths = names.filter((name) => !isEndOfList(name));
  return paths.length === 0
    ? { reason: 'no-path' }
    : { names: paths, remark, goesOn: paths.length < names.length };
}

const isEndOfList = (name: string): boolean => /^(?:etc\.?|more)$/i.test(name);

/** A root without slash that has lines below it could as well be the name of the repository. */
const isDirectory = (name: string, isRoot: boolean): boolean => {
  if (/[*?{}]/.test(name) && !/\{\{|<|\{\w+\}/.test(name)) return false;
  if (name.endsWith('/')) return true;
  const extension = /[^/.]\.(\w+)$/.exec(name)?.[1];
  if (extension !== undefined && CODE_EXTENSIONS.has(extension.toLowerCase())) return false;
  return !isRoot || name.includes('/') || /^\.[A-Za-z]/.test(name) || isUsualDirectory(name);
};

/** A name that stands alone would match at any depth. */
const fullPath = (prefix: string, name: string): string => {
  const path = prefix + name;
  return /[^/]\/[^/]/.test(path) ? path : `/${path}`;
};
