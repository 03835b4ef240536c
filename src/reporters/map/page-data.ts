import type { SectionKind } from '../../core/vocabulary.js';

/** What the page is given, as JSON: texts are visible already, and the page shows them as text only. */
export interface PageData {
  readonly title: string;
  readonly subtitle: string;
  readonly notes: readonly string[];
  readonly agents: readonly PageAgent[];
  /** Lists of agents, which answers share. */
  readonly sets: readonly (readonly number[])[];
  readonly answers: readonly PageAnswer[];
  /** A {@link PackedData} as JSON, deflated, in Base64. */
  readonly packed: string;
}

export interface PageAgent {
  readonly name: string;
  readonly fill: string;
  readonly text: string;
}

/** The numbers of five sets, and between them the sum of 1 for protected and 2 for shared. */
export type PageAnswer = readonly [
  owners: number,
  readers: number,
  denied: number,
  contested: number,
  flags: number,
  spared: number,
];

export interface PackedData {
  /** Depth first: `name/` begins a directory, `name⏎` is a file, and a line break alone ends a directory. */
  readonly names: string;
  /** Answers in the order of the files: `answer length` again and again. */
  readonly runs: readonly number[];
  /** By agent. */
  readonly rules: readonly (readonly PageRule[])[];
}

export type PageRule = readonly [section: SectionKind, pattern: string, place: string];
