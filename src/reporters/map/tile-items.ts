import type { MapEntry } from '../../core/map/map-entries.js';

/** Entries of one directory that are drawn as one: files that look alike, or what has no room of its own. */
export interface EntryGroup {
  readonly kind: 'group';
  readonly directory: MapEntry;
  readonly children: readonly MapEntry[];
  readonly files: number;
}

export type TileItem = MapEntry | EntryGroup;

export const isGroup = (item: TileItem): item is EntryGroup => item.kind === 'group';

export const filesOf = (item: TileItem): number => (isGroup(item) ? item.files : item.end - item.start);

/** The ranges of positions that an item stands for. */
export const rangesOf = (item: TileItem): readonly (readonly [start: number, end: number])[] =>
  isGroup(item) ? item.children.map(({ start, end }) => [start, end] as const) : [[item.start, item.end]];

/** The contents of a directory; where they are more than `most`, files that look alike as one. */
export function groupFiles(
  item: TileItem,
  most: number,
  lookOf: (file: MapEntry) => string,
): readonly TileItem[] {
  if (item.children.length <= most || isGroup(item)) return item.children;
  const items: TileItem[] = [];
  const groups = new Map<string, MapEntry[]>();
  for (const child of item.children) {
    if (child.kind === 'directory') items.push(child);
    else {
      const look = lookOf(child);
      const group = groups.get(look);
      if (group === undefined) groups.set(look, [child]);
      else group.push(child);
    }
  }
  for (const children of groups.values()) items.push(toItem(item, children));
  return items;
}

/** The largest items, and the rest as one. */
export function withoutTail(
  directory: MapEntry,
  items: readonly TileItem[],
  most: number,
): readonly TileItem[] {
  if (items.length <= most) return items;
  const sorted = items.toSorted((one, other) => filesOf(other) - filesOf(one));
  const rest = sorted.slice(most - 1).flatMap((item) => (isGroup(item) ? item.children : [item]));
  return [...sorted.slice(0, most - 1), toItem(directory, rest)];
}

function toItem(directory: MapEntry, children: readonly MapEntry[]): TileItem {
  const [only] = children;
  if (children.length === 1 && only !== undefined) return only;
  return {
    kind: 'group',
    directory,
    children,
    files: children.reduce((sum, child) => sum + filesOf(child), 0),
  };
}
