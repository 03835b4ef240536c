/** What a block rule needs of the Markdown parser's state. */
export interface BlockState {
  readonly src: string;
  /** Where each line begins and ends, and how far its text is indented: in characters, and in columns. */
  readonly bMarks: readonly number[];
  readonly eMarks: readonly number[];
  readonly tShift: readonly number[];
  readonly sCount: readonly number[];
  readonly blkIndent: number;
  readonly env: unknown;
  level: number;
  line: number;
  isEmpty(line: number): boolean;
  push(type: string, tag: string, nesting: -1 | 0 | 1): { map: [number, number] | null; content: string };
}
