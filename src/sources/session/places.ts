import { lstatSync, readFileSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { repoPath, type RepoPath } from '../../core/vocabulary.js';

/** A working tree and where its repository keeps things; all absolute. */
export interface Place {
  readonly topLevel: string;
  /** The working tree's own directory: `.git`, or `.git/worktrees/<name>` for a linked one. */
  readonly gitDir: string;
  /** The directory that all working trees of the repository have in common. */
  readonly commonDir: string;
}

/** A path as a repository has it. */
export interface PathInPlace {
  readonly place: Place;
  /** Relative to the top level; `null` for a file in git's own directory, which `inGit` names below that. */
  readonly path: RepoPath | null;
  readonly inGit: string | null;
  /** Whether something is there already. */
  readonly exists: boolean;
}

/**
 * The working tree that a directory lies in, found as git finds it (gitrepository-layout(5)) and without asking it; the nearest
 * one upwards that exists. `null` for none.
 */
export function findPlace(directory: string): Place | null {
  for (let here = directory; ; here = dirname(here)) {
    const place = placeAt(here);
    if (place !== null) return place;
    if (dirname(here) === here) return null;
  }
}

function placeAt(topLevel: string): Place | null {
  const dotGit = join(topLevel, '.git');
  try {
    const gitDir = statSync(dotGit).isDirectory() ? dotGit : resolve(topLevel, linkIn(dotGit));
    if (!statSync(join(gitDir, 'HEAD'), { throwIfNoEntry: false })) return null;
    return { topLevel, gitDir, commonDir: commonDirOf(gitDir) };
  } catch {
    return null;
  }
}

/** `gitdir: PATH` of a `.git` that is a file: a linked worktree or a submodule. */
function linkIn(file: string): string {
  const [, path] = /^gitdir: (.+?)\r?\n?$/.exec(readFileSync(file, 'utf8')) ?? [];
  if (path === undefined) throw new Error('no gitdir');
  return path;
}

function commonDirOf(gitDir: string): string {
  try {
    return resolve(gitDir, readFileSync(join(gitDir, 'commondir'), 'utf8').trimEnd());
  } catch {
    return gitDir;
  }
}

/**
 * Where a file that is about to be written lies: as it is named, and where links really lead, each in the working tree that it
 * is in. A submodule's files are the superproject's too; what a directory that leads elsewhere is named by is both. It need
 * not exist. Nothing for what lies in no working tree.
 */
export function placesOf(path: string): readonly PathInPlace[] {
  const found = new Map<string, PathInPlace>();
  for (const spelled of new Set([resolve(path), realPath(path), realPath(resolve(path))])) {
    for (const one of enclosing(spelled)) {
      found.set(JSON.stringify([one.place.topLevel, one.path, one.inGit]), one);
    }
  }
  return [...found.values()];
}

function enclosing(path: string): readonly PathInPlace[] {
  const found: PathInPlace[] = [];
  const exists = lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  for (let place = findPlace(dirname(path)); place !== null;) {
    const { topLevel } = place;
    const real = { ...place, topLevel: realPath(topLevel) };
    const inside = relative(topLevel, path).split(sep);
    // At any depth: what is written there becomes a repository of its own, or leads git to another.
    const gitAt = inside.findIndex((name) => name.toLowerCase() === '.git');
    const isOfGit = gitAt !== -1;
    found.push({
      place: real,
      path: isOfGit ? null : repoPath(inside.join('/')),
      inGit: isOfGit ? inside.slice(gitAt + 1).join('/') : null,
      exists,
    });
    const outer = dirname(topLevel) === topLevel ? null : findPlace(dirname(topLevel));
    if (outer === null || !(isSubmodule(place, outer) || leadsElsewhere(outer, topLevel))) break;
    place = outer;
  }
  return found;
}

/** The git directory of a submodule lies in its superproject's (gitsubmodules(7)). */
const isSubmodule = ({ gitDir }: Place, outer: Place): boolean =>
  isWithin(realPath(gitDir), join(realPath(outer.commonDir), 'modules'));

/** Whether a link stands on the way from the outer working tree to the inner one. */
const leadsElsewhere = (outer: Place, inner: string): boolean =>
  join(realPath(outer.topLevel), relative(outer.topLevel, inner)) !== realPath(inner);

/** Whether nothing at all stands at a path of a tree, not even a link on the way. */
export function isNothingAt(topLevel: string, path: RepoPath): boolean {
  const names = path.split('/');
  for (let depth = 1; depth <= names.length; depth += 1) {
    const stats = lstatSync(join(topLevel, ...names.slice(0, depth)), { throwIfNoEntry: false });
    if (stats === undefined) return true;
    if (!stats.isDirectory()) return false;
  }
  return false;
}

/** Whether a path is a directory or lies in it; both absolute. */
export function isWithin(path: string, directory: string): boolean {
  const inside = relative(directory, path);
  return inside === '' || (inside !== '..' && !inside.startsWith(`..${sep}`) && !isAbsolute(inside));
}

/** As many as Linux follows (path_resolution(7)). */
const MOST_LINKS = 40;

/**
 * The absolute path that the system would come to: links followed, also one that leads to what does not exist yet; in the
 * spelling of the disk where that ignores case.
 */
export function realPath(path: string, links = MOST_LINKS): string {
  try {
    return realpathSync.native(path);
  } catch {
    const above = dirname(path);
    if (above === path) return path;
    const target = links > 0 ? targetOf(path) : null;
    if (target !== null) return realPath(resolve(realPath(above, links - 1), target), links - 1);
    // `dirname` and what is behind it, not `join` of the whole: `a/link/..` is not `a`.
    return resolve(realPath(above, links), path.slice(above.length).replace(/^[\\/]+/, ''));
  }
}

function targetOf(path: string): string | null {
  try {
    return lstatSync(path).isSymbolicLink() ? readlinkSync(path) : null;
  } catch {
    return null;
  }
}
