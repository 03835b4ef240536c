import type { Report } from '../core/report.js';
import { toAnnotations, type Annotation } from './annotations.js';
import { count, render, say } from './phrase.js';
import { tallyOf, verdictOf } from './verdict.js';
import { plainVoice } from './voices.js';
import { toWorkflowCommand } from './workflow-command.js';

/** What the runner keeps of each level for a step (actions/runner, `ExecutionContext._maxCountPerIssueType`). */
const SHOWN = 10;
const ALL = { error: Infinity, warning: Infinity, notice: Infinity };

/**
 * The annotations of the action as workflow commands, all of them, those that GitHub would show first; last a plain line with
 * the verdict. Ends with a line break.
 */
export function toCheckCommands(report: Report): string {
  const { errors, warnings, notices } = tallyOf(report);
  const { annotations } = toAnnotations(report, ALL);
  const amount = (wanted: Annotation['level']): number =>
    annotations.filter(({ level }) => level === wanted).length;
  const isCut = Math.max(amount('error'), amount('warning'), amount('notice')) > SHOWN;
  const limit = isCut ? say`; GitHub shows the first ${SHOWN} annotations of each level` : say``;
  const sum = say`${verdictOf(report).phrase}. ${count(errors, 'error')}, ${count(warnings, 'warning')}, ${count(
    notices,
    'notice',
  )}${limit}.`;
  return `${[...annotations.map(toCommand), render(sum, plainVoice)].join('\n')}\n`;
}

/** In the order of the toolkit (actions/toolkit, `packages/core/src/utils.ts`). */
const toCommand = ({ level, title, message, file, startLine, endLine }: Annotation): string =>
  toWorkflowCommand(level, { title, file, line: startLine, endLine }, message);
