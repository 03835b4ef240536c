import table from './faults.json' with { type: 'json' };

/** A row of faults.json, from which docs/threat-model.md is written. No row passes. */
export interface FaultRow {
  readonly id: string;
  readonly thing: (typeof THINGS)[number];
  readonly state: (typeof STATES)[number];
  readonly how: string;
  /** `unchecked`: it fails as “could not check”. `judged`: it is judged all the same, and here fails by what was found. */
  readonly result: 'unchecked' | 'judged';
  readonly codes: readonly string[];
}

/** What can break, and how: no pair of them is without a row. */
export const THINGS = ['git', 'disk', 'network', 'API', 'clock', 'event file'] as const;
export const STATES = ['absent', 'slow', 'wrong', 'cut off', 'hostile'] as const;

export const FAULTS = table as readonly FaultRow[];
