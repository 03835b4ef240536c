import type { Actor } from '../core/session/event.js';
import { readHeadLog } from '../sources/git/head-log.js';
import { keepWatch, readWatch } from '../sources/journal/watches.js';
import type { Bearings } from './bearings.js';
import { callerOf } from './caller.js';
import { newWatch } from './verify.js';

/** From now on the commits of this working tree are looked at, for whoever acts and for the session's own thread. */
export async function ensureWatch(actor: Actor, { place: { gitDir }, now }: Bearings): Promise<void> {
  const names = new Set([callerOf(actor), callerOf({ ...actor, agentId: null })]);
  for (const name of names) {
    if ((await readWatch(gitDir, name)) !== null) continue;
    const { mark } = await readHeadLog(gitDir, null, now);
    await keepWatch(gitDir, name, newWatch(mark));
  }
}
