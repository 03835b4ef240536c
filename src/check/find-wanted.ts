import type { CommitSha } from '../core/vocabulary.js';
import { OperationalError } from '../operational-error.js';
import type { FetchOptions } from '../sources/fetch/fetch-range.js';
import { isOfAnother } from '../sources/git/origin.js';
import { findRevisions, resolveFetchedTip } from '../sources/git/revisions.js';
import type { Revision } from '../sources/github/target.js';
import { askForTips, type Answer, type Tips } from './ask-tips.js';
import type { Opened, Wanted } from './opened.js';
import type { OpenRepository } from './open-repository.js';

/**
 * What is wanted, in the workspace's repository. A ref counts as it stands at the remote now, else as it was fetched in this
 * run. Rejects with `incomplete-history` where one of the commits is not there, and where only the clone of another repository
 * could say what a ref is.
 */
export async function findWanted(
  opened: OpenRepository,
  { base, baseFallback, head, headRef, others }: Wanted,
  options: FetchOptions | null,
): Promise<Pick<Opened, 'base' | 'head' | 'headTip'>> {
  const named = [base, head].flatMap((revision) => (revision.kind === 'commit' ? [revision.sha] : []));
  await requireCommits(opened, [...named, ...others.map(({ sha }) => sha)]);
  const refs = [base, head].flatMap((revision) => (revision.kind === 'tip' ? [revision.ref] : []));
  const tips = await readTips(options, refs, headRef);
  const untold = refs.find((ref) => !tips.has(ref));
  if (untold !== undefined && options !== null && (await isOfAnother(opened.workspaceGit, options.remote))) {
    throw new OperationalError('incomplete-history', untold);
  }
  return {
    base: await resolve(opened, base, tips, baseFallback),
    head: await resolve(opened, head, tips, null),
    headTip: headRef === null ? null : (tips.get(headRef) ?? null),
  };
}

async function requireCommits(
  { workspaceGit, directory }: OpenRepository,
  names: readonly CommitSha[],
): Promise<readonly CommitSha[]> {
  const found = await findRevisions(workspaceGit, directory, names);
  return found.map((commit, index) => {
    if (commit === null) throw new OperationalError('incomplete-history', names[index]);
    return commit;
  });
}

/** An annotated tag is resolved to its commit. */
async function resolve(
  opened: OpenRepository,
  revision: Revision,
  tips: Tips,
  snapshot: CommitSha | null,
): Promise<CommitSha> {
  const { workspaceGit, directory, borrowed } = opened;
  const named = revision.kind === 'commit' ? revision.sha : tips.get(revision.ref);
  const [commit] = named === undefined ? [] : await requireCommits(opened, [named]);
  if (commit !== undefined) return commit;
  const ref = revision.kind === 'commit' ? revision.sha : revision.ref;
  return resolveFetchedTip(workspaceGit, directory, borrowed.git, { ref, snapshot });
}

async function readTips(
  options: FetchOptions | null,
  refs: readonly string[],
  headRef: string | null,
): Promise<Tips> {
  const asked = headRef === null ? refs : [...refs, headRef];
  const answer: Answer = asked.length === 0 ? NOTHING_ASKED : await askForTips(options, asked);
  const tips = answer.kind === 'told' ? answer.tips : NOTHING_ASKED.tips;
  const reason = answer.kind === 'told' ? 'no such ref' : answer.reason;
  if (answer.kind !== 'untold') for (const ref of refs) if (!tips.has(ref)) options?.log(toLine(ref, reason));
  return tips;
}

const NOTHING_ASKED: Extract<Answer, { readonly kind: 'told' }> = { kind: 'told', tips: new Map() };

const toLine = (ref: string, reason: string): string =>
  `The tip of ${ref.replace('refs/heads/', '')} could not be asked (${reason}); the one that was checked out counts.`;
