import type { DefinitionProblem } from './problem.js';

/** So many problems of one code and section are told one by one. */
const MOST_TOLD = 100;

type Countable = Extract<
  DefinitionProblem,
  { readonly code: 'invalid-pattern' | 'unenforceable-entry' | 'unresolved-placeholder' }
>;

/**
 * The problems of a definition, with those of entries beyond the first hundred of a code and section as one, which stands at
 * the first of them: no entry is lost from the count, and a megabyte of prose is no megabyte of problems.
 */
export function withoutFloods(problems: readonly DefinitionProblem[]): readonly DefinitionProblem[] {
  const groups = new Map<string, { told: number; beyond: Countable[] }>();
  const kept: DefinitionProblem[] = [];
  for (const problem of problems) {
    if (!isCountable(problem)) {
      kept.push(problem);
      continue;
    }
    const key = `${problem.code} ${problem.section}`;
    const group = groups.get(key) ?? { told: 0, beyond: [] };
    groups.set(key, group);
    if (group.told < MOST_TOLD) {
      group.told += 1;
      kept.push(problem);
    } else group.beyond.push(problem);
  }
  return [...kept, ...[...groups.values()].flatMap(({ beyond }) => toOne(beyond))];
}

/** Patterns that are too many are counted already. */
const isCountable = (problem: DefinitionProblem): problem is Countable =>
  (problem.code === 'invalid-pattern' && !('alsoLost' in problem)) ||
  problem.code === 'unenforceable-entry' ||
  problem.code === 'unresolved-placeholder';

function toOne(beyond: readonly Countable[]): readonly DefinitionProblem[] {
  const [first] = beyond;
  if (first === undefined || beyond.length === 1) return beyond;
  const lines = beyond.map(({ line }) => line ?? 0);
  const top = lines.reduce((one, other) => Math.min(one, other));
  const bottom = lines.reduce((one, other) => Math.max(one, other));
  const { code, severity, file, agent, section } = first;
  const further = { count: beyond.length, linesBelow: bottom - top };
  return [{ code, severity, file, line: top, agent, section, further }];
}
