import type { Agent, AgentDefinition, Rule, RuleSection } from '../definitions/definition.js';
import { isStrictlyNarrower } from '../patterns/narrower.js';
import { layOver, type Layers } from '../patterns/layers.js';
import type { PathIndex } from '../patterns/path-index.js';
import {
  haveCommon,
  intersect,
  NO_PATHS,
  subtract,
  unite,
  uniteAll,
  type PathSet,
} from '../patterns/path-set.js';
import type { SectionKind } from '../vocabulary.js';

/** A rule in its section, and the tracked paths that its pattern matches. */
export interface MeasuredRule {
  readonly rule: Rule;
  readonly section: MeasuredSection;
  readonly at: number;
  readonly matched: PathSet;
}

export interface MeasuredSection {
  readonly section: RuleSection;
  readonly rules: readonly MeasuredRule[];
  /** What the section covers, exceptions heeded. */
  readonly covered: () => PathSet;
  /** By rule: what it matches and no later rule does. */
  readonly decided: () => readonly PathSet[];
}

export interface MeasuredDefinition {
  readonly definition: AgentDefinition;
  readonly sections: readonly MeasuredSection[];
  /** What its CANNOT TOUCH forbids, carve-outs heeded. */
  readonly denied: PathSet;
}

/** An agent and the tracked paths on which its ruling is `owns`, `reads` or `cannot-touch`. */
export interface MeasuredAgent {
  readonly agent: Agent;
  readonly definitions: readonly MeasuredDefinition[];
  readonly owned: PathSet;
  readonly read: () => PathSet;
  readonly denied: PathSet;
}

/** Gives for every tracked path at once what `ruling` gives for one. */
export function measureAgent(agent: Agent, index: PathIndex): MeasuredAgent {
  const definitions = agent.definitions.map((definition) => measureDefinition(definition, index));
  const sections = definitions.flatMap((definition) => definition.sections);
  const denied = uniteAll(definitions.map((definition) => definition.denied));
  const owns = coveredBy(sections, 'owns');
  return {
    agent,
    definitions,
    denied,
    owned: subtract(owns, denied),
    read: () => subtract(subtract(coveredBy(sections, 'reads'), denied), owns),
  };
}

export const rulesOf = (sections: readonly MeasuredSection[], kind: SectionKind): readonly MeasuredRule[] =>
  sections.flatMap(({ section, rules }) => (section.kind === kind ? rules : []));

/** Those that are no exceptions. */
export const positiveRules = (
  sections: readonly MeasuredSection[],
  kind: SectionKind,
): readonly MeasuredRule[] => rulesOf(sections, kind).filter(({ rule }) => !rule.compiled.negated);

/** What the rule matches and no later rule of its section does. */
export const decidedBy = ({ section, at }: MeasuredRule): PathSet => section.decided()[at] ?? NO_PATHS;

function measureDefinition(definition: AgentDefinition, index: PathIndex): MeasuredDefinition {
  const sections = definition.sections.map((section) => measureSection(section, index));
  return { definition, sections, denied: deniedBy(sections) };
}

function measureSection(section: RuleSection, index: PathIndex): MeasuredSection {
  const sets = section.rules.map(({ compiled }) => index.matching(compiled));
  const shows = section.rules.map(({ compiled }) => !compiled.negated);
  const rules: MeasuredRule[] = [];
  const hasExceptions = shows.includes(false);
  let layers: Layers | null = null;
  let covered: PathSet | null = null;
  const measured: MeasuredSection = {
    section,
    rules,
    covered: () => (covered ??= hasExceptions ? (layers ??= layOver(sets, shows)).shown : uniteAll(sets)),
    decided: () => (layers ??= layOver(sets, shows)).visible,
  };
  for (const [at, rule] of section.rules.entries()) {
    rules.push({ rule, section: measured, at, matched: sets[at] ?? NO_PATHS });
  }
  return measured;
}

export const coveredBy = (sections: readonly MeasuredSection[], kind: SectionKind): PathSet =>
  uniteAll(sections.filter(({ section }) => section.kind === kind).map(({ covered }) => covered()));

/** What the sections forbid, less what an OWNS rule of theirs carves out: it decides, and all that forbids is strictly wider. */
function deniedBy(sections: readonly MeasuredSection[]): PathSet {
  const forbidden = coveredBy(sections, 'cannot-touch');
  if (!haveCommon(forbidden, coveredBy(sections, 'owns'))) return forbidden;
  const denials = positiveRules(sections, 'cannot-touch');
  let carvedOut = NO_PATHS;
  for (const owning of positiveRules(sections, 'owns')) {
    carvedOut = unite(carvedOut, carvedOutBy(owning, forbidden, denials));
  }
  return subtract(forbidden, carvedOut);
}

/** Of forbidden paths those that the OWNS rule carves out: it decides them, and each of the denials on them is strictly wider. */
export function carvedOutBy(
  owning: MeasuredRule,
  forbidden: PathSet,
  denials: readonly MeasuredRule[],
): PathSet {
  if (!haveCommon(owning.matched, forbidden)) return NO_PATHS;
  let carved = intersect(decidedBy(owning), forbidden);
  for (const denial of denials) {
    if (carved.count === 0) break;
    const met = intersect(intersect(carved, denial.matched), denial.section.covered());
    if (met.count === 0 || isStrictlyNarrower(owning.rule.compiled, denial.rule.compiled)) continue;
    carved = subtract(carved, met);
  }
  return carved;
}
