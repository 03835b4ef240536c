import { uniteAll } from '../patterns/path-set.js';
import type { AgentDifference } from './compare-rosters.js';

/** Differences of one agent in one direction that are listed one by one; where there are many in all, only the first. */
const MOST_OF_AN_AGENT = 6;
const MOST_IN_ALL = 60;
const MOST_PATTERNS = 3;

/** The differences, and for each agent and direction one that stands for those beyond the limit; no path is lost. */
export function sumUp(differences: readonly AgentDifference[]): readonly AgentDifference[] {
  const most = differences.length > MOST_IN_ALL ? 2 : MOST_OF_AN_AGENT;
  const groups = new Map<string, AgentDifference[]>();
  for (const difference of differences) {
    const key = `${difference.effect} ${difference.agent}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [difference]);
    else group.push(difference);
  }
  return [...groups.values()].flatMap((group) => {
    if (group.length <= most) return group;
    const byWeight = group.toSorted((one, other) => other.paths.count - one.paths.count);
    return [...byWeight.slice(0, most - 1), ...further(byWeight.slice(most - 1))];
  });
}

function further(rest: readonly AgentDifference[]): readonly AgentDifference[] {
  const [first] = rest;
  if (first === undefined) return [];
  const patterns = rest
    .flatMap(({ subject }) => ('pattern' in subject ? [subject.pattern] : []))
    .slice(0, MOST_PATTERNS);
  return [
    {
      ...first,
      line: null,
      subject: { kind: 'further-entries', count: rest.length, patterns },
      paths: uniteAll(rest.map(({ paths }) => paths)),
    },
  ];
}
