import type { CommitSha } from '../core/vocabulary.js';
import { readCommitsBeyond } from '../sources/git/first-parents.js';
import { isOfAnother } from '../sources/git/origin.js';
import { findRevisions } from '../sources/git/revisions.js';
import { isBranchName, refOfBranch } from '../sources/github/payload.js';
import type { Answer } from './ask-tips.js';
import { toAbsentLine, toUntoldLine } from './log-lines.js';
import type { Branches, Ends } from './branches.js';
import { once } from './once.js';
import type { OpenRepository } from './open-repository.js';

/** The server that the workspace was cloned from, as far as branches are concerned. */
export interface BranchServer {
  readonly remote: Parameters<typeof isOfAnother>[1];
  ask(refs: readonly string[]): Promise<Answer>;
  /** What `Branches.held` gives, for tips that are not here. */
  fetchHeld(ends: Ends, tips: readonly CommitSha[]): Promise<ReadonlySet<CommitSha>>;
  log(line: string): void;
}

/**
 * The branches of the workspace's repository. With a token they count as they stand at the server now; without one as they
 * were fetched, and without a server, on the command line, also as they stand here.
 */
export function createWorkspaceBranches(
  opened: OpenRepository,
  defaultBranch: string | null,
  server: BranchServer | null,
): Branches {
  const { workspaceGit: git, directory, borrowed } = opened;

  async function ask(branches: readonly string[]): Promise<Answer> {
    return server === null ? { kind: 'untold', reason: 'no token' } : server.ask(branches.map(refOfBranch));
  }

  async function findFetched(branch: string): Promise<CommitSha | null> {
    if (server !== null && (await isOfAnother(git, server.remote))) return null;
    const refs = [`refs/remotes/origin/${branch}`, ...(server === null ? [refOfBranch(branch)] : [])];
    const found = await findRevisions(git, directory, refs);
    return found.find((commit) => commit !== null) ?? null;
  }

  const areHere = async (commits: readonly CommitSha[]): Promise<boolean> =>
    (await findRevisions(git, directory, commits)).every((commit) => commit !== null);

  /** What a failed request leaves open is no reason to trust anything: an old state may hold commits that were dropped. */
  async function findTrusted(branch: string, answer: Answer): Promise<CommitSha | null> {
    switch (answer.kind) {
      case 'told':
        return answer.tips.get(refOfBranch(branch)) ?? null;
      case 'untold':
        return findFetched(branch);
      case 'failed':
        return null;
    }
  }

  async function held(branches: readonly string[], ends: Ends): Promise<ReadonlySet<CommitSha>> {
    const named = branches.filter(isBranchName);
    const answer = await ask(named);
    const found = await Promise.all(named.map((branch) => findTrusted(branch, answer)));
    const tips = found.filter((tip) => tip !== null);
    for (const [index, branch] of named.entries())
      if (found[index] === null)
        server?.log(answer.kind === 'failed' ? toUntoldLine(branch, answer.reason) : toAbsentLine(branch));
    if (tips.length === 0) return new Set();
    if (server !== null && !(await areHere(tips))) return server.fetchHeld(ends, tips);
    const [all, others] = await Promise.all([
      readCommitsBeyond(borrowed.git, ends.head, [ends.base]),
      readCommitsBeyond(borrowed.git, ends.head, [ends.base, ...tips]),
    ]);
    const judged = new Set(others);
    return new Set(all.filter((commit) => !judged.has(commit)));
  }

  return {
    defaultBranch,
    async tip(branch) {
      const answer = await ask([branch]);
      const told = answer.kind === 'told' ? answer.tips.get(refOfBranch(branch)) : undefined;
      const tip = told !== undefined && (await areHere([told])) ? told : await findFetched(branch);
      if (tip === null) server?.log(toAbsentLine(branch));
      return tip;
    },
    held: once(held),
  };
}
