import type { AgentActivity } from '../core/report.js';

/** What an agent is held to, in the words of its sections. Only CANNOT TOUCH holds; an agent without it is named as free. */
export function heldTo({ rules }: Pick<AgentActivity, 'rules'>): string {
  const rest = [...amount(rules.owns, 'OWNS'), ...amount(rules.reads, 'READS')];
  return rules.cannotTouch === 0
    ? `nothing (${['no CANNOT TOUCH', ...rest].join(', ')})`
    : [...amount(rules.cannotTouch, 'CANNOT TOUCH'), ...rest].join(', ');
}

const amount = (rules: number, section: string): readonly string[] =>
  rules === 0 ? [] : [`${rules} ${section}`];
