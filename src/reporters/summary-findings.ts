import type { Report } from '../core/report.js';
import { isLifted, isUndone, type Violation } from '../core/violation.js';
import type { AgentName } from '../core/vocabulary.js';
import { fill } from './byte-budget.js';
import { toFindingContext, type FindingContext } from './finding-context.js';
import { groupByAgent } from './grouping.js';
import { markdownVoice, type Site } from './links.js';
import { codeBlock, codeSpan, fold, SEVERITY_MARKS } from './markdown.js';
import { describeViolation } from './messages.js';
import { definedAt } from './provisional.js';
import { remedyFor } from './remedies.js';

type Contexts = (violation: Violation) => FindingContext;

/** The findings of each agent with what to do, within `budget` bytes. */
export function summarizeFindings(
  violations: readonly Violation[],
  report: Report,
  site: Site | null,
  budget: number,
): string {
  const contextOf = contexts(report, site);
  const entries = [...groupByAgent(violations)].flatMap(([agent, findings]) =>
    findings.map((violation, index) => ({ agent: index === 0 ? { name: agent } : null, violation })),
  );
  const { text, left } = fill(entries, budget, ({ agent, violation }) => {
    const heading = agent === null ? '' : `### ${headingOf(agent.name)}\n\n`;
    return `${heading}${toBlock(violation, contextOf(violation))}\n`;
  });
  return left === 0 ? text.replace(/\n+$/, '\n') : `${text}${cutNotice(left)}`;
}

const headingOf = (agent: AgentName | null): string => (agent === null ? 'Commits' : codeSpan(agent));

const cutNotice = (left: number): string =>
  `**${left} more** ${left === 1 ? 'finding is' : 'findings are'} left out: a job summary is limited to 1 MB. ` +
  '`agent-ownership check` lists all of them.\n';

function toBlock(violation: Violation, context: FindingContext): string {
  const { sentence } = describeViolation(violation, context);
  const { text, commands } = remedyFor(violation, context);
  const copyable = commands.length === 0 ? '' : `\n${codeBlock(commands, 'sh', '  ')}\n`;
  return `- ${SEVERITY_MARKS[violation.severity]} ${sentence}\n\n  ${text}\n${copyable}`;
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
