import { unstampedKey } from '../core/session/finding-key.js';
import { ABSTAIN, type Answer } from '../core/session/answer.js';
import type { Stopping } from '../core/session/event.js';
import type { WorkFinding } from '../core/session/work-finding.js';
import type { NotedChange } from '../core/journal/note.js';
import type { AgentName } from '../core/vocabulary.js';
import { closeCall, dropSnapshot, readOpenCalls } from '../sources/journal/calls.js';
import { hasJournal } from '../sources/journal/files.js';
import { readNotes } from '../sources/journal/notes.js';
import { tidyJournal } from '../sources/journal/tidy.js';
import { readWatch } from '../sources/journal/watches.js';
import { attempt } from './attempt.js';
import type { Bearings } from './bearings.js';
import { callerOf } from './caller.js';
import { lookThrough } from './shell-window.js';
import { answerOrTell } from './tell-once.js';
import { tellNews } from './tell-news.js';

/**
 * When an agent or the session is about to end: tells once more, and once only, what is left to mend. To a person's thread it
 * tells of agents' work only.
 */
export const onStop = (event: Stopping, bearings: Bearings): Promise<Answer> =>
  answerOrTell(() => lookOnceMore(event, bearings), 'not-verified', event.actor, bearings);

async function lookOnceMore(event: Stopping, bearings: Bearings): Promise<Answer> {
  const { gitDir } = bearings.place;
  if (!(await hasJournal(gitDir))) return ABSTAIN;
  const bound = await bearings.agent();
  if (bound === null && event.kind === 'agent-stopped') return ABSTAIN;
  const agent = bound?.agent.name ?? null;
  const failures: WorkFinding[] = [];
  await attempt(() => endCalls(event, bearings), failures);
  if (event.repeated) return ABSTAIN;
  const watch = await readWatch(gitDir, callerOf(event.actor));
  const told = new Set(watch?.told);
  const isOwn: Parameters<typeof tellNews>[1]['onlooker']['isOwn'] = ({ commit, claims }) =>
    told.has(unstampedKey(commit.sha)) || (watch?.background === true && claims.length === 0);
  const answer = await tellNews(
    event.actor,
    {
      onlooker: { agent, isOwn },
      changes: agent === null ? [] : await readOwnChanges(gitDir, agent),
      since: null,
      failures,
      mayCommitLater: false,
      repeats: 'stop',
    },
    bearings,
  );
  await attempt(async () => {
    await tidyJournal(gitDir, bearings.now, await readNotes(gitDir));
  });
  return answer;
}

/** A caller that ends has no calls any more; what still runs in the background is looked at for the last time. */
async function endCalls({ actor }: Stopping, bearings: Bearings): Promise<void> {
  const { gitDir } = bearings.place;
  const caller = callerOf(actor);
  for (const [name, call] of await readOpenCalls(gitDir)) {
    if (call.caller !== caller) continue;
    const { agent } = call;
    if (agent !== null && call.background) await lookThrough(name, { ...call, agent }, bearings);
    await closeCall(gitDir, name);
    await dropSnapshot(gitDir, name);
  }
}

/** The last that an agent did at each path. */
async function readOwnChanges(gitDir: string, agent: AgentName): Promise<readonly NotedChange[]> {
  const { notes } = await readNotes(gitDir);
  const own = notes.filter((note) => note.agent === agent).sort((left, right) => left.at - right.at);
  return [...new Map(own.flatMap(({ changes }) => changes.map((change) => [change.path, change]))).values()];
}
