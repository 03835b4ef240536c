import { createAgentFinder } from '../core/attribution/find-agent.js';
import { normaliseName } from '../core/attribution/names.js';
import type { Agent } from '../core/definitions/definition.js';
import type { DefinitionProblem } from '../core/definitions/problem.js';
import type { Policy } from '../core/policy/policy.js';
import { weighProblems } from '../core/policy/weigh-problems.js';
import type { Scene } from '../core/session/event.js';
import { agentName } from '../core/vocabulary.js';
import { readDelegation } from '../sources/session/delegations.js';
import type { Place } from '../sources/session/places.js';
import type { BoundAgent } from './bearings.js';
import type { DefinitionsOnDisk } from './definitions-on-disk.js';

/**
 * The agent whose rules hold for who acts: the one that its type names, as a trailer would; else, for a subagent that no
 * definition names, the one in whose work it was started. `null` for a person's thread, for everyone else, and for a type that
 * could mean either of two agents: the check says that it is unknown.
 */
export async function findBoundAgent(
  scene: Scene,
  definitions: DefinitionsOnDisk,
  policy: Policy,
  home: Place,
): Promise<BoundAgent | null> {
  const { agentType } = scene.actor;
  if (agentType === null) return null;
  const own = await findNamed(agentType, definitions, policy);
  if (own !== null) return { ...own, actingAs: null };
  const delegated = readDelegation(home.commonDir, scene);
  const inherited = delegated === null ? null : await findNamed(delegated, definitions, policy);
  return inherited === null ? null : { ...inherited, actingAs: agentType };
}

async function findNamed(
  type: string,
  definitions: DefinitionsOnDisk,
  policy: Policy,
): Promise<Omit<BoundAgent, 'actingAs'> | null> {
  const names = [type, type.slice(type.lastIndexOf(':') + 1)];
  const meant = names.map(normaliseName);
  const aliases = Object.entries(policy.aliases)
    .filter(([old]) => meant.includes(normaliseName(old)))
    .map(([, name]) => name);
  const roster = await definitions.named([...names, ...aliases]);
  const problems = weighProblems(roster.problems, policy);
  const unreadable = problems.filter(({ agent }) => agent === null).filter(isUnreadable);
  const rosters = { base: roster, mergeBases: [], defaultBranch: null, head: { agents: [], problems: [] } };
  const found = createAgentFinder(rosters, policy.aliases).find(type);
  switch (found.kind) {
    case 'known': {
      const { agent } = found.agent;
      return { agent, problems: [...problems.filter(({ agent: of }) => of === agent.name), ...unreadable] };
    }
    case 'ambiguous':
      return null;
    case 'unknown':
      return unreadable.length === 0 ? null : { agent: withoutRules(type), problems: unreadable };
  }
}

const isUnreadable = ({ code }: DefinitionProblem): boolean => code === 'unreadable-definition';

const withoutRules = (name: string): Agent => ({ name: agentName(name), definitions: [] });
