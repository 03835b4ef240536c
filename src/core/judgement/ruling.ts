import type { Agent, AgentDefinition, Rule, RuleSection } from '../definitions/definition.js';
import type { Roster } from '../definitions/roster.js';
import { isStrictlyNarrower } from '../patterns/narrower.js';
import type { AgentName, RepoPath, SectionKind } from '../vocabulary.js';

export type Verdict = 'cannot-touch' | 'owns' | 'reads' | 'none';

/** What an agent may do with a path, and the rule that says so: `null` only for `none`. */
export type Ruling =
  { readonly verdict: SectionKind; readonly rule: Rule } | { readonly verdict: 'none'; readonly rule: null };

/** How a rule meets what is judged: for a file, the compiled pattern's `matches`. */
export type Meets = (rule: Rule) => boolean;

interface SectionMatch {
  /** The last rule that matches, never an exception. */
  readonly deciding: Rule;
  /** Every rule that matches and is no exception; worked out when asked, which few are. */
  readonly matching: readonly Rule[];
}

/** The one question that check, explain and every other command ask. */
export const ruling = (agent: Agent, path: RepoPath): Ruling =>
  rulingBy(agent, (rule) => rule.compiled.matches(path));

/**
 * The ruling for whatever `meets` describes: cannot-touch, then owns, then reads. One exception: a definition's OWNS rule
 * carves a path out of the same file's CANNOT TOUCH where every CANNOT TOUCH rule that meets it is strictly wider.
 */
export function rulingBy(agent: Agent, meets: Meets): Ruling {
  const forbidding = agent.definitions.flatMap((definition) => forbiddingRules(definition, meets)).at(-1);
  if (forbidding !== undefined) return { verdict: 'cannot-touch', rule: forbidding };
  for (const kind of ['owns', 'reads'] as const) {
    const rule = agent.definitions
      .flatMap((definition) => matchesOf(definition, kind, meets))
      .at(-1)?.deciding;
    if (rule !== undefined) return { verdict: kind, rule };
  }
  return { verdict: 'none', rule: null };
}

/** The agents whose ruling on the path is `owns`, in the order of their names. */
export const ownersOf = (roster: Roster, path: RepoPath): readonly AgentName[] =>
  roster.agents.filter((agent) => ruling(agent, path).verdict === 'owns').map((agent) => agent.name);

/** The OWNS rules, exceptions aside, of every section that gives the path to the agent. */
export const owningRules = (agent: Agent, path: RepoPath): readonly Rule[] =>
  agent.definitions
    .flatMap((definition) => matchesOf(definition, 'owns', (rule) => rule.compiled.matches(path)))
    .flatMap(({ matching }) => matching);

function forbiddingRules(definition: AgentDefinition, meets: Meets): readonly Rule[] {
  const forbidding = matchesOf(definition, 'cannot-touch', meets);
  if (forbidding.length === 0) return [];
  const wide = forbidding.flatMap(({ matching }) => matching);
  const carvedOut = matchesOf(definition, 'owns', meets).some(({ deciding }) =>
    wide.every((rule) => isStrictlyNarrower(deciding.compiled, rule.compiled)),
  );
  return carvedOut ? [] : forbidding.map(({ deciding }) => deciding);
}

function matchesOf(definition: AgentDefinition, kind: SectionKind, meets: Meets): readonly SectionMatch[] {
  const matches: SectionMatch[] = [];
  for (const section of definition.sections) {
    const match = section.kind === kind ? matchOf(section, meets) : null;
    if (match !== null) matches.push(match);
  }
  return matches;
}

function matchOf({ rules }: RuleSection, meets: Meets): SectionMatch | null {
  const deciding = rules.findLast(meets);
  if (deciding === undefined || deciding.compiled.negated) return null;
  return {
    deciding,
    get matching() {
      return rules.filter((rule) => !rule.compiled.negated && meets(rule));
    },
  };
}
