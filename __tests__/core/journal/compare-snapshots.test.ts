import { describe, expect, it } from '@jest/globals';
import type { TreeEntry } from '../../../src/core/history.js';
import { compareSnapshots } from '../../../src/core/journal/compare-snapshots.js';
import { UNMOVED, type DirtyPath, type HeadMove, type Snapshot } from '../../../src/core/journal/snapshot.js';
import { commitSha, repoPath } from '../../../src/core/vocabulary.js';
import { file } from './builders.js';

const X = repoPath('x');

interface Look {
  /** What HEAD holds. */
  readonly head?: TreeEntry | null;
  readonly staged?: TreeEntry | null;
  /** The object on the disk; `null` for nothing, `unread` where its content was not read. */
  readonly disk: string | null;
  /** `null` for a disk that keeps none. */
  readonly mode?: string | null;
  readonly mark?: string;
}

const look = (head: string, seen: Look | null): Snapshot => {
  if (seen === null) return { head: commitSha(head), dirty: new Map() };
  const { disk, mode = '100644', mark = disk ?? '' } = seen;
  const dirty: DirtyPath = {
    head: seen.head ?? null,
    staged: seen.staged === undefined ? (seen.head ?? null) : seen.staged,
    object: disk === null ? null : { mode, oids: disk === 'unread' ? [] : [disk] },
    mark,
  };
  return { head: commitSha(head), dirty: new Map([[X, dirty]]) };
};

const moved = (before: TreeEntry | null, after: TreeEntry | null, isOwn: boolean): HeadMove => ({
  entries: new Map([[X, { before, after }]]),
  committed: new Set(isOwn ? [X] : []),
});

const V0 = file('0');
const V1 = file('1');

const made = (oid: string | null, base: string | null, mode = '100644') => ({
  path: X,
  object: oid === null ? null : { mode, oids: [oid] },
  base,
  act: 'edited',
});

