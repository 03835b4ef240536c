/**
 * Whether a text may hold a `git commit` that `readCommand` understands: where this says no, `readCommand` gives no commits.
 * Costs one look for six letters, so that nobody loads a parser for `ls`.
 *
 * A no does not say that nothing commits. `git com""mit`, `git $x`, an alias, a script or `git merge` are never understood for
 * certain, with or without the letters: only a look at HEAD before and after sees them.
 */
export function mayCommit(text: string): boolean {
  return text.includes('commit');
}
