import { isLogMark, type LogMark } from './head-log.js';
import { isRecord, parseJson } from './json.js';

/** What was looked at and told already, for one caller in one working tree. */
export interface Watch {
  /** How far HEAD's log was read, and when. */
  readonly log: LogMark;
  /** Where HEAD's log ended when it began. */
  readonly since: LogMark;
  /** What was told, each by a key of its own, the oldest first. */
  readonly told: readonly string[];
  /** True once a command of the caller that may commit went on in the background. */
  readonly background: boolean;
}

const FORMAT = 1;
/** More findings than an agent mends in one sitting. */
const MOST_TOLD = 1000;

export const formatWatch = (watch: Watch): string =>
  JSON.stringify({ format: FORMAT, ...watch, told: watch.told.slice(-MOST_TOLD) });

/** `null` for a text that is none of ours, or not whole. */
export function parseWatch(text: string): Watch | null {
  const value = parseJson(text);
  if (!isRecord(value) || value['format'] !== FORMAT) return null;
  const { log, since, told, background } = value;
  if (!isLogMark(log) || !isLogMark(since) || !Array.isArray(told) || typeof background !== 'boolean')
    return null;
  return told.every((key) => typeof key === 'string') ? { log, since, told, background } : null;
}
