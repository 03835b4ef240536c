import type { Reading } from './entry.js';
import type { Block } from '../markdown-block.js';

interface Parent {
  readonly depth: number;
  /** The literal beginnings of its patterns. */
  readonly prefixes: readonly string[];
}

/**
 * Readings in which no entry stands below a path that it may be relative to: below ``- `apps/web` `` the bullet
 * `` - `src/` `` is reported, while `` - `apps/web/src/` `` is read.
 */
export function reportRelativeParts(
  blocks: readonly Block[],
  readings: readonly Reading[],
  unread: (block: Block) => Reading,
): readonly Reading[] {
  const parents: Parent[] = [];
  return blocks.map((block, index) => {
    const reading = readings[index] ?? unread(block);
    if (block.kind === 'heading' || block.kind === 'break') return reading;
    const isItem = block.kind === 'item';
    while ((parents.at(-1)?.depth ?? 0) > (isItem ? block.depth - 1 : block.depth)) parents.pop();
    const above = parents.at(-1)?.prefixes ?? [];
    const patterns = reading.entries.flatMap((entry) => entry.patterns.map(({ text }) => text));
    const isRelative =
      above.length > 0 && patterns.some((pattern) => !above.some((prefix) => pattern.startsWith(prefix)));
    if (isItem)
      parents.push({ depth: block.depth, prefixes: isRelative ? above : patterns.map(literalPrefix) });
    return isRelative ? unread(block) : reading;
  });
}

const literalPrefix = (pattern: string): string => pattern.replace(/[*?[{].*$/s, '').replace(/\/$/, '');
