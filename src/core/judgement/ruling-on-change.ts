import type { Agent } from '../definitions/definition.js';
import { isLink, type Change } from '../history.js';
import { ruling, rulingBy, type Ruling } from './ruling.js';
import type { RepoPath } from '../vocabulary.js';
import type { TrackedPaths } from './tracked-paths.js';

const kept = new WeakMap<Agent, Map<RepoPath, Ruling>>();

/** In a long history an agent changes the same files again and again. */
function rulingOnce(agent: Agent, path: RepoPath): Ruling {
  const rulings = kept.get(agent) ?? new Map<RepoPath, Ruling>();
  if (rulings.size === 0) kept.set(agent, rulings);
  const earlier = rulings.get(path);
  if (earlier !== undefined) return earlier;
  const found = ruling(agent, path);
  rulings.set(path, found);
  return found;
}

/**
 * The ruling on a change. A submodule or symbolic link stands for what lies below it: where one comes, goes or moves, the
 * tracked paths below count, and so do the patterns that lead through it.
 */
export function rulingOnChange(agent: Agent, change: Change, tracked: TrackedPaths): Ruling {
  const own = rulingOnce(agent, change.path);
  if (own.verdict === 'cannot-touch' || !(isLink(change.before) || isLink(change.after))) return own;
  const through = rulingBy(agent, ({ compiled, section }) =>
    section === 'cannot-touch' && !compiled.negated
      ? compiled.coversLink(change.path)
      : compiled.matches(change.path),
  );
  if (through.verdict === 'cannot-touch') return through;
  for (const path of tracked.below(change.path)) {
    const below = ruling(agent, path);
    if (below.verdict === 'cannot-touch') return below;
  }
  return own;
}
