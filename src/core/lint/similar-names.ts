import { normaliseName } from '../attribution/names.js';
import type { Agent } from '../definitions/definition.js';
import { severityOf } from '../definitions/problem-severities.js';
import type { DefinitionProblem } from '../definitions/problem.js';
import type { Roster } from '../definitions/roster.js';

/**
 * Agents whose names differ only in case, blanks, `-` and `_`: any third spelling of the name, in a trailer or where Claude Code
 * is asked for the agent, could mean each of them. One problem at each of their definitions.
 */
export function findSimilarNames({ agents }: Roster): readonly DefinitionProblem[] {
  const bySpelling = new Map<string, Agent[]>();
  for (const agent of agents) {
    const spelling = normaliseName(agent.name);
    bySpelling.set(spelling, [...(bySpelling.get(spelling) ?? []), agent]);
  }
  return [...bySpelling].flatMap(([spelling, namesakes]) =>
    spelling === '' ? [] : namesakes.flatMap((agent) => problemsOf(agent, namesakes)),
  );
}

function problemsOf(agent: Agent, namesakes: readonly Agent[]): readonly DefinitionProblem[] {
  const others = namesakes.filter((other) => other !== agent);
  if (others.length === 0) return [];
  const code = 'duplicate-name';
  return agent.definitions.map(({ file }) => ({
    code,
    severity: severityOf(code),
    file,
    line: null,
    agent: agent.name,
    otherFiles: others.flatMap(({ definitions }) => definitions.map((definition) => definition.file)),
    otherNames: others.map(({ name }) => name),
  }));
}
