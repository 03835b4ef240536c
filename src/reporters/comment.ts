import { markerLine } from '../core/publishing/marker.js';
import type { Publisher } from '../core/publishing/publisher.js';
import type { Report } from '../core/report.js';
import type { Failure } from '../operational-error.js';
import type { Site } from './links.js';
import { toErrorPage, toVerdictPage } from './verdict-page.js';
import { tallyOf } from './verdict.js';

/** The comment of a pull request: below 65,536 characters, and nobody is mentioned by it. */
export interface CommentWords {
  readonly body: string;
  /** Whether there is an error or a warning, so that it is worth a comment where there is none. */
  readonly isNews: boolean;
}

export function toComment(report: Report, site: Site | null, publisher: Publisher): CommentWords {
  const { errors, warnings } = tallyOf(report);
  return withMarker(publisher, toVerdictPage(report, site, publisher), errors + warnings > 0);
}

/** "Could not check": the verdict of an earlier run must not stand beside it. */
export const toErrorComment = (error: Failure, site: Site | null, publisher: Publisher): CommentWords =>
  withMarker(publisher, toErrorPage(error, site, publisher), true);

const withMarker = (publisher: Publisher, page: string, isNews: boolean): CommentWords => ({
  body: `${markerLine(publisher)}\n${page}`,
  isNews,
});
