import { compilePattern } from '../patterns/dialect.js';
import type { AgentName, RepoPath, SectionKind } from '../vocabulary.js';
import type { Rule, RuleSection } from './definition.js';
import type { Entry, Reading, Unread } from './entries/entry.js';
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
}

const MOST_ALTERNATIVES = 20_000;

export const createBudget = (): PatternBudget => ({ left: MOST_ALTERNATIVES });

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
 * exception of its own ("except `docs/a.md`") becomes a section of its own, so that the exception opens no other entry; not
 * so where the section has `!` patterns, which are to apply to it as well.
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
    text,
    reason,
  }));
};

/** The entries in their order, in runs within which the exceptions of one open no other. */
function splitAtExceptions(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const hasNegations = entries.some(({ patterns }) => patterns.some(({ text }) => text.startsWith('!')));
  if (hasNegations) return [entries];
  const runs: Entry[][] = [];
  let isApart = true;
  for (const entry of entries) {
    const excepts = entry.exceptions.length > 0;
    const current = runs.at(-1);
    if (current === undefined || excepts || isApart) runs.push([entry]);
    else current.push(entry);
    isApart = excepts;
  }
  return runs.length > 0 ? runs : [[]];
}

function compileEntry(
  entry: Entry,
  section: ReadSection,
  context: RuleContext,
  problems: DefinitionProblem[],
): readonly Rule[] {
  const negated = entry.exceptions.map(({ text, line }) => ({ text: text.replace(/^!?/, '!'), line }));
  return [...entry.patterns, ...negated].flatMap((pattern) => {
    const rule = compileRule(pattern, entry, section, context);
    if (!('code' in rule)) return [rule];
    problems.push(rule);
    return [];
  });
}

/** What becomes of the patterns behind those that a definition may hold. */
const EXHAUSTED = { ok: false, code: 'invalid-pattern', fault: 'too-many-braces' } as const;

function compileRule(
  { text: pattern, line }: Line,
  { remark, condition }: Entry,
  { kind, condition: sectionCondition }: ReadSection,
  { file, root, agent, budget }: RuleContext,
): Rule | DefinitionProblem {
  const compilation = budget.left > 0 ? compilePattern(pattern, { section: kind, root }) : EXHAUSTED;
  if (compilation.ok) budget.left -= compilation.pattern.alternatives.length;
  if (compilation.ok && budget.left >= 0) {
    return {
      section: kind,
      pattern,
      remark,
      condition: condition ?? sectionCondition,
      location: { file, line },
      compiled: compilation.pattern,
    };
  }
  const refusal = compilation.ok ? EXHAUSTED : compilation;
  const { code } = refusal;
  const place = { severity: severityOf(code, kind), file, line, agent, section: kind, pattern };
  return code === 'invalid-pattern' ? { code, ...place, fault: refusal.fault } : { code, ...place };
}
