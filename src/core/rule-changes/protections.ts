import type { Agent, Rule } from '../definitions/definition.js';
import type { ProtectedPaths } from '../judgement/protected-paths.js';
import { patternKey, type PathIndex } from '../patterns/path-index.js';
import { collectRanges, firstPositions, intersect, type PathSet } from '../patterns/path-set.js';
import { repoPath, type RepoPath } from '../vocabulary.js';
import type { Freed } from './freed.js';
import { resolvedPattern } from './resolved-pattern.js';

/** More protected files below one pattern are not looked at one by one. */
const MOST_LOOKED_AT = 500;

/** What is protected in the trees that are compared. */
interface ProtectedTree {
  readonly places: ProtectedPaths;
  readonly guarded: () => PathSet;
  readonly index: PathIndex;
}

/** The tracked paths that only an OWNS entry which names the place opens to an agent. */
export function protectedPathsIn(index: PathIndex, places: ProtectedPaths): PathSet {
  const ranges = collectRanges();
  for (const [position, path] of index.paths.entries()) {
    if (places.isProtected({ path, before: null, after: null })) ranges.add(position, position + 1);
  }
  return ranges.toSet();
}

/**
 * The OWNS entries that only `to` has and that open protected paths which `from` leaves closed: tracked ones, and the one that
 * a pattern without wildcards names. Where more than 500 lie below a pattern that names their place, a cautious answer
 * tells it even if `from` opens all of the first 500, which alone are counted.
 */
export function protectionsLifted(
  from: Agent,
  to: Agent,
  { places, guarded, index, isCautious }: ProtectedTree & { readonly isCautious: boolean },
): readonly Freed[] {
  const known = new Set(owningRulesOf(from).map(({ rule }) => patternKey(rule.compiled)));
  return owningRulesOf(to).flatMap(({ rule, root, definition }): readonly Freed[] => {
    if (known.has(patternKey(rule.compiled))) return [];
    known.add(patternKey(rule.compiled));
    const alone: Agent = {
      name: to.name,
      definitions: [{ ...definition, sections: [{ kind: 'owns', heading: '', line: 0, rules: [rule] }] }],
    };
    const opens = (path: RepoPath): boolean => places.isSpared(path, alone) && !places.isSpared(path, from);
    const all = intersect(index.matching(rule.compiled), guarded());
    const met = firstPositions(all, MOST_LOOKED_AT);
    const ranges = collectRanges();
    for (const position of met) {
      const path = index.paths[position];
      if (path !== undefined && opens(path)) ranges.add(position, position + 1);
    }
    const paths = ranges.toSet();
    const opensOne = (): boolean =>
      namedBy(rule).some((path) => places.isProtected({ path, before: null, after: null }) && opens(path));
    const mayOpenMore = (): boolean =>
      isCautious &&
      all.count > met.length &&
      met.some((position) => places.isSpared(index.paths[position] ?? root, alone));
    return paths.count === 0 && !opensOne() && !mayOpenMore()
      ? []
      : [
          {
            subject: { kind: 'protected-path', pattern: resolvedPattern(rule, root) },
            ...rule.location,
            paths,
          },
        ];
  });
}

const owningRulesOf = ({ definitions }: Agent) =>
  definitions.flatMap((definition) =>
    definition.sections.flatMap(({ kind, rules }) =>
      kind === 'owns'
        ? rules
            .filter(({ compiled }) => !compiled.negated)
            .map((rule) => ({ rule, definition, root: definition.root }))
        : [],
    ),
  );

/** The paths that a pattern without wildcards is. */
const namedBy = ({ compiled }: Rule): readonly RepoPath[] =>
  compiled.alternatives.flatMap((alternative) => {
    const names = alternative.at(-1)?.kind === 'any-depth' ? alternative.slice(0, -1) : alternative;
    const texts = names.flatMap((segment) => (segment.kind === 'literal' ? [segment.text] : []));
    return texts.length === names.length && texts.length > 0 ? [repoPath(texts.join('/'))] : [];
  });
