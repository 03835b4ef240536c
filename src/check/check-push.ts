import type { Report } from '../core/report.js';
import { OperationalError } from '../operational-error.js';
import type { PushedRef } from '../sources/git/push-lines.js';
import { hasRemoteBranches, resolveDefaultBase, resolveRevisions } from '../sources/git/revisions.js';
import { checkBranch } from './check-branch.js';
import type { OpenRepository } from './open-repository.js';
import type { Settings } from './settings.js';

/** What became of one ref of a push. */
export type PushVerdict =
  | { readonly kind: 'judged'; readonly ref: string; readonly report: Report }
  /** A deletion or a tag brings no commits to a branch; to a remote that has nothing yet there is nothing to compare with. */
  | { readonly kind: 'skipped'; readonly ref: string; readonly why: 'deletion' | 'tag' | 'first-push' };

/**
 * The verdict on what a push brings to a branch, against the default branch of that remote as it was fetched last. Rejects
 * as `resolveDefaultBase` and `checkRange` do.
 */
export async function checkPushedRef(
  opened: OpenRepository,
  { localSha, remoteRef }: PushedRef,
  remote: string,
  settings: Settings,
): Promise<PushVerdict> {
  const { workspaceGit: git, directory } = opened;
  if (localSha === null) return { kind: 'skipped', ref: remoteRef, why: 'deletion' };
  if (remoteRef.startsWith('refs/tags/')) return { kind: 'skipped', ref: remoteRef, why: 'tag' };
  const [head = localSha] = await resolveRevisions(git, directory, [localSha]);
  try {
    const base = await resolveDefaultBase(git, directory, remote);
    return {
      kind: 'judged',
      ref: remoteRef,
      report: await checkBranch(opened, { base, head }, settings, remoteRef),
    };
  } catch (error) {
    const hasNoBase = error instanceof OperationalError && error.code === 'no-default-base';
    if (!hasNoBase || (await hasRemoteBranches(git, remote))) throw error;
    return { kind: 'skipped', ref: remoteRef, why: 'first-push' };
  }
}
