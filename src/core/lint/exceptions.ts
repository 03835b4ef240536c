import type { Agent, AgentDefinition, Rule, RuleSection } from '../definitions/definition.js';
import type { ExceptionLine } from '../definitions/lint-facts.js';
import { ruling } from '../judgement/ruling.js';
import { compilePattern } from '../patterns/dialect.js';
import type { RepoPath } from '../vocabulary.js';
import { toEntry } from './references.js';

/** One CANNOT TOUCH entry after the other; an agent that needs more lines than this is better told to narrow its OWNS. */
const MOST_LINES = 5;

/** A line, and the rule of the section at whose end it lifts a denial. */
interface Lifting {
  readonly lines: readonly ExceptionLine[];
  /** The sections that get a line. */
  readonly sections: readonly RuleSection[];
}

/**
 * The exceptions that let an agent write a path which its OWNS rule covers and its CANNOT TOUCH denies: tried out on the
 * ruling itself, one section after the other. None where an exception cannot say what the OWNS rule says, or is not enough.
 */
export function liftingExceptions(agent: Agent, owning: Rule, path: RepoPath): Lifting {
  const lines: ExceptionLine[] = [];
  const sections: RuleSection[] = [];
  let current = agent;
  for (
    let verdict = ruling(current, path);
    verdict.verdict === 'cannot-touch';
    verdict = ruling(current, path)
  ) {
    const denial = verdict.rule;
    const definition = current.definitions.find((candidate) => holds(candidate, denial));
    const section = definition?.sections.find(({ rules }) => rules.includes(denial));
    const ownRoot = agent.definitions.find((candidate) => holds(candidate, owning))?.root;
    if (definition === undefined || section === undefined || ownRoot === undefined) return NOTHING;
    const exception = toException(owning, ownRoot, denial, definition.root);
    if (exception?.compiled.matches(path) !== true || lines.length === MOST_LINES) return NOTHING;
    lines.push({ line: exception.pattern, entry: toEntry(agent.name, denial) });
    sections.push(section);
    current = withException(current, definition, section, exception);
  }
  return { lines, sections };
}

export const NOTHING: Lifting = { lines: [], sections: [] };

const holds = (definition: AgentDefinition, rule: Rule): boolean =>
  definition.sections.some(({ rules }) => rules.includes(rule));

function toException(owning: Rule, ownRoot: RepoPath, denial: Rule, root: RepoPath): Rule | null {
  const pattern = asWrittenAt(root, owning.pattern, ownRoot);
  if (pattern === null) return null;
  const compilation = compilePattern(`!${pattern}`, { section: 'cannot-touch', root });
  return compilation.ok ? { ...denial, pattern: `!${pattern}`, compiled: compilation.pattern } : null;
}

/** The pattern of a definition below `ownRoot`, written for one whose patterns are relative to `root`. */
function asWrittenAt(root: RepoPath, pattern: string, ownRoot: RepoPath): string | null {
  if (root === ownRoot) return pattern;
  if (root !== '' && !ownRoot.startsWith(`${root}/`)) return null;
  const between = (root === '' ? ownRoot : ownRoot.slice(root.length + 1)).replace(/[\\*?[\]{}]/g, '\\$&');
  const isAnchored = pattern.replace(/\/$/, '').includes(`/`);
  return isAnchored ? `${between}/${pattern.replace(/^\//, '')}` : `${between}/**/${pattern}`;
}

/** Written at the end of what stands below one heading, which an exception makes one section. */
function withException(
  agent: Agent,
  definition: AgentDefinition,
  { kind, heading, line }: RuleSection,
  exception: Rule,
): Agent {
  const isBelow = (other: RuleSection): boolean => other.kind === kind && other.line === line;
  const rules = definition.sections.filter(isBelow).flatMap((section) => section.rules);
  const merged: RuleSection = { kind, heading, line, rules: [...rules, exception] };
  const sections = [...definition.sections.filter((section) => !isBelow(section)), merged];
  const changed = { ...definition, sections };
  const definitions = agent.definitions.map((other) => (other === definition ? changed : other));
  return { ...agent, definitions };
}
