import type { MapAnswer, OwnershipMap } from './ownership-map.js';

/**
 * To whom a path belongs on the map: to one agent, to several, to nobody although its definition claims it (`contested`),
 * to nobody because it is not for agents (`protected`) or open to all of them (`shared`), or to nobody at all.
 */
export type Holder =
  | { readonly kind: 'agent'; readonly agent: number }
  | { readonly kind: 'several'; readonly agents: readonly number[] }
  | { readonly kind: 'contested' | 'protected' | 'shared' | 'nobody' };

/** A contest shows before ownership: it is what somebody has to settle. A wide OWNS gives nobody a protected path. */
export function holderOf({ contested, isProtected, isShared, ...answer }: MapAnswer): Holder {
  const owners = isProtected ? answer.spared : answer.owners;
  const [first] = owners;
  if (contested.length > 0) return { kind: 'contested' };
  if (owners.length > 1) return { kind: 'several', agents: owners };
  if (first !== undefined) return { kind: 'agent', agent: first };
  return { kind: isProtected ? 'protected' : isShared ? 'shared' : 'nobody' };
}

/** How many files of a range a holder has. */
export interface Share {
  readonly holder: Holder;
  readonly files: number;
}

export const holderKey = (holder: Holder): string => {
  switch (holder.kind) {
    case 'agent':
      return String(holder.agent);
    case 'several':
      return holder.agents.join('+');
    case 'contested':
    case 'protected':
    case 'shared':
    case 'nobody':
      return holder.kind;
  }
};

/** Positions from a start to before an end. */
export type Range = readonly [start: number, end: number];

/** How many files of the ranges have each answer. */
export function countAnswers(
  { answers, answerAt }: Pick<OwnershipMap, 'answers' | 'answerAt'>,
  ranges: readonly Range[],
): Int32Array {
  const counts = new Int32Array(answers.length);
  for (const [start, end] of ranges) {
    for (let position = start; position < end; position += 1) {
      const answer = answerAt[position] ?? 0;
      counts[answer] = (counts[answer] ?? 0) + 1;
    }
  }
  return counts;
}

/** The holders of the files of the ranges, the largest first. */
export function sharesOf(map: OwnershipMap, ranges: readonly Range[]): readonly Share[] {
  const counts = countAnswers(map, ranges);
  const shares = new Map<string, { readonly holder: Holder; files: number }>();
  for (const [number, answer] of map.answers.entries()) {
    const files = counts[number] ?? 0;
    if (files === 0) continue;
    const holder = holderOf(answer);
    const key = holderKey(holder);
    const known = shares.get(key);
    if (known === undefined) shares.set(key, { holder, files });
    else known.files += files;
  }
  return [...shares.values()].sort(
    (one, other) => other.files - one.files || order(one.holder) - order(other.holder),
  );
}

const order = (holder: Holder): number => (holder.kind === 'agent' ? holder.agent : Number.MAX_SAFE_INTEGER);

/** An agent and on how many of some files it is listed. */
export interface AgentCount {
  readonly agent: number;
  readonly files: number;
}

/** Of files counted by their answers, on how many each agent is among those that `of` lists; the largest first. */
export function countAgents(
  answers: readonly MapAnswer[],
  counts: Int32Array,
  of: 'owners' | 'readers' | 'denied' | 'contested',
): readonly AgentCount[] {
  const sums = new Map<number, number>();
  for (const [number, answer] of answers.entries()) {
    const files = counts[number] ?? 0;
    if (files > 0) for (const agent of answer[of]) sums.set(agent, (sums.get(agent) ?? 0) + files);
  }
  return [...sums]
    .map(([agent, files]) => ({ agent, files }))
    .sort((one, other) => other.files - one.files || one.agent - other.agent);
}
