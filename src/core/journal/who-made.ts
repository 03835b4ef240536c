import type { Change, TreeEntry } from '../history.js';
import type { AgentName, RepoPath } from '../vocabulary.js';
import type { Note, NotedChange } from './note.js';
import { isSameObject } from './same-object.js';

/** Whose work a change is, by the journal. */
export interface Making {
  readonly change: Change;
  /** In the order of their names; empty where nobody noted it: a person's. */
  readonly agents: readonly AgentName[];
  /** False where several calls ran at the same time and each saw the object appear: one of the agents made it, or more. */
  readonly isCertain: boolean;
}

/** One path of one note. */
interface Trace extends Pick<Note, 'agent' | 'how' | 'from' | 'at'> {
  readonly change: NotedChange;
}

/**
 * The agents that made each change. An object is its first maker's, for who brings it back later did not make it; beside
 * the maker stand those whose uncommitted work at the path it was made on top of. An object that nobody noted (a part of a
 * file that was staged alone, or a file that somebody went on to edit) is that of all whose uncommitted work the path holds.
 */
export function whoMade(changes: readonly Change[], notes: readonly Note[]): readonly Making[] {
  const traces = tracesByPath(notes, new Set(changes.map(({ path }) => path)));
  return changes.map((change) => ({ change, ...makersOf(change, traces.get(change.path) ?? []) }));
}

function makersOf({ before, after }: Change, traces: readonly Trace[]): Omit<Making, 'change'> {
  const base = before?.oid ?? null;
  const wanted = toObject(after);
  const exact = traces.filter(
    ({ change }) =>
      change.act !== 'restored' &&
      isSameObject(change.object, wanted) &&
      (wanted !== null || change.base === base),
  );
  // A deletion has no content by which a later one could be told from an earlier one.
  const found = wanted === null ? exact.at(-1) : exact[0];
  if (found === undefined) {
    const others = wanted === null ? [] : workAt(traces, base);
    return toMaking(others.at(-1)?.change.object === null ? [] : others, []);
  }
  const rivals = exact.filter((trace) => trace === found || areAtOnce(trace, found));
  const builtOn = found.change.act === 'edited' && wanted !== null ? workBefore(found, traces, base) : [];
  return toMaking([...builtOn, ...rivals], rivals);
}

const toObject = (entry: TreeEntry | null): NotedChange['object'] =>
  entry === null ? null : { mode: entry.mode, oids: [entry.oid] };

/** The work that was still to be committed at the path when this one was done. */
const workBefore = (found: Trace, traces: readonly Trace[], base: string | null): readonly Trace[] =>
  found.change.base === base ? workAt(traces.slice(0, traces.indexOf(found)), base) : [];

/** The uncommitted work on top of an object of HEAD: what was done since the path was last replaced whole or restored. */
function workAt(traces: readonly Trace[], base: string | null): readonly Trace[] {
  const live = traces.filter(({ change }) => change.base === base);
  const cut = live.findLastIndex(({ change }) => change.act !== 'edited');
  return live.slice(Math.max(cut, 0)).filter(({ change }) => change.act !== 'restored');
}

function toMaking(traces: readonly Trace[], rivals: readonly Trace[]): Omit<Making, 'change'> {
  return { agents: namesOf(traces), isCertain: namesOf(rivals).length < 2 };
}

const namesOf = (traces: readonly Trace[]): readonly AgentName[] =>
  [...new Set(traces.flatMap(({ agent }) => agent ?? []))].sort();

/** Two calls, neither of which ended before the other began. */
const areAtOnce = (left: Trace, right: Trace): boolean => left.from <= right.at && right.from <= left.at;

function tracesByPath(notes: readonly Note[], paths: ReadonlySet<RepoPath>): ReadonlyMap<RepoPath, Trace[]> {
  const traces = new Map<RepoPath, Trace[]>();
  for (const { agent, how, from, at, changes } of notes) {
    for (const change of changes) {
      if (!paths.has(change.path)) continue;
      const others = traces.get(change.path) ?? [];
      traces.set(change.path, others);
      others.push({ agent, how, from, at, change });
    }
  }
  for (const [path, all] of traces) {
    const sure = all.filter(({ how }) => how === 'tool');
    const kept = all.filter((trace) => !isExplained(trace, sure));
    traces.set(
      path,
      kept.sort((left, right) => left.at - right.at || left.from - right.from),
    );
  }
  return traces;
}

/** Clocks of files tick in steps, and a file is written a little before its writer is noted. */
const SLACK = 1000;

/** Whether a shell call saw what somebody else's tool wrote meanwhile. */
const isExplained = (trace: Trace, sure: readonly Trace[]): boolean =>
  trace.how === 'shell' &&
  sure.some(
    (tool) =>
      tool.agent !== trace.agent &&
      isSameObject(tool.change.object, trace.change.object) &&
      tool.from >= trace.from - SLACK &&
      tool.from <= trace.at + SLACK,
  );
