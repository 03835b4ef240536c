import type { Scene } from '../core/session/event.js';
import { createWorkspaceGit } from '../sources/git/workspace.js';
import { findPlace, realPath } from '../sources/session/places.js';
import type { Bearings, Surroundings } from './bearings.js';
import { readRules } from './rules-in-force.js';

/** The bearings in the working tree that a directory lies in; `null` outside of any. */
export function takeBearingsAt(directory: string, scene: Scene, surroundings: Surroundings): Bearings | null {
  const here = realPath(directory);
  const place = findPlace(here);
  if (place === null) return null;
  const { environment } = surroundings;
  const git = createWorkspaceGit(environment, place.topLevel);
  const home = findPlace(realPath(scene.cwd)) ?? place;
  const where = { place, from: [here], home, git: () => Promise.resolve(git) };
  return { ...readRules(scene, where, surroundings), git, environment };
}
