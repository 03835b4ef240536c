import type { AttributedCommit } from '../attribution/attribute.js';
import type { OwnChange, TreeEntry } from '../history.js';
import type { PathViolation } from '../violation.js';
import type { CommitSha, RepoPath } from '../vocabulary.js';
import type { Lineage } from './lineage.js';

/** An entry as a small number, so that states are compared a million times at little cost. */
export type State = number;

/** What one commit did to the path itself, and what it was found against for. */
export interface Step {
  /** The commit's place in the range. */
  readonly index: number;
  readonly change: OwnChange;
  readonly before: State;
  readonly after: State;
  readonly isForbidden: boolean;
  /** Found against with a mere warning, `read-only-path`. */
  readonly isReadOnly: boolean;
  /** Found against for a place or a name that no rule gives away; that weighs nothing against what a rule forbids. */
  readonly isMinor: boolean;
  /** Names agents that the base defines and nobody unknown, and broke no rule. */
  readonly answersForItself: boolean;
}

/** What happened to one path in the range. */
export interface Course {
  readonly path: RepoPath;
  /** Parents before children. */
  readonly steps: readonly Step[];
  readonly stateOf: (entry: TreeEntry | null) => State;
  /** A number that two states share whose content is the same, whatever their modes. */
  readonly contentOf: (state: State) => number;
}

export type Weight = 'forbidden' | 'readOnly' | 'minor';

/** How a finding weighs where one change takes another one back. */
export function weightOf(code: PathViolation['code']): Weight {
  switch (code) {
    case 'forbidden-path':
    case 'definition-edit':
      return 'forbidden';
    case 'read-only-path':
      return 'readOnly';
    case 'outside-owns':
    case 'case-collision':
      return 'minor';
  }
}

/** The course of every path that a finding is about. */
export function traceCourses(
  violations: readonly PathViolation[],
  attributed: readonly AttributedCommit[],
  lineage: Lineage,
): ReadonlyMap<RepoPath, Course> {
  const named = new Set(attributed.filter(isNamed).map(({ commit }) => commit.sha));
  const findings = new Map<RepoPath, PathViolation[]>();
  for (const violation of violations) {
    const earlier = findings.get(violation.path);
    if (earlier === undefined) findings.set(violation.path, [violation]);
    else earlier.push(violation);
  }
  return new Map([...findings].map(([path, found]) => [path, traceCourse(path, found, named, lineage)]));
}

/** A commit that answers for itself: agents that the base defines, and none that nobody knows. */
const isNamed = ({ agents, unknown }: AttributedCommit): boolean =>
  agents.length > 0 && unknown.length === 0 && agents.every(({ provisional }) => !provisional);

function traceCourse(
  path: RepoPath,
  findings: readonly PathViolation[],
  named: ReadonlySet<CommitSha>,
  lineage: Lineage,
): Course {
  const found: Readonly<Record<Weight, Set<CommitSha>>> = {
    forbidden: new Set(),
    readOnly: new Set(),
    minor: new Set(),
  };
  for (const { code, commit } of findings) found[weightOf(code)].add(commit);
  const states = createStates();
  const steps = lineage.changesOf(path).flatMap(({ index, change }): readonly Step[] => {
    const sha = lineage.history.commits[index]?.sha;
    if (sha === undefined) return [];
    const [isForbidden, isReadOnly] = [found.forbidden.has(sha), found.readOnly.has(sha)];
    return [
      {
        index,
        change,
        before: states.stateOf(change.before),
        after: states.stateOf(change.after),
        isForbidden,
        isReadOnly,
        isMinor: found.minor.has(sha),
        answersForItself: named.has(sha) && !isForbidden && !isReadOnly,
      },
    ];
  });
  return { path, steps, ...states };
}

function createStates(): Pick<Course, 'stateOf' | 'contentOf'> {
  const states = new Map<string, State>();
  const contents = new Map<string, number>();
  const contentOf: number[] = [];
  return {
    stateOf(entry) {
      const key = entry === null ? '' : `${entry.mode} ${entry.oid}`;
      const known = states.get(key);
      if (known !== undefined) return known;
      const oid = entry?.oid ?? '';
      const content = contents.get(oid) ?? contents.size;
      contents.set(oid, content);
      states.set(key, contentOf.length);
      return contentOf.push(content) - 1;
    },
    contentOf: (state) => contentOf[state] ?? -1,
  };
}
