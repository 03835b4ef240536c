import { compilePattern } from '../patterns/dialect.js';
import { UNRESOLVED_PLACEHOLDER } from '../patterns/refusal.js';
import type { AgentName, RepoPath, SectionKind } from '../vocabulary.js';
import type { Rule, RuleSection } from './definition.js';
import type { Entry, Reading, Unread } from './entries/entry.js';
import { splitAtExceptions } from './exceptions.js';
import { isPlaceholder } from './entries/placeholder.js';
import type { Line } from './markdown-block.js';
import { severityOf } from './problem-severities.js';
import type { DefinitionProblem } from './problem.js';

/** Where rules are written, and by whom. */
export interface RuleContext {
  readonly file: RepoPath;
  readonly root: RepoPath;
  readonly agent: AgentName;
  readonly budget: PatternBudget;
}

/** How many alternatives the patterns of a definition may still stand for: those of a megabyte could fill the memory. */
export interface PatternBudget {
  left: number;
  /** The first entry that did not fit, and how many behind it were lost with it. */
  exceeded: { readonly pattern: string; readonly line: number; readonly section: SectionKind } | null;
  alsoLost: number;
}

const MOST_ALTERNATIVES = 20_000;

export const createBudget = (): PatternBudget => ({
  left: MOST_ALTERNATIVES,
  exceeded: null,
  alsoLost: 0,
});

/** What a reading belongs to: a section of the body, or a key of the front matter. */
export interface ReadSection {
  readonly kind: SectionKind;
  readonly heading: string;
  readonly line: number;
  readonly condition: string | null;
  readonly reading: Reading;
  /** The heading only begins with a section's name: there are problems, and no section. */
  readonly isDoubtful?: boolean;
}

/**
 * Compiles the entries of a section; a pattern that does not compile and a line without one are problems. An entry with an
 * exception of its own ("except `docs/a.md`") becomes a section of its own, so that the exception opens no other entry.
 */
export function compileSection(
  section: ReadSection,
  context: RuleContext,
): { readonly sections: readonly RuleSection[]; readonly problems: readonly DefinitionProblem[] } {
  const { kind, heading, line, reading } = section;
  const problems = [...reportUnread(reading.unread, kind, context)];
  const toRules = (entries: readonly Entry[]): RuleSection => ({
    kind,
    heading,
    line,
    rules: entries.flatMap((entry) => compileEntry(entry, section, context, problems)),
  });

  return {
    sections: section.isDoubtful === true ? [] : splitAtExceptions(reading.entries).map(toRules),
    problems,
  };
}

/** More of a line is not told. */
const LONGEST_TOLD = 1_000;

/** The problems of lines that yield no pattern. */
export const reportUnread = (
  unread: readonly Unread[],
  section: SectionKind,
  { file, agent }: RuleContext,
): readonly DefinitionProblem[] => {
  const code = 'unenforceable-entry';
  const severity = severityOf(code, section);
  return unread.map(({ line, text, reason }) => ({
    code,
    severity,
    file,
    line,
    agent,
    section,
    text: text.length > LONGEST_TOLD ? `${text.slice(0, LONGEST_TOLD)}…` : text,
    reason,
  }));
};

function compileEntry(
  entry: Entry,
  section: ReadSection,
  context: RuleContext,
  problems: DefinitionProblem[],
): readonly Rule[] {
  const negated = entry.exceptions.map(({ text, line }) => ({ text: text.replace(/^!?/, '!'), line }));
  return [...entry.patterns, ...negated].flatMap((pattern) => {
    const rule = compileRule(pattern, entry, section, context);
    if (rule === null) return [];
    if (!('code' in rule)) return [rule];
    problems.push(rule);
    return [];
  });
}

/** `null` for a pattern that is too many for the definition: the budget counts it. */
function compileRule(
  { text: pattern, line }: Line,
  { remark, condition }: Entry,
  { kind, condition: sectionCondition }: ReadSection,
  { file, root, agent, budget }: RuleContext,
): Rule | DefinitionProblem | null {
  if (budget.exceeded !== null) {
    budget.alsoLost += 1;
    return null;
  }
  const compilation = isPlaceholder(pattern)
    ? UNRESOLVED_PLACEHOLDER
    : compilePattern(pattern, { section: kind, root });
  if (!compilation.ok) {
    const { code } = compilation;
    const place = { severity: severityOf(code, kind), file, line, agent, section: kind, pattern };
    return code === 'invalid-pattern' ? { code, ...place, fault: compilation.fault } : { code, ...place };
  }
  budget.left -= compilation.pattern.alternatives.length;
  if (budget.left < 0) {
    budget.exceeded = { pattern, line, section: kind };
    return null;
  }
  return {
    section: kind,
    pattern,
    remark,
    condition: condition ?? sectionCondition,
    location: { file, line },
    compiled: compilation.pattern,
  };
}

/** One problem for all patterns that are too many for the definition. */
export function problemsOfBudget({ file, agent, budget }: RuleContext): readonly DefinitionProblem[] {
  const { exceeded, alsoLost } = budget;
  if (exceeded === null) return [];
  const code = 'invalid-pattern';
  const place = { severity: severityOf(code), file, agent, ...exceeded };
  return [{ code, ...place, fault: 'too-many-patterns', alsoLost }];
}
