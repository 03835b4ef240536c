import type { Change } from '../../core/history.js';
import { OperationalError } from '../../operational-error.js';
import { toIncompleteHistory } from './failure.js';
import { isAtChange, isAtEnd, takeChange, type TokenCursor } from './raw-change.js';
import type { Git } from './run.js';

/** Two trees by object name: from the first to the second. */
export type TreePair = readonly [string, string];

const DIFF = [
  'diff-tree',
  '--stdin',
  '-r',
  '-z',
  '--raw',
  '--no-abbrev',
  '--no-renames',
  '--ignore-submodules=none',
];
const NEWLINE = 0x0a;

/** What differs between the trees of each pair, in the order of the pairs; one process for all. */
export async function diffTreePairs(
  git: Git,
  pairs: readonly TreePair[],
): Promise<readonly (readonly Change[])[]> {
  if (pairs.length === 0) return [];
  const { stdout } = await git.run(DIFF, {
    input: pairs.map(([before, after]) => `${before} ${after}\n`).join(''),
    toError: toIncompleteHistory,
  });
  const cursor: TokenCursor = { bytes: stdout, position: 0 };
  const differences = pairs.map((pair) => takeDifference(cursor, pair));
  if (!isAtEnd(cursor)) throw new OperationalError('git-failed', 'diff-tree: more than was asked for');
  return differences;
}

/** "The ID of both trees (separated by a space and terminated by a newline) is printed before the difference" (git-diff-tree(1)). */
function takeDifference(cursor: TokenCursor, pair: TreePair): readonly Change[] {
  const end = cursor.bytes.indexOf(NEWLINE, cursor.position);
  if (end === -1 || cursor.bytes.toString('latin1', cursor.position, end) !== pair.join(' ')) {
    throw new OperationalError('git-failed', 'diff-tree: pair');
  }
  cursor.position = end + 1;
  const changes: Change[] = [];
  while (isAtChange(cursor)) changes.push(takeChange(cursor));
  return changes;
}
