import { linesOf } from '../core/in-head.js';
import type { Report } from '../core/report.js';
import { isLifted, isUndone, type Violation } from '../core/violation.js';
import type { AgentName } from '../core/vocabulary.js';
import { foldAlike, type Alike } from './alike.js';
import { fill, type Filled } from './byte-budget.js';
import { toFindingContext, type FindingContext } from './finding-context.js';
import { groupByAgent } from './grouping.js';
import { lineLinks, markdownVoice, type Site } from './links.js';
import { codeBlock, codeSpan, fold, SEVERITY_MARKS } from './markdown.js';
import { accountOf, describeViolation } from './messages.js';
import { count, paragraph, path, render, say } from './phrase.js';
import { definedAt } from './provisional.js';
import { remedyFor } from './remedies.js';
import { ruleClause } from './rule-words.js';
import { plainVoice } from './voices.js';

type Contexts = (violation: Violation) => FindingContext;

/** A finding, or alike ones, as a page shows it, below the heading of its agent where it is the first of it. */
export interface FindingBlock {
  readonly agent: AgentName | null;
  /** "`backend-django`: 2 errors, 1 warning", over all findings of the agent. */
  readonly heading: string;
  /** How many findings it shows. */
  readonly findings: number;
  toMarkdown(): string;
}

/** The findings of each agent with what to do, in the order to show them in. */
export function toFindingBlocks(
  violations: readonly Violation[],
  report: Report,
  site: Site | null,
): readonly FindingBlock[] {
  const contextOf = contexts(report, site);
  return [...groupByAgent(violations)].flatMap(([agent, findings]) => {
    const heading = headingOf(agent, findings);
    return foldAlike(findings, contextOf).map((alike) => ({
      agent,
      heading,
      findings: alike.length,
      toMarkdown: () => toBlock(alike, contextOf(alike[0]), site),
    }));
  });
}

/** The blocks that fit into `budget` bytes, each agent's below a heading that begins with `marks`; `left` counts findings. */
export function fillWithFindings(blocks: readonly FindingBlock[], marks: string, budget: number): Filled {
  const { text, left } = fill(blocks, budget, (block, index) => {
    const isFirst = index === 0 || blocks[index - 1]?.agent !== block.agent;
    return `${isFirst ? `${marks} ${block.heading}\n\n` : ''}${block.toMarkdown()}\n`;
  });
  return { text, left: findingsIn(blocks.slice(blocks.length - left)) };
}

export const findingsIn = (blocks: readonly FindingBlock[]): number =>
  blocks.reduce((sum, { findings }) => sum + findings, 0);

/** The findings of each agent with what to do, within `budget` bytes. */
export function summarizeFindings(
  violations: readonly Violation[],
  report: Report,
  site: Site | null,
  budget: number,
): string {
  const { text, left } = fillWithFindings(toFindingBlocks(violations, report, site), '###', budget);
  return left === 0 ? text.replace(/\n+$/, '\n') : `${text}${cutNotice(left)}`;
}

function headingOf(agent: AgentName | null, findings: readonly Violation[]): string {
  const amounts = SEVERITIES.flatMap((severity) => {
    const amount = findings.filter((violation) => violation.severity === severity).length;
    return amount === 0 ? [] : [render(count(amount, severity), plainVoice)];
  });
  return `${agent === null ? 'Commits' : codeSpan(agent)}: ${amounts.join(', ')}`;
}

const SEVERITIES = ['error', 'warning', 'notice'] as const;

const cutNotice = (left: number): string =>
  `**${left} more** ${left === 1 ? 'finding is' : 'findings are'} left out: a job summary is limited to 1 MB. ` +
  '`agent-ownership check` lists all of them.\n';

/** What is wrong; then by which rule, and in which lines; then what to do, last the commands to copy. */
function toBlock([violation, ...others]: Alike, context: FindingContext, site: Site | null): string {
  const { title, rule, notes } = accountOf(violation, context, others);
  const { text, commands } = remedyFor(violation, context, others);
  const facts = paragraph([...(rule === null ? [] : [say`${ruleClause(rule)}.`]), ...notes]);
  const copyable = commands.length === 0 ? [] : [codeBlock(commands, 'sh', '  ')];
  const paragraphs = [
    `- ${SEVERITY_MARKS[violation.severity]} **${render(title, context.voice)}**${others.length === 0 ? placesOf(violation, context, site) : ''}`,
    ...toList([violation, ...others], context, site),
    ...(facts.length === 0 ? [] : [`  ${render(facts, context.voice)}`]),
    `  ${text}`,
    ...copyable,
  ];
  return `${paragraphs.join('\n\n')}\n`;
}

/** The files of alike findings, each with the lines in question. */
function toList(alike: Alike, context: FindingContext, site: Site | null): readonly string[] {
  if (alike.length === 1) return [];
  const rows = alike.map((violation) => {
    const shown = 'path' in violation ? context.voice(path(violation.path)) : '';
    return `  - ${shown}${placesOf(violation, context, site)}`;
  });
  return [rows.join('\n')];
}

/** More would push what is wrong out of sight. */
const MOST_PLACES = 8;

function placesOf(violation: Violation, { head }: FindingContext, site: Site | null): string {
  const lines = 'inHead' in violation ? linesOf(violation.inHead) : null;
  if (lines === null || head === null || !('path' in violation)) return '';
  const isOne = lines.length === 1 && lines[0]?.start === lines[0]?.end;
  return `, ${isOne ? 'line' : 'lines'} ${lineLinks(violation.path, lines, site, head, MOST_PLACES)}`;
}

/** What was taken back, folded. */
export const summarizeUndone = (report: Report, site: Site | null, budget: number): string =>
  summarizeUncounted('taken back', report.violations.filter(isUndone), report, site, budget);

/** What a waiver or an approval lets pass, folded. */
export const summarizeLifted = (report: Report, site: Site | null, budget: number): string =>
  summarizeUncounted('lifted', report.violations.filter(isLifted), report, site, budget);

function summarizeUncounted(
  fate: string,
  violations: readonly Violation[],
  report: Report,
  site: Site | null,
  budget: number,
): string {
  if (violations.length === 0) return '';
  const contextOf = contexts(report, site);
  const { text, left } = fill(
    violations,
    budget,
    (violation) => `- ${describeViolation(violation, contextOf(violation)).sentence}\n`,
  );
  const isOne = violations.length === 1;
  const title = `${violations.length} ${isOne ? 'finding was' : 'findings were'} ${fate} and ${isOne ? 'does' : 'do'} not count`;
  return fold(title, left === 0 ? text : `${text}- ${left} more\n`);
}

/** A rule stands where its agent's definition was read. */
function contexts(report: Report, site: Site | null): Contexts {
  const context = toFindingContext(report, markdownVoice(site, report.range.base));
  const inHead = { ...context, voice: markdownVoice(site, report.range.head) };
  const readAt = definedAt(report);
  return (violation) =>
    'agent' in violation && readAt(violation.agent) === report.range.head ? inHead : context;
}
