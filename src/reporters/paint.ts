import type { Severity } from '../core/vocabulary.js';

type Colour = 'red' | 'yellow' | 'green' | 'cyan' | 'dim' | 'bold';

/** How a terminal shows emphasis; the entry hands one in. */
export type Paint = Readonly<Record<Colour, (text: string) => string>>;

const asIs = (text: string): string => text;

/** For files, pipes and terminals without colour. */
export const plainPaint: Paint = { red: asIs, yellow: asIs, green: asIs, cyan: asIs, dim: asIs, bold: asIs };

export function colourOf(severity: Severity, { red, yellow, cyan }: Paint): (text: string) => string {
  switch (severity) {
    case 'error':
      return red;
    case 'warning':
      return yellow;
    case 'notice':
      return cyan;
  }
}
