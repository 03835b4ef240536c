import table from './evasions.json' with { type: 'json' };

/** A row of evasions.json, from which docs/threat-model.md is written: what the check is promised to do, and what closes the rest. */
export interface Row {
  readonly id: string;
  readonly how: string;
  readonly result: 'caught' | 'shown' | 'out-of-reach';
  /** What fails the check, or what it shows without failing. */
  readonly codes: readonly string[];
  readonly dial: string | null;
  /** Lines of the config that close it, and the codes that then fail the check. */
  readonly settings?: string;
  readonly closes?: readonly string[];
}

export const GROUPS = table as readonly { readonly group: string; readonly evasions: readonly Row[] }[];
