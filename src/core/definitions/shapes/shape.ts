import type { EntryContext } from '../entries/entry-context.js';
import type { Reading } from '../entries/entry.js';
import type { Block } from '../markdown-block.js';

/** One of the ways in which definitions write entries; see docs/definitions.md, "Sections and shapes". */
export interface Shape {
  readonly name: string;
  /** What the block says, or `null` where it has another shape. Every line of the block is an entry, unread, or says nothing. */
  read(block: Block, context: EntryContext): Reading | null;
}
