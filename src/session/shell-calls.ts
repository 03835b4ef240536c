import type { OpenCall } from '../core/journal/call.js';
import { ABSTAIN, type Answer } from '../core/session/answer.js';
import type { AfterTool, BeforeTool } from '../core/session/event.js';
import { commandOf, goesOn, speaksOfCommits } from '../core/session/shell-text.js';
import type { WorkFinding } from '../core/session/work-finding.js';
import { mayCommit } from '../core/shell/may-commit.js';
import type { AgentName, CommitSha } from '../core/vocabulary.js';
import { readHeadLog } from '../sources/git/head-log.js';
import {
  closeCall,
  dropSnapshot,
  keepSnapshot,
  openCall,
  readCall,
  readOpenCalls,
} from '../sources/journal/calls.js';
import { hasJournal } from '../sources/journal/files.js';
import type { Bearings, BearingsAt } from './bearings.js';
import { callerOf, callNameOf } from './caller.js';
import type { MadeCommit } from './commits-made.js';
import { attempt } from './attempt.js';
import { lookThrough, openWindow, type Window } from './shell-window.js';
import { answerOrTell, tellOnce } from './tell-once.js';
import { tellNews, type News } from './tell-news.js';
import { ensureWatch } from './watching.js';

/**
 * Before a shell command: stamps the commits that it makes for certain, refuses those that would break a rule, and looks at
 * the working tree. A person's thread is looked at only where its command may commit and agents have worked here.
 */
export async function beforeShell(
  event: BeforeTool,
  bearings: Bearings,
  bearingsAt: BearingsAt,
): Promise<Answer> {
  const command = commandOf(event.call);
  const bound = await bearings.agent();
  const isCommitting = mayCommit(command);
  if (bound === null && !isCommitting) return ABSTAIN;
  const { gitDir } = bearings.place;
  const isWatched = bound !== null || (await hasJournal(gitDir));
  if (isWatched) await attempt(() => ensureWatch(event.actor, bearings));
  const stamped = isCommitting
    ? await (await import('./stamp.js')).stampText(event, command, bearingsAt)
    : { text: command, refusals: [], failures: [] };
  if (stamped.refusals.length > 0) return { kind: 'deny', refusals: stamped.refusals };
  if (isWatched) {
    // A look that fails must not keep anybody from working: afterwards it is told that nothing could be noted.
    await attempt(() =>
      openWindow(callNameOf(event.actor, event.call), toCall(event, bound?.agent.name), bearings),
    );
  }
  if (stamped.text === command) return tellOnce(event.actor, stamped.failures, bearings);
  return { kind: 'rewrite', input: { ...event.call.input, command: stamped.text } };
}

const toCall = (
  event: BeforeTool,
  agent: AgentName | undefined,
  from = Date.now(),
): Omit<OpenCall, 'log'> => ({
  agent: agent ?? null,
  caller: callerOf(event.actor),
  from,
  background: false,
});

/** After a shell command, or the start of one in the background: notes what it changed, and tells what it broke. */
export const afterShell = (event: AfterTool, bearings: Bearings): Promise<Answer> =>
  answerOrTell(() => lookAfter(event, bearings), 'not-verified', event.actor, bearings);

async function lookAfter(event: AfterTool, bearings: Bearings): Promise<Answer> {
  const bound = await bearings.agent();
  const { gitDir } = bearings.place;
  const name = callNameOf(event.actor, event.call);
  const call = (await hasJournal(gitDir)) ? await readCall(gitDir, name) : null;
  if (bound === null && call === null) return ABSTAIN;
  const failures: WorkFinding[] = [];
  const window = await attempt(() => endCall(event, name, call, bearings), failures);
  const agent = bound?.agent.name ?? null;
  const others = await readOthers(event, bearings);
  const news: News = {
    onlooker: { agent, isOwn: isOwnOf(event, await readDuring(call, bearings), others) },
    // While another agent's command runs, nobody can tell yet which of the two wrote what.
    changes: others.some((other) => other.agent !== null && other.agent !== agent)
      ? []
      : (window?.note.changes ?? []),
    since: call?.log ?? null,
    failures: [...failures, ...shortOfTime(window)],
    mayCommitLater: goesOn(event.call) && speaksOfCommits(commandOf(event.call)),
    repeats: '',
  };
  return tellNews(event.actor, news, bearings);
}

/** Notes what changed; a call that goes on in the background stays open, and is looked at again at the caller's next event. */
async function endCall(
  event: AfterTool,
  name: string,
  call: OpenCall | null,
  bearings: Bearings,
): Promise<Window | null> {
  const { gitDir } = bearings.place;
  if (call === null) return null;
  const { agent } = call;
  const window = agent === null ? null : await lookThrough(name, { ...call, agent }, bearings);
  if (window !== null && goesOn(event.call)) {
    await keepSnapshot(gitDir, name, window.seen);
    await openCall(gitDir, name, { ...call, background: true });
    return window;
  }
  await closeCall(gitDir, name);
  await dropSnapshot(gitDir, name);
  return window;
}

async function readOthers({ actor }: AfterTool, { place }: Bearings): Promise<readonly OpenCall[]> {
  const caller = callerOf(actor);
  return [...(await readOpenCalls(place.gitDir)).values()].filter((call) => call.caller !== caller);
}

/** The commits that HEAD came to since a call began. */
async function readDuring(call: OpenCall | null, { place, now }: Bearings): Promise<ReadonlySet<CommitSha>> {
  if (call === null) return new Set();
  const { entries } = await readHeadLog(place.gitDir, call.log, now);
  return new Set(entries.map(({ to }) => to));
}

/**
 * A commit without a name is taken for the caller's own where it was made during its call, the command speaks of commits, and
 * nobody else was about to make one.
 */
const isOwnOf =
  ({ call }: AfterTool, during: ReadonlySet<CommitSha>, others: readonly OpenCall[]) =>
  ({ commit, claims }: MadeCommit): boolean =>
    claims.length === 0 && others.length === 0 && during.has(commit.sha) && speaksOfCommits(commandOf(call));

const shortOfTime = (window: Window | null): readonly WorkFinding[] =>
  window === null || window.unread === 0
    ? []
    : [{ kind: 'journal-failure', failure: 'out-of-time', subject: String(window.unread) }];
