import {
  compareMarkers,
  isOfGraverStep,
  isOfLaterRun,
  readMarker,
  type Marker,
} from '../core/publishing/marker.js';
import type { Publication } from '../core/publishing/publication.js';
import type { CommitSha } from '../core/vocabulary.js';
import { createComment, deleteComment, readOwnComments, updateComment } from '../sources/github/comments.js';
import { readPullRequest } from '../sources/github/pull-request.js';
import type { Sent } from '../sources/github/writer.js';
import { failSoftly, insist, toFailure, type Server } from './server.js';

export interface CommentText {
  /** Begins with the line of the marker. */
  readonly body: string;
  readonly marker: Marker;
}

/** The pull request to comment on, and the commit of it that was judged. */
export interface Place {
  readonly number: number;
  readonly headSha: CommitSha;
}

interface Marked {
  readonly id: number;
  readonly body: string;
  readonly marker: Marker;
}

/**
 * Keeps one comment of the publisher on a pull request, and updates it in place. Only comments that the token's own account
 * wrote and that begin with the publisher's marker are touched; of several the oldest stays. Where nothing is wrong, none is
 * made.
 */
export const writeComment = (text: CommentText, place: Place, server: Server): Promise<Publication> =>
  failSoftly(async () => {
    // Looks anew in every attempt: the comment that a lost answer was about is there then.
    const outcome = await insist<Sent | Publication>(server, async () => {
      const comments = await readMarked(text.marker, place, server);
      const [first, ...others] = comments;
      const reason = await reasonToLeave(comments, text.marker, place, server);
      if (reason !== null) return { kind: reason };
      for (const { id } of others) await deleteComment(server.writer, id);
      if (first === undefined)
        return text.marker.found === 'nothing' ? { kind: 'not-needed' } : create(text, place, server);
      return isSameText(first.body, text.body)
        ? { kind: 'unchanged' }
        : updateComment(server.writer, first.id, text.body);
    });
    if ('detail' in outcome && outcome.kind !== 'failed') return toFailure(outcome);
    return outcome.kind === 'done' ? { kind: 'written' } : outcome;
  });

/** A repeated run was asked for after all others, whatever its id, and counts as long as its head is that of the pull request. */
async function reasonToLeave(
  comments: readonly Marked[],
  own: Marker,
  { number, headSha }: Place,
  { api }: Server,
): Promise<'left-to-later-run' | 'left-to-graver-step' | null> {
  if (comments.some(({ marker }) => isOfGraverStep(marker, own))) return 'left-to-graver-step';
  if (!comments.some(({ marker }) => isOfLaterRun(marker, own))) return null;
  const isNewest = own.attempt > 1 && (await readPullRequest(api, number)).head === headSha;
  return isNewest ? null : 'left-to-later-run';
}

async function create(text: CommentText, place: Place, server: Server): Promise<Sent> {
  const sent = await createComment(server.writer, place.number, text.body);
  if (sent.kind === 'done') await failSoftly(() => settle(text.marker, place, server));
  return sent;
}

/** Two runs at once can make one each. Both see that, and remove the same one; whichever cannot leaves it to the next run. */
async function settle(own: Marker, place: Place, server: Server): Promise<void> {
  const comments = await readMarked(own, place, server);
  const [, ...others] = comments.toSorted(
    (left, right) => compareMarkers(right.marker, left.marker) || left.id - right.id,
  );
  for (const { id } of others) await deleteComment(server.writer, id);
}

async function readMarked({ key }: Marker, { number }: Place, { api }: Server): Promise<readonly Marked[]> {
  const own = await readOwnComments(api, number);
  return own.flatMap((comment) => {
    const marker = readMarker(comment.body);
    return marker?.key === key ? [{ ...comment, marker }] : [];
  });
}

const isSameText = (one: string, other: string): boolean =>
  one.replaceAll('\r\n', '\n').trim() === other.trim();
