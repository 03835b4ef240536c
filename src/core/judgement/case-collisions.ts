import type { Agent, Rule } from '../definitions/definition.js';
import type { Change } from '../history.js';
import { repoPath, type RepoPath } from '../vocabulary.js';
import type { ProtectedPaths } from './protected-paths.js';
import { rulingOnChange } from './ruling-on-change.js';
import type { SharedPaths } from './shared-paths.js';
import { foldCase } from './spellings.js';
import type { TrackedPaths } from './tracked-paths.js';

/** A denied path that an added one equals but for case, and the rule; `null` for a protected path. */
export interface Collision {
  readonly path: RepoPath;
  readonly rule: Rule | null;
}

interface Places {
  readonly tracked: TrackedPaths;
  readonly protectedPaths: ProtectedPaths;
  readonly shared: SharedPaths;
}

/** What an agent cannot add because a file system that ignores case would take it for something denied. */
export type FindCollision = (change: Change, agent: Agent) => Collision | null;

/** More spellings of one path would only make the search longer. */
const MOST_SPELLINGS = 8;

/**
 * Finds the denied path that an added one equals but for case and Unicode form. Its spelling is taken directory by directory
 * from the tracked names, and, where the name is new, from the literal names in the agent's CANNOT TOUCH.
 */
export function createFindCollision({ tracked, protectedPaths, shared }: Places): FindCollision {
  const spellers = new Map<Agent, (path: string) => readonly string[]>();
  const spellerOf = (agent: Agent): ((path: string) => readonly string[]) => {
    const known = spellers.get(agent);
    if (known !== undefined) return known;
    const speller = createSpeller(tracked, deniedNames(agent));
    spellers.set(agent, speller);
    return speller;
  };
  const find: FindCollision = (change, agent) => {
    for (const spelling of spellerOf(agent)(change.path).toReversed()) {
      if (spelling === change.path) continue;
      const other = { ...change, path: repoPath(spelling) };
      if (shared.opening(other) !== null) continue;
      const { verdict, rule } = rulingOnChange(agent, other, tracked);
      if (verdict === 'cannot-touch') return { path: other.path, rule };
      if (protectedPaths.isProtected(other) && !protectedPaths.isSpared(other.path, agent))
        return { path: other.path, rule: null };
    }
    return null;
  };
  return (change, agent) => {
    const found = change.before === null ? find(change, agent) : null;
    return found === null || tracked.isEstablished(change.path) ? null : found;
  };
}

/** The spellings under which a path may be known, itself first, the most familiar last; those of a directory are worked out once. */
function createSpeller(
  tracked: TrackedPaths,
  denied: ReadonlyMap<string, readonly string[]>,
): (path: string) => readonly string[] {
  const known = new Map<string, readonly string[]>([['', ['']]]);
  const spell = (path: string): readonly string[] => {
    const slash = path.lastIndexOf('/');
    const above = slash < 0 ? '' : path.slice(0, slash);
    const name = path.slice(slash + 1);
    const directories = spellDirectory(above);
    const literal = denied.get(foldCase(name));
    if (literal === undefined && directories.length === 1) {
      const others = tracked.like(path);
      if (others.length === 0 || (others.length === 1 && others[0] === path)) return [path];
    }
    const found = new Set<string>();
    for (const directory of directories) {
      const beginning = directory === '' ? '' : `${directory}/`;
      const own = beginning + name;
      found.add(own);
      for (const other of tracked.like(own)) found.add(other);
      if (literal === undefined || tracked.isEstablished(own)) continue;
      for (const other of literal) found.add(beginning + other);
    }
    return [...found].slice(0, MOST_SPELLINGS);
  };
  const spellDirectory = (directory: string): readonly string[] => {
    const earlier = known.get(directory);
    if (earlier !== undefined) return earlier;
    const spellings = spell(directory);
    known.set(directory, spellings);
    return spellings;
  };
  return spell;
}

/** The literal names in the patterns that an agent cannot touch, by what they are when case is ignored. */
function deniedNames(agent: Agent): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, Set<string>>();
  for (const { compiled, section } of agent.definitions
    .flatMap(({ sections }) => sections)
    .flatMap(({ rules }) => rules)) {
    if (section !== 'cannot-touch' || compiled.negated) continue;
    for (const segment of compiled.alternatives.flat()) {
      if (segment.kind !== 'literal') continue;
      const folded = foldCase(segment.text);
      names.set(folded, (names.get(folded) ?? new Set<string>()).add(segment.text));
    }
  }
  return new Map([...names].map(([folded, spellings]) => [folded, [...spellings]]));
}
