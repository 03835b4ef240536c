import { dirname, resolve } from 'node:path';
import type { NotedChange } from '../core/journal/note.js';
import { isSameObject } from '../core/journal/same-object.js';
import { ABSTAIN, type Answer } from '../core/session/answer.js';
import type { AfterTool, ToolCall } from '../core/session/event.js';
import { writtenPaths } from '../core/session/written-paths.js';
import type { TreeEntry } from '../core/history.js';
import type { RepoPath } from '../core/vocabulary.js';
import { readEntriesAtHead } from '../sources/git/entries-at-head.js';
import { readObjectOnDisk, type ObjectOnDisk } from '../sources/git/object-on-disk.js';
import { toPathInTree } from '../sources/git/path-in-tree.js';
import { hasJournal } from '../sources/journal/files.js';
import { writeNotes } from '../sources/journal/notes.js';
import { realPath } from '../sources/session/places.js';
import type { Bearings, BearingsAt } from './bearings.js';
import { readObjectFormat } from './object-format.js';
import { answerOrTell } from './tell-once.js';

/** A foreign tool may have named a file without writing it: only one that was written just now counts. */
const FRESH = 10_000;

/**
 * After a file was written by a tool: notes what it changed, in the journal of the working tree that the file lies in, whose
 * rules hold. What a person's thread writes is noted too where agents work, so that nobody else is credited with it.
 */
export const afterWrite = (event: AfterTool, bearings: Bearings, bearingsAt: BearingsAt): Promise<Answer> =>
  answerOrTell(
    async () => {
      for (const [tree, files] of groupByTree(event, bearings, bearingsAt))
        await noteWrites(event, files, tree);
      return ABSTAIN;
    },
    'not-noted',
    event.actor,
    bearings,
  );

function groupByTree(
  { call, cwd }: AfterTool,
  home: Bearings,
  bearingsAt: BearingsAt,
): ReadonlyMap<Bearings, readonly string[]> {
  const trees = new Map([[home.place.gitDir, home]]);
  const files = new Map<Bearings, string[]>();
  for (const { text } of writtenPaths(call)) {
    const file = realPath(resolve(cwd, text));
    const found = bearingsAt(dirname(file));
    if (found === null) continue;
    const tree = trees.get(found.place.gitDir) ?? found;
    trees.set(found.place.gitDir, tree);
    files.set(tree, [...(files.get(tree) ?? []), file]);
  }
  return files;
}

async function noteWrites(event: AfterTool, files: readonly string[], bearings: Bearings): Promise<void> {
  const { place, now } = bearings;
  const bound = await bearings.agent();
  if (bound === null && !(await hasJournal(place.gitDir))) return;
  const paths = await pathsIn(place.topLevel, files);
  if (paths.length === 0) return;
  const [format, atHead] = await Promise.all([
    readObjectFormat(bearings.git),
    readEntriesAtHead(bearings.git, paths),
  ]);
  const at = now.getTime();
  let from = at;
  const changes: NotedChange[] = [];
  for (const path of paths) {
    const onDisk = await readObjectOnDisk(place.topLevel, path, format);
    if (!isWrittenBy(event.call, onDisk, at)) continue;
    changes.push(toChange(event.call, path, onDisk, atHead.get(path) ?? null));
    if (onDisk.writtenAt !== null && at - onDisk.writtenAt < FRESH) from = Math.min(from, onDisk.writtenAt);
  }
  if (changes.length > 0) {
    await writeNotes(place.gitDir, [{ agent: bound?.agent.name ?? null, how: 'tool', from, at, changes }]);
  }
}

async function pathsIn(topLevel: string, files: readonly string[]): Promise<readonly RepoPath[]> {
  const found = await Promise.all(files.map((file) => toPathInTree(topLevel, topLevel, file)));
  return [...new Set(found.filter((path) => path !== null))];
}

const isForeign = ({ tool }: ToolCall): boolean => tool.startsWith('mcp__');

const isWrittenBy = (call: ToolCall, { writtenAt }: ObjectOnDisk, now: number): boolean =>
  !isForeign(call) || writtenAt === null || now - writtenAt < FRESH;

function toChange(
  { tool }: ToolCall,
  path: RepoPath,
  { object }: ObjectOnDisk,
  head: TreeEntry | null,
): NotedChange {
  const isAtHead = isSameObject(object, head === null ? null : { mode: head.mode, oids: [head.oid] });
  return {
    path,
    object,
    base: head?.oid ?? null,
    act: isAtHead ? 'restored' : tool === 'Write' ? 'replaced' : 'edited',
  };
}
