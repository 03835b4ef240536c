import type { Agent } from '../definitions/definition.js';
import { severityOf } from '../definitions/problem-severities.js';
import type { EntryReference, PathSample } from '../definitions/lint-facts.js';
import type { DefinitionProblem } from '../definitions/problem.js';
import type { Roster } from '../definitions/roster.js';
import { ruling } from '../judgement/ruling.js';
import type { PathIndex } from '../patterns/path-index.js';
import type { RepoPath } from '../vocabulary.js';
import type { Ownership } from './ownership.js';
import { sampleOf, toEntry } from './references.js';

const CODE = 'shared-ownership';

/** So many sets of owners have a problem of their own, the largest; one more sums up the rest. */
const MOST_SETS = 20;

/** The tracked files that several agents own, one problem for each set of owners. */
export function findSharedOwnership(
  ownership: Ownership,
  { agents }: Roster,
  index: PathIndex,
): readonly DefinitionProblem[] {
  const all = ownership.shared();
  const rest = all.slice(MOST_SETS);
  const [largest] = rest;
  const toProblem = (position: number, paths: PathSample, sets: number): readonly DefinitionProblem[] => {
    const path = index.paths[position];
    const candidates = agents.filter((_, agent) => ownership.mayOwn(agent, position));
    const owners = path === undefined ? [] : owningEntries(candidates, path);
    const [first] = owners;
    if (first === undefined) return [];
    const { file, line, agent } = first;
    return [{ code: CODE, severity: severityOf(CODE), file, line, agent, owners, sets, paths }];
  };
  const listed = all
    .slice(0, MOST_SETS)
    .flatMap(({ position, paths }) => toProblem(position, sampleOf(paths(), index), 1));
  if (largest === undefined) return listed;
  const examples = rest.slice(0, 3).flatMap(({ position }) => index.paths[position] ?? []);
  const count = rest.reduce((sum, shared) => sum + shared.count, 0);
  return [...listed, ...toProblem(largest.position, { examples, count }, rest.length)];
}

const owningEntries = (agents: readonly Agent[], path: RepoPath): readonly EntryReference[] =>
  agents.flatMap((agent) => {
    const { verdict, rule } = ruling(agent, path);
    return verdict === 'owns' ? [toEntry(agent.name, rule)] : [];
  });
