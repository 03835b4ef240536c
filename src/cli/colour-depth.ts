import type { ColourDepth } from '../reporters/map/map-bar.js';
import type { Terminal } from './terminal.js';

/** How many colours standard output shows: terminals say by `COLORTERM` that they have all of them. */
export const toColourDepth = ({
  colour,
  environment,
}: Pick<Terminal, 'colour' | 'environment'>): ColourDepth =>
  !colour ? 'none' : /^(?:truecolor|24bit)$/i.test(environment['COLORTERM'] ?? '') ? 'true' : '256';
