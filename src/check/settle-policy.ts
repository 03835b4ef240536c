import { decodeDefinition } from '../core/definitions/definition-text.js';
import type { DefinitionProblem } from '../core/definitions/problem.js';
import { raiseToFloor } from '../core/policy/floor.js';
import {
  readConfig,
  toPolicy,
  unreadableConfig,
  type ConfigReading,
  type StatedPolicy,
} from '../core/policy/parse-config.js';
import {
  DEFAULT_CONFIG_PATH,
  DEFAULT_POLICY,
  type Policy,
  type PolicyInForce,
  type PolicyOrigin,
} from '../core/policy/policy.js';
import { repoPath, type Day, type RepoPath } from '../core/vocabulary.js';
import { OperationalError } from '../operational-error.js';
import type { ConfigSource } from '../sources/config.js';

/** What a workflow or a command line says of the policy; see `Settings`. */
export interface Stated {
  readonly config: RepoPath | null;
  readonly floor: string;
  readonly today: Day;
}

/** The config at both ends of a range; `null` where there is none. */
export interface ConfigEnds {
  readonly base: ConfigSource | null;
  readonly head: ConfigSource | null;
}

/** Which policy holds, and what the head would put in force. Throws as `readPolicyInForce` rejects. */
export function settlePolicy(settings: Stated, { base, head }: ConfigEnds): PolicyInForce {
  const { today } = settings;
  const file = settings.config ?? DEFAULT_CONFIG_PATH;
  const floor = readFloor(settings);
  const raise = (policy: Policy): Policy => (floor === null ? policy : raiseToFloor(policy, floor));
  if (base === null && settings.config !== null) throw new OperationalError('missing-config', file);

  const atBase = read(base, file, today);
  const atHead = isSame(base, head) ? atBase : read(head, file, today);
  // Where the input names the file, its removal would leave the next check without one.
  const isMended = !atBase.ok && atHead.ok && (head !== null || settings.config === null);
  if (!atBase.ok && !isMended) throw unusableConfig(atBase.problems);

  const state: PolicyOrigin['state'] = isMended ? 'mended' : base === null ? 'absent' : 'in-force';
  return {
    policy: raise(atBase.ok ? toPolicy(atBase.stated) : DEFAULT_POLICY),
    origin: { file, state, floor: floor !== null },
    atHead: atHead.ok ? raise(toPolicy(atHead.stated)) : null,
    places: [file, ...(base?.behind ?? []), ...(head?.behind ?? [])],
    problems: { base: problemsOf(atBase), head: problemsOf(atHead) },
    today,
  };
}

/** What a single config puts in force; the defaults, with its problems, where it cannot be used. */
export function readOwnPolicy(
  source: ConfigSource | null,
  file: RepoPath,
  today: Day,
): { readonly policy: Policy; readonly problems: readonly DefinitionProblem[] } {
  const reading = read(source, file, today);
  return { policy: reading.ok ? toPolicy(reading.stated) : DEFAULT_POLICY, problems: problemsOf(reading) };
}

export const unusableConfig = (problems: readonly DefinitionProblem[]): OperationalError =>
  new OperationalError('unusable-config', '', { problems });

function read(source: ConfigSource | null, file: RepoPath, today: Day): ConfigReading {
  if (source === null) return { ok: true, stated: {} };
  const { content } = source;
  if (content === 'directory') return { ok: false, problems: unreadableConfig(file, content) };
  const decoded = decodeDefinition({ path: file, content });
  return 'text' in decoded
    ? readConfig(decoded.text, file, today)
    : { ok: false, problems: unreadableConfig(file, decoded.reason) };
}

function readFloor({ floor, today }: Stated): StatedPolicy | null {
  if (floor.trim() === '') return null;
  const reading = readConfig(floor, repoPath('floor'), today, 'floor');
  if (!reading.ok) throw new OperationalError('invalid-floor', '', { problems: reading.problems });
  return reading.stated;
}

const problemsOf = (reading: ConfigReading): readonly DefinitionProblem[] =>
  reading.ok ? [] : reading.problems;

function isSame(one: ConfigSource | null, other: ConfigSource | null): boolean {
  if (one === null || other === null) return one === other;
  if (typeof one.content === 'string' || typeof other.content === 'string')
    return one.content === other.content;
  return Buffer.compare(one.content, other.content) === 0;
}
