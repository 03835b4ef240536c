import { createContents } from './contents.js';
import { createCrumbs } from './crumbs.js';
import { el } from './dom.js';
import { createLegend } from './legend.js';
import { readMap, type PageMap } from './read-map.js';
import { keepAddress } from './routing.js';
import { createSearch } from './search.js';
import { createStore } from './state.js';
import { createThemeSwitch } from './theme.js';
import { createTreemap } from './treemap.js';

const app = document.getElementById('app') ?? document.body;
readMap(document.getElementById('map-data')?.textContent ?? '').then(show, () => {
  app.replaceChildren(
    el(
      'p',
      { class: 'note', role: 'alert' },
      'This browser cannot read the map. Any of the last two years can.',
    ),
  );
});

function show(map: PageMap): void {
  document.title = map.title;
  const store = createStore(map);
  keepAddress(store);
  const notes = map.notes.map((note) => el('p', { class: 'note' }, note));
  const treemap = createTreemap(store);
  app.replaceChildren(
    el(
      'header',
      {},
      el('div', { class: 'title' }, el('h1', {}, map.title), el('p', {}, map.subtitle)),
      createSearch(store),
      createThemeSwitch(),
    ),
    ...notes,
    el(
      'main',
      {},
      el('div', { class: 'stage' }, createCrumbs(store), treemap),
      createLegend(store),
      createContents(store),
    ),
  );
  document.documentElement.dataset['ready'] = 'yes';
}
