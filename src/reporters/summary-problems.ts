import type { Report, ReportedProblem } from '../core/report.js';
import { fill } from './byte-budget.js';
import { markdownVoice, type Site } from './links.js';
import { fold, SEVERITY_MARKS } from './markdown.js';
import { describeProblem } from './problem-messages.js';
import { place } from './phrase.js';
import { mostSevereFirst } from './severity.js';
import { isCharged, weightOf } from './verdict.js';

/** What is wrong with the definitions: what the range is charged with, then, folded, what stood before it. */
export function summarizeProblems(report: Report, site: Site | null, budget: number): string {
  const charged = report.problems.filter(isCharged);
  const older = report.problems.filter((problem) => !isCharged(problem));
  const parts = [
    charged.length === 0 ? '' : `### Definitions\n\n${toList(charged, report, site, budget / 2)}`,
    older.length === 0
      ? ''
      : fold(
          `${older.length} definition ${older.length === 1 ? 'problem' : 'problems'} from before`,
          toList(older, report, site, budget / 2),
        ),
  ];
  return parts.filter((part) => part !== '').join('\n');
}

function toList(
  problems: readonly ReportedProblem[],
  { range }: Report,
  site: Site | null,
  budget: number,
): string {
  const inOrder = mostSevereFirst(
    problems.map((reported) => ({ ...reported, severity: weightOf(reported) })),
  );
  const { text, left } = fill(inOrder, budget, ({ problem, introduced, severity }) => {
    const voice = markdownVoice(site, introduced ? range.head : range.base);
    return `- ${SEVERITY_MARKS[severity]} ${voice(place(problem.file, problem.line))}: ${describeProblem(problem, voice)}\n`;
  });
  return left === 0 ? text : `${text}- ${left} more\n`;
}
