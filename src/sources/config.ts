import { stat } from 'node:fs/promises';
import type { UnreadableReason } from '../core/definitions/faults.js';
import type { TreeEntry } from '../core/history.js';
import { repoPath, type CommitSha, type RepoPath } from '../core/vocabulary.js';
import { readBlobs } from './git/blobs.js';
import type { Repository } from './git/borrowed-repository.js';
import { pathOnDisk, toFileTree as toDiskTree } from './git/disk-files.js';
import { readEntries } from './git/entries.js';
import { followLinks, type Destination, type FileTree } from './git/links.js';
import { readTree } from './git/tree.js';
import { toFileTree } from './git/tree-files.js';
import { readContent } from './git/working-tree.js';

/** What stands in the place of the config: its bytes, or why there are none. */
export interface ConfigSource {
  readonly content: Uint8Array | UnreadableReason | 'directory';
  /** The symbolic links that lead to it, and the file that they lead to; none where it stands in its place itself. */
  readonly behind: readonly RepoPath[];
}

/** Larger than any policy: what is behind it is not read. */
export const MOST_CONFIG_BYTES = 262_144;

/**
 * The config at each of the commits, `null` only where nothing at all stands in its place: whatever else is there, a link
 * that leads nowhere, a submodule, a directory, is no absence. Both contents come by one request where they have to be
 * fetched. Rejects with `incomplete-history` where a commit, a tree or the content is not there.
 */
export async function readConfigs(
  repository: Repository,
  commits: readonly CommitSha[],
  file: RepoPath,
): Promise<readonly (ConfigSource | null)[]> {
  const { objects } = repository;
  const steps = stepsTo(file);
  const entries = await readEntries(objects, commits, steps);
  const places = await Promise.all(
    commits.map((commit) => findPlace(repository, commit, file, entries.get(commit) ?? new Map())),
  );
  const oids = places.flatMap((place) => (place !== null && 'oid' in place ? [place.oid] : []));
  const blobs = await readBlobs(objects, new Set(oids), MOST_CONFIG_BYTES);
  return places.map((place) => {
    if (place === null) return null;
    const { behind } = place;
    return 'oid' in place
      ? { content: blobs.get(place.oid) ?? 'read-failed', behind }
      : { content: place.reason, behind };
  });
}

type Found = { readonly behind: readonly RepoPath[] } & (
  { readonly oid: string } | { readonly reason: UnreadableReason | 'directory' }
);

async function findPlace(
  repository: Repository,
  commit: CommitSha,
  file: RepoPath,
  entries: ReadonlyMap<RepoPath, TreeEntry>,
): Promise<Found | null> {
  const itself = entries.get(file);
  if (itself !== undefined && isRegular(itself)) return { oid: itself.oid, behind: [] };
  if (entries.size > 0) return findBehindLinks(repository, commit, file, entries);
  return (await isDirectoryAt(repository, commit, file)) ? { reason: 'directory', behind: [] } : null;
}

/** A link or a submodule stands on the way. */
async function findBehindLinks(
  { git, objects }: Repository,
  commit: CommitSha,
  file: RepoPath,
  entries: ReadonlyMap<RepoPath, TreeEntry>,
): Promise<Found | null> {
  const tree = await readTree(git, commit);
  const files = await toFileTree(objects, tree, (path) => entries.has(path));
  if (isNothingThere(files, file)) return null;
  const destination = followLinks(files, file);
  switch (destination.kind) {
    case 'file':
      return { oid: tree.get(destination.path)?.oid ?? '', behind: behindOf(destination) };
    case 'directory':
      return { reason: 'directory', behind: destination.links };
    case 'nowhere':
      return { reason: destination.reason, behind: [] };
  }
}

/** Whether the path ends in the open: a link in its place or on the way that leads nowhere is something. */
function isNothingThere(tree: FileTree, file: RepoPath): boolean {
  const names = file.split('/');
  for (let depth = 1; depth < names.length; depth += 1) {
    const above = repoPath(names.slice(0, depth).join('/'));
    const kind = tree.kindOf(above);
    if (kind === null || kind === 'file') return true;
    if (kind === 'submodule') return false;
    if (kind === 'directory') continue;
    const destination = followLinks(tree, above);
    if (destination.kind !== 'directory') return false;
    const rest = names.slice(depth).join('/');
    return isNothingThere(tree, repoPath(destination.path === '' ? rest : `${destination.path}/${rest}`));
  }
  return tree.kindOf(file) === null;
}

const behindOf = ({ path, links }: Extract<Destination, { readonly links: unknown }>) =>
  links.length === 0 ? [] : [...links, path];

/** A tree has no entry of its own among those that are read. Asked in one word, so that no path can be another question. */
async function isDirectoryAt({ objects }: Repository, commit: CommitSha, file: RepoPath): Promise<boolean> {
  if (!isPlainPath(file)) return false;
  const [info] = await objects.readInfo([`${commit}:${file}`]);
  return info?.type === 'tree';
}

const isPlainPath = (file: RepoPath): boolean =>
  /^[^\p{Cc}\p{Cs}:]+$/u.test(file) && file.split('/').every((name) => !['', '.', '..'].includes(name));

/** `a`, `a/b`, `a/b/c`. */
const stepsTo = (file: RepoPath): readonly RepoPath[] =>
  file.split('/').map((_, index, names) => repoPath(names.slice(0, index + 1).join('/')));

const isRegular = ({ mode }: TreeEntry): boolean => mode === '100644' || mode === '100755';

/** The config as it stands on the disk, whether git tracks it or not; as `readConfigs`. */
export async function readConfigOnDisk(topLevel: string, file: RepoPath): Promise<ConfigSource | null> {
  const tree = toDiskTree(topLevel, new Map(), () => false);
  if (isNothingThere(tree, file)) return null;
  const destination = followLinks(tree, file);
  switch (destination.kind) {
    case 'file': {
      const content = (await isTooLarge(topLevel, destination.path))
        ? 'too-large'
        : await readContent(topLevel, destination.path);
      return { content, behind: behindOf(destination) };
    }
    case 'directory':
      return { content: 'directory', behind: destination.links };
    case 'nowhere':
      return { content: destination.reason, behind: [] };
  }
}

async function isTooLarge(topLevel: string, path: RepoPath): Promise<boolean> {
  try {
    return (await stat(pathOnDisk(topLevel, path))).size > MOST_CONFIG_BYTES;
  } catch {
    return false;
  }
}
