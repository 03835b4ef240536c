import type { Rule } from '../definitions/definition.js';
import {
  carvedOutBy,
  coveredBy,
  decidedBy,
  positiveRules,
  type MeasuredAgent,
  type MeasuredDefinition,
  type MeasuredRule,
  type MeasuredSection,
} from '../lint/measured-agent.js';
import { isCovered, isStrictlyNarrower, mayMeet } from '../patterns/narrower.js';
import { haveCommon, intersect, NO_PATHS, uniteAll, type PathSet } from '../patterns/path-set.js';
import type { RepoPath } from '../vocabulary.js';
import type { Effort } from './coverage.js';

/** A rule that takes paths out of a denial of its own definition: an exception, or an OWNS rule that is strictly narrower. */
export interface Opening {
  readonly rule: Rule;
  readonly root: RepoPath;
  /** What it takes out, of the paths that were asked about. */
  readonly paths: PathSet;
  /** The denial that it takes them out of; the nearest above an exception. */
  readonly denial: Rule;
}

/** How many entries above an exception are looked at for the one that it speaks of. */
const MOST_ABOVE = 1_000;
/** A proof that a pattern is strictly narrower, beside one that it is covered. */
const COST_OF_NARROWER = 100;

/** Every rule of the agent that opens one of the wanted paths. */
export const openingsOf = ({ definitions }: MeasuredAgent, wanted: PathSet): readonly Opening[] =>
  wanted.count === 0
    ? []
    : definitions.flatMap((measured) => {
        const { sections, definition } = measured;
        const denials = positiveRules(sections, 'cannot-touch');
        const forbidden = intersect(coveredBy(sections, 'cannot-touch'), wanted);
        const found = [
          ...exceptionsOf(measured).flatMap((exception) => openedBy(exception, wanted)),
          ...positiveRules(sections, 'owns').flatMap((owning) => carvedBy(owning, forbidden, denials)),
        ];
        return found.map((opening) => ({ ...opening, root: definition.root }));
      });

/** The rules of the agent that would open paths nobody tracks yet, of those that are asked about. */
export const possibleOpeningsOf = (
  { definitions }: MeasuredAgent,
  isWanted: (rule: Rule) => boolean,
  effort: Effort,
): readonly Opening[] =>
  definitions.flatMap((measured) => {
    const { sections, definition } = measured;
    const denials = positiveRules(sections, 'cannot-touch');
    const owning = positiveRules(sections, 'owns').map((rule) => ({
      rule,
      denial: isWanted(rule.rule) ? denialAround(rule, denials, effort) : null,
    }));
    const exceptions = exceptionsOf(measured).map((rule) => ({
      rule,
      denial: isWanted(rule.rule)
        ? (denialAbove(rule, ({ compiled }) => mayMeet(compiled, rule.rule.compiled)) ??
          (rule.at > MOST_ABOVE ? firstDenial(rule) : null))
        : null,
    }));
    return [...exceptions, ...owning].flatMap(({ rule: { rule }, denial }) =>
      denial === null ? [] : [{ rule, root: definition.root, paths: NO_PATHS, denial }],
    );
  });

const exceptionsOf = ({ sections }: MeasuredDefinition): readonly MeasuredRule[] =>
  sections.flatMap(({ section, rules }) =>
    section.kind === 'cannot-touch' ? rules.filter(({ rule }) => rule.compiled.negated) : [],
  );

type Opened = Omit<Opening, 'root'>;

function openedBy(exception: MeasuredRule, wanted: PathSet): readonly Opened[] {
  if (!haveCommon(exception.matched, wanted)) return [];
  const decided = intersect(decidedBy(exception), wanted);
  const paths = decided.count === 0 ? decided : intersect(decided, listedBy(exception.section));
  if (paths.count === 0) return [];
  const denial = denialAbove(exception, (_, matched) => haveCommon(matched, paths)) ?? firstDenial(exception);
  return denial === null ? [] : [{ rule: exception.rule, paths, denial }];
}

function carvedBy(
  owning: MeasuredRule,
  forbidden: PathSet,
  denials: readonly MeasuredRule[],
): readonly Opened[] {
  const paths = carvedOutBy(owning, forbidden, denials);
  const denial = paths.count === 0 ? undefined : denials.find(({ matched }) => haveCommon(matched, paths));
  return denial === undefined ? [] : [{ rule: owning.rule, paths, denial: denial.rule }];
}

const listed = new WeakMap<MeasuredSection, PathSet>();

/** What the entries of a section match, its exceptions left aside. */
function listedBy(section: MeasuredSection): PathSet {
  const paths =
    listed.get(section) ??
    uniteAll(section.rules.flatMap(({ rule, matched }) => (rule.compiled.negated ? [] : [matched])));
  listed.set(section, paths);
  return paths;
}

function denialAbove(
  { section, at }: MeasuredRule,
  isMeant: (rule: Rule, matched: PathSet) => boolean,
): Rule | null {
  const above = section.rules.slice(Math.max(0, at - MOST_ABOVE), at);
  return (
    above.findLast(({ rule, matched }) => !rule.compiled.negated && isMeant(rule, matched))?.rule ?? null
  );
}

const firstDenial = ({ section }: MeasuredRule): Rule | null =>
  section.rules.find(({ rule }) => !rule.compiled.negated)?.rule ?? null;

/** A denial that the OWNS rule is strictly narrower than; none where another one covers it and is not wider. */
function denialAround({ rule }: MeasuredRule, denials: readonly MeasuredRule[], effort: Effort): Rule | null {
  let around: Rule | null = null;
  for (const { rule: denial } of denials) {
    if (!mayMeet(rule.compiled, denial.compiled)) continue;
    effort.left -= COST_OF_NARROWER * rule.compiled.alternatives.length * denial.compiled.alternatives.length;
    if (effort.left < 0) return around;
    if (isStrictlyNarrower(rule.compiled, denial.compiled)) around ??= denial;
    else if (isCovered(rule.compiled, denial.compiled)) return null;
  }
  return around;
}
