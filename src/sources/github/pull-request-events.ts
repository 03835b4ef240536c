import type { PullRequestEvent } from '../../core/approval/evidence.js';
import { toAccount } from './accounts.js';
import { isMoment, isRecordOrNull, readerOf, type Read } from './answer.js';
import type { Api } from './api.js';
import { isText, lookUp } from './payload.js';

/** docs.github.com, "Issue event types". */
const KINDS: ReadonlyMap<unknown, PullRequestEvent['kind']> = new Map([
  ['labeled', 'labeled'],
  ['unlabeled', 'unlabeled'],
  ['head_ref_force_pushed', 'head-moved'],
  ['head_ref_deleted', 'head-moved'],
  ['head_ref_restored', 'head-moved'],
  ['base_ref_changed', 'base-changed'],
  ['automatic_base_change_succeeded', 'base-changed'],
]);

/**
 * What happened on a pull request, as far as an approval depends on it, in the server's order. Rejects with `api-denied` or
 * `api-failed`: an event that matters and cannot be read leaves none of them certain.
 */
export async function readPullRequestEvents(api: Api, number: number): Promise<readonly PullRequestEvent[]> {
  const items = await api.getAll({
    route: 'GET /repos/{owner}/{repo}/issues/{issue_number}/events',
    parameters: { issue_number: number },
    permission: 'pull-requests: read',
  });
  return items.flatMap(toEvents);
}

function toEvents(item: unknown): readonly PullRequestEvent[] {
  const read = readerOf(item, 'events');
  const kind = KINDS.get(read('event', isText));
  if (kind === undefined) return [];
  const at = read('created_at', isMoment);
  if (kind === 'head-moved' || kind === 'base-changed') return [{ kind, label: '', actor: null, at }];
  return [{ kind, label: read('label.name', isText), actor: actorOf(read), at }];
}

/** An App that acts for a user leaves the user as the actor, and its own name beside it. */
function actorOf(read: Read): PullRequestEvent['actor'] {
  const user = read('actor', isRecordOrNull);
  const app = read('performed_via_github_app', isRecordOrNull);
  const account = toAccount(user, 'events: actor');
  return account === null ? null : { ...account, isPerson: lookUp(user, 'type') === 'User' && app === null };
}
