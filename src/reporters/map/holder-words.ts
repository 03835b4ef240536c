import type { Holder } from '../../core/map/shares.js';
import { visible } from '../visible.js';

/** Whose a file is, in a word or two; agents by their names. */
export function holderWords(holder: Holder, names: readonly string[], limit = 3): string {
  const nameOf = (agent: number): string => visible(names[agent] ?? '');
  switch (holder.kind) {
    case 'agent':
      return nameOf(holder.agent);
    case 'several': {
      const shown = holder.agents.slice(0, limit).map(nameOf);
      const more = holder.agents.length - shown.length;
      return more === 0 ? shown.join(' + ') : `${shown.join(' + ')} + ${more} more`;
    }
    case 'contested':
      return 'contested';
    case 'protected':
      return 'protected';
    case 'shared':
      return 'open to all';
    case 'nobody':
      return 'nobody';
  }
}

/** A part of a whole in per cent: never 0 for something, and never 100 for less than all. */
export function percent(part: number, whole: number): string {
  if (part === 0 || whole === 0) return '0 %';
  if (part === whole) return '100 %';
  const rounded = Math.round((part / whole) * 100);
  return rounded === 0 ? '< 1 %' : rounded === 100 ? '> 99 %' : `${rounded} %`;
}