describe('compareSnapshots', () => {
  it.each([
    { title: 'a clean tree that stays clean', before: null, after: null, changes: [] },
    { title: 'a new file', before: null, after: { disk: '1' }, changes: [made('1', null)] },
    { title: 'an edit', before: null, after: { head: V0, disk: '1' }, changes: [made('1', '0')] },
    { title: 'a deletion', before: null, after: { head: V0, disk: null }, changes: [made(null, '0')] },
    {
      title: 'what was dirty before and is the same',
      before: { head: V0, disk: '1' },
      after: { head: V0, disk: '1' },
      changes: [],
    },
    {
      title: 'what was dirty before and was only staged',
      before: { head: V0, disk: '1' },
      after: { head: V0, staged: V1, disk: '1' },
      changes: [],
    },
    {
      title: 'what was dirty before and was staged in part',
      before: { head: V0, disk: '1' },
      after: { head: V0, staged: file('part'), disk: '1' },
      changes: [],
    },
    {
      title: 'what only the index holds',
      before: null,
      after: { head: V0, staged: V1, disk: '0' },
      changes: [made('1', '0')],
    },
    {
      title: 'a file that only the index lets go',
      before: null,
      after: { head: V0, staged: null, disk: '0' },
      changes: [made(null, '0')],
    },
    {
      title: 'a file that was written, staged and written again',
      before: null,
      after: { head: V0, staged: V1, disk: '2' },
      changes: [made('2', '0'), made('1', '0')],
    },
    {
      title: 'a change of mode',
      before: null,
      after: { head: V0, disk: '0', mode: '100755' },
      changes: [made('0', '0', '100755')],
    },
    {
      title: 'what was restored to what HEAD holds',
      before: { head: V0, disk: '1' },
      after: null,
      changes: [{ ...made('0', '0'), act: 'restored' }],
    },
    {
      title: 'content that was not read and not written',
      before: { head: V0, disk: 'unread', mark: 'm' },
      after: { head: V0, disk: 'unread', mark: 'm' },
      changes: [],
    },
    {
      title: 'content that was read on one side only, and not written',
      before: { head: V0, disk: 'unread', mark: 'm' },
      after: { head: V0, disk: '1', mark: 'm' },
      changes: [],
    },
    {
      title: 'content that was read before only, and not written',
      before: { head: V0, disk: '1', mark: 'm' },
      after: { head: V0, disk: 'unread', mark: 'm' },
      changes: [],
    },
    {
      title: 'content that was not read, and written',
      before: { head: V0, disk: 'unread', mark: 'm' },
      after: { head: V0, disk: '2', mark: 'n' },
      changes: [made('2', '0')],
    },
    {
      title: 'content that was not read and may have been written, as its marks say nothing',
      before: { head: V0, disk: 'unread', mark: '' },
      after: { head: V0, disk: 'unread', mark: '' },
      changes: [{ ...made('', '0'), object: { mode: '100644', oids: [] } }],
    },
    {
      title: 'content that was not read and was deleted',
      before: { head: V0, disk: 'unread', mark: 'm' },
      after: { head: V0, disk: null },
      changes: [made(null, '0')],
    },
    {
      title: 'content that was read and differs, whatever its mark says',
      before: { head: V0, disk: '1', mark: 'm' },
      after: { head: V0, disk: '2', mark: 'm' },
      changes: [made('2', '0')],
    },
    {
      title: 'a new file that is taken away again',
      before: { disk: '1' },
      after: null,
      changes: [{ ...made(null, null), act: 'restored' }],
    },
    {
      title: 'a file that was written and staged',
      before: null,
      after: { head: V0, staged: V1, disk: '1' },
      changes: [made('1', '0')],
    },
    {
      title: 'what stood there before and was staged, and a further edit',
      before: { head: V0, disk: '1' },
      after: { head: V0, staged: V1, disk: '2' },
      changes: [made('2', '0')],
    },
    {
      title: 'an edit beside what was staged before',
      before: { head: V0, staged: V1, disk: '2' },
      after: { head: V0, staged: V1, disk: '3' },
      changes: [made('3', '0')],
    },
    {
      title: 'what only the index holds, on a disk without modes',
      before: null,
      after: { head: V0, staged: V1, disk: '0', mode: null },
      changes: [made('1', '0')],
    },
    {
      title: 'what the index held and lets go, on a disk without modes',
      before: { head: V0, staged: V1, disk: '0', mode: null },
      after: null,
      changes: [],
    },
  ])('notes nothing but the call’s own: $title', ({ before, after, changes }) => {
    expect(compareSnapshots(look('a', before), look('a', after), UNMOVED)).toEqual(changes);
  });

  it.each([
    {
      title: 'a file that was written and committed in the same call',
      before: null,
      after: null,
      move: moved(V0, V1, true),
      changes: [made('1', '0')],
    },
    {
      title: 'a file that was deleted and committed in the same call',
      before: null,
      after: null,
      move: moved(V0, null, true),
      changes: [made(null, '0')],
    },
    {
      title: 'a file of somebody else that was only committed',
      before: { head: V0, disk: '1' },
      after: null,
      move: moved(V0, V1, true),
      changes: [],
    },
    {
      title: 'a file that was written, committed and written again',
      before: null,
      after: { head: V1, disk: '2' },
      move: moved(V0, V1, true),
      changes: [made('2', '1')],
    },
    {
      title: 'a file that was written, committed and committed back as it was',
      before: { head: V0, disk: '1' },
      after: null,
      move: { entries: new Map(), committed: new Set([X]) },
      changes: [made('0', '0')],
    },
    {
      title: 'what HEAD held before it was moved back, and the index still holds',
      before: null,
      after: { head: V0, staged: V1, disk: '2' },
      move: moved(V1, V0, false),
      changes: [made('2', '0')],
    },
    {
      title: 'a file that a commit that was checked out lacks',
      before: null,
      after: null,
      move: moved(V0, null, false),
      changes: [],
    },
    {
      title: 'a file that came with a commit that was checked out or pulled',
      before: null,
      after: null,
      move: moved(V0, V1, false),
      changes: [],
    },
    {
      title: 'somebody’s new file that a pulled commit brings as well',
      before: { disk: '1' },
      after: null,
      move: moved(null, V1, false),
      changes: [],
    },
  ])('sees through a move of HEAD: $title', ({ before, after, move, changes }) => {
    expect(compareSnapshots(look('a', before), look('b', after), move)).toEqual(changes);
  });
});
