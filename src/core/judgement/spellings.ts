import type { RepoPath } from '../vocabulary.js';

/** Tracked names by how they are spelled. */
export interface Spellings {
  /** The names in a directory (empty for the root) that equal this one but for case and Unicode form; itself too. */
  like(directory: string, name: string): readonly string[];
  /** Whether the first tree has a file or directory there, in this spelling. */
  isEstablished(path: string): boolean;
}

/** More spellings of one name would only make the search longer. */
const MOST_SPELLINGS = 8;

/** Plain ASCII needs no look at Unicode. */
const ASCII = /^[\0-\x7f]*$/;

/** The same for names that a file system which ignores case (and Unicode's form) takes for one. */
export const foldCase = (name: string): string =>
  ASCII.test(name) ? name.toLowerCase() : name.normalize('NFC').toUpperCase().toLowerCase();

/** Indexes the names of trees; nothing is read before somebody asks. */
export function createSpellings(readTrees: () => readonly (readonly RepoPath[])[]): Spellings {
  let names: ReadonlyMap<string, readonly string[]> | null = null;
  let established: ReadonlySet<string> | null = null;
  return {
    like: (directory, name) =>
      (names ??= namesByFold(readTrees())).get(`${directory}/${foldCase(name)}`) ?? [],
    isEstablished: (path) => (established ??= new Set(placesIn(readTrees().slice(0, 1)))).has(path),
  };
}

function namesByFold(trees: readonly (readonly RepoPath[])[]): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const place of placesIn(trees)) {
    const slash = place.lastIndexOf('/');
    const name = place.slice(slash + 1);
    const key = `${place.slice(0, Math.max(0, slash))}/${foldCase(name)}`;
    const known = names.get(key);
    if (known === undefined) names.set(key, [name]);
    else if (known.length < MOST_SPELLINGS && !known.includes(name)) known.push(name);
  }
  return names;
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
