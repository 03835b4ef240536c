import { percent } from '../holder-words.js';
import { createAgentFilter } from './agent-filter.js';
import { button, el } from './dom.js';
import { countAgents } from '../../../core/map/shares.js';
import { filesWords } from './facts.js';
import { dress } from './fill.js';
import { countsOf, looksOf, sharesOfLooks, type LookShare, type View } from './looks.js';
import type { PageMap } from './read-map.js';
import type { Store } from './state.js';

const ORDER = ['several', 'contested', 'nobody', 'protected', 'shared'];
const MEANINGS: Readonly<Record<string, string>> = {
  several: 'Several owners',
  contested: 'Contested: OWNS meets CANNOT TOUCH',
  nobody: 'Nobody owns it',
  protected: 'Protected: for people',
  shared: 'Open to all agents',
};

/** Who has how much. A press shows the map as one agent sees it, or the files of one kind; a second one all again. */
export function createLegend(store: Store): HTMLElement {
  const { map } = store.state();
  const counts = countsOf(map, map.root);
  const files = map.answerAt.length;
  const shares = sharesOfLooks(looksOf(map, { kind: 'owners' }), counts);
  const owned = new Map(
    countAgents(map.answers, counts, 'owners').map(({ agent, files: some }) => [agent, some]),
  );
  const agents = [...map.agents.keys()].sort((one, other) => (owned.get(other) ?? 0) - (owned.get(one) ?? 0));
  const rows: { readonly view: View; readonly element: HTMLElement }[] = [];
  const row = (view: View, share: LookShare, name: string): HTMLElement => {
    const swatch = el('span', { class: 'swatch', 'aria-hidden': 'true' });
    dress(swatch, map, [share]);
    const element = button(
      { class: 'row', 'aria-pressed': 'false', title: filesWords(share.files) },
      () => {
        store.update({ view: sameView(store.state().view, view) ? { kind: 'owners' } : view });
      },
      swatch,
      el('span', { class: 'label' }, name),
      el('span', { class: 'share' }, percent(share.files, files)),
    );
    rows.push({ view, element });
    return el('li', {}, element);
  };
  const agentRows = agents.map((agent) => {
    const name = map.agents[agent]?.name ?? '';
    const look = { key: '', words: '', agents: [agent], pattern: 'plain' } as const;
    return { name, element: row({ kind: 'agent', agent }, { look, files: owned.get(agent) ?? 0 }, name) };
  });
  const kindRows = ORDER.flatMap((pattern) => {
    const of = shares.filter(({ look }) => look.pattern === pattern);
    const [first] = of;
    if (first === undefined) return [];
    const sum = of.reduce((total, share) => total + share.files, 0);
    return [row({ kind: 'holder', key: pattern }, { ...first, files: sum }, MEANINGS[pattern] ?? '')];
  });
  const rules = el('div', { class: 'rules' });
  store.onChange(({ view }, before) => {
    if (before?.view === view) return;
    for (const { view: own, element } of rows)
      element.setAttribute('aria-pressed', String(sameView(view, own)));
    rules.replaceChildren(...(view.kind === 'agent' ? describeAgent(map, view.agent) : []));
  });
  return el(
    'aside',
    { class: 'legend', 'aria-label': 'Legend and filter' },
    el('h2', {}, 'Agents'),
    ...createAgentFilter(agentRows),
    agentRows.length === 0
      ? el('p', {}, 'There is none.')
      : el('ul', {}, ...agentRows.map(({ element }) => element)),
    rules,
    ...(kindRows.length === 0 ? [] : [el('h2', {}, 'Not of one agent alone'), el('ul', {}, ...kindRows)]),
  );
}

const sameView = (one: View, other: View): boolean => JSON.stringify(one) === JSON.stringify(other);

const SECTIONS = [
  ['owns', 'OWNS'],
  ['reads', 'READS'],
  ['cannot-touch', 'CANNOT TOUCH'],
] as const;

/** What its definition says, and what the map means while it shows one agent. */
function describeAgent(map: PageMap, agent: number): readonly Node[] {
  const rules = map.rules[agent] ?? [];
  const meaning = el('p', { class: 'meaning' });
  for (const [pattern, word] of [
    ['plain', 'OWNS'],
    ['reads', 'READS'],
    ['denied', 'CANNOT TOUCH'],
    ['nobody', 'no rule'],
  ] as const) {
    const swatch = el('span', { class: 'swatch', 'aria-hidden': 'true' });
    dress(swatch, map, [{ look: { key: '', words: '', agents: [agent], pattern }, files: 1 }]);
    meaning.append(el('span', { class: 'key' }, swatch, word));
  }
  return [
    meaning,
    ...SECTIONS.flatMap(([section, title]) => {
      const own = rules.filter(([kind]) => kind === section);
      if (own.length === 0)
        return section === 'cannot-touch' ? [el('p', {}, 'No CANNOT TOUCH: held to nothing.')] : [];
      return [
        el('h3', {}, title),
        el('ul', {}, ...own.map(([, pattern, place]) => el('li', { title: place }, el('code', {}, pattern)))),
      ];
    }),
  ];
}
