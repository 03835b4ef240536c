import type { Agent } from '../definitions/definition.js';
import { rulingBy, type Meets, type Verdict } from '../judgement/ruling.js';
import type { CompiledPattern } from '../patterns/compiled-pattern.js';
import { includes } from '../patterns/inclusion.js';
import type { PathClass } from './path-classes.js';

/** What the definitions of an agent say: the ruling, and whether READS covers it, which a denial of the same path hides. */
export interface Said {
  readonly verdict: Verdict;
  readonly reads: boolean;
}

/** Answers for classes of paths, and for patterns that match no path. */
export interface AgentReader {
  readonly patterns: readonly CompiledPattern[];
  sayOf(paths: PathClass): Said;
  /** Of a pattern as a whole: a rule counts where it provably matches all that the pattern does; `null` once that takes too long. */
  sayOfPattern(pattern: CompiledPattern, budget: ComparisonBudget): Said | null;
}

/** How many alternatives may still be held against each other. */
export interface ComparisonBudget {
  left: number;
}

export function createAgentReader(agent: Agent): AgentReader {
  const rules = agent.definitions.flatMap(({ sections }) => sections.flatMap((section) => section.rules));
  const alternatives = rules.reduce((sum, { compiled }) => sum + compiled.alternatives.length, 0);
  const known = new Map<string, Said>();
  let last: { readonly paths: PathClass; readonly said: Said } | undefined;
  return {
    patterns: rules.map(({ compiled }) => compiled),
    sayOf(paths) {
      if (last?.paths === paths) return last.said;
      const signature = rules.map(({ compiled }) => (paths.has(compiled) ? '1' : '0')).join('');
      const said = known.get(signature) ?? say(agent, ({ compiled }) => paths.has(compiled));
      known.set(signature, said);
      last = { paths, said };
      return said;
    },
    sayOfPattern(pattern, budget) {
      budget.left -= pattern.alternatives.length * alternatives;
      return budget.left < 0 ? null : say(agent, (rule) => covers(rule.compiled, pattern));
    },
  };
}

function say(agent: Agent, meets: Meets): Said {
  const readers: Agent = {
    ...agent,
    definitions: agent.definitions.map((definition) => ({
      ...definition,
      sections: definition.sections.filter(({ kind }) => kind === 'reads'),
    })),
  };
  return {
    verdict: rulingBy(agent, meets).verdict,
    reads: rulingBy(readers, meets).verdict === 'reads',
  };
}

const covers = (wide: CompiledPattern, narrow: CompiledPattern): boolean =>
  narrow.alternatives.every((inner) => wide.alternatives.some((outer) => includes(outer, inner)));
