import type { TreeEntry } from '../history.js';
import { commitSha, type AgentName, type RepoPath } from '../vocabulary.js';
import { isLogMark, type LogMark } from './head-log.js';
import { isNumber, isRecord, isTextOrNull, parseJson } from './json.js';
import { isObject } from './note.js';
import type { DirtyPath, Snapshot } from './snapshot.js';

/** A shell call that has begun and of which the end is not known. */
export interface OpenCall {
  /** `null` for a person's thread. */
  readonly agent: AgentName | null;
  /** Who calls: a session, or one of its subagents. */
  readonly caller: string;
  /** In milliseconds since 1970. */
  readonly from: number;
  /** True where the command goes on after the client has told of its end. */
  readonly background: boolean;
  /** How far HEAD's log had been written. */
  readonly log: LogMark;
}

const FORMAT = 1;

export const formatCall = (call: OpenCall): string => JSON.stringify({ format: FORMAT, ...call });

/** `null` for a text that is none of ours, or not whole. */
export function parseCall(text: string): OpenCall | null {
  const value = parseJson(text);
  if (!isRecord(value) || value['format'] !== FORMAT) return null;
  const { agent, caller, from, background, log } = value;
  const isWhole =
    isTextOrNull(agent) && typeof caller === 'string' && isNumber(from) && typeof background === 'boolean';
  if (!isWhole || !isLogMark(log)) return null;
  return { agent: agent as AgentName | null, caller, from, background, log };
}

export const formatSnapshot = ({ head, dirty }: Snapshot): string =>
  JSON.stringify({ format: FORMAT, head, dirty: [...dirty] });

/** `null` for a text that is none of ours, or not whole. */
export function parseSnapshot(text: string): Snapshot | null {
  const value = parseJson(text);
  if (!isRecord(value) || value['format'] !== FORMAT || !Array.isArray(value['dirty'])) return null;
  const { head, dirty } = value;
  if (!isTextOrNull(head) || !dirty.every(isDirtyEntry)) return null;
  return { head: head === null ? null : commitSha(head), dirty: new Map(dirty) };
}

const isDirtyEntry = (value: unknown): value is readonly [RepoPath, DirtyPath] =>
  Array.isArray(value) && value.length === 2 && typeof value[0] === 'string' && isDirty(value[1]);

const isDirty = (value: unknown): value is DirtyPath =>
  isRecord(value) &&
  typeof value['mark'] === 'string' &&
  isEntry(value['head']) &&
  isEntry(value['staged']) &&
  (value['object'] === null || isObject(value['object']));

const isEntry = (value: unknown): value is TreeEntry | null =>
  value === null ||
  (isRecord(value) && typeof value['mode'] === 'string' && typeof value['oid'] === 'string');
