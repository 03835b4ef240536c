import { createIsDefinitionPath } from '../core/definitions/definition-paths.js';
import type { DefinitionSource } from '../core/definitions/roster.js';
import type { Policy } from '../core/policy/policy.js';
import type { RuleChange } from '../core/policy/rule-changes.js';
import { findRuleChanges } from '../core/rule-changes/find-rule-changes.js';
import type { Repository } from '../sources/git/borrowed-repository.js';
import { toRoster } from './read-roster.js';
import type { JudgedRange } from './judged-range.js';
import { readSourcesAfterMerge } from './read-sources-after-merge.js';

/** What the range loosens and tightens, where `after` is the policy that it leaves behind. */
export async function compareEnds(
  repository: Repository,
  { history, base, head, law, protectedPaths, attributed }: JudgedRange,
  after: Policy,
): Promise<readonly RuleChange[]> {
  const { policy, origin, places, today } = law;
  const merged = await readSourcesAfterMerge(repository, { history, base, head, policy });
  return findRuleChanges({
    base: base.roster,
    head: toRoster(thoseThatCount(merged, after, policy), after),
    tracked: new Set([...base.tree.keys(), ...head.tree.keys()]),
    places: protectedPaths,
    before: policy,
    after,
    config: origin.file,
    configPlaces: places,
    today,
    sources: [...base.sources, ...merged],
    attributed,
  });
}

/** What the definitions would be if other patterns said which they are. Those of new patterns are not read: they add rules. */
function thoseThatCount(
  sources: readonly DefinitionSource[],
  { definitions }: Policy,
  { definitions: inForce }: Policy,
): readonly DefinitionSource[] {
  if (definitions === inForce) return sources;
  const isDefinitionPath = createIsDefinitionPath(definitions);
  return sources.filter(({ path }) => isDefinitionPath(path));
}
