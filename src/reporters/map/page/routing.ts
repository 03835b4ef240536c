import { entryAt } from '../page-names.js';
import { isGroup, type EntryGroup, type TileItem } from '../tile-items.js';
import type { Store } from './state.js';

/**
 * Keeps what fills the map in the address, so that the browser's own way back works. A group has an address as long as the
 * page is open: which files share a tile depends on the window. Later it leads to the directory of the group.
 */
export function keepAddress(store: Store): void {
  const { root } = store.state().map;
  const groups: EntryGroup[] = [];
  const itemAt = (path: string): TileItem => {
    const entry = entryAt(root, path);
    if (entry !== null) return entry.kind === 'directory' ? entry : root;
    const [, directory = '', number] = GROUP.exec(path) ?? [];
    if (number === undefined) return root;
    return groups[Number(number) - 1] ?? entryAt(root, directory) ?? root;
  };
  const addressOf = (item: TileItem): string => {
    if (!isGroup(item)) return item.path;
    if (!groups.includes(item)) groups.push(item);
    const { path } = item.directory;
    return `${path === '' ? '' : `${path}/`}*${groups.indexOf(item) + 1}`;
  };
  const follow = (): void => {
    const item = itemAt(readPath());
    if (store.state().top !== item) store.update({ top: item, focus: null });
  };
  window.addEventListener('hashchange', follow);
  follow();
  store.onChange(({ top }) => {
    const address = addressOf(top);
    if (address !== readPath()) location.hash = toHash(address);
  });
}

/** The address of a group: that of its directory, a star and a number. */
const GROUP = /^(?:(.*)\/)?\*(\d+)$/;

const toHash = (path: string): string => `#/${path.split('/').map(encodeURIComponent).join('/')}`;

function readPath(): string {
  try {
    return decodeURIComponent(location.hash.replace(/^#\/?/, ''));
  } catch {
    return '';
  }
}
