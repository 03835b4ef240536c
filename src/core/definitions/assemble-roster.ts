import type { AgentName, RepoPath } from '../vocabulary.js';
import type { Agent, AgentDefinition } from './definition.js';
import { severityOf } from './problem-severities.js';
import type { DefinitionProblem } from './problem.js';
import type { Roster } from './roster.js';
import { seenOnce, type Parsed } from './seen-once.js';

/**
 * The roster of definitions that were read. Those of one name are one agent, and each of them says so. The order of the
 * definitions does not matter, and a file that links show in several places counts once: agents stand in the order of their
 * names, definitions and problems in that of their files.
 */
export function assembleRoster(definitions: readonly Parsed[]): Roster {
  const parsed = seenOnce(
    definitions.toSorted((one, other) => byCodeUnit(one.source.path, other.source.path)),
  );
  const byName = new Map<AgentName, AgentDefinition[]>();
  for (const { definition } of parsed) {
    if (definition === null) continue;
    const namesakes = byName.get(definition.name);
    if (namesakes === undefined) byName.set(definition.name, [definition]);
    else namesakes.push(definition);
  }
  const agents = [...byName]
    .map(([name, definitions]) => ({ name, definitions }))
    .toSorted((one, other) => byCodeUnit(one.name, other.name));
  const problems = [...parsed.flatMap((result) => result.problems), ...agents.flatMap(duplicateNames)];
  return { agents, problems: problems.toSorted(byPlace) };
}

function duplicateNames({ name, definitions }: Agent): readonly DefinitionProblem[] {
  if (definitions.length === 1) return [];
  const files: readonly RepoPath[] = definitions.map(({ file }) => file);
  const code = 'duplicate-name';
  return files.map((file) => ({
    code,
    severity: severityOf(code),
    file,
    line: null,
    agent: name,
    otherFiles: files.filter((other) => other !== file),
    otherNames: [],
  }));
}

const byCodeUnit = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** The order of problems: by file, line and code. */
export const byPlace = (one: DefinitionProblem, other: DefinitionProblem): number =>
  byCodeUnit(one.file, other.file) || (one.line ?? 0) - (other.line ?? 0) || byCodeUnit(one.code, other.code);
