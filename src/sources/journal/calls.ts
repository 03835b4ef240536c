import { createHash } from 'node:crypto';
import {
  formatCall,
  formatSnapshot,
  parseCall,
  parseSnapshot,
  type OpenCall,
} from '../../core/journal/call.js';
import type { Snapshot } from '../../core/journal/snapshot.js';
import { dropFile, getFile, listFiles, putFile } from './files.js';

/** The name under which something of one caller is kept. */
export const nameOf = (...parts: readonly string[]): string =>
  `${createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 32)}.json`;

/** A call that begins is known to the others from now on. */
export const openCall = (gitDir: string, name: string, call: OpenCall): Promise<void> =>
  putFile(gitDir, 'calls', name, formatCall(call));

export const closeCall = (gitDir: string, name: string): Promise<void> => dropFile(gitDir, 'calls', name);

/** `null` where it never began or is closed. */
export async function readCall(gitDir: string, name: string): Promise<OpenCall | null> {
  const file = await getFile(gitDir, 'calls', name);
  const text = file?.text ?? null;
  return text === null ? null : parseCall(text);
}

/** The calls that have begun and not ended, by name. */
export async function readOpenCalls(gitDir: string): Promise<ReadonlyMap<string, OpenCall>> {
  const calls = new Map<string, OpenCall>();
  for (const name of await listFiles(gitDir, 'calls')) {
    const call = await readCall(gitDir, name);
    if (call !== null) calls.set(name, call);
  }
  return calls;
}

export const keepSnapshot = (gitDir: string, name: string, snapshot: Snapshot): Promise<void> =>
  putFile(gitDir, 'snapshots', name, formatSnapshot(snapshot));

/** `null` where none is kept, or none that can be read. */
export async function readSnapshot(gitDir: string, name: string): Promise<Snapshot | null> {
  const file = await getFile(gitDir, 'snapshots', name);
  const text = file?.text ?? null;
  return text === null ? null : parseSnapshot(text);
}

export const dropSnapshot = (gitDir: string, name: string): Promise<void> =>
  dropFile(gitDir, 'snapshots', name);
