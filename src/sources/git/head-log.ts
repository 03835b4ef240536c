import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { parseHeadLog, type HeadEntry, type LogMark } from '../../core/journal/head-log.js';

export interface HeadLog {
  readonly entries: readonly HeadEntry[];
  readonly mark: LogMark;
}

/** More than a session writes; what lies before is passed over. */
const MOST_BYTES = 1 << 20;

/**
 * What happened to HEAD of a working tree since a mark; none without a mark. A log that became shorter was written anew
 * (git-reflog(1), `expire`): then the times tell.
 */
export async function readHeadLog(gitDir: string, since: LogMark | null, now: Date): Promise<HeadLog> {
  const at = Math.floor(now.getTime() / 1000);
  const file = await open(join(gitDir, 'logs', 'HEAD')).catch(() => null);
  if (file === null) return { entries: [], mark: { size: 0, at } };
  try {
    const { size } = await file.stat();
    const mark = { size, at };
    if (since === null) return { entries: [], mark };
    const isWhole = size >= since.size;
    const start = Math.max(isWhole ? since.size : 0, size - MOST_BYTES);
    const bytes = Buffer.alloc(size - start);
    const { bytesRead } = await file.read(bytes, 0, bytes.length, start);
    const entries = parseHeadLog(bytes.toString('utf8', 0, bytesRead));
    return { entries: isWhole ? entries : entries.filter((entry) => entry.at >= since.at), mark };
  } finally {
    await file.close();
  }
}
