import { filesOf, isGroup, type TileItem } from '../tile-items.js';
import { button, el } from './dom.js';
import { countAgents } from '../../../core/map/shares.js';
import { wordsOfAgents, wordsOfShares } from './facts.js';
import { bands } from './fill.js';
import { countsOf, sharesOfLooks } from './looks.js';
import { nameOf, type State, type Store } from './state.js';

const MOST_ROWS = 200;

/** The same as a table, for whoever reads rather than looks, and for paper. */
export function createContents(store: Store): HTMLElement {
  const body = el('tbody');
  const more = el('p', { class: 'more' });
  store.onChange((state) => {
    const { top } = state;
    const children: readonly TileItem[] = top.children;
    const sorted = children.toSorted((one, other) => filesOf(other) - filesOf(one));
    body.replaceChildren(...sorted.slice(0, MOST_ROWS).map((item) => toRow(item, state, store)));
    const left = sorted.length - MOST_ROWS;
    more.textContent = left > 0 ? `${left.toLocaleString('en')} more are not listed.` : '';
  });
  return el(
    'section',
    { class: 'contents', 'aria-label': 'Contents as a table' },
    el(
      'table',
      {},
      el(
        'thead',
        {},
        el(
          'tr',
          {},
          ...['Name', 'Files', 'Owner', 'CANNOT TOUCH'].map((title) => el('th', { scope: 'col' }, title)),
        ),
      ),
      body,
    ),
    more,
  );
}

function toRow(item: TileItem, { map, looks }: State, store: Store): HTMLElement {
  const counts = countsOf(map, item);
  const files = filesOf(item);
  const shares = sharesOfLooks(looks, counts);
  const bar = el('span', { class: 'bar', 'aria-hidden': 'true' });
  bar.style.background = bands(shares, map);
  const name = !isGroup(item) && item.kind === 'directory' ? `${nameOf(item)}/` : nameOf(item);
  const open = (): void => {
    store.update({ top: item, focus: null });
  };
  return el(
    'tr',
    {},
    el('th', { scope: 'row' }, item.children.length > 0 ? button({}, open, name) : name),
    el('td', { class: 'number' }, files.toLocaleString('en')),
    el('td', {}, bar, wordsOfShares(shares, files)),
    el('td', {}, wordsOfAgents(map, countAgents(map.answers, counts, 'denied'), files) || '–'),
  );
}
