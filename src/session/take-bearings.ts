import { once } from '../check/once.js';
import type { OwnPolicy } from '../check/read-policy.js';
import { dayOf } from '../check/settings.js';
import { createIsDefinitionPath } from '../core/definitions/definition-paths.js';
import { createProtectedPaths } from '../core/judgement/protected-paths.js';
import { DEFAULT_CONFIG_PATH, DEFAULT_POLICY } from '../core/policy/policy.js';
import type { Scene } from '../core/session/event.js';
import { readConfigOnDisk } from '../sources/config.js';
import type { Environment } from '../sources/git/environment.js';
import { createWorkspaceGit } from '../sources/git/workspace.js';
import { findPlace, realPath, type Place } from '../sources/session/places.js';
import type { Bearings } from './bearings.js';
import { findBoundAgent } from './bound-agent.js';
import { findDefinitionsOnDisk } from './definitions-on-disk.js';

/** The world as a session's events meet it. */
export interface Surroundings {
  readonly environment: Environment;
  readonly now: Date;
}

/** The bearings in a working tree, for who acts in the scene; definitions are looked for from these directories upwards. */
export function takeBearings(
  scene: Scene,
  { place, from, home }: { readonly place: Place; readonly from: readonly string[]; readonly home: Place },
  { environment, now }: Surroundings,
): Bearings {
  const { topLevel } = place;
  const git = createWorkspaceGit(environment, topLevel);
  const config = once(() => readConfigOnDisk(topLevel, DEFAULT_CONFIG_PATH));
  const policy = once(async (): Promise<OwnPolicy> => {
    const source = await config();
    if (source === null) return { policy: DEFAULT_POLICY, problems: [] };
    const { readOwnPolicy } = await import('../check/settle-policy.js');
    return readOwnPolicy(source, DEFAULT_CONFIG_PATH, dayOf(now));
  });
  const definitions = once(async () =>
    findDefinitionsOnDisk(place, from, (await policy()).policy, () => git),
  );
  return {
    place,
    git,
    environment,
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

/** The bearings in the working tree that a directory lies in; `null` outside of any. */
export function takeBearingsAt(directory: string, scene: Scene, surroundings: Surroundings): Bearings | null {
  const here = realPath(directory);
  const place = findPlace(here);
  const home = findPlace(realPath(scene.cwd)) ?? place;
  return place === null || home === null
    ? null
    : takeBearings(scene, { place, from: [here], home }, surroundings);
}
