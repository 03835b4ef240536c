import { isGroup, type TileItem } from '../tile-items.js';
import { entryAt } from '../page-names.js';
import { layOutTiles, type Tile } from '../tiles.js';
import { showCard } from './card.js';
import { el } from './dom.js';
import { countAgents } from '../../../core/map/shares.js';
import { filesWords, wordsOfAgents, wordsOfShares } from './facts.js';
import { dress } from './fill.js';
import { moveFocus } from './keyboard.js';
import { countsOf, sharesOfLooks } from './looks.js';
import { nameOf, pathOf, type State, type Store } from './state.js';

const MOST_TILES = 1_200;
const LOOKS = { heading: 22, gap: 2, leastArea: 90, mostTiles: MOST_TILES };
/** Where a name, and below it an owner, can be read. */
const ROOM_FOR_NAME = { width: 72, height: 17 };
/** In pixels: what a character of a name takes, and what lies beside it. A shorter name needs less. */
const CHARACTER = 7.5;
const BESIDE_NAME = 18;
const ROOM_FOR_OWNER = 34;

/** The map itself: tiles as buttons in the order in which they are read, of which one takes part in the tab order. */
export function createTreemap(store: Store): HTMLElement {
  const help = el(
    'p',
    { id: 'map-help', class: 'hidden' },
    'Arrow keys move between tiles. Enter opens a directory, Escape or Backspace goes back up. Home and End go to the first and the last tile.',
  );
  const plane = el('div', { class: 'plane' });
  const map = el(
    'div',
    {
      class: 'treemap',
      role: 'group',
      'aria-roledescription': 'treemap',
      'aria-label': 'Files by owner',
      'aria-describedby': 'map-help',
    },
    plane,
    help,
  );
  let items = new Map<Element, TileItem>();
  const itemAt = (target: EventTarget | null): TileItem | undefined =>
    target instanceof Element ? items.get(target.closest('.tile') ?? target) : undefined;
  const draw = (): void => {
    items = drawTiles(plane, store.state());
  };
  store.onChange(draw);
  new ResizeObserver(draw).observe(plane);
  map.addEventListener('click', ({ target }) => {
    const item = itemAt(target);
    if (item !== undefined) enter(store, item);
  });
  map.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' || event.key === 'Backspace') leave(store);
    else if (!moveFocus(plane, event.key)) return;
    event.preventDefault();
  });
  showCard(map, store, itemAt);
  return map;
}

/** Fills the map with a directory or a group; a file has nothing inside. */
function enter(store: Store, item: TileItem): void {
  if (item.children.length > 0) store.update({ top: item, focus: '' });
}

function leave(store: Store): void {
  const { top, map } = store.state();
  const parent = isGroup(top) ? top.directory.path : top.path.split('/').slice(0, -1).join('/');
  store.update({ top: entryAt(map.root, parent) ?? map.root, focus: pathOf(top) });
}

function drawTiles(plane: HTMLElement, state: State): Map<Element, TileItem> {
  const { width, height } = plane.getBoundingClientRect();
  const items = new Map<Element, TileItem>();
  const { map, looks, top, focus } = state;
  if (width === 0 || height === 0) return items;
  const lookOf = (answer: number | null): string => (answer === null ? '' : (looks[answer]?.key ?? ''));
  const tiles = layOutTiles(
    top,
    { x0: 0, y0: 0, x1: width, y1: height },
    {
      ...LOOKS,
      lookOf: ({ answer }) => lookOf(answer),
      isPlain: (entry) => entry.answer !== null || sharesOfLooks(looks, countsOf(map, entry)).length === 1,
    },
  );
  const hadFocus = plane.contains(document.activeElement);
  const fragment = document.createDocumentFragment();
  let wanted: HTMLElement | null = null;
  for (const tile of tiles) {
    const element = toElement(tile, state);
    if (focus !== null && focus !== '' && pathOf(tile.item) === focus) wanted ??= element;
    items.set(element, tile.item);
    fragment.append(element);
  }
  wanted ??= focus === null || focus === '' ? null : groupHolding(items, focus);
  const first = wanted ?? fragment.firstElementChild;
  if (first !== null) first.setAttribute('tabindex', '0');
  if (tiles.length === 0) fragment.append(el('p', { class: 'empty' }, 'There is no file here.'));
  plane.replaceChildren(fragment);
  if (wanted !== null || (hadFocus && focus !== null)) (first as HTMLElement | null)?.focus();
  return items;
}

/** The tile that stands for a file which has none of its own. */
function groupHolding(items: ReadonlyMap<Element, TileItem>, path: string): HTMLElement | null {
  let holder: Element | null = null;
  for (const [element, item] of items) {
    const isAbove = isGroup(item)
      ? item.children.some((child) => child.path === path)
      : path.startsWith(`${item.path}/`);
    if (isAbove) holder = element;
  }
  return holder as HTMLElement | null;
}

function toElement({ item, box, isOpen }: Tile, { map, looks, view, found }: State): HTMLElement {
  const width = box.x1 - box.x0;
  const height = box.y1 - box.y0;
  const counts = countsOf(map, item);
  const shares = sharesOfLooks(looks, counts);
  const files = counts.reduce((sum, some) => sum + some, 0);
  const owners = wordsOfShares(shares, files);
  const denied = countAgents(map.answers, counts, 'denied');
  const hits = found === null ? null : hitsIn(item, found);
  const isBesides = view.kind === 'holder' && !shares.some(({ look }) => look.pattern === view.key);
  const kind = isGroup(item) ? 'group' : item.kind;
  const label = [
    kind === 'file'
      ? pathOf(item)
      : `${isGroup(item) ? nameOf(item) + ' in ' : ''}${pathOf(item)}/, ${filesWords(files)}`,
    owners,
    ...(denied.length === 0 ? [] : [`CANNOT TOUCH: ${wordsOfAgents(map, denied, files)}`]),
    ...(hits === null ? [] : [`${filesWords(hits)} found`]),
  ].join('; ');
  const element = el('button', {
    type: 'button',
    class: isOpen ? 'tile open' : 'tile',
    tabindex: -1,
    'aria-label': label,
    'data-kind': kind,
    'data-path': pathOf(item),
    'data-found': hits !== null && hits > 0 ? 'yes' : null,
    'data-dim': hits === 0 || isBesides ? 'yes' : null,
  });
  const { style } = element;
  style.left = `${box.x0.toFixed(1)}px`;
  style.top = `${box.y0.toFixed(1)}px`;
  style.width = `${width.toFixed(1)}px`;
  style.height = `${height.toFixed(1)}px`;
  if (!isOpen) dress(element, map, shares);
  const name = kind === 'directory' ? `${nameOf(item)}/` : nameOf(item);
  const needed = Math.min(ROOM_FOR_NAME.width, BESIDE_NAME + name.length * CHARACTER);
  if (width >= needed && height >= ROOM_FOR_NAME.height) {
    element.append(el('span', { class: 'name' }, name));
    if (isOpen) element.append(el('span', { class: 'size' }, files.toLocaleString('en')));
    else if (height >= ROOM_FOR_OWNER) element.append(el('span', { class: 'owner' }, owners));
  }
  return element;
}

function hitsIn(item: TileItem, found: Uint8Array): number {
  let hits = 0;
  for (const { start, end } of isGroup(item) ? item.children : [item])
    for (let position = start; position < end; position += 1) hits += found[position] ?? 0;
  return hits;
}
