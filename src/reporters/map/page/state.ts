import type { EntryGroup, TileItem } from '../tile-items.js';
import { isGroup } from '../tile-items.js';
import { looksOf, type Look, type View } from './looks.js';
import type { PageMap } from './read-map.js';

/** What the page shows now. Parts of the page draw it anew when it changes. */
export interface State {
  readonly map: PageMap;
  /** The directory that fills the map, or a group of its entries. */
  readonly top: TileItem;
  readonly view: View;
  readonly looks: readonly Look[];
  /** By position whether the search finds the file; `null` where nothing is searched. */
  readonly found: Uint8Array | null;
  /** The path that is to have the focus, once it is drawn. */
  readonly focus: string | null;
}

export interface Store {
  readonly state: () => State;
  readonly update: (change: Partial<Pick<State, 'top' | 'view' | 'found' | 'focus'>>) => void;
  readonly onChange: (draw: (state: State, before: State | null) => void) => void;
}

export function createStore(map: PageMap): Store {
  const draws: ((state: State, before: State | null) => void)[] = [];
  const view: View = { kind: 'owners' };
  let state: State = { map, top: map.root, view, looks: looksOf(map, view), found: null, focus: null };
  return {
    state: () => state,
    update(change) {
      const before = state;
      const looks = change.view === undefined ? state.looks : looksOf(map, change.view);
      state = { ...state, focus: null, ...change, looks };
      for (const draw of draws) draw(state, before);
    },
    onChange(draw) {
      draws.push(draw);
      draw(state, null);
    },
  };
}

export const pathOf = (item: TileItem): string => (isGroup(item) ? item.directory.path : item.path);

/** What is written on an item, and read of it. */
export const nameOf = (item: TileItem): string => (isGroup(item) ? nameOfGroup(item) : item.name || '/');

function nameOfGroup({ children, files }: EntryGroup): string {
  const directories = children.filter(({ kind }) => kind === 'directory').length;
  if (directories === 0) return `${files.toLocaleString('en')} files`;
  return `${children.length.toLocaleString('en')} more`;
}
