import type { Report } from '../core/report.js';
import type { Severity } from '../core/vocabulary.js';
import { toAnnotationItems, type AnnotationItem } from './annotation-items.js';
import { composeMessage, composeTitle } from './annotation-text.js';
import { groupBy } from './grouping.js';
import { isMappable } from './log.js';
import { render, say } from './phrase.js';
import { mostSevereFirst } from './severity.js';
import { verdictOf } from './verdict.js';
import { plainVoice } from './voices.js';

export interface Annotation {
  readonly level: Severity;
  readonly title: string;
  readonly message: string;
  /** `null` where no file of the head can carry it. */
  readonly file: string | null;
  readonly startLine: number | null;
}

export interface Annotations {
  readonly annotations: readonly Annotation[];
  /** What to fail the step with; `null` where it does not fail. */
  readonly failure: string | null;
  /** Findings and problems that no annotation shows. */
  readonly omitted: number;
}

/**
 * How many of each level a step can have. The runner keeps ten (actions/runner, `ExecutionContext._maxCountPerIssueType`),
 * and failing the step spends one error.
 */
const CAPS: Readonly<Record<Severity, number>> = { error: 9, warning: 10, notice: 10 };

/** One annotation for each file, most severe first; what was undone and what the range is not charged with has none. */
export function toAnnotations(report: Report): Annotations {
  const groups = groupBy(toAnnotationItems(report), ({ group }) => group);
  const byLevel = { error: 0, warning: 0, notice: 0 };
  const annotations: Annotation[] = [];
  let omitted = 0;
  for (const { severity, items } of mostSevereFirst([...groups.values()].flatMap(toGroup))) {
    byLevel[severity] += 1;
    if (byLevel[severity] > CAPS[severity]) {
      omitted += items.length;
      continue;
    }
    const message = composeMessage(items);
    omitted += message.omitted;
    annotations.push(toAnnotation(severity, items, message.text));
  }
  return { annotations, failure: failureOf(report, omitted), omitted };
}

interface Group {
  readonly severity: Severity;
  readonly items: readonly [AnnotationItem, ...AnnotationItem[]];
}

function toGroup(items: readonly AnnotationItem[]): readonly Group[] {
  const [first, ...others] = mostSevereFirst(items);
  return first === undefined ? [] : [{ severity: first.severity, items: [first, ...others] }];
}

function toAnnotation(level: Severity, items: Group['items'], message: string): Annotation {
  const { file, line } = items[0];
  const mappable = file !== null && isMappable(file);
  return {
    level,
    title: composeTitle(items),
    message,
    file: mappable ? file : null,
    startLine: mappable ? line : null,
  };
}

function failureOf(report: Report, omitted: number): string | null {
  if (report.conclusion === 'success') return null;
  const more =
    omitted === 0
      ? say`The job summary says what to do.`
      : say`${omitted} more than the annotations show are in the job summary.`;
  return render(say`${verdictOf(report).phrase}. ${more}`, plainVoice);
}
