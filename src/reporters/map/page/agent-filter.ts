import { el } from './dom.js';

/** As many names are seen at a glance. */
const SEEN_AT_ONCE = 20;

/** The row of one agent in the legend. */
export interface AgentRow {
  readonly name: string;
  readonly element: HTMLElement;
}

/** A field that leaves the rows whose names hold what is typed; none where all of them are seen at once. */
export function createAgentFilter(rows: readonly AgentRow[]): readonly HTMLElement[] {
  if (rows.length <= SEEN_AT_ONCE) return [];
  const input = el('input', {
    type: 'search',
    class: 'agents',
    placeholder: `Find one of ${rows.length.toLocaleString('en')} agents`,
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-label': 'Find an agent',
  });
  const status = el('p', { class: 'hidden', role: 'status' });
  const lowered = rows.map(({ name }) => name.toLowerCase());
  const filter = (): void => {
    const wanted = input.value.trim().toLowerCase();
    let left = 0;
    for (const [index, { element }] of rows.entries()) {
      element.hidden = lowered[index]?.includes(wanted) !== true;
      if (!element.hidden) left += 1;
    }
    status.textContent =
      wanted === '' ? '' : left === 1 ? '1 agent found' : `${left.toLocaleString('en')} agents found`;
  };
  input.addEventListener('input', filter);
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || input.value === '') return;
    event.preventDefault();
    input.value = '';
    filter();
  });
  return [input, status];
}
