import { isId, isRecordOrNull, readerOf } from './answer.js';
import type { Api } from './api.js';
import { lookUp } from './payload.js';
import type { Sent, Writer } from './writer.js';

export interface Comment {
  readonly id: number;
  readonly body: string;
}

/** What the token of a workflow needs to write a comment; `issues: write` does as well. */
export const COMMENT_PERMISSION = 'pull-requests: write';

/** Exported for the test that holds it against GitHub's published schema. */
export const VIEWER_QUERY = `query ($owner: String!, $repo: String!) {
  viewer { databaseId }
  repository(owner: $owner, name: $repo) { id }
}`;

/**
 * The comments of a pull request that the account of the token wrote, oldest first. Who that is, GraphQL says of every kind
 * of token; `GET /user` refuses the token of a workflow ("Resource not accessible by integration"). Rejects with `api-denied`
 * or `api-failed`.
 */
export async function readOwnComments(api: Api, number: number): Promise<readonly Comment[]> {
  const viewer = readerOf(
    await api.graphql({ route: VIEWER_QUERY, permission: COMMENT_PERMISSION }),
    'viewer',
  )('viewer.databaseId', isId);
  const items = await api.getAll({
    route: 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
    parameters: { issue_number: number },
    permission: COMMENT_PERMISSION,
  });
  return items.flatMap((item) => {
    const read = readerOf(item, 'comments');
    const author = read('user', isRecordOrNull);
    if (lookUp(author, 'id') !== viewer) return [];
    const body = lookUp(item, 'body');
    return [{ id: read('id', isId), body: typeof body === 'string' ? body : '' }];
  });
}

export const createComment = (writer: Writer, number: number, body: string): Promise<Sent> =>
  writer.send('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', { issue_number: number, body });

export const updateComment = (writer: Writer, id: number, body: string): Promise<Sent> =>
  writer.send('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', { comment_id: id, body });

export const deleteComment = (writer: Writer, id: number): Promise<Sent> =>
  writer.send('DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}', { comment_id: id });
