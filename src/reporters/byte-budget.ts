const encoder = new TextEncoder();

const ASCII = /^[\0-\x7f]*$/;

export const byteLength = (text: string): number =>
  ASCII.test(text) ? text.length : encoder.encode(text).length;

export interface Filled {
  readonly text: string;
  /** How many blocks did not fit. */
  readonly left: number;
}

/** The blocks one after the other while they stay within `budget` bytes of UTF-8; a block is never cut, and none is built in vain. */
export function fill<Item>(
  items: readonly Item[],
  budget: number,
  toBlock: (item: Item, index: number) => string,
): Filled {
  const blocks: string[] = [];
  let used = 0;
  for (const [index, item] of items.entries()) {
    const block = toBlock(item, index);
    used += byteLength(block);
    if (used > budget) break;
    blocks.push(block);
  }
  return { text: blocks.join(''), left: items.length - blocks.length };
}
