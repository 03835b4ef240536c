import type { MapEntry } from '../../../core/map/map-entries.js';
import { entryAt } from '../page-names.js';
import { el } from './dom.js';
import type { Store } from './state.js';

const MOST_LISTED = 20;

/** Finds files by a part of their path: the map shows where they are, the list the first of them. */
export function createSearch(store: Store): HTMLElement {
  const { map } = store.state();
  const list = el('ul', { id: 'found', role: 'listbox', 'aria-label': 'Files found', hidden: true });
  const status = el('p', { class: 'hidden', role: 'status' });
  const input = el('input', {
    type: 'search',
    id: 'search',
    placeholder: 'Find a path',
    autocomplete: 'off',
    spellcheck: 'false',
    role: 'combobox',
    'aria-label': 'Find a path',
    'aria-expanded': 'false',
    'aria-controls': 'found',
    'aria-keyshortcuts': '/',
  });
  let files: readonly MapEntry[] | null = null;
  let lowered: readonly string[] = [];
  let listed: readonly MapEntry[] = [];
  let chosen = 0;

  const choose = (index: number): void => {
    chosen = listed.length === 0 ? 0 : (index + listed.length) % listed.length;
    for (const [at, option] of [...list.children].entries())
      option.setAttribute('aria-selected', String(at === chosen));
    const option = list.children[chosen];
    option?.scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', option?.id ?? '');
  };
  const show = (isOpen: boolean): void => {
    list.hidden = !isOpen || listed.length === 0;
    input.setAttribute('aria-expanded', String(!list.hidden));
  };
  const go = (file: MapEntry): void => {
    show(false);
    const parent = entryAt(map.root, file.path.split('/').slice(0, -1).join('/')) ?? map.root;
    store.update({ top: parent, focus: file.path });
  };
  const search = (): void => {
    const wanted = input.value.trim().toLowerCase();
    if (files === null) {
      files = filesIn(map.root);
      lowered = files.map(({ path }) => path.toLowerCase());
    }
    if (wanted === '') {
      listed = [];
      status.textContent = '';
      show(false);
      if (store.state().found !== null) store.update({ found: null });
      return;
    }
    const found = Uint8Array.from(lowered, (path) => (path.includes(wanted) ? 1 : 0));
    const hits = files.filter((_, position) => found[position] === 1);
    listed = hits.slice(0, MOST_LISTED);
    list.replaceChildren(
      ...listed.map((file, at) => el('li', { role: 'option', id: `found-${at}` }, file.path)),
    );
    if (hits.length > listed.length)
      list.append(
        el(
          'li',
          { class: 'more', role: 'presentation' },
          `${(hits.length - listed.length).toLocaleString('en')} more`,
        ),
      );
    status.textContent =
      hits.length === 1 ? '1 file found' : `${hits.length.toLocaleString('en')} files found`;
    choose(0);
    show(true);
    store.update({ found });
  };

  input.addEventListener('input', search);
  input.addEventListener('keydown', (event) => {
    const { key } = event;
    const file = listed[chosen];
    if (key === 'ArrowDown') choose(chosen + 1);
    else if (key === 'ArrowUp') choose(chosen - 1);
    else if (key === 'Enter' && file !== undefined) go(file);
    else if (key === 'Escape' && input.value !== '') {
      input.value = '';
      search();
    } else return;
    event.preventDefault();
  });
  input.addEventListener('blur', () => {
    show(false);
  });
  list.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    const file = listed[[...list.children].indexOf(event.target as Element)];
    if (file !== undefined) go(file);
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || document.activeElement === input) return;
    event.preventDefault();
    input.focus();
  });
  return el('div', { class: 'search' }, input, list, status);
}

/** By position. */
function filesIn(root: MapEntry): readonly MapEntry[] {
  const files: MapEntry[] = [];
  const waiting = [root];
  for (let entry = waiting.pop(); entry !== undefined; entry = waiting.pop()) {
    if (entry.kind === 'file') files[entry.start] = entry;
    for (const child of entry.children) waiting.push(child);
  }
  return files;
}
