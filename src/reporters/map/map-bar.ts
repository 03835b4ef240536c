import type { Holder, Share } from '../../core/map/shares.js';
import type { Ink } from './palette.js';

/** Which colours a terminal shows besides the sixteen. */
export type ColourDepth = 'none' | '256' | 'true';

/** How a holder is drawn in a bar: one character, in its colour where there are colours. */
export type DrawHolder = (holder: Holder, cells: number) => string;

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
/** The agents past the last letter. */
const OTHER_AGENT = '#';

/** The character that stands for a holder; agents have letters in their order. */
export function signOf(holder: Holder): string {
  switch (holder.kind) {
    case 'agent':
      return LETTERS[holder.agent] ?? OTHER_AGENT;
    case 'several':
      return '+';
    case 'contested':
      return '!';
    case 'protected':
      return '-';
    case 'shared':
      return '=';
    case 'nobody':
      return '·';
  }
}

/** Draws agents as blocks of their colours where the terminal has them, else as letters. */
export const createDrawHolder =
  (inks: readonly Ink[], depth: ColourDepth): DrawHolder =>
  (holder, cells) => {
    const ink = holder.kind === 'agent' ? inks[holder.agent] : undefined;
    if (depth === 'none' || ink === undefined) return signOf(holder).repeat(cells);
    return `\u001b[38;${toParameters(ink.fill, depth)}m${'█'.repeat(cells)}\u001b[39m`;
  };

/** SGR 38: direct colour, or the nearest of the 6 × 6 × 6 cube of xterm's 256 colours. */
function toParameters(fill: string, depth: ColourDepth): string {
  const parts = [1, 3, 5].map((at) => Number.parseInt(fill.slice(at, at + 2), 16));
  if (depth === 'true') return `2;${parts.join(';')}`;
  const [red = 0, green = 0, blue = 0] = parts.map((part) =>
    part < 48 ? 0 : part < 115 ? 1 : Math.floor((part - 35) / 40),
  );
  return `5;${16 + 36 * red + 6 * green + blue}`;
}

/** The shares as a bar of so many cells; what has any share has a cell, as long as there are cells. */
export function drawBar(shares: readonly Share[], cells: number, draw: DrawHolder): string {
  const files = shares.reduce((sum, share) => sum + share.files, 0);
  const shown = shares.slice(0, cells);
  const sizes = shown.map((share) => Math.max(1, Math.floor((share.files / files) * cells)));
  let excess = sizes.reduce((sum, size) => sum + size, 0) - cells;
  while (excess !== 0 && sizes.length > 0) {
    // The largest gives, and takes, what rounding leaves.
    const largest = sizes.indexOf(Math.max(...sizes));
    sizes[largest] = (sizes[largest] ?? 0) - Math.sign(excess);
    excess -= Math.sign(excess);
  }
  return shown.map(({ holder }, index) => draw(holder, sizes[index] ?? 0)).join('');
}
