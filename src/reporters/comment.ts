import { markerLine, toMarker, type Found, type Marker } from '../core/publishing/marker.js';
import type { Publisher } from '../core/publishing/publisher.js';
import type { Report } from '../core/report.js';
import type { Failure } from '../operational-error.js';
import type { Site } from './links.js';
import { toErrorPage, toVerdictPage } from './verdict-page.js';
import { tallyOf } from './verdict.js';

/** The comment of a pull request: below 65,536 characters, and nobody is mentioned by it. */
export interface CommentWords {
  /** Begins with the line of the marker. */
  readonly body: string;
  readonly marker: Marker;
}

export const toComment = (report: Report, site: Site | null, publisher: Publisher): CommentWords =>
  withMarker(toMarker(publisher, foundIn(report)), toVerdictPage(report, site, publisher));

/** "Could not check": the verdict of an earlier run must not stand beside it. */
export const toErrorComment = (error: Failure, site: Site | null, publisher: Publisher): CommentWords =>
  withMarker(toMarker(publisher, 'errors'), toErrorPage(error, site, publisher));

const withMarker = (marker: Marker, page: string): CommentWords => ({
  body: `${markerLine(marker)}\n${page}`,
  marker,
});

function foundIn(report: Report): Found {
  const { errors, warnings } = tallyOf(report);
  if (errors > 0) return 'errors';
  return warnings > 0 ? 'warnings' : 'nothing';
}
