import { standsAtHead, type RuleChange } from '../core/policy/rule-changes.js';
import type { Report } from '../core/report.js';
import type { Violation } from '../core/violation.js';
import { fill } from './byte-budget.js';
import { liftPhrase } from './lift-words.js';
import { markdownVoice, type Site } from './links.js';
import { SEVERITY_MARKS } from './markdown.js';
import { paragraph, render, say } from './phrase.js';
import { ruleChangeNotes, ruleChangePhrase } from './rule-change-words.js';

const HEADING = '### What this pull request changes in the rules\n';
const ADVICE =
  'This pull request is judged by the rules of the base, the next one by what this one leaves behind: ' +
  'review what is loosened as a change of what agents may do.\n';

/** What the branch loosens, with who did it, then what it tightens, within `budget` bytes. */
export function summarizeRuleChanges(report: Report, site: Site | null, budget: number): string {
  const { ruleChanges, violations } = report;
  if (ruleChanges.length === 0) return '';
  const findings = new Map(
    violations.flatMap((violation) =>
      violation.code === 'rule-loosened' ? [[JSON.stringify(violation.change), violation] as const] : [],
    ),
  );
  const toItem = (change: RuleChange): string =>
    itemOf(change, findings.get(JSON.stringify(change)), report, site);
  const parts = (['loosened', 'tightened'] as const).map((effect) => {
    const changes = ruleChanges.filter((change) => change.effect === effect);
    if (changes.length === 0) return '';
    const { text, left } = fill(changes, budget / 2, toItem);
    return `${effect === 'loosened' ? 'Loosened (rule-loosened)' : 'Tightened'}:\n\n${text}${left === 0 ? '' : `- ${left} more\n`}`;
  });
  const advice = parts[0] === '' ? '' : ADVICE;
  return [HEADING, ...parts, advice].filter((part) => part !== '').join('\n');
}

function itemOf(
  change: RuleChange,
  finding: Extract<Violation, { readonly code: 'rule-loosened' }> | undefined,
  { range }: Report,
  site: Site | null,
): string {
  const voice = markdownVoice(site, standsAtHead(change) ? range.head : range.base);
  const lift = finding?.waivedBy ?? null;
  const mark = finding === undefined || lift !== null ? '' : `${SEVERITY_MARKS[finding.severity]} `;
  const notes = [...ruleChangeNotes(change), ...(lift === null ? [] : [liftPhrase(lift)])];
  return `- ${mark}${render(paragraph([say`It ${ruleChangePhrase(change)}.`, ...notes]), voice)}\n`;
}
