import { linesOf, type LineRange } from '../core/in-head.js';
import { standsAtHead, type RuleChange } from '../core/policy/rule-changes.js';
import type { Report, ReportedProblem } from '../core/report.js';
import { stands, type Violation } from '../core/violation.js';
import type { RepoPath, Severity } from '../core/vocabulary.js';
import { CODE_INFO } from './code-info.js';
import { accountOf } from './messages.js';
import { describeProblem } from './problem-messages.js';
import { place, render } from './phrase.js';
import { isCharged, weightOf } from './verdict.js';
import { bareVoice, plainVoice } from './voices.js';
import type { Words } from './words.js';

/** One finding or problem as an annotation shows it. */
export interface AnnotationItem {
  readonly severity: Severity;
  readonly title: string;
  readonly sentence: string;
  /** What to do, then the commands, each on a line of its own. */
  readonly advice: readonly string[];
  readonly file: RepoPath | null;
  /** What it stands on; none where that is the whole file. */
  readonly lines: readonly LineRange[];
  /** Items of one group share an annotation. */
  readonly group: string;
}

/** Everything that the range is charged with, in the report's order. */
export function toAnnotationItems(report: Report, words: Words): readonly AnnotationItem[] {
  return [
    ...report.violations.filter(stands).map((violation) => fromViolation(violation, words)),
    ...report.problems.filter(isCharged).map(fromProblem),
  ];
}

function fromViolation(violation: Violation, words: Words): AnnotationItem {
  const { text, commands } = words.remedy(violation);
  const place = placeOf(violation);
  return {
    severity: violation.severity,
    title: render(accountOf(violation, words.context).title, bareVoice),
    sentence: words.describe(violation).sentence,
    advice: [text, ...commands],
    ...place,
    group: place.file === null ? violation.code : `file ${place.file}`,
  };
}

type Place = Pick<AnnotationItem, 'file' | 'lines'>;

/** Where the head has nothing at the path, the line of the rule stands for it. */
function placeOf(violation: Violation): Place {
  if ('inHead' in violation) {
    const { inHead, path, rule } = violation;
    if (inHead.kind !== 'gone') return { file: path, lines: linesOf(inHead) ?? [] };
    return { file: rule?.file ?? null, lines: onLine(rule?.line ?? null) };
  }
  if ('path' in violation) return { file: violation.path, lines: [] };
  if ('waiver' in violation) return { file: violation.waiver.file, lines: [] };
  if ('change' in violation) return placeOfChange(violation.change);
  return { file: 'file' in violation ? violation.file : null, lines: [] };
}

const onLine = (line: number | null): readonly LineRange[] =>
  line === null ? [] : [{ start: line, end: line }];

/** A line of the base would be another one at the head; the file may be gone there, and is shown all the same. */
const placeOfChange = (change: RuleChange): Place => ({
  file: change.file,
  lines: onLine(standsAtHead(change) ? change.line : null),
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
    lines: onLine(line),
    group: `file ${file}`,
  };
}
