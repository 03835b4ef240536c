import type { Agent, Rule } from '../definitions/definition.js';
import { severityOf } from '../definitions/problem-severities.js';
import type { DefinitionProblem } from '../definitions/problem.js';
import { patternKey, type PathIndex } from '../patterns/path-index.js';
import { haveCommon, subtract, type PathSet } from '../patterns/path-set.js';
import type { AgentName } from '../vocabulary.js';
import { sampleOf } from './references.js';

const CODE = 'orphan-denial';

interface Denial {
  readonly rule: Rule;
  /** In the order in which they were met, the agent of the rule first. */
  readonly agents: Set<AgentName>;
}

/**
 * The CANNOT TOUCH entries whose tracked files no agent owns, one problem for equal ones. Files that agents are not to own
 * anyway (`ownerless`) make no orphan.
 */
export const findOrphanDenials = (
  agents: readonly Agent[],
  owned: PathSet,
  ownerless: PathSet,
  index: PathIndex,
): readonly DefinitionProblem[] =>
  denialsOf(agents).flatMap(({ rule, agents: [agent, ...alsoDeniedTo] }): readonly DefinitionProblem[] => {
    const denied = index.matching(rule.compiled);
    if (agent === undefined || haveCommon(denied, owned)) return [];
    const orphaned = subtract(denied, ownerless);
    if (orphaned.count === 0) return [];
    const place = { ...rule.location, severity: severityOf(CODE), agent };
    return [{ code: CODE, ...place, pattern: rule.pattern, alsoDeniedTo, paths: sampleOf(orphaned, index) }];
  });

function denialsOf(agents: readonly Agent[]): readonly Denial[] {
  const denials = new Map<string, Denial>();
  for (const { name, definitions } of agents) {
    const rules = definitions.flatMap(({ sections }) => sections).flatMap((section) => section.rules);
    for (const rule of rules) {
      if (rule.section !== 'cannot-touch' || rule.compiled.negated) continue;
      const key = patternKey(rule.compiled);
      const known = denials.get(key);
      if (known === undefined) denials.set(key, { rule, agents: new Set([name]) });
      else known.agents.add(name);
    }
  }
  return [...denials.values()];
}
