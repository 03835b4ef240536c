import { joinLines, type LineRange } from '../core/in-head.js';
import type { Report } from '../core/report.js';
import type { Severity } from '../core/vocabulary.js';
import { toAnnotationItems, type AnnotationItem } from './annotation-items.js';
import { composeMessage, composeRepetition, composeTitle } from './annotation-text.js';
import { groupBy } from './grouping.js';
import { isMappable } from './log.js';
import { render, say } from './phrase.js';
import { mostSevereFirst } from './severity.js';
import { verdictOf } from './verdict.js';
import { plainVoice } from './voices.js';
import { createWords } from './words.js';

export interface Annotation {
  readonly level: Severity;
  readonly title: string;
  readonly message: string;
  /** `null` where no file of the head can carry it. */
  readonly file: string | null;
  /** `null` where it stands on the whole file. */
  readonly startLine: number | null;
  readonly endLine: number | null;
}

export interface Annotations {
  readonly annotations: readonly Annotation[];
  /** What to fail the step with; `null` where it does not fail. */
  readonly failure: string | null;
  /** Findings and problems that no annotation shows. */
  readonly omitted: number;
}

/** How many of each level there is room for. */
export type AnnotationCaps = Readonly<Record<Severity, number>>;

/**
 * How many of each level a step can have. The runner keeps ten (actions/runner, `ExecutionContext._maxCountPerIssueType`),
 * and failing the step spends one error.
 */
export const STEP_CAPS: AnnotationCaps = { error: 9, warning: 10, notice: 10 };

/**
 * One annotation for each file, most severe first, on the first lines of its gravest finding; then, as far as there is room,
 * one for each further place in these files. What was undone and what the range is not charged with has none.
 */
export function toAnnotations(
  report: Report,
  caps: AnnotationCaps = STEP_CAPS,
  words = createWords(report),
): Annotations {
  const groups = mostSevereFirst(
    [...groupBy(toAnnotationItems(report, words), ({ group }) => group).values()].flatMap(toGroup),
  );
  const room = { ...caps };
  const take = ({ level }: { readonly level: Severity }): boolean => room[level]-- > 0;
  const shown = groups.filter(({ severity }) => take({ level: severity }));
  const isShown = new Set(shown);
  const composed = shown.map((group) => ({ group, ...composeMessage(group.items) }));
  const repetitions = shown.flatMap(toRepetitions).filter(take);
  const omitted =
    groups.filter((group) => !isShown.has(group)).reduce((sum, { items }) => sum + items.length, 0) +
    composed.reduce((sum, message) => sum + message.omitted, 0);
  return {
    annotations: [
      ...composed.map(({ group, text }) => toAnnotation(group, group.places[0], text)),
      ...repetitions,
    ],
    failure: failureOf(report, omitted),
    omitted,
  };
}

interface Group {
  readonly severity: Severity;
  readonly items: readonly [AnnotationItem, ...AnnotationItem[]];
  /** Where the file is touched, the place to begin with first; none where it is touched as a whole. */
  readonly places: readonly LineRange[];
}

function toGroup(items: readonly AnnotationItem[]): readonly Group[] {
  const [first, ...others] = mostSevereFirst(items);
  if (first === undefined) return [];
  const places = joinLines(items.flatMap(({ lines }) => lines));
  const start = first.lines[0]?.start;
  const begin = places.find((place) => start !== undefined && place.start <= start && start <= place.end);
  return [
    {
      severity: first.severity,
      items: [first, ...others],
      places: begin === undefined ? [] : [begin, ...places.filter((place) => place !== begin)],
    },
  ];
}

function toAnnotation({ severity, items }: Group, place: LineRange | undefined, message: string): Annotation {
  const { file } = items[0];
  const mappable = file !== null && isMappable(file);
  return {
    level: severity,
    title: composeTitle(items),
    message,
    file: mappable ? file : null,
    startLine: mappable ? (place?.start ?? null) : null,
    endLine: mappable ? (place?.end ?? null) : null,
  };
}

/** The further places, each with what is wrong there and where it is said what to do. */
function toRepetitions(group: Group): readonly Annotation[] {
  const [begin, ...further] = group.places;
  if (begin === undefined) return [];
  return further.flatMap((place) => {
    const [first, ...others] = group.items.filter(({ lines }) => lines.some((own) => isWithin(own, place)));
    if (first === undefined) return [];
    const here: Group = { severity: first.severity, items: [first, ...others], places: [place] };
    const annotation = toAnnotation(here, place, composeRepetition(here.items, begin));
    return annotation.file === null ? [] : [annotation];
  });
}

const isWithin = (inner: LineRange, outer: LineRange): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

function failureOf(report: Report, omitted: number): string | null {
  if (report.conclusion === 'success') return null;
  const more =
    omitted === 0
      ? say`The job summary says what to do.`
      : say`${omitted} more than the annotations show are in the job summary.`;
  return render(say`${verdictOf(report).phrase}. ${more}`, plainVoice);
}
