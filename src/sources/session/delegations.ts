import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pid } from 'node:process';
import type { Scene } from '../../core/session/event.js';
import { parseJson, toFields } from '../../core/session/parse-event.js';

/** Whom a note is of: the call that starts an agent, or the agent that it started. */
export type Delegated = { readonly call: string } | { readonly agentId: string };

const THIRTY_DAYS = 2_592_000_000;
/** The client's own names have no other characters; whatever else comes is not noted. */
const SAFE = /^[\w.-]{1,200}$/;

/**
 * Notes by whose rules works whoever is started: one small file each, so that sessions and working trees do not meet. What
 * cannot be written is not noted.
 */
export function noteDelegation(
  commonDir: string,
  session: string,
  delegated: Delegated,
  { agentType, now }: { readonly agentType: string; readonly now: Date },
): void {
  const file = noteOf(commonDir, session, delegated);
  if (file === null) return;
  try {
    mkdirSync(dirname(file), { recursive: true });
    const unfinished = `${file}.${pid}.tmp`;
    writeFileSync(unfinished, agentType);
    renameSync(unfinished, file);
    forgetOldSessions(dirname(dirname(file)), now);
  } catch {
    // In a repository that cannot be written, nothing of ours is.
  }
}

/** The agent type that was noted for who acts in this scene; `null` where nobody bound is known to have started it. */
export function readDelegation(commonDir: string, { actor, transcript }: Scene): string | null {
  const { agentId, sessionId } = actor;
  if (agentId === null) return null;
  const own = readNote(noteOf(commonDir, sessionId, { agentId }));
  if (own !== null) return own;
  const call = transcript === null ? null : startingCall(transcript, sessionId, agentId);
  return call === null ? null : readNote(noteOf(commonDir, sessionId, { call }));
}

/** The call that started an agent: the client keeps it beside the agent's conversation (its `toolUseId`). */
function startingCall(transcript: string, session: string, agentId: string): string | null {
  if (!SAFE.test(session) || !SAFE.test(agentId)) return null;
  const file = join('subagents', `agent-${agentId}.meta.json`);
  const above = dirname(transcript);
  for (const directory of [join(above, session), dirname(above)]) {
    const call = toFields(parseJson(readNote(join(directory, file)) ?? ''))?.['toolUseId'];
    if (typeof call === 'string') return call;
  }
  return null;
}

function noteOf(commonDir: string, session: string, delegated: Delegated): string | null {
  const name = 'call' in delegated ? `call-${delegated.call}` : `agent-${delegated.agentId}`;
  return SAFE.test(session) && SAFE.test(name) && !/^\.+$/.test(session)
    ? join(commonDir, 'agent-ownership', 'delegations', session, name)
    : null;
}

function readNote(file: string | null): string | null {
  try {
    return file === null ? null : readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function forgetOldSessions(directory: string, now: Date): void {
  for (const session of readdirSync(directory)) {
    const path = join(directory, session);
    if (now.getTime() - statSync(path).mtimeMs > THIRTY_DAYS) rmSync(path, { recursive: true, force: true });
  }
}
