import type { Agent } from '../definitions/definition.js';
import type { ClassifyHeading } from '../definitions/headings.js';
import type { Standing } from '../definitions/lint-facts.js';
import { readSection } from '../definitions/read-section.js';
import type { CompiledPattern } from '../patterns/compiled-pattern.js';
import { compilePattern } from '../patterns/dialect.js';
import type { RepoPath, SectionKind } from '../vocabulary.js';

/** What a contract says of the paths of one row. */
export interface ContractRow {
  readonly line: number;
  /** As written, less back-ticks. */
  readonly pattern: string;
  /** The last one that matches decides. */
  readonly patterns: readonly CompiledPattern[];
  readonly cells: readonly { readonly agent: Agent; readonly standing: Standing }[];
}

export interface PatternCell {
  readonly text: string;
  readonly line: number;
  readonly kind: SectionKind;
}

const MOST_ALTERNATIVES = 100;

/** How a cell of a Markdown table breaks its line. */
const LINE_BREAK = /\s*<br\s*\/?>\s*/gi;

/** The patterns of a cell, read as a bullet of a definition; `null` where it holds anything else. */
export function readPatternCell(
  { text, line, kind }: PatternCell,
  root: RepoPath,
  classify: ClassifyHeading,
): Pick<ContractRow, 'pattern' | 'patterns'> | null {
  const written = text.replace(LINE_BREAK, ', ').trim();
  const reading = readSection(
    {
      kind,
      heading: '',
      line,
      condition: null,
      blocks: [{ kind: 'item', depth: 1, lines: [{ text: written, line }] }],
      column: null,
      behind: [],
      isDoubtful: false,
    },
    { kind, classify },
  );
  if (reading.entries.length === 0 || reading.unread.length > 0) return null;
  const found = reading.entries.flatMap(({ patterns, exceptions }) => [
    ...patterns.map((pattern) => pattern.text),
    ...exceptions.map((exception) => exception.text.replace(/^!?/, '!')),
  ]);
  const patterns: CompiledPattern[] = [];
  let alternatives = 0;
  for (const pattern of found) {
    const compilation = compilePattern(pattern, { section: 'owns', root });
    if (!compilation.ok) return null;
    patterns.push(compilation.pattern);
    alternatives += compilation.pattern.alternatives.length;
    if (alternatives > MOST_ALTERNATIVES) return null;
  }
  return { pattern: found.join(', '), patterns };
}
