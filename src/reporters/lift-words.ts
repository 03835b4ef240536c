import type { Lift } from '../core/lift.js';
import { say, text, type Phrase } from './phrase.js';

/** What lets a finding pass, in one sentence. */
export function liftPhrase({ kind, reason, by, until }: Lift): Phrase {
  switch (kind) {
    case 'waiver':
      return say`A waiver lifts it${until === null ? say`` : say` until ${text(until)}`}: ${text(reason)}.`;
    case 'approval':
      return say`The label ${text(reason)}${by === null ? say`` : say` of ${text(by)}`} lifts it.`;
  }
}
