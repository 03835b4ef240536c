import type { RuleReference } from '../core/violation.js';
import type { SectionKind } from '../core/vocabulary.js';
import type { FindingContext } from './finding-context.js';
import { path, place, say, text, type Phrase } from './phrase.js';

/** A section as its heading names it. */
export const SECTION_LABEL: Readonly<Record<SectionKind, 'OWNS' | 'READS' | 'CANNOT TOUCH'>> = {
  owns: 'OWNS',
  reads: 'READS',
  'cannot-touch': 'CANNOT TOUCH',
};

export const sectionLabel = (section: SectionKind): Phrase => [SECTION_LABEL[section]];

/** A pattern and its remark, as a definition has them on one line. */
export const entryText = ({ pattern, remark }: Pick<RuleReference, 'pattern' | 'remark'>): string =>
  remark === null ? pattern : `${pattern} # ${remark}`;

/** "CANNOT TOUCH lists `apps/**` at `backend.md:83`". */
export const ruleClause = (rule: RuleReference): Phrase =>
  say`${sectionLabel(rule.section)} lists ${text(entryText(rule))} at ${place(rule.file, rule.line)}`;

/** Where an approval can be given. */
export type WayThrough = Pick<FindingContext, 'policyFile' | 'approval'>;

/** Whose approval would lift a rule, in the definition's own words, and how it is given. */
export function conditionNotes(
  rule: RuleReference | null,
  { policyFile, approval }: WayThrough,
): readonly Phrase[] {
  const condition = rule?.condition ?? null;
  if (condition === null) return [];
  const label = approval === null ? say`` : say`, or the label ${text(approval.label)} by a person`;
  return [
    say`The definition says ${text(condition)}: until that approval is given, the rule holds.`,
    say`A waiver in ${path(policyFile)} gives it${label}.`,
  ];
}
