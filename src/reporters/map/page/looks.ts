import { countAnswers, holderKey, holderOf, type Holder } from '../../../core/map/shares.js';
import { holderWords } from '../holder-words.js';
import { rangesOf, type TileItem } from '../tile-items.js';
import type { PageMap } from './read-map.js';

/** How files are coloured: each look has a name, a fill (CSS) and a pattern over it. */
export interface Look {
  readonly key: string;
  readonly words: string;
  /** Agents whose colours it has; none for a neutral one. */
  readonly agents: readonly number[];
  readonly pattern:
    'plain' | 'contested' | 'several' | 'nobody' | 'protected' | 'shared' | 'reads' | 'denied';
}

/** What the map shows: who owns what, or what one agent may do. */
export type View =
  | { readonly kind: 'owners' }
  | { readonly kind: 'agent'; readonly agent: number }
  | { readonly kind: 'holder'; readonly key: string };

export interface LookShare {
  readonly look: Look;
  readonly files: number;
}

/** The look of each answer. */
export function looksOf(map: PageMap, view: View): readonly Look[] {
  const names = map.agents.map(({ name }) => name);
  if (view.kind === 'agent') return map.answers.map((answer) => rulingLook(view.agent, answer));
  const looks = new Map<string, Look>();
  return map.answers.map((answer) => {
    const holder = holderOf(answer);
    const key = holderKey(holder);
    const look = looks.get(key) ?? holderLook(holder, names);
    looks.set(key, look);
    return look;
  });
}

function holderLook(holder: Holder, names: readonly string[]): Look {
  const key = holderKey(holder);
  const words = holderWords(holder, names);
  switch (holder.kind) {
    case 'agent':
      return { key, words, agents: [holder.agent], pattern: 'plain' };
    case 'several':
      return { key, words, agents: holder.agents, pattern: 'several' };
    case 'contested':
    case 'nobody':
    case 'protected':
    case 'shared':
      return { key, words, agents: [], pattern: holder.kind };
  }
}

function rulingLook(agent: number, answer: PageMap['answers'][number]): Look {
  const of = (key: string, words: string, agents: readonly number[], pattern: Look['pattern']): Look => ({
    key,
    words,
    agents,
    pattern,
  });
  if (answer.contested.includes(agent)) return of('contested', 'contested', [], 'contested');
  if (answer.denied.includes(agent)) return of('denied', 'CANNOT TOUCH', [], 'denied');
  if (answer.isProtected && !answer.spared.includes(agent))
    return of('protected', 'protected', [], 'protected');
  if (answer.owners.includes(agent)) return of('owns', 'OWNS', [agent], 'plain');
  if (answer.readers.includes(agent)) return of('reads', 'READS', [agent], 'reads');
  return of('none', 'no rule', [], 'nobody');
}

/** How many files of an item have each answer. */
export const countsOf = (map: PageMap, item: TileItem): Int32Array => countAnswers(map, rangesOf(item));

/** The looks of an item, the largest first. */
export function sharesOfLooks(looks: readonly Look[], counts: Int32Array): readonly LookShare[] {
  const shares = new Map<string, { readonly look: Look; files: number }>();
  for (const [answer, look] of looks.entries()) {
    const files = counts[answer] ?? 0;
    if (files === 0) continue;
    const share = shares.get(look.key);
    if (share === undefined) shares.set(look.key, { look, files });
    else share.files += files;
  }
  return [...shares.values()].sort((one, other) => other.files - one.files);
}
