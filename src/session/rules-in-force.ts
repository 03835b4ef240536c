import { dayOf } from '../check/day.js';
import { once } from '../check/once.js';
import type { OwnPolicy } from '../check/read-policy.js';
import { createIsDefinitionPath } from '../core/definitions/definition-paths.js';
import { createProtectedPaths } from '../core/judgement/protected-paths.js';
import { DEFAULT_CONFIG_PATH, DEFAULT_POLICY } from '../core/policy/policy.js';
import type { Scene } from '../core/session/event.js';
import { createDefinitionCache, NO_CACHE } from '../sources/session/definition-cache.js';
import { isNothingAt, type Place } from '../sources/session/places.js';
import type { RulesInForce, Surroundings } from './bearings.js';
import { findBoundAgent } from './bound-agent.js';
import { findDefinitionsOnDisk, type Library } from './definitions-on-disk.js';

/** Where rules are looked for. */
export interface Whereabouts extends Pick<Library, 'place' | 'from' | 'git'> {
  /** The working tree of the session, where it notes who started whom. */
  readonly home: Place;
}

/** The rules of a working tree for who acts in the scene. */
export function readRules(
  scene: Scene,
  { place, from, home, git }: Whereabouts,
  { now, program }: Surroundings,
): RulesInForce {
  const { topLevel, commonDir } = place;
  const cache = program === null ? NO_CACHE : createDefinitionCache(commonDir, program);
  const config = once(async () => {
    // Most repositories have no config: spares them the loading.
    if (isNothingAt(topLevel, DEFAULT_CONFIG_PATH)) return null;
    const { readConfigOnDisk } = await import('../sources/config.js');
    return readConfigOnDisk(topLevel, DEFAULT_CONFIG_PATH);
  });
  const policy = once(async (): Promise<OwnPolicy> => {
    const source = await config();
    if (source === null) return { policy: DEFAULT_POLICY, problems: [] };
    const { readOwnPolicy } = await import('../check/settle-policy.js');
    return readOwnPolicy(source, DEFAULT_CONFIG_PATH, dayOf(now));
  });
  const definitions = once(async () =>
    findDefinitionsOnDisk({ place, from, policy: (await policy()).policy, cache, git }),
  );
  return {
    place,
    now,
    policy,
    roster: once(async () => (await definitions()).all()),
    agent: once(async () => findBoundAgent(scene, await definitions(), (await policy()).policy, home)),
    protectedPaths: once(async () => {
      const { policy: inForce } = await policy();
      const behind = (await config())?.behind ?? [];
      return createProtectedPaths(
        inForce.definitions,
        createIsDefinitionPath(inForce.definitions),
        new Set([...(await definitions()).linkTargets, ...behind]),
        { patterns: inForce.protected, config: DEFAULT_CONFIG_PATH },
      );
    }),
  };
}
