import type { CommitSha } from '../../src/core/vocabulary.js';
import { ancestorsOf, type RandomHistory } from './generate.js';
import type { WrittenHistory } from './write-histories.js';

/** The commits that the head has and the base has not, parents before children, and all best common ancestors. */
export function rangeOf({ commits, base, head }: RandomHistory): {
  readonly range: readonly number[];
  readonly bases: readonly number[];
} {
  const atBase = ancestorsOf(commits, base);
  const atHead = ancestorsOf(commits, head);
  const common = [...atHead].filter((commit) => atBase.has(commit));
  return {
    range: [...atHead].filter((commit) => !atBase.has(commit)).sort((left, right) => left - right),
    bases: common.filter(
      (commit) => !common.some((other) => other !== commit && ancestorsOf(commits, other).has(commit)),
    ),
  };
}

export function nameAt({ names }: WrittenHistory, index: number): CommitSha {
  const name = names[index];
  if (name === undefined) throw new RangeError(String(index));
  return name;
}
