import type { Publisher } from '../core/publishing/publisher.js';
import type { Report } from '../core/report.js';
import { stands } from '../core/violation.js';
import type { Failure } from '../operational-error.js';
import { byteLength } from './byte-budget.js';
import { markdownVoice, runUrl, type Site } from './links.js';
import { codeSpan, fold, VERDICT_MARKS } from './markdown.js';
import { count, render } from './phrase.js';
import { fillWithFindings, findingsIn, toFindingBlocks } from './summary-findings.js';
import { summarizeProblems } from './summary-problems.js';
import { summarizeRuleChanges } from './summary-rule-changes.js';
import { summarizeApproval, toErrorSummary } from './summary.js';
import { coverageOf, isCharged, tallyOf, verdictOf } from './verdict.js';
import { plainVoice } from './voices.js';

/**
 * In bytes, of which there are never less than characters. GitHub takes 65,536 characters for a comment ("body is too long"),
 * 65,535 for the summary of a check run.
 */
const SIZE_LIMIT = 64_000;
/** The share of it for each part but the findings, which get what is left. */
const PART = 1 / 8;
/** In bytes, for what stands between and around the parts. */
const RESERVE = 1500;
/** Findings that a reader sees without opening anything. */
const MOST_OPEN = 5;

/**
 * The verdict as a page that is read in passing, in Markdown and at most `limit` bytes: errors and warnings with what to do,
 * the first of them open. What does not fit is left out by whole findings and counted. Notices and facts are in the summary.
 */
export function toVerdictPage(
  report: Report,
  site: Site | null,
  publisher: Publisher,
  limit = SIZE_LIMIT,
): string {
  const part = limit * PART;
  const voice = markdownVoice(site, report.range.base);
  const { mark, phrase } = verdictOf(report);
  const top = [
    `### ${VERDICT_MARKS[mark]} ${render(phrase, voice)}\n`,
    `${render(coverageOf(report), voice)}.\n`,
    summarizeApproval(report, voice, part),
  ];
  const loosened = report.ruleChanges.filter(({ effect }) => effect === 'loosened');
  const bottom = [
    summarizeProblems({ ...report, problems: report.problems.filter(isCharged) }, site, part),
    summarizeRuleChanges({ ...report, ruleChanges: loosened }, site, part),
    footer(site, publisher, toRest(tallyOf(report).notices)),
  ];
  const room = limit - byteLength([...top, ...bottom].join('\n')) - RESERVE;
  return [...top, showFindings(report, site, room), ...bottom].filter((part) => part !== '').join('\n');
}

/** "Could not check" as such a page. */
export const toErrorPage = (error: Failure, site: Site | null, publisher: Publisher): string =>
  `${toErrorSummary(error).replace(/^##/, '###')}\n${footer(site, publisher, null)}`;

function showFindings(report: Report, site: Site | null, room: number): string {
  const weighty = report.violations.filter(
    (violation) => violation.severity !== 'notice' && violation.code !== 'rule-loosened' && stands(violation),
  );
  const blocks = toFindingBlocks(weighty, report, site);
  const open = fillWithFindings(blocks.slice(0, MOST_OPEN), '####', room);
  const folded = blocks.slice(MOST_OPEN);
  const rest = fillWithFindings(folded, '####', open.left === 0 ? room - byteLength(open.text) : 0);
  const shown = findingsIn(folded) - rest.left;
  const left = open.left + rest.left;
  return [
    open.text.replace(/\n+$/, '\n'),
    shown === 0 ? '' : fold(`${shown} more ${shown === 1 ? 'finding' : 'findings'}`, rest.text.trimEnd()),
    left === 0
      ? ''
      : `**${left} more** ${left === 1 ? 'finding has' : 'findings have'} no room here; the job summary goes on with them.\n`,
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** What only the summary has. */
function toRest(notices: number): string {
  const judged = 'what was judged by which rules';
  return notices === 0 ? judged : `${render(count(notices, 'notice'), plainVoice)}, and ${judged}`;
}

/** Which job says this, in which run, and where the rest is. */
function footer(site: Site | null, { run, job }: Publisher, rest: string | null): string {
  const who = job === '' ? 'Agent Ownership' : `Agent Ownership, job ${codeSpan(job)}`;
  const link = (text: string): string =>
    site === null || run === null ? text : `[${text}](${runUrl(site, run)})`;
  const where = rest === null ? `, in ${link('this run')}.` : `. The ${link('job summary')} has ${rest}.`;
  return `<sub>${who}${where}</sub>\n`;
}
