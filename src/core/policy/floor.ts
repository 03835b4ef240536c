import type { DefinitionProblemCode } from '../definitions/problem.js';
import { severityOf } from '../definitions/problem-severities.js';
import type { AgentName } from '../vocabulary.js';
import type { StatedPolicy } from './parse-config.js';
import { DEFAULT_POLICY, type Code, type Level, type Policy, type Waiver } from './policy.js';

const RANK: Readonly<Record<Level, number>> = { off: 0, notice: 1, warning: 2, error: 3 };

/**
 * The policy with every key that the floor states at least as strict as the floor has it. What makes the check stricter adds
 * up; of what makes it looser only that stays which the floor lists as well, so that an empty list there forbids it. A key
 * that the floor does not state is the policy's own.
 */
export function raiseToFloor(policy: Policy, floor: StatedPolicy): Policy {
  return {
    ...policy,
    definitions: [
      ...policy.definitions,
      ...(floor.definitions ?? []).filter(isNeededBehind(policy.definitions)),
    ],
    trailers: union(policy.trailers, floor.trailers, (key) => key.toLowerCase()),
    headings: {
      owns: union(policy.headings.owns ?? [], floor.headings?.owns),
      reads: union(policy.headings.reads ?? [], floor.headings?.reads),
      'cannot-touch': union(policy.headings['cannot-touch'] ?? [], floor.headings?.['cannot-touch']),
    },
    aliases: commonAliases(policy.aliases, floor.aliases),
    people: common(policy.people, floor.people),
    identities: {
      ai: union(policy.identities.ai, floor.identities?.ai),
      people: common(policy.identities.people, floor.identities?.people),
      bots: common(policy.identities.bots, floor.identities?.bots),
    },
    mode: floor.mode === 'enforce' ? 'enforce' : policy.mode,
    severity: raiseSeverities(policy.severity, floor.severity ?? {}),
    agents: raiseAgents(policy, floor),
    protected: union(policy.protected, floor.protected),
    shared: common(policy.shared, floor.shared),
    trustedBranches: common(policy.trustedBranches, floor.trustedBranches),
    waivers: commonWaivers(policy.waivers, floor.waivers),
    allowSelf: policy.allowSelf && floor.allowSelf !== false,
  };
}

function union(
  own: readonly string[],
  floor: readonly string[] = [],
  keyOf: (value: string) => string = (value) => value,
): readonly string[] {
  const known = new Set(own.map(keyOf));
  return [...own, ...floor.filter((value) => !known.has(keyOf(value)))];
}

/** Of definitions the last pattern that matches decides: behind an exception the floor's pattern has to stand again. */
const isNeededBehind =
  (own: readonly string[]) =>
  (pattern: string): boolean =>
    !own.includes(pattern) || own.some((other) => other.trim().startsWith('!'));

const common = (own: readonly string[], floor: readonly string[] | undefined): readonly string[] =>
  floor === undefined ? own : own.filter((value) => floor.includes(value));

const commonAliases = (own: Policy['aliases'], floor: Policy['aliases'] | undefined): Policy['aliases'] =>
  floor === undefined
    ? own
    : Object.fromEntries(Object.entries(own).filter(([name, to]) => floor[name] === to));

/** Of the same agent and pattern, for no longer than the floor allows. */
const commonWaivers = (own: readonly Waiver[], floor: readonly Waiver[] | undefined): readonly Waiver[] =>
  floor === undefined
    ? own
    : own.flatMap((waiver) => {
        const days = floor
          .filter(({ agent, path }) => agent === waiver.agent && path === waiver.path)
          .map(({ until }) => until)
          .toSorted();
        const latest = days.at(-1);
        if (latest === undefined) return [];
        return [{ ...waiver, until: latest < waiver.until ? latest : waiver.until }];
      });

type Levels = Readonly<Partial<Record<Code, Level>>>;

const higher = (one: Level, other: Level): Level => (RANK[one] >= RANK[other] ? one : other);

/** What holds at least where nobody sets the code: a problem can weigh more in a section. */
const usualLevel = (code: Code): Level =>
  DEFAULT_POLICY.severity[code] ?? severityOf(code as DefinitionProblemCode);

function raise(own: Level | undefined, floor: Level, code: Code): Level | undefined {
  if (own !== undefined) return higher(own, floor);
  return RANK[floor] > RANK[usualLevel(code)] ? floor : undefined;
}

function raiseSeverities(own: Policy['severity'], floor: Levels): Policy['severity'] {
  const raised = Object.entries(floor).flatMap(([code, level]) => {
    const to = raise(own[code as Code], level, code as Code);
    return to === undefined ? [] : [[code, to] as const];
  });
  return { ...own, ...Object.fromEntries(raised) };
}

/** The floor for all binds what a config sets for one agent; what the floor itself sets for one goes before it. */
function raiseAgents(policy: Policy, floor: StatedPolicy): Policy['agents'] {
  const names = new Set([...Object.keys(policy.agents), ...Object.keys(floor.agents ?? {})]);
  return Object.fromEntries(
    [...names].map((name) => {
      const own = severityOfAgent(policy.agents, name);
      const bound: Levels = { ...floor.severity, ...severityOfAgent(floor.agents ?? {}, name) };
      const raised = Object.entries(bound).flatMap(([code, level]) => {
        const to = raise(own[code as Code] ?? policy.severity[code as Code], level, code as Code);
        return to === undefined ? [] : [[code, to] as const];
      });
      return [name, { severity: { ...own, ...Object.fromEntries(raised) } }];
    }),
  );
}

const severityOfAgent = (agents: Policy['agents'], name: string): Levels =>
  (Object.hasOwn(agents, name) ? agents[name as AgentName]?.severity : undefined) ?? {};
