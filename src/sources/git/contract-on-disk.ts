import type { DefinitionSource } from '../../core/definitions/roster.js';
import { findContract, isOnTheWay } from './contract.js';
import { toDefinitionSource } from './definition-files.js';
import { toFileTree } from './disk-files.js';
import { readContent, type WorkingTree } from './working-tree.js';

/** The contract as it stands on the disk, `null` where there is none. */
export async function readWorkingTreeContract({
  topLevel,
  files,
}: WorkingTree): Promise<DefinitionSource | null> {
  const file = findContract(toFileTree(topLevel, files, isOnTheWay), files);
  if (file === null) return null;
  return toDefinitionSource(
    file,
    typeof file.content === 'string' ? await readContent(topLevel, file.content) : file.content.unreadable,
  );
}
