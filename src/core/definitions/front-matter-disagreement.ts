import type { Alternative } from '../patterns/compiled-pattern.js';
import type { SectionKind } from '../vocabulary.js';
import type { Rule, RuleSection } from './definition.js';
import { severityOf } from './problem-severities.js';
import type { DefinitionProblem } from './problem.js';
import type { ReadSection, RuleContext } from './rules.js';

/** A section that was read and compiled. */
export interface CompiledSection extends Pick<ReadSection, 'kind' | 'heading' | 'line' | 'isDoubtful'> {
  readonly sections: readonly RuleSection[];
  /** What of it yields no rule. */
  readonly problems: readonly DefinitionProblem[];
}

const KINDS = ['owns', 'reads', 'cannot-touch'] as const satisfies readonly SectionKind[];

/**
 * One problem for each section that stands in the front matter and in the body with different patterns; they are compared by
 * what they match from the root, not by their spelling. What one side has more is not told where a line of the other side
 * could not be read, as it may say the same. A path that one side owns and the other denies is left to `contested-paths`.
 */
export function findDisagreements(
  frontMatter: readonly CompiledSection[],
  body: readonly CompiledSection[],
  { file, agent }: Pick<RuleContext, 'file' | 'agent'>,
): readonly DefinitionProblem[] {
  const code = 'front-matter-disagrees';
  return KINDS.flatMap((kind) => {
    const keys = frontMatter.filter((section) => section.kind === kind);
    const headings = body.filter((section) => section.kind === kind && section.isDoubtful !== true);
    const [first] = keys;
    if (first === undefined || headings.length === 0) return [];
    const onlyInFrontMatter = missingFrom(headings, keys);
    const onlyInBody = missingFrom(keys, headings);
    if (onlyInFrontMatter.length === 0 && onlyInBody.length === 0) return [];
    const place = { severity: severityOf(code), file, line: first.line, agent };
    return [{ code, ...place, section: kind, key: first.heading, onlyInFrontMatter, onlyInBody }];
  });
}

/** The patterns of `side` that `other` lacks; none where `other` was not read in full. */
function missingFrom(other: readonly CompiledSection[], side: readonly CompiledSection[]): readonly string[] {
  if (other.some(({ problems }) => problems.length > 0)) return [];
  const known = new Set(rulesOf(other).flatMap(identitiesOf));
  const missing = rulesOf(side).filter((rule) => identitiesOf(rule).some((identity) => !known.has(identity)));
  return [...new Set(missing.map(({ pattern }) => pattern))];
}

const rulesOf = (sections: readonly CompiledSection[]): readonly Rule[] =>
  sections.flatMap((section) => section.sections.flatMap(({ rules }) => rules));

/** What a rule matches, one brace at a time, so that `{a,b}` is `a` and `b`. */
const identitiesOf = ({ compiled: { negated, alternatives } }: Rule): readonly string[] =>
  alternatives.map((alternative: Alternative) => JSON.stringify([negated, alternative]));
