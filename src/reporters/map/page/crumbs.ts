import { entryAt } from '../page-names.js';
import { isGroup } from '../tile-items.js';
import { button, el } from './dom.js';
import { nameOf, pathOf, type Store } from './state.js';

/** The way from the root to what fills the map. */
export function createCrumbs(store: Store): HTMLElement {
  const list = el('ol');
  store.onChange(({ top, map }) => {
    const names = pathOf(top) === '' ? [] : pathOf(top).split('/');
    const steps = [
      { name: 'All files', path: '' },
      ...names.map((name, index) => ({ name, path: names.slice(0, index + 1).join('/') })),
    ];
    const last = isGroup(top) ? null : pathOf(top);
    list.replaceChildren(
      ...steps.map(({ name, path }) => {
        if (path === last) return el('li', {}, el('span', { 'aria-current': 'location' }, name));
        return el(
          'li',
          {},
          button(
            {},
            () => {
              store.update({ top: entryAt(map.root, path) ?? map.root, focus: '' });
            },
            name,
          ),
        );
      }),
      ...(isGroup(top) ? [el('li', {}, el('span', { 'aria-current': 'location' }, nameOf(top)))] : []),
    );
  });
  return el('nav', { class: 'crumbs', 'aria-label': 'Place in the tree' }, list);
}
