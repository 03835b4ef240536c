import type { AttributedCommit } from '../attribution/attribute.js';
import { hasDivider, rewritingOf } from '../attribution/rewriting.js';
import { isLink, statusOf, type Change, type History } from '../history.js';
import { levelOf, type Policy } from '../policy/policy.js';
import type { Violation } from '../violation.js';
import type { AgentName, CommitSha, RepoPath } from '../vocabulary.js';
import type { Law, LawAtHand } from './judge.js';
import { rulingOnChange } from './ruling-on-change.js';

/** A commit that nobody answers for, with its changes of paths that some agent cannot touch. */
export interface UnattributedWork {
  readonly commit: CommitSha;
  readonly changes: readonly Pick<Unattributed, 'path' | 'status' | 'deniedTo'>[];
}

type Unattributed = Extract<Violation, { readonly code: 'unattributed-commit' }>;

/**
 * The commits without a claim, of no listed person or bot, that change a path which an agent of the base cannot touch. A
 * merge that git could have made alone has no changes of its own, and a shared path is denied to nobody. Looks at nothing while `unattributed-commit` is off.
 */
export function findUnattributed(
  attributed: readonly AttributedCommit[],
  law: LawAtHand,
): readonly UnattributedWork[] {
  if (levelOf(law.policy, 'unattributed-commit', null) === 'off') return [];
  const deniedTo = createDenials(law);
  return attributed.flatMap(({ commit, kind, isVouchedFor }) => {
    if (isVouchedFor || (kind !== 'person' && kind !== 'anonymous')) return [];
    const changes = commit.changes.flatMap((change) => {
      const names = deniedTo(change);
      return names.length === 0 || law.shared.opening(change) !== null
        ? []
        : [{ path: change.path, status: statusOf(change), deniedTo: names }];
    });
    return changes.length === 0 ? [] : [{ commit: commit.sha, changes }];
  });
}

/** The agents that cannot touch a change; what the path alone decides is asked once. */
function createDenials({ roster, tracked, rulings }: Law): (change: Change) => readonly AgentName[] {
  const known = new Map<RepoPath, readonly AgentName[]>();
  return (change) => {
    const isPlain = !isLink(change.before) && !isLink(change.after);
    const earlier = isPlain ? known.get(change.path) : undefined;
    if (earlier !== undefined) return earlier;
    const names =
      (isPlain ? rulings?.denied(change.path) : null) ??
      roster.agents
        .filter((agent) => rulingOnChange(agent, change, tracked).verdict === 'cannot-touch')
        .map(({ name }) => name);
    if (isPlain) known.set(change.path, names);
    return names;
  };
}

/** One finding for each commit of which something is left in the head: work that is gone needs nobody to answer for it. */
export function settleUnattributed(
  works: readonly UnattributedWork[],
  { commits, netChanges }: History,
  policy: Law['policy'] & Pick<Policy, 'trailers'>,
): readonly Unattributed[] {
  const severity = levelOf(policy, 'unattributed-commit', null);
  if (severity === 'off' || works.length === 0) return [];
  const bySha = new Map(commits.map((commit) => [commit.sha, commit]));
  const rewriting = rewritingOf(commits);
  const brought = new Set(netChanges.flatMap((changes) => changes.map(({ path }) => path)));
  return works.flatMap(({ commit, changes }) => {
    const left = changes.filter(({ path }) => brought.has(path));
    const [first] = left.toSorted((one, other) => (one.path < other.path ? -1 : 1));
    const made = bySha.get(commit);
    if (first === undefined || made === undefined) return [];
    return [
      {
        code: 'unattributed-commit',
        severity,
        commit,
        ...first,
        paths: left.length,
        key: policy.trailers[0] ?? 'Agent',
        hasDivider: hasDivider(made),
        ...rewriting(made),
        waivedBy: null,
      },
    ];
  });
}
