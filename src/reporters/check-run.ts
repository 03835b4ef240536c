import { externalIdOf, toMarker, type Marker } from '../core/publishing/marker.js';
import type { Publisher } from '../core/publishing/publisher.js';
import type { Report } from '../core/report.js';
import type { Severity } from '../core/vocabulary.js';
import type { Failure } from '../operational-error.js';
import { toAnnotations, type Annotation } from './annotations.js';
import { runUrl, type Site } from './links.js';
import { safeForLog } from './log.js';
import { render } from './phrase.js';
import { toErrorPage, toVerdictPage } from './verdict-page.js';
import { verdictOf } from './verdict.js';
import { visible } from './visible.js';
import { bareVoice } from './voices.js';

/** A check run in words, within the limits of the Checks API. */
export interface CheckRunWords {
  readonly name: string;
  readonly marker: Marker;
  readonly externalId: string;
  readonly detailsUrl: string | null;
  readonly conclusion: 'success' | 'failure';
  /** What it says where so many annotations are not on it. */
  readonly words: (missing: number) => { readonly title: string; readonly summary: string };
  readonly annotations: readonly CheckRunAnnotation[];
}

interface CheckRunAnnotation {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly annotation_level: 'failure' | 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
}

const ALL = { error: Infinity, warning: Infinity, notice: Infinity };

export function toCheckRun(report: Report, site: Site | null, publisher: Publisher): CheckRunWords {
  const title = render(verdictOf(report).phrase, bareVoice);
  const annotations = toAnnotations(report, ALL).annotations.map(toCheckRunAnnotation);
  return {
    ...identityOf(site, publisher, report.conclusion),
    words: toWords(title, toVerdictPage(report, site, publisher), annotations.length),
    annotations,
  };
}

/** "Could not check" fails: a required check takes `neutral` and `skipped` for a pass (docs.github.com, "About status checks"). */
export const toErrorCheckRun = (error: Failure, site: Site | null, publisher: Publisher): CheckRunWords => ({
  ...identityOf(site, publisher, 'failure'),
  words: toWords(`Could not check (${error.code})`, toErrorPage(error, site, publisher), 0),
  annotations: [],
});

/** The id that `init` gives the job. */
const USUAL_JOB = 'agent-ownership';

/** No id of a job is like it, so that nobody takes the one for the other among the required checks. */
const nameOf = ({ job }: Publisher): string =>
  job === '' || job === USUAL_JOB
    ? 'Agent Ownership: findings'
    : `Agent Ownership: findings (${safeForLog(visible(job, 100))})`;

function identityOf(
  site: Site | null,
  publisher: Publisher,
  conclusion: CheckRunWords['conclusion'],
): Omit<CheckRunWords, 'words' | 'annotations'> {
  const marker = toMarker(publisher, conclusion === 'failure' ? 'errors' : 'nothing');
  return {
    name: nameOf(publisher),
    marker,
    externalId: externalIdOf(marker),
    detailsUrl: site === null || publisher.run === null ? null : runUrl(site, publisher.run),
    conclusion,
  };
}

/** In characters (docs.github.com, "Create a check run"; GitHub's pages show no longer title either). */
const TITLE_LENGTH = 255;

const toWords =
  (title: string, page: string, total: number): CheckRunWords['words'] =>
  (missing) => {
    if (missing === 0) return { title: visible(title, TITLE_LENGTH), summary: page };
    const note = `${missing} of ${total} annotations ${missing === 1 ? 'is' : 'are'} missing`;
    return {
      title: `${visible(title, TITLE_LENGTH - note.length - 3)} (${note})`,
      summary: `**${note}** here, because GitHub did not take them. The job summary has every finding.\n\n${page}`,
    };
  };

const LEVELS: Readonly<Record<Severity, CheckRunAnnotation['annotation_level']>> = {
  error: 'failure',
  warning: 'warning',
  notice: 'notice',
};

/** What the runner gives as the path of an annotation without a file; the API takes none without. */
const NO_FILE = '.github';

/** The API takes no annotation without lines: one on a whole file stands on its first. */
function toCheckRunAnnotation(annotation: Annotation): CheckRunAnnotation {
  const { level, title, message, file, startLine, endLine } = annotation;
  return {
    path: file ?? NO_FILE,
    start_line: startLine ?? 1,
    end_line: endLine ?? startLine ?? 1,
    annotation_level: LEVELS[level],
    title,
    message,
  };
}
