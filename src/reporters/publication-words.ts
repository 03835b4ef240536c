import type { Publication, PublicationFailure } from '../core/publishing/publication.js';
import { render, say, text, type Phrase } from './phrase.js';
import { plainVoice } from './voices.js';

/** What was to be written. */
export type Published = 'comment' | 'check-run';

export interface PublicationWords {
  /** Whether it is worth an annotation; else a line of the log. */
  readonly isNotice: boolean;
  readonly text: string;
}

/** What became of a comment or check run, and what to do where it is not what was asked for. */
export function describePublication(what: Published, publication: Publication): PublicationWords {
  const { notice = null, line = null } = phrasesOf(what, publication);
  return { isNotice: notice !== null, text: render(notice ?? line ?? [], plainVoice) };
}

interface Phrases {
  readonly notice?: Phrase;
  readonly line?: Phrase;
}

const NAMES: Readonly<Record<Published, Phrase>> = { comment: say`comment`, 'check-run': say`check run` };

function phrasesOf(what: Published, publication: Publication): Phrases {
  const name = NAMES[what];
  switch (publication.kind) {
    case 'written':
      return { line: say`The ${name} is written.` };
    case 'unchanged':
      return { line: say`The ${name} says the same already.` };
    case 'not-needed':
      return { line: say`No ${name} is needed: there is nothing to say, and none that says otherwise.` };
    case 'left-to-later-run':
      return { line: say`The ${name} is left to a later run.` };
    case 'left-to-graver-step':
      return { line: say`The ${name} is left to another step of this run, which found worse.` };
    case 'no-pull-request':
      return { line: say`No ${name} is written: this event has no pull request.` };
    case 'no-commit':
      return { line: say`No ${name} is written: it is not known which commit it would be about.` };
    case 'cancelled':
      return { line: say`No ${name} is written: the job was cancelled.` };
    case 'no-token':
      return { notice: say`No ${name} is written: the input ${text('token')} is empty.` };
    case 'failed':
      return { notice: say`No ${name} is written${why(publication)}. ${adviceOn(what, publication)}` };
    case 'incomplete':
      return {
        notice: say`The ${name} lacks ${publication.missing} annotations${publication.cause === null ? say`: there was no time for them` : why(publication.cause)}. The job summary has every finding.`,
      };
    case 'open':
      return {
        notice: say`The ${name} could not be concluded, so it stays in progress${why(publication.cause)}. Run the job again.`,
      };
  }
}

const why = ({ detail }: PublicationFailure): Phrase => (detail === '' ? [] : say` (${text(detail)})`);

const PERMISSIONS: Readonly<Record<Published, Phrase>> = {
  comment: say`${text('pull-requests: write')}`,
  'check-run': say`${text('checks: write')}, which a personal access token cannot have`,
};

const adviceOn = (what: Published, { reason }: PublicationFailure): Phrase =>
  reason === 'denied'
    ? say`It needs ${PERMISSIONS[what]}; on a pull request from a fork the token is read-only whatever the workflow says. The verdict does not depend on it.`
    : say`Run the job again for it; the verdict does not depend on it.`;
