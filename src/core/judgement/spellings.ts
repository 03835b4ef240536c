import type { RepoPath } from '../vocabulary.js';

/** Tracked paths by how they are spelled. */
export interface Spellings {
  /** The tracked paths that differ from this one in nothing but case and Unicode form of their last name; itself too. */
  like(path: string): readonly string[];
  /** Whether the first tree has a file or directory there, in this spelling. */
  isEstablished(path: string): boolean;
}

/** More spellings of one name would only make the search longer. */
const MOST_SPELLINGS = 8;

/** What may look otherwise when case is ignored. */
const FOLDS = /[A-Z\u0080-\uffff]/;

/** The same for names that a file system which ignores case (and Unicode's form) takes for one. */
export const foldCase = (name: string): string =>
  FOLDS.test(name) ? name.normalize('NFC').toUpperCase().toLowerCase() : name;

/** Indexes the names of trees; nothing is read before somebody asks. */
export function createSpellings(readTrees: () => readonly (readonly RepoPath[])[]): Spellings {
  let names: ReadonlyMap<string, Spelled> | null = null;
  let established: ReadonlySet<string> | null = null;
  return {
    like: (path) => {
      names ??= namesByFold(readTrees());
      const found = names.get(foldName(path));
      return found === undefined ? NONE : typeof found === 'string' ? [found] : found;
    },
    isEstablished: (path) => (established ??= new Set(placesIn(readTrees().slice(0, 1)))).has(path),
  };
}

const NONE: readonly string[] = [];

/** The path with its last name as case does not matter; the same text where it is written so. */
function foldName(path: string): string {
  if (!FOLDS.test(path)) return path;
  const start = path.lastIndexOf('/') + 1;
  return path.slice(0, start) + foldCase(path.slice(start));
}

/** One spelling, as nearly all paths have, or several. */
type Spelled = string | readonly string[];

function namesByFold(trees: readonly (readonly RepoPath[])[]): ReadonlyMap<string, Spelled> {
  const spelled = new Map<string, Spelled>();
  for (const path of placesIn(trees)) {
    const key = foldName(path);
    const known = spelled.get(key);
    if (known === path) continue;
    if (known === undefined) spelled.set(key, path);
    else if (typeof known === 'string') spelled.set(key, [known, path]);
    else if (known.length < MOST_SPELLINGS && !known.includes(path)) spelled.set(key, [...known, path]);
  }
  return spelled;
}

/** Every path and every directory above one; directories of neighbours once. */
function* placesIn(trees: readonly (readonly RepoPath[])[]): Generator<string> {
  const directories = new Set<string>();
  for (const tree of trees) {
    for (const path of tree) {
      yield path;
      for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
        const directory = path.slice(0, slash);
        if (directories.has(directory)) break;
        directories.add(directory);
        yield directory;
      }
    }
  }
}
