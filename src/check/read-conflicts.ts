import type { DefinitionProblem } from '../core/definitions/problem.js';
import type { DefinitionSource } from '../core/definitions/roster.js';
import { introducedConflicts } from '../core/judgement/introduced-conflicts.js';
import type { Repository } from '../sources/git/borrowed-repository.js';
import { readContract } from '../sources/git/contract.js';
import type { End, Ends } from './read-ends.js';

/**
 * The conflicts that a change of the definitions or of the contract brings: rules of one agent that contradict each other on
 * tracked files, and a contract that says something else. None where neither changed, whatever the files did.
 */
export async function readIntroducedConflicts(
  { objects }: Pick<Repository, 'objects'>,
  { base, head }: Ends,
): Promise<readonly DefinitionProblem[]> {
  const [before, after] = await Promise.all([
    readContract(objects, base.tree),
    readContract(objects, head.tree),
  ]);
  if (areSameSources([...base.sources, before], [...head.sources, after])) return [];
  // Most changes leave the definitions alone: spares them the loading.
  const { lintRoster } = await import('../core/lint/lint-roster.js');
  const lint = ({ roster, tree }: End, contract: DefinitionSource | null) =>
    lintRoster({ roster, tracked: tree.keys(), contract });
  return introducedConflicts(lint(base, before), lint(head, after));
}

/** Whether two lists hold the same contents in the same places; `null` stands for a file that is not there. */
export const areSameSources = (
  some: readonly (DefinitionSource | null)[],
  others: readonly (DefinitionSource | null)[],
): boolean => some.length === others.length && some.every((one, index) => isSame(one, others[index] ?? null));

function isSame(one: DefinitionSource | null, other: DefinitionSource | null): boolean {
  if (one === null || other === null) return one === other;
  if (one.path !== other.path) return false;
  return typeof one.content === 'string' || typeof other.content === 'string'
    ? one.content === other.content
    : Buffer.compare(one.content, other.content) === 0;
}
