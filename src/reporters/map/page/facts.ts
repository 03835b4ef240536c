import type { AgentCount } from '../../../core/map/shares.js';
import { percent } from '../holder-words.js';
import type { LookShare } from './looks.js';
import type { PageMap } from './read-map.js';

/** "database 60 %, nobody 40 %", or the one that has it all. */
export function wordsOfShares(shares: readonly LookShare[], files: number, limit = 4): string {
  const [first] = shares;
  if (shares.length === 1 && first !== undefined) return first.look.words;
  const shown = shares
    .slice(0, limit)
    .map(({ look, files: some }) => `${look.words} ${percent(some, files)}`);
  return shares.length > limit ? `${shown.join(', ')} and ${shares.length - limit} more` : shown.join(', ');
}

/** "database, testing (3 of 5 files)". */
export function wordsOfAgents(map: PageMap, counts: readonly AgentCount[], files: number, limit = 6): string {
  const shown = counts.slice(0, limit).map(({ agent, files: some }) => {
    const name = map.agents[agent]?.name ?? '';
    return some === files ? name : `${name} (${some.toLocaleString('en')} of ${files.toLocaleString('en')})`;
  });
  return counts.length > limit ? `${shown.join(', ')} and ${counts.length - limit} more` : shown.join(', ');
}

export const filesWords = (files: number): string =>
  files === 1 ? '1 file' : `${files.toLocaleString('en')} files`;
