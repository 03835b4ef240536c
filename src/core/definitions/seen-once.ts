import type { RepoPath } from '../vocabulary.js';
import type { AgentDefinition } from './definition.js';
import type { ParsedDefinition } from './parse-definition.js';
import type { DefinitionSource } from './roster.js';

/** A source, and what was read of it. */
export interface Parsed extends ParsedDefinition {
  readonly source: DefinitionSource;
}

/**
 * A file that is seen in several places through symbolic links is one definition where it says the same in each: of one name,
 * with patterns from one root. It stands where the file really lies, if it is seen there, else at the first path. Of the other
 * places only what depends on the place is left: whether Claude Code would load it there.
 */
export function seenOnce(parsed: readonly Parsed[]): readonly Parsed[] {
  const kept = new Map<string, DefinitionSource>();
  for (const { source, definition } of parsed) {
    if (definition === null) continue;
    const identity = identityOf(source, definition);
    if (!kept.has(identity) || source.target === undefined) kept.set(identity, source);
  }
  return parsed.map((each) => {
    const { source, definition, problems } = each;
    if (definition === null || kept.get(identityOf(source, definition)) === source) return each;
    const ofThePlace = problems.filter(({ code }) => code === 'skipped-by-claude-code');
    return { source, definition: null, problems: ofThePlace };
  });
}

const identityOf = ({ path, target }: DefinitionSource, { name, root }: AgentDefinition): string => {
  const place: RepoPath = target ?? path;
  return JSON.stringify([place, root, name]);
};
