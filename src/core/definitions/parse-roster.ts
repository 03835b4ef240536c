import { assembleRoster } from './assemble-roster.js';
import { parseDefinition, type DefinitionOptions } from './parse-definition.js';
import type { DefinitionSource, Roster } from './roster.js';

/** Reads all definitions of a commit; see `assembleRoster`. */
export const parseRoster = (sources: readonly DefinitionSource[], options: DefinitionOptions = {}): Roster =>
  assembleRoster(sources.map((source) => ({ source, ...parseDefinition(source, options) })));
