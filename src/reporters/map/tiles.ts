import { treemapSquarify } from 'd3-hierarchy';
import type { MapEntry } from '../../core/map/map-entries.js';
import { filesOf, groupFiles, isGroup, withoutTail, type TileItem } from './tile-items.js';

export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** A rectangle of the treemap. An open one is a directory whose contents follow it, inside its box below its heading. */
export interface Tile {
  readonly item: TileItem;
  readonly box: Box;
  readonly depth: number;
  readonly isOpen: boolean;
}

export interface TileOptions {
  /** Which files look alike, so that they can be one tile where they are too many. */
  readonly lookOf: (file: MapEntry) => string;
  /** Whether all below an item looks alike, so that there is nothing to open. */
  readonly isPlain: (entry: MapEntry) => boolean;
  readonly heading: number;
  readonly gap: number;
  /** No tile of many is smaller than this, in square pixels. */
  readonly leastArea: number;
  readonly mostTiles: number;
}

interface Draft extends Tile {
  isOpen: boolean;
  below: readonly Draft[];
}

const LEAST_SIDE = 28;

/**
 * Tiles for a directory, each before those inside it: as many directories are opened as there is room for, the largest first,
 * so that the work does not grow with the repository but with what can be seen.
 */
export function layOutTiles(root: TileItem, box: Box, options: TileOptions): readonly Tile[] {
  const top: Draft = { item: root, box, depth: 0, isOpen: false, below: [] };
  const waiting = [top];
  let room = options.mostTiles;
  while (waiting.length > 0) {
    waiting.sort((one, other) => areaOf(one.box) - areaOf(other.box));
    const draft = waiting.pop();
    if (draft === undefined) break;
    const below = open(draft, draft === top ? box : insideOf(draft.box, options), options);
    if (below === null || (below.length > room && draft !== top)) continue;
    room -= below.length;
    draft.isOpen = true;
    draft.below = below;
    for (const child of below)
      if (!isGroup(child.item) && child.item.kind === 'directory' && !options.isPlain(child.item))
        waiting.push(child);
  }
  return inOrder(top).slice(1);
}

/** `null` where the contents have no room. */
function open(draft: Draft, inside: Box, options: TileOptions): readonly Draft[] | null {
  const { item, depth } = draft;
  const isTop = depth === 0;
  if (!isTop && Math.min(inside.x1 - inside.x0, inside.y1 - inside.y0) < LEAST_SIDE) return null;
  const most = Math.max(1, Math.min(options.mostTiles, areaOf(inside) / options.leastArea));
  const grouped = groupFiles(item, most, options.lookOf);
  if (!isTop && grouped.length > most) return null;
  const items = withoutTail(isGroup(item) ? item.directory : item, grouped, most);
  const nodes = items
    .map((child) => ({ item: child, value: filesOf(child), x0: 0, y0: 0, x1: 0, y1: 0 }))
    .sort((one, other) => other.value - one.value);
  const value = nodes.reduce((sum, node) => sum + node.value, 0);
  // d3's own type asks for its own nodes, of which it uses no more than these parts.
  treemapSquarify({ value, children: nodes } as never, inside.x0, inside.y0, inside.x1, inside.y1);
  return nodes.map((node) => ({
    item: node.item,
    box: shrink(node, options.gap / 2),
    depth: depth + 1,
    isOpen: false,
    below: [],
  }));
}

const areaOf = ({ x0, y0, x1, y1 }: Box): number => Math.max(0, x1 - x0) * Math.max(0, y1 - y0);

const insideOf = ({ x0, y0, x1, y1 }: Box, { heading, gap }: TileOptions): Box => ({
  x0: x0 + gap,
  y0: y0 + heading,
  x1: x1 - gap,
  y1: y1 - gap,
});

/** Half of the gap goes from each side, but never all of a small tile. */
function shrink({ x0, y0, x1, y1 }: Box, by: number): Box {
  const across = Math.min(by, (x1 - x0) / 5);
  const down = Math.min(by, (y1 - y0) / 5);
  return { x0: x0 + across, y0: y0 + down, x1: x1 - across, y1: y1 - down };
}

function inOrder(top: Draft): readonly Tile[] {
  const order: Tile[] = [];
  const waiting = [top];
  for (let draft = waiting.pop(); draft !== undefined; draft = waiting.pop()) {
    order.push(draft);
    waiting.push(...draft.below.toReversed());
  }
  return order;
}
