import { standsAtHead, type RuleChange } from '../core/policy/rule-changes.js';
import type { Report, ReportedProblem } from '../core/report.js';
import { stands, type Violation } from '../core/violation.js';
import type { RepoPath, Severity } from '../core/vocabulary.js';
import { CODE_INFO } from './code-info.js';
import { toFindingContext, type FindingContext } from './finding-context.js';
import { describeViolation } from './messages.js';
import { describeProblem } from './problem-messages.js';
import { place } from './phrase.js';
import { remedyFor } from './remedies.js';
import { isCharged, weightOf } from './verdict.js';
import { bareVoice, plainVoice } from './voices.js';

/** One finding or problem as an annotation shows it. */
export interface AnnotationItem {
  readonly severity: Severity;
  readonly title: string;
  readonly sentence: string;
  /** What to do, then the commands, each on a line of its own. */
  readonly advice: readonly string[];
  readonly file: RepoPath | null;
  readonly line: number | null;
  /** Items of one group share an annotation. */
  readonly group: string;
}

/** Everything that the range is charged with, in the report's order. */
export function toAnnotationItems(report: Report): readonly AnnotationItem[] {
  const context = toFindingContext(report, plainVoice);
  const gone = pathsGone(report.violations);
  return [
    ...report.violations.filter(stands).map((violation) => fromViolation(violation, context, gone)),
    ...report.problems.filter(isCharged).map(fromProblem),
  ];
}

/** The paths that the last finding on them deletes: the head has no file to annotate. */
function pathsGone(violations: readonly Violation[]): ReadonlySet<RepoPath> {
  const gone = new Set<RepoPath>();
  for (const violation of violations) {
    if (!('status' in violation)) continue;
    if (violation.status === 'D') gone.add(violation.path);
    else gone.delete(violation.path);
  }
  return gone;
}

function fromViolation(
  violation: Violation,
  context: FindingContext,
  gone: ReadonlySet<RepoPath>,
): AnnotationItem {
  const { text, commands } = remedyFor(violation, context);
  const place = placeOf(violation, gone);
  return {
    severity: violation.severity,
    title: describeViolation(violation, { ...context, voice: bareVoice }).title,
    sentence: describeViolation(violation, context).sentence,
    advice: [text, ...commands],
    ...place,
    group: place.file === null ? violation.code : `file ${place.file}`,
  };
}

function placeOf(violation: Violation, gone: ReadonlySet<RepoPath>): Pick<AnnotationItem, 'file' | 'line'> {
  if ('path' in violation) {
    if (!gone.has(violation.path)) return { file: violation.path, line: null };
    const rule = 'rule' in violation ? violation.rule : null;
    return { file: rule?.file ?? null, line: rule?.line ?? null };
  }
  if ('waiver' in violation) return { file: violation.waiver.file, line: null };
  if ('change' in violation) return placeOfChange(violation.change);
  return { file: 'file' in violation ? violation.file : null, line: null };
}

/** A line of the base would be another one at the head; the file may be gone there, and is shown all the same. */
const placeOfChange = (change: RuleChange): Pick<AnnotationItem, 'file' | 'line'> => ({
  file: change.file,
  line: standsAtHead(change) ? change.line : null,
});

function fromProblem(reported: ReportedProblem): AnnotationItem {
  const { problem } = reported;
  const { file, line } = problem;
  return {
    severity: weightOf(reported),
    title: CODE_INFO[problem.code].title,
    sentence: `${plainVoice(place(file, line))}: ${describeProblem(problem, plainVoice)}`,
    advice: [],
    file,
    line,
    group: `file ${file}`,
  };
}
