import { isGroup, type TileItem } from '../tile-items.js';
import { el } from './dom.js';
import { countAgents, type AgentCount } from '../../../core/map/shares.js';
import { filesWords, wordsOfAgents, wordsOfShares } from './facts.js';
import { countsOf, looksOf, sharesOfLooks } from './looks.js';
import type { PageMap } from './read-map.js';
import { nameOf, pathOf, type Store } from './state.js';

const DISTANCE = 14;

/** A card with all that is known of a tile, beside it, while the pointer is on it or it has the focus. Escape hides it. */
export function showCard(
  map: HTMLElement,
  store: Store,
  itemAt: (target: EventTarget | null) => TileItem | undefined,
): void {
  const card = el('div', { class: 'card', role: 'tooltip', id: 'card', hidden: true });
  document.body.append(card);
  const hide = (): void => {
    card.hidden = true;
  };
  const show = (target: EventTarget | null, x: number, y: number): void => {
    const item = itemAt(target);
    if (item === undefined) {
      hide();
      return;
    }
    card.replaceChildren(...describe(store.state().map, item));
    card.hidden = false;
    place(card, x, y);
  };
  map.addEventListener('pointermove', ({ target, clientX, clientY }) => {
    show(target, clientX, clientY);
  });
  map.addEventListener('pointerleave', hide);
  map.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof Element) || !target.matches(':focus-visible')) return;
    const { left, top, width, height } = target.getBoundingClientRect();
    show(target, left + Math.min(width / 2, 160), top + Math.min(height, 40));
  });
  map.addEventListener('focusout', hide);
  store.onChange(hide);
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') hide();
  });
  window.addEventListener('scroll', hide, { passive: true });
}

/** Below and right of the point, or where there is room. */
function place(card: HTMLElement, x: number, y: number): void {
  const { width, height } = card.getBoundingClientRect();
  const left = x + DISTANCE + width > innerWidth ? x - DISTANCE - width : x + DISTANCE;
  const top = y + DISTANCE + height > innerHeight ? y - DISTANCE - height : y + DISTANCE;
  card.style.left = `${Math.max(4, Math.min(left, innerWidth - width - 4))}px`;
  card.style.top = `${Math.max(4, top)}px`;
}

function describe(map: PageMap, item: TileItem): readonly Node[] {
  const counts = countsOf(map, item);
  const files = counts.reduce((sum, some) => sum + some, 0);
  const shares = sharesOfLooks(looksOf(map, { kind: 'owners' }), counts);
  const row = (term: string, kind: string, agents: readonly AgentCount[]): readonly Node[] =>
    agents.length === 0
      ? []
      : [el('dt', { class: kind }, term), el('dd', {}, wordsOfAgents(map, agents, files))];
  const isFile = !isGroup(item) && item.kind === 'file';
  return [
    el('p', { class: 'path' }, isFile ? item.path : `${pathOf(item)}/`),
    el('p', { class: 'count' }, isGroup(item) ? `${nameOf(item)} here` : isFile ? 'file' : filesWords(files)),
    el(
      'dl',
      {},
      el('dt', {}, 'Owner'),
      el('dd', {}, wordsOfShares(shares, files)),
      ...row('Contested', 'contested', countAgents(map.answers, counts, 'contested')),
      ...row('READS', 'reads', countAgents(map.answers, counts, 'readers')),
      ...row('CANNOT TOUCH', 'denied', countAgents(map.answers, counts, 'denied')),
    ),
  ];
}
