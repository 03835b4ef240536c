import table from './faults.json' with { type: 'json' };

/** A row of faults.json, from which docs/threat-model.md is written. No row passes. */
export interface FaultRow {
  readonly id: string;
  readonly thing: string;
  readonly state: string;
  readonly how: string;
  /** `unchecked`: it fails as “could not check”. `judged`: it is judged all the same, and here fails by what was found. */
  readonly result: 'unchecked' | 'judged';
  readonly codes: readonly string[];
}

export const FAULTS = table as readonly FaultRow[];
