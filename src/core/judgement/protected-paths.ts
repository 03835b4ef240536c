import type { Agent } from '../definitions/definition.js';
import { literalPrefix } from '../patterns/alternatives.js';
import type { Alternative, CompiledPattern } from '../patterns/compiled-pattern.js';
import { compilePattern } from '../patterns/dialect.js';
import { isLink, type Change } from '../history.js';
import { DEFAULT_CONFIG_PATH } from '../policy/policy.js';
import { repoPath, type RepoPath } from '../vocabulary.js';
import { owningRules } from './ruling.js';

/** What steers agents or this check itself, beside the definitions: an agent needs an explicit OWNS rule to change it. */
const STEERING_FILES = [
  DEFAULT_CONFIG_PATH,
  '**/.claude/settings*.json',
  '**/.claude/hooks/**',
  '.github/workflows/**',
  '/CODEOWNERS',
  '.github/CODEOWNERS',
  'docs/CODEOWNERS',
  '/.gitmodules',
];

/** A link in its place brings other definitions, settings and hooks. */
const CLAUDE_DIRECTORY = /(?:^|\/)\.claude$/;

export interface ProtectedPaths {
  /** Whether a change is a `definition-edit` for everyone whom no OWNS rule spares; also a link in place of a directory. */
  isProtected(change: Change): boolean;
  /**
   * Whether an OWNS rule of the agent names the place on purpose: its literal beginning reaches into the protected directory,
   * or it is the path. A wide rule such as `**` spares nobody.
   */
  isSpared(path: RepoPath, agent: Agent): boolean;
}

/** What the policy protects beside what always is. */
export interface FurtherProtection {
  /** Patterns, each of which asks for an OWNS rule that names its own directory. */
  readonly patterns: readonly string[];
  /** The config in use, where it is not the usual one. */
  readonly config: RepoPath | null;
}

const NOTHING_FURTHER: FurtherProtection = { patterns: [], config: null };

/**
 * The protected paths: definitions (by their patterns), their link targets, the files that steer agents and CI, and what the
 * policy adds.
 */
export function createProtectedPaths(
  definitionPatterns: readonly string[],
  isDefinitionPath: (path: RepoPath) => boolean,
  linkTargets: ReadonlySet<RepoPath>,
  { patterns, config }: FurtherProtection = NOTHING_FURTHER,
): ProtectedPaths {
  const steering = steeringPatterns();
  const usual = [...steering, ...definitionPatterns.flatMap(compileOrNothing)];
  const further = patterns.flatMap(compileOrNothing);
  const all = [...usual, ...further];
  const isUsual = (path: RepoPath): boolean =>
    isDefinitionPath(path) ||
    linkTargets.has(path) ||
    path === config ||
    steering.some((pattern) => pattern.matches(path));
  const known = new Map<RepoPath, boolean>();
  // In a long history the same files are changed again and again.
  const isNamed = (path: RepoPath): boolean => {
    const earlier = known.get(path);
    if (earlier !== undefined) return earlier;
    const named = isUsual(path) || further.some((pattern) => pattern.matches(path));
    known.set(path, named);
    return named;
  };
  return {
    isProtected: ({ path, before, after }) =>
      isNamed(path) ||
      ((isLink(before) || isLink(after)) &&
        (CLAUDE_DIRECTORY.test(path) ||
          config?.startsWith(`${path}/`) === true ||
          all.some((pattern) => pattern.coversLink(path)))),
    isSpared(path, agent) {
      const owning = owningRules(agent, path).flatMap(({ compiled }) => compiled.alternatives);
      if (owning.some((alternative) => isThePath(alternative, path))) return true;
      const isReached = (by: readonly CompiledPattern[]): boolean =>
        directoriesOf(by, path).some((directory) =>
          owning.some((alternative) => reachesInto(alternative, directory)),
        );
      const asking = further.filter((pattern) => pattern.matches(path));
      const isOnlyFurther = asking.length > 0 && !isUsual(path);
      return (isOnlyFurther || isReached(usual)) && asking.every((pattern) => isReached([pattern]));
    },
  };
}

/** The patterns of what steers agents or this check itself, beside the definitions. */
export const steeringPatterns = (): readonly CompiledPattern[] => STEERING_FILES.flatMap(compileOrNothing);

function compileOrNothing(written: string): readonly CompiledPattern[] {
  const result = compilePattern(written, { section: 'owns', root: repoPath('') });
  return result.ok && !result.pattern.negated ? [result.pattern] : [];
}

const directoriesOf = (
  patterns: readonly CompiledPattern[],
  path: RepoPath,
): readonly (readonly string[])[] =>
  patterns
    .filter((pattern) => pattern.matches(path))
    .flatMap(({ alternatives }) => alternatives.flatMap((alternative) => directoryOf(alternative, path)));

/**
 * The directory that a protecting pattern names, as it stands in the path: `a/.claude/agents` for `a/.claude/agents/b/c.md`.
 * A pattern of one file names none: only an OWNS rule that is the path spares it. One without a wildcard that stands for a
 * directory above the path names that.
 */
function directoryOf(alternative: Alternative, path: RepoPath): readonly (readonly string[])[] {
  const isOneName = alternative.every(({ kind }) => kind !== 'glob');
  const floating = alternative[0]?.kind === 'any-depth';
  const named = literalPrefix(floating ? alternative.slice(1) : alternative);
  const segments = path.split('/');
  for (let start = 0; start <= (floating ? segments.length : 0); start += 1) {
    if (named.length === 0 || !named.every((name, offset) => segments[start + offset] === name)) continue;
    const end = start + named.length;
    if (isOneName && (end === segments.length || named.length < countNames(alternative))) return [];
    return [segments.slice(0, end)];
  }
  return [];
}

const countNames = (alternative: Alternative): number =>
  alternative.filter(({ kind }) => kind !== 'any-depth').length;

const reachesInto = (alternative: Alternative, directory: readonly string[]): boolean => {
  const names = literalPrefix(alternative);
  return directory.every((name, index) => names[index] === name);
};

function isThePath(alternative: Alternative, path: RepoPath): boolean {
  const named = alternative.filter((segment) => segment.kind !== 'any-depth');
  return (
    named.every((segment) => segment.kind === 'literal') &&
    named.map((segment) => segment.text).join('/') === path
  );
}
