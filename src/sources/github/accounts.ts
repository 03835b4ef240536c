import type { Account } from '../../core/approval/evidence.js';
import type { Api } from './api.js';
import { isId, readerOf } from './answer.js';
import { isRecord, isText } from './payload.js';

/** A user of the REST API; `null` for an account that is gone. */
export function toAccount(user: Readonly<Record<string, unknown>> | null, what: string): Account | null {
  if (user === null) return null;
  const read = readerOf(user, what);
  return { id: read('id', isId), login: read('login', isText) };
}

/**
 * What an account may do in the repository, all grants considered: `admin`, `write`, `read` or `none`; the role "maintain" is
 * given as `write`, "triage" as `read` (docs.github.com, "Get repository permissions for a user"). A login that belongs to
 * another account meanwhile may do nothing. Rejects with `api-denied` or `api-failed`.
 */
export async function readPermission(api: Api, { id, login }: Account): Promise<string> {
  const read = readerOf(
    await api.get({
      route: 'GET /repos/{owner}/{repo}/collaborators/{username}/permission',
      parameters: { username: login },
      permission: 'metadata: read',
    }),
    'permission',
  );
  const permission = read('permission', isText);
  return toAccount(read('user', isRecord), 'permission: user')?.id === id ? permission : 'none';
}
