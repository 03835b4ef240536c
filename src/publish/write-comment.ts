import { isOfLaterRun, readMarker } from '../core/publishing/marker.js';
import type { Publication } from '../core/publishing/publication.js';
import { publisherKey, type Publisher } from '../core/publishing/publisher.js';
import {
  createComment,
  deleteComment,
  readOwnComments,
  updateComment,
  type Comment,
} from '../sources/github/comments.js';
import type { Sent } from '../sources/github/writer.js';
import { failSoftly, insist, toFailure, type Server } from './server.js';

export interface CommentText {
  /** Begins with the marker of the publisher. */
  readonly body: string;
  /** Whether there is something to say where no comment says otherwise. */
  readonly isNews: boolean;
}

/**
 * Keeps one comment of the publisher on a pull request, and updates it in place. Only comments that the token's own account
 * wrote and that begin with the publisher's marker are touched; of several, which two runs at once can leave, the oldest stays.
 */
export const writeComment = (
  text: CommentText,
  pullRequest: number,
  publisher: Publisher,
  server: Server,
): Promise<Publication> =>
  failSoftly(async () => {
    // Looks anew in every attempt: the comment that a lost answer was about is there then.
    const outcome = await insist<Sent | Publication>(server, async () => {
      const comments = await readCommentsOf(publisher, pullRequest, server);
      const [first, ...others] = comments;
      if (comments.some(({ body }) => isLater(body, publisher))) return { kind: 'left-to-later-run' };
      for (const { id } of others) await deleteComment(server.writer, id);
      if (first === undefined)
        return text.isNews ? createComment(server.writer, pullRequest, text.body) : { kind: 'not-needed' };
      return isSameText(first.body, text.body)
        ? { kind: 'unchanged' }
        : updateComment(server.writer, first.id, text.body);
    });
    if ('detail' in outcome && outcome.kind !== 'failed') return toFailure(outcome);
    return outcome.kind === 'done' ? { kind: 'written' } : outcome;
  });

async function readCommentsOf(
  publisher: Publisher,
  pullRequest: number,
  { api }: Server,
): Promise<readonly Comment[]> {
  const key = publisherKey(publisher);
  const own = await readOwnComments(api, pullRequest);
  return own.filter(({ body }) => readMarker(body)?.key === key);
}

function isLater(body: string, publisher: Publisher): boolean {
  const marker = readMarker(body);
  return marker !== null && isOfLaterRun(marker, publisher);
}

const isSameText = (one: string, other: string): boolean =>
  one.replaceAll('\r\n', '\n').trim() === other.trim();
