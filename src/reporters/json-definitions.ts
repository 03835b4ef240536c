import type { AgentDefinition, Rule } from '../core/definitions/definition.js';
import type { DefinitionProblem } from '../core/definitions/problem.js';
import type { RuleReference } from '../core/violation.js';
import type { SectionKind, Severity } from '../core/vocabulary.js';
import { describeProblem } from './problem-messages.js';
import { quotePath } from './paths.js';
import { plainVoice } from './voices.js';

export interface RuleRow {
  readonly section: SectionKind;
  readonly pattern: string;
  readonly remark: string | null;
  readonly file: string;
  readonly line: number;
}

export const toRuleRow = ({ section, pattern, remark, file, line }: RuleReference): RuleRow => ({
  section,
  pattern,
  remark,
  file: quotePath(file).path,
  line,
});

export interface ProblemRow {
  readonly code: DefinitionProblem['code'];
  readonly severity: Severity;
  readonly file: string;
  readonly line: number | null;
  readonly agent: string | null;
  readonly message: string;
}

export const toProblemRow = (problem: DefinitionProblem): ProblemRow => ({
  code: problem.code,
  severity: problem.severity,
  file: quotePath(problem.file).path,
  line: problem.line,
  agent: problem.agent,
  message: describeProblem(problem, plainVoice),
});

/** What `lint` knows besides, where the problem has it. */
export interface LintProblemRow extends ProblemRow {
  /** The entry's pattern, as written. */
  readonly pattern: string | null;
  /** Tracked files that show it: some of them, and how many there are. */
  readonly paths: { readonly examples: readonly string[]; readonly count: number } | null;
}

export const toLintProblemRow = (problem: DefinitionProblem): LintProblemRow => ({
  ...toProblemRow(problem),
  pattern: 'pattern' in problem ? problem.pattern : null,
  paths:
    'paths' in problem
      ? { examples: problem.paths.examples.map((path) => quotePath(path).path), count: problem.paths.count }
      : null,
});

export interface EntryRow {
  readonly pattern: string;
  readonly remark: string | null;
  readonly line: number;
  readonly condition: string | null;
}

export interface AgentRow {
  readonly name: string;
  readonly file: string;
  readonly root: string;
  readonly owns: readonly EntryRow[];
  readonly reads: readonly EntryRow[];
  readonly cannotTouch: readonly EntryRow[];
}

export const toAgentRow = (definition: AgentDefinition): AgentRow => ({
  name: definition.name,
  file: quotePath(definition.file).path,
  root: quotePath(definition.root).path,
  owns: entriesOf(definition, 'owns'),
  reads: entriesOf(definition, 'reads'),
  cannotTouch: entriesOf(definition, 'cannot-touch'),
});

const entriesOf = ({ sections }: AgentDefinition, kind: SectionKind): readonly EntryRow[] =>
  sections.filter((section) => section.kind === kind).flatMap(({ rules }) => rules.map(toEntryRow));

const toEntryRow = ({ pattern, remark, location, condition }: Rule): EntryRow => ({
  pattern,
  remark,
  line: location.line,
  condition,
});
