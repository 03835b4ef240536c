import { lstatSync, readdirSync, readFileSync, type Dirent } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { literalPrefix } from '../../core/patterns/alternatives.js';
import type { CompiledPattern } from '../../core/patterns/compiled-pattern.js';
import { repoPath, type RepoPath } from '../../core/vocabulary.js';
import { mayHoldDefinitions, type IsDefinitionPath } from '../git/definition-files.js';
import { pathOnDisk, toFileTree } from '../git/disk-files.js';
import { readIndex } from '../git/index-file.js';
import { followLinks, type FileKind } from '../git/links.js';
import type { Place } from './places.js';

type Kind = FileKind | 'untracked';

/** Where definitions may be, besides where git tracks them. */
export interface Search {
  readonly isDefinitionPath: IsDefinitionPath;
  /** The patterns of definition files, compiled. */
  readonly patterns: readonly CompiledPattern[];
  /** Directories that the search begins in and goes up from, absolute and real. */
  readonly from: readonly string[];
}

/** The files among which the definitions are. */
export interface Listing {
  readonly files: ReadonlyMap<RepoPath, Kind>;
  /** False where git has to be asked as well. */
  readonly isWhole: boolean;
}

/** A directory of definitions does not hold more; what a link leads to might. */
const MOST_FILES = 5_000;

/**
 * The files among which all definitions are that matter here, without asking git: those that it tracks anywhere, and those that
 * lie on the disk, tracked or not, in the places of the directories from which the search goes up. (A definition somewhere else
 * speaks of paths below that place only.) Not whole where git's index cannot be read without git, or a place holds more than
 * 5,000 files.
 */
export function listDefinitions(
  { topLevel, gitDir, commonDir }: Place,
  { isDefinitionPath, patterns, from }: Search,
): Listing {
  const ending = patterns.every(endsWithMd) ? '.md' : '';
  const tracked = readIndex(join(gitDir, 'index'), { ending, objectBytes: objectBytesOf(commonDir) });
  if (tracked === null) return { files: new Map(), isWhole: false };
  const listed = new Map<RepoPath, Kind>();
  for (const [path, kind] of tracked) {
    const mayMatter = kind === 'file' ? isDefinitionPath(path) : true;
    if (mayMatter && (kind !== 'file' || exists(topLevel, path))) listed.set(path, kind);
  }
  const add = (path: string): void => {
    const known = repoPath(path);
    if (!listed.has(known)) listed.set(known, 'untracked');
  };
  const found = startingPoints(patterns, topLevel, from).map(([base, names]) =>
    addBelow(topLevel, base, names, add),
  );
  found.push(addBehindLinks(topLevel, listed, isDefinitionPath, add));
  return { files: listed, isWhole: !found.includes(false) };
}

const endsWithMd = ({ negated, alternatives }: CompiledPattern): boolean =>
  negated ||
  alternatives.every((alternative) => {
    const last = alternative.findLast(({ kind }) => kind !== 'any-depth');
    return last !== undefined && 'text' in last && last.text.endsWith('.md');
  });

/** The directories that the patterns name: at the root, or, for those of any depth, in each directory upwards. */
function startingPoints(
  patterns: readonly CompiledPattern[],
  topLevel: string,
  from: readonly string[],
): readonly (readonly [string, readonly string[]])[] {
  const upwards = [...new Set(from.flatMap((directory) => directoriesUp(topLevel, directory)))];
  return patterns
    .filter(({ negated }) => !negated)
    .flatMap(({ alternatives }) => alternatives)
    .flatMap((alternative) => {
      const floats = alternative[0]?.kind === 'any-depth';
      const names = literalPrefix(floats ? alternative.slice(1) : alternative);
      return (floats ? upwards : ['']).map((base) => [base, names] as const);
    });
}

/** `a/b`, `a` and the root, for a directory in the tree; only the root for one outside. */
function directoriesUp(topLevel: string, directory: string): readonly string[] {
  const names = relative(topLevel, directory).split(sep);
  if (names[0] === '' || names[0] === '..') return [''];
  return ['', ...names.map((_, index) => names.slice(0, index + 1).join('/'))];
}

/**
 * Follows the names down; a link on the way is added itself, and what is at the end with all that lies below it. False where
 * that was too much.
 */
function addBelow(
  topLevel: string,
  base: string,
  names: readonly string[],
  add: (path: string) => void,
): boolean {
  let here = base;
  for (const name of names) {
    here = here === '' ? name : `${here}/${name}`;
    const stats = lstatSync(pathOnDisk(topLevel, repoPath(here)), { throwIfNoEntry: false });
    if (stats === undefined) return true;
    if (!stats.isDirectory()) {
      add(here);
      return true;
    }
  }
  return addFiles(topLevel, here, names.length > 0, add);
}

function addFiles(topLevel: string, directory: string, deep: boolean, add: (path: string) => void): boolean {
  const ahead = [directory];
  let left = MOST_FILES;
  for (let here = ahead.pop(); here !== undefined; here = ahead.pop()) {
    for (const entry of entriesOf(topLevel, here)) {
      const path = here === '' ? entry.name : `${here}/${entry.name}`;
      if (entry.isDirectory()) {
        if (deep && entry.name !== '.git') ahead.push(path);
      } else {
        left -= 1;
        if (left < 0) return false;
        add(path);
      }
    }
  }
  return true;
}

/** What links that may hold definitions lead to: directories whose files nothing else would list. False as above. */
function addBehindLinks(
  topLevel: string,
  listed: ReadonlyMap<RepoPath, Kind>,
  isDefinitionPath: IsDefinitionPath,
  add: (path: string) => void,
): boolean {
  let isWhole = true;
  const tree = toFileTree(topLevel, listed, isDefinitionPath);
  for (const [path, kind] of [...tree.files()]) {
    if (kind !== 'link' || !mayHoldDefinitions(path, isDefinitionPath)) continue;
    const destination = followLinks(tree, path);
    if (destination.kind === 'directory')
      isWhole = addFiles(topLevel, destination.path, true, add) && isWhole;
  }
  return isWhole;
}

function entriesOf(topLevel: string, directory: string): readonly Dirent[] {
  try {
    return readdirSync(join(topLevel, directory), { withFileTypes: true });
  } catch {
    return [];
  }
}

const exists = (topLevel: string, path: RepoPath): boolean =>
  lstatSync(pathOnDisk(topLevel, path), { throwIfNoEntry: false }) !== undefined;

const SHA256 = /^\s*objectformat\s*=\s*"?sha256/im;

function objectBytesOf(commonDir: string): number {
  try {
    return SHA256.test(readFileSync(join(commonDir, 'config'), 'utf8')) ? 32 : 20;
  } catch {
    return 20;
  }
}
