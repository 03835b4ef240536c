import type { RepoPath } from '../vocabulary.js';
import { assembleRoster } from './assemble-roster.js';
import { parseDefinition, type DefinitionOptions } from './parse-definition.js';
import type { DefinitionSource, Roster } from './roster.js';
import type { Parsed } from './seen-once.js';

/** Reads all definitions of a commit; see `assembleRoster`. */
export const parseRoster = (sources: readonly DefinitionSource[], options: DefinitionOptions = {}): Roster =>
  assembleRoster(sources.map((source) => ({ source, ...parseDefinition(source, options) })));

/** The same of several commits: a definition that says the same in the next one is not read again. */
export function parseRosters(
  commits: readonly (readonly DefinitionSource[])[],
  options: DefinitionOptions = {},
): readonly Roster[] {
  const before = new Map<RepoPath, Parsed>();
  return commits.map((sources) => {
    const parsed = sources.map((source): Parsed => {
      const known = before.get(source.path);
      return known !== undefined && saysTheSame(known.source.content, source.content)
        ? { ...known, source }
        : { source, ...parseDefinition(source, options) };
    });
    for (const each of parsed) before.set(each.source.path, each);
    return assembleRoster(parsed);
  });
}

function saysTheSame(one: DefinitionSource['content'], other: DefinitionSource['content']): boolean {
  if (one === other) return true;
  if (typeof one === 'string' || typeof other === 'string') return false;
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
