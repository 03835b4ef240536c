import type { Day } from '../core/vocabulary.js';

/** The day of a moment, in UTC. */
export const dayOf = (moment: Date): Day => moment.toISOString().slice(0, 10);
