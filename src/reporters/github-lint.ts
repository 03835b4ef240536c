import type { DefinitionProblem } from '../core/definitions/problem.js';
import type { LintReport } from '../core/report.js';
import { CODE_INFO } from './code-info.js';
import { isMappable } from './log.js';
import { describeProblem } from './problem-messages.js';
import { count, place, render, say } from './phrase.js';
import { mostSevereFirst } from './severity.js';
import { noteOnNoDefinition } from './no-definition.js';
import { plainVoice } from './voices.js';
import { toWorkflowCommand } from './workflow-command.js';

/** What the runner keeps of each level for a step (actions/runner, `ExecutionContext._maxCountPerIssueType`). */
const SHOWN = 10;

/**
 * A workflow command for each problem, errors first, because GitHub shows only the first few of each level; last a plain line
 * that says how many there are. Ends with a line break.
 */
export function toGithubCommands(report: LintReport): string {
  const { problems, definitions } = report;
  const [errors, warnings, notices] = (['error', 'warning', 'notice'] as const).map(
    (severity) => problems.filter((problem) => problem.severity === severity).length,
  ) as [number, number, number];
  const limit =
    Math.max(errors, warnings, notices) > SHOWN ? say`; GitHub shows the first ${SHOWN} of each` : say``;
  const sum = say`${count(definitions.length, 'definition')}: ${count(errors, 'error')}, ${count(
    warnings,
    'warning',
  )}, ${count(notices, 'notice')}${limit}.`;
  const lines = [
    ...mostSevereFirst(problems).map(toCommand),
    ...noteOnNoDefinition(report).map((note) =>
      toWorkflowCommand(
        'warning',
        { title: `${CODE_INFO['no-definitions'].title} (no-definitions)` },
        render(note, plainVoice),
      ),
    ),
    render(sum, plainVoice),
  ];
  return `${lines.join('\n')}\n`;
}

/** The place stands in the message too: the log shows nothing but that, and not every path can carry an annotation. */
function toCommand(problem: DefinitionProblem): string {
  const { severity, code, file, line } = problem;
  const where = isMappable(file) ? { file, line } : {};
  return toWorkflowCommand(
    severity,
    { ...where, title: `${CODE_INFO[code].title} (${code})` },
    `${plainVoice(place(file, line))}: ${describeProblem(problem, plainVoice)}`,
  );
}
