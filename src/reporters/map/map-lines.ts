import type { OwnershipMap } from '../../core/map/ownership-map.js';
import { holderKey, holderOf } from '../../core/map/shares.js';
import { visible } from '../visible.js';
import { filesOf, groupFiles, isGroup, withoutTail, type TileItem } from './tile-items.js';

/** A line of the tree in a terminal. */
export interface MapLine {
  readonly item: TileItem;
  /** The lines of the tree before the name. */
  readonly branch: string;
  readonly label: string;
}

export interface MapLines {
  readonly lines: readonly MapLine[];
  /** Directories that hold more than one answer and are not opened. */
  readonly closed: number;
  /** Entries that share a last line of their directory. */
  readonly folded: number;
}

/** How much of the tree to show: all to a depth, or the largest directories that so many lines have room for. */
export type Extent = { readonly depth: number } | { readonly lines: number };

/** So many lines of one directory, before the rest shares one. */
const MOST_IN_DIRECTORY = 12;

interface Draft {
  readonly item: TileItem;
  readonly label: string;
  readonly depth: number;
  below: readonly Draft[];
  folded: number;
}

/** The tree below the root; what has one holder all through is not opened. */
export function toMapLines(map: OwnershipMap, extent: Extent): MapLines {
  const top: Draft = { item: map.root, label: '', depth: 0, below: [], folded: 0 };
  const isAll = 'depth' in extent;
  const depth = isAll ? extent.depth : Infinity;
  let room = isAll ? Infinity : extent.lines;
  let closed = 0;
  let folded = 0;
  const waiting = [top];
  while (waiting.length > 0) {
    waiting.sort((one, other) => filesOf(one.item) - filesOf(other.item));
    const draft = waiting.pop();
    if (draft === undefined) break;
    if (draft.depth >= depth) {
      closed += 1;
      continue;
    }
    const below = open(draft, map, isAll ? Infinity : MOST_IN_DIRECTORY);
    if (below.length > room && draft !== top) {
      closed += 1;
      continue;
    }
    room -= below.length;
    draft.below = below;
    folded += below.reduce((sum, child) => sum + child.folded, 0);
    waiting.push(...below.filter(({ item }) => !isGroup(item) && !isOfOneHolder(item, map)));
  }
  return { lines: inOrder(top.below, ''), closed, folded };
}

function open({ item, depth }: Draft, map: OwnershipMap, most: number): readonly Draft[] {
  if (isGroup(item)) return [];
  const keyOf = ({ answer }: { readonly answer: number | null }): string => keyOfAnswer(answer, map);
  const grouped = groupFiles(item, 0, keyOf);
  const items = withoutTail(item, grouped, most);
  const tail = grouped.length > items.length ? items.at(-1) : undefined;
  return items
    .toSorted((one, other) => rank(one, tail) - rank(other, tail) || filesOf(other) - filesOf(one))
    .map((child) => {
      const folded = child === tail && isGroup(child) ? child.children.length : 0;
      const joined = folded > 0 ? child : lastOfChain(child);
      return { item: joined, label: labelOf(joined, item.path, folded), depth: depth + 1, below: [], folded };
    });
}

/** Directories, then files, and what shares a line at the end. */
const rank = (item: TileItem, tail: TileItem | undefined): number =>
  item === tail ? 2 : item.kind === 'directory' ? 0 : 1;

/** A directory that holds nothing but another one is told in one line with it. */
function lastOfChain(item: TileItem): TileItem {
  let last = item;
  for (
    let [only] = last.children;
    last.kind === 'directory' && last.children.length === 1;
    [only] = last.children
  ) {
    if (only?.kind !== 'directory') break;
    last = only;
  }
  return last;
}

function labelOf(item: TileItem, parent: string, folded: number): string {
  if (folded > 0) return `… ${folded} more`;
  if (isGroup(item)) return `(${item.files} files)`;
  const below = item.path.slice(parent === '' ? 0 : parent.length + 1);
  return visible(below) + (item.kind === 'directory' ? '/' : '');
}

const keyOfAnswer = (answer: number | null, { answers }: OwnershipMap): string => {
  const found = answer === null ? undefined : answers[answer];
  return found === undefined ? '' : holderKey(holderOf(found));
};

function isOfOneHolder(item: TileItem, map: OwnershipMap): boolean {
  if (isGroup(item) || item.kind === 'file') return true;
  const first = keyOfAnswer(map.answerAt[item.start] ?? 0, map);
  for (let position = item.start + 1; position < item.end; position += 1) {
    if (map.answerAt[position] === map.answerAt[position - 1]) continue;
    if (keyOfAnswer(map.answerAt[position] ?? 0, map) !== first) return false;
  }
  return true;
}

/** Without recursion: git limits no depth. */
function inOrder(drafts: readonly Draft[], indent: string): readonly MapLine[] {
  const lines: MapLine[] = [];
  const waiting = toWaiting(drafts, indent);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { draft, indent: before, isLast } = next;
    lines.push({ item: draft.item, branch: `${before}${isLast ? '└─ ' : '├─ '}`, label: draft.label });
    waiting.push(...toWaiting(draft.below, `${before}${isLast ? '   ' : '│  '}`));
  }
  return lines;
}

const toWaiting = (drafts: readonly Draft[], indent: string) =>
  drafts.map((draft, index) => ({ draft, indent, isLast: index === drafts.length - 1 })).reverse();
