import type { Report } from '../core/report.js';
import { stands } from '../core/violation.js';
import type { Failure } from '../operational-error.js';
import { approvalPhrases } from './approval-words.js';
import { byteLength, fill } from './byte-budget.js';
import { markdownVoice, pullRequestLink, type Site } from './links.js';
import { describeError } from './describe-error.js';
import { VERDICT_MARKS } from './markdown.js';
import { render, type Voice } from './phrase.js';
import { policyPhrase, sharedPhrase } from './policy-words.js';
import { summarizeFindings, summarizeLifted, summarizeUndone } from './summary-findings.js';
import { summarizeProblems } from './summary-problems.js';
import { summarizeRuleChanges } from './summary-rule-changes.js';
import { summarizeAgents, summarizeCommits, summarizeRules } from './summary-tables.js';
import { coverageOf, verdictOf } from './verdict.js';

/** In bytes. The runner uploads no summary above 1 MiB (actions/runner, `CreateStepSummaryCommand.AttachmentSizeLimit`). */
const SIZE_LIMIT = 1_000_000;
/** In bytes, for each part but the findings, which get what is left. */
const PART_LIMIT = 100_000;
/** More than a merge queue puts into a group. */
const MOST_NUMBERS = 100;
/** In bytes, for line breaks between the parts and the sentences that count what is left out. */
const RESERVE = 2000;

/**
 * The report as a job summary in Markdown, below 1,000,000 bytes: what does not fit is left out by whole items and counted.
 * `group` holds the numbers of a merge group's pull requests.
 */
export function toSummary(report: Report, site: Site | null, group: readonly number[] = []): string {
  const voice = markdownVoice(site, report.range.base);
  const verdict = verdictOf(report);
  const top = [
    `## ${VERDICT_MARKS[verdict.mark]} ${render(verdict.phrase, voice)}\n`,
    `${render(coverageOf(report), voice)}. ${render(policyPhrase(report), voice)}.\n`,
    summarizeGroup(group, site),
    summarizeApproval(report, voice, PART_LIMIT),
    summarizeAgents(report, voice, PART_LIMIT),
  ];
  const bottom = [
    summarizeRuleChanges(report, site, PART_LIMIT),
    summarizeProblems(report, site, PART_LIMIT),
    summarizeUndone(report, site, PART_LIMIT),
    summarizeLifted(report, site, PART_LIMIT),
    summarizeShared(report, voice),
    summarizeCommits(report, voice, PART_LIMIT),
    summarizeRules(report, site, PART_LIMIT),
  ];
  const room = SIZE_LIMIT - byteLength([...top, ...bottom].join('\n')) - RESERVE;
  const findings = summarizeFindings(
    report.violations.filter((violation) => stands(violation) && violation.code !== 'rule-loosened'),
    report,
    site,
    room,
  );
  return [...top, findings, ...bottom].filter((part) => part !== '').join('\n');
}

function summarizeShared({ shared }: Report, voice: Voice): string {
  const phrase = sharedPhrase(shared);
  return phrase === null ? '' : `${render(phrase, voice)}.\n`;
}

function summarizeGroup(group: readonly number[], site: Site | null): string {
  if (group.length === 0) return '';
  const numbers = group.slice(0, MOST_NUMBERS).map((number) => pullRequestLink(number, site));
  const more = group.length > MOST_NUMBERS ? `, and ${group.length - MOST_NUMBERS} more` : '';
  return `Pull requests of the merge group: ${numbers.join(', ')}${more}.\n`;
}

/** Which people approved what, or why a label does not count. */
export function summarizeApproval({ approval }: Report, voice: Voice, budget: number): string {
  const phrases = approvalPhrases(approval);
  const { text, left } = fill(phrases, budget, (phrase) => `${render(phrase, voice)}\n\n`);
  return left === 0 ? text.replace(/\n+$/, '\n') : `${text}${left} more approvals are left out.\n`;
}

/** "Could not check", as a job summary in Markdown. */
export function toErrorSummary(error: Failure): string {
  const { sentence, remedy } = describeError(error, markdownVoice(null, null));
  return `## ❌ Could not check (${error.code})\n\n${sentence}\n\n${remedy}\n`;
}
