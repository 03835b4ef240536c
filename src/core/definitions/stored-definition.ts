import { compilePattern } from '../patterns/dialect.js';
import type { AgentDefinition, Rule, RuleSection } from './definition.js';
import type { ParsedDefinition } from './parse-definition.js';

/** What was read of a definition, as plain data: all but the compiled patterns. */
export interface StoredDefinition extends Omit<ParsedDefinition, 'definition'> {
  readonly definition:
    (Omit<AgentDefinition, 'sections'> & { readonly sections: readonly StoredSection[] }) | null;
}

type StoredSection = Omit<RuleSection, 'rules'> & { readonly rules: readonly Omit<Rule, 'compiled'>[] };

export const toStored = ({ definition, problems }: ParsedDefinition): StoredDefinition => ({
  problems,
  definition: definition && {
    ...definition,
    sections: definition.sections.map((section) => ({
      ...section,
      rules: section.rules.map(({ compiled: _, ...rule }) => rule),
    })),
  },
});

/** The same as it was read; `null` where a pattern does not compile any more. */
export function fromStored({ definition, problems }: StoredDefinition): ParsedDefinition | null {
  if (definition === null) return { definition, problems };
  const { root } = definition;
  const sections: RuleSection[] = [];
  for (const section of definition.sections) {
    const rules: Rule[] = [];
    for (const rule of section.rules) {
      const result = compilePattern(rule.pattern, { section: rule.section, root });
      if (!result.ok) return null;
      rules.push({ ...rule, compiled: result.pattern });
    }
    sections.push({ ...section, rules });
  }
  return { definition: { ...definition, sections }, problems };
}
