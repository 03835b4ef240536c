import type { Rule } from '../definitions/definition.js';
import { positiveRules, type MeasuredAgent, type MeasuredRule } from '../lint/measured-agent.js';
import { toEntry } from '../lint/references.js';
import { isCovered, mayMeet } from '../patterns/narrower.js';
import { patternKey } from '../patterns/path-index.js';
import { intersect, subtract, unite, uniteAll, type PathSet } from '../patterns/path-set.js';
import type { RuleChangeSubject } from '../policy/rule-changes.js';
import type { RepoPath } from '../vocabulary.js';
import { createCoverage, MOST_EFFORT, type Effort } from './coverage.js';
import { openingsOf, possibleOpeningsOf, type Opening } from './openings.js';
import { resolvedPattern } from './resolved-pattern.js';

/** A difference of one agent's rules that allows more, and the tracked paths that it takes part in freeing. */
export interface Freed {
  readonly subject: RuleChangeSubject;
  readonly file: RepoPath;
  readonly line: number | null;
  readonly paths: PathSet;
}

/**
 * What an agent may change under `to` and not under `from`. The paths of all differences together are exactly the tracked
 * ones that the ruling denies under `from` only; a difference without paths frees none that is tracked today.
 */
export function freedBetween(from: MeasuredAgent, to: MeasuredAgent): readonly Freed[] {
  const effort = { left: MOST_EFFORT };
  const freed = subtract(from.denied, to.denied);
  const before = denialsOf(from, freed);
  const denials = rulesOf(to).filter(isDenial);
  const isCoveredThere = createCoverage(denials, effort);
  const gone = before.filter(({ rule }) => !isCoveredThere(rule));

  const known = new Set(rulesOf(from).map(openingKey));
  const isNew = (rule: Rule): boolean => !known.has(openingKey(rule));
  const openings = openingsOf(to, freed);
  const opened = openings.filter(({ rule, denial }) => isNew(rule) || isNew(denial));
  const found = new Set(opened.map(({ rule }) => rule));
  const mayOpen = createMayOpen(rulesOf(from), effort);
  const possible = possibleOpeningsOf(to, (rule) => isNew(rule) && !found.has(rule) && mayOpen(rule), effort);

  // What is left is due to entries that go or come to bear although another one covers them, or to their order.
  const told = uniteAll([...gone, ...opened].map(({ paths }) => paths));
  const kept = new Set(denials.map(openingKey));
  const replaced = narrowed(before, subtract(freed, told)).filter(({ rule }) => !kept.has(openingKey(rule)));
  const left = subtract(freed, uniteAll([told, ...replaced.map(({ paths }) => paths)]));
  const unchanged = narrowed(openings, left);
  return [
    ...mergeEqual([...gone, ...replaced]).map(toDenial),
    ...mergeEqual([...opened, ...possible, ...unchanged]).map((opening) => toCarveOut(opening, to)),
  ];
}

interface Denial {
  readonly rule: Rule;
  readonly root: RepoPath;
  readonly paths: PathSet;
}

const rulesOf = ({ agent }: MeasuredAgent): readonly Rule[] =>
  agent.definitions.flatMap(({ sections }) => sections.flatMap(({ rules }) => rules));

/** The denials of an agent, each with those of the freed paths that it denies. */
const denialsOf = ({ definitions }: MeasuredAgent, freed: PathSet): readonly Denial[] =>
  definitions.flatMap(({ definition, sections, denied }) => {
    const freedHere = intersect(freed, denied);
    return positiveRules(sections, 'cannot-touch').map((denial) => ({
      rule: denial.rule,
      root: definition.root,
      paths: deniedBy(denial, freedHere),
    }));
  });

const deniedBy = ({ matched, section }: MeasuredRule, freed: PathSet): PathSet => {
  const met = intersect(matched, freed);
  return met.count === 0 ? met : intersect(met, section.covered());
};

/** Equal for entries of one kind that mean the same. */
const openingKey = ({ section, compiled }: Rule): string => `${section} ${patternKey(compiled)}`;

/** Tells whether a rule can open anything new: it meets a denial of before, and no opening of before covers it. */
function createMayOpen(before: readonly Rule[], effort: Effort): (rule: Rule) => boolean {
  const denials = before.filter(isDenial);
  const openings = before.filter(({ section, compiled }) => section === 'owns' || compiled.negated);
  return (rule) => {
    effort.left -= denials.length + openings.length;
    if (effort.left < 0) return true;
    const isSameKind = ({ section, compiled }: Rule): boolean =>
      section === rule.section && compiled.negated === rule.compiled.negated;
    return (
      denials.some(({ compiled }) => mayMeet(compiled, rule.compiled)) &&
      !openings.some((opening) => isSameKind(opening) && isCovered(rule.compiled, opening.compiled))
    );
  };
}

const isDenial = ({ section, compiled }: Rule): boolean => section === 'cannot-touch' && !compiled.negated;

const narrowed = <Item extends { readonly paths: PathSet }>(
  items: readonly Item[],
  to: PathSet,
): readonly Item[] =>
  items.map((item) => ({ ...item, paths: intersect(item.paths, to) })).filter(({ paths }) => paths.count > 0);

/** A pattern that stands in several places is told once, with the paths of all of them. */
function mergeEqual<Item extends Denial>(items: readonly Item[]): readonly Item[] {
  const merged = new Map<string, Item>();
  for (const item of items) {
    const key = openingKey(item.rule);
    const earlier = merged.get(key);
    merged.set(key, earlier === undefined ? item : { ...earlier, paths: unite(earlier.paths, item.paths) });
  }
  return [...merged.values()];
}

const toDenial = ({ rule, root, paths }: Denial): Freed => ({
  subject: { kind: 'denial', pattern: resolvedPattern(rule, root) },
  ...rule.location,
  paths,
});

function toCarveOut({ rule, root, paths, denial }: Opening, { agent }: MeasuredAgent): Freed {
  const entry = { ...toEntry(agent.name, denial), pattern: resolvedPattern(denial, root) };
  return {
    subject: { kind: 'carve-out', pattern: resolvedPattern(rule, root), denial: entry },
    ...rule.location,
    paths,
  };
}
