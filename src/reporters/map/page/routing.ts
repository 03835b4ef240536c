import { entryAt } from '../page-names.js';
import { isGroup } from '../tile-items.js';
import type { Store } from './state.js';

/** Keeps the directory in the address, so that the browser's own way back works. */
export function keepAddress(store: Store): void {
  const { root } = store.state().map;
  const follow = (): void => {
    const entry = entryAt(root, readPath()) ?? root;
    const { top } = store.state();
    if (!isGroup(top) && top === entry) return;
    store.update({ top: entry.kind === 'directory' ? entry : root, focus: null });
  };
  window.addEventListener('hashchange', follow);
  follow();
  store.onChange(({ top }) => {
    if (!isGroup(top) && top.path !== readPath()) location.hash = toHash(top.path);
  });
}

const toHash = (path: string): string => `#/${path.split('/').map(encodeURIComponent).join('/')}`;

function readPath(): string {
  try {
    return decodeURIComponent(location.hash.replace(/^#\/?/, ''));
  } catch {
    return '';
  }
}
