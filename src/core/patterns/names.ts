import type { RepoPath } from '../vocabulary.js';

let last: { readonly path: string; readonly names: readonly string[] } | undefined;

/** The names of a path in Unicode's form NFC. The last answer is kept, as a path is asked about for many patterns in a row. */
export function namesOf(path: RepoPath): readonly string[] {
  if (last?.path !== path) last = { path, names: path.normalize('NFC').split('/') };
  return last.names;
}
