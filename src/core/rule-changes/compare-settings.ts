import { severityOf } from '../definitions/problem-severities.js';
import type { DefinitionProblemCode } from '../definitions/problem.js';
import type { Code, Level, Policy, Waiver } from '../policy/policy.js';
import { agentName, type AgentName, type Day } from '../vocabulary.js';
import { compareLists } from './compare-lists.js';
import type { SettingDifference } from './setting-difference.js';

const WEIGHTS: Readonly<Record<Level, number>> = { off: 0, notice: 1, warning: 2, error: 3 };

/**
 * What another policy would loosen and tighten: every key by its meaning, so that the order of a list and another spelling of
 * the same say nothing. A waiver that was over before `today` lifts nothing.
 */
export const compareSettings = (before: Policy, after: Policy, today: Day): readonly SettingDifference[] =>
  before === after
    ? []
    : [
        ...compareMode(before, after),
        ...compareSeverities(before, after),
        ...compareAgents(before, after),
        ...compareLists(before, after),
        ...compareAliases(before, after),
        ...compareSelfApproval(before, after),
        ...compareWaivers(before.waivers, after.waivers, today),
      ];

const compareMode = ({ mode: before }: Policy, { mode: after }: Policy): readonly SettingDifference[] =>
  before === after
    ? []
    : [
        {
          effect: after === 'report-only' ? 'loosened' : 'tightened',
          agent: null,
          key: 'mode',
          before,
          after,
        },
      ];

const compareSelfApproval = (
  { allowSelf: before }: Policy,
  { allowSelf: after }: Policy,
): readonly SettingDifference[] =>
  before === after
    ? []
    : [
        {
          effect: after ? 'loosened' : 'tightened',
          agent: null,
          key: 'allow-self',
          before: String(before),
          after: String(after),
        },
      ];

const compareSeverities = (before: Policy, after: Policy): readonly SettingDifference[] =>
  [...keysOf(before.severity, after.severity)].flatMap((code) =>
    compareLevels(`severity.${code}`, null, levelIn(before, code), levelIn(after, code)),
  );

/** Only what is said for the agent itself: a severity for all is told once. */
const compareAgents = (before: Policy, after: Policy): readonly SettingDifference[] =>
  [...keysOf(before.agents, after.agents)].flatMap((name) => {
    const [own, then] = [ownLevels(before, name), ownLevels(after, name)];
    return [...keysOf(own, then)].flatMap((code) =>
      own[code] === then[code]
        ? []
        : compareLevels(
            `agents.${name}.severity.${code}`,
            agentName(name),
            own[code] ?? levelIn(before, code),
            then[code] ?? levelIn(after, code),
          ),
    );
  });

const ownLevels = ({ agents }: Policy, name: string): Readonly<Partial<Record<Code, Level>>> =>
  (Object.hasOwn(agents, name) ? agents[name]?.severity : undefined) ?? {};

/** A policy holds of the problems of definitions only what differs from the default. */
const levelIn = ({ severity }: Policy, code: Code): Level =>
  severity[code] ?? severityOf(code as DefinitionProblemCode, 'cannot-touch');

function compareLevels(
  key: string,
  agent: AgentName | null,
  before: Level,
  after: Level,
): readonly SettingDifference[] {
  if (before === after) return [];
  return [{ effect: WEIGHTS[after] < WEIGHTS[before] ? 'loosened' : 'tightened', agent, key, before, after }];
}

/** A further name or another target lets the name pass for somebody; one less makes it unknown. */
const compareAliases = (
  { aliases: before }: Policy,
  { aliases: after }: Policy,
): readonly SettingDifference[] =>
  [...keysOf(before, after)].flatMap((name): readonly SettingDifference[] => {
    const [from, to] = [before, after].map((all) => (Object.hasOwn(all, name) ? all[name] : undefined) ?? '');
    if (from === to) return [];
    return [
      {
        effect: to === '' ? 'tightened' : 'loosened',
        agent: null,
        key: `aliases.${name}`,
        before: from ?? '',
        after: to ?? '',
      },
    ];
  });

function compareWaivers(
  before: readonly Waiver[],
  after: readonly Waiver[],
  today: Day,
): readonly SettingDifference[] {
  const [old, then] = [lastDays(before, today), lastDays(after, today)];
  return [...new Set([...old.keys(), ...then.keys()])].flatMap((key): readonly SettingDifference[] => {
    const [from, to] = [old.get(key), then.get(key)];
    const shown = to ?? from;
    if (shown === undefined || from?.until === to?.until) return [];
    const difference: SettingDifference = {
      effect: (to?.until ?? '') > (from?.until ?? '') ? 'loosened' : 'tightened',
      agent: shown.agent,
      key: 'waivers',
      before: from === undefined ? '' : waiverText(from),
      after: to === undefined ? '' : waiverText(to),
    };
    return [to === undefined ? difference : { ...difference, line: to.location.line }];
  });
}

/** Of the waivers that still hold, by agent and path, the one that holds longest. */
function lastDays(waivers: readonly Waiver[], today: Day): ReadonlyMap<string, Waiver> {
  const longest = new Map<string, Waiver>();
  for (const waiver of waivers) {
    const key = `${waiver.agent}\0${waiver.path}`;
    if (waiver.until >= today && waiver.until > (longest.get(key)?.until ?? '')) longest.set(key, waiver);
  }
  return longest;
}

const waiverText = ({ path, until }: Waiver): string => `${path} until ${until}`;

const keysOf = <Key extends string>(
  one: Readonly<Partial<Record<Key, unknown>>>,
  other: Readonly<Partial<Record<Key, unknown>>>,
): ReadonlySet<Key> => new Set([...Object.keys(one), ...Object.keys(other)] as Key[]);
