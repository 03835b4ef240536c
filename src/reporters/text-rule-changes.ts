import type { Report } from '../core/report.js';
import { stands } from '../core/violation.js';
import type { FindingContext } from './finding-context.js';
import { labelled } from './layout.js';
import type { Paint } from './paint.js';
import { paragraph, render, say } from './phrase.js';
import { ruleChangeNotes, ruleChangePhrase } from './rule-change-words.js';
import { toFinding } from './text-findings.js';

/** What the branch changes in the rules: what is loosened as findings, what is tightened as one line each. */
export function toRuleChanges(
  { violations, ruleChanges }: Report,
  context: FindingContext,
  paint: Paint,
): readonly (readonly string[])[] {
  const loosened = violations
    .filter((violation) => violation.code === 'rule-loosened' && stands(violation))
    .map((violation) => toFinding([violation], context, paint));
  const tightened = ruleChanges
    .filter(({ effect }) => effect === 'tightened')
    .flatMap((change) => {
      const words = paragraph([say`This branch ${ruleChangePhrase(change)}.`, ...ruleChangeNotes(change)]);
      return labelled('tightened: ', render(words, context.voice), paint.green);
    });
  return loosened.length + tightened.length === 0
    ? []
    : [[paint.bold('Rules')], ...loosened, ...(tightened.length === 0 ? [] : [tightened])];
}
