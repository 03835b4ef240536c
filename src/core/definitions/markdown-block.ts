/** A line of a definition. Lines count from 1 at the top of the file. */
export interface Line {
  readonly text: string;
  readonly line: number;
  /**
   * How many lists really hold the line, where these are fewer than Markdown says: a line directly below a bullet counts as the
   * bullet's, however little it is indented.
   */
  readonly depth?: number;
}

/**
 * A block of a Markdown text. Lists and quotations are laid flat: `depth` is the number of lists around a block, so that
 * what belongs to an item follows it and is as deep or deeper.
 */
export type Block = Heading | Code | Paragraph | Item | Table | ThematicBreak;

/** A block, or a tag that is not HTML's: it stands around blocks, as a heading stands above them. */
export type OutlineBlock = Block | Tag;

/** One of a pair of tags that stand at the start or the end of a line: `<owns>`, `</owns>`. */
export interface Tag {
  readonly kind: 'tag';
  readonly depth: number;
  readonly line: number;
  readonly name: string;
  readonly opens: boolean;
  /** As written. */
  readonly text: string;
}

export interface Heading {
  readonly kind: 'heading';
  readonly level: number;
  readonly lines: readonly Line[];
  /** Underlined with `---` or `===`, as a paragraph above a thematic break can be by accident. */
  readonly underlined: boolean;
}

/** A fence, or an indented block; `lines` are its content. */
export interface Code {
  readonly kind: 'code';
  readonly depth: number;
  readonly info: string;
  readonly line: number;
  /** A fence without an end, which takes in all that follows. */
  readonly isOpen?: true;
  readonly lines: readonly Line[];
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly depth: number;
  readonly lines: readonly Line[];
  /** What follows a label on its line, where paths may stand bare as in a bullet. */
  readonly isOfLabel?: true;
}

/** The first paragraph of a list item, its mark left out. */
export interface Item {
  readonly kind: 'item';
  readonly depth: number;
  readonly lines: readonly Line[];
}

export interface Table {
  readonly kind: 'table';
  readonly depth: number;
  readonly header: Row;
  readonly rows: readonly Row[];
}

export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
  /** The whole line, with cells that have no column. */
  readonly text: string;
}

export interface ThematicBreak {
  readonly kind: 'break';
  readonly line: number;
}
