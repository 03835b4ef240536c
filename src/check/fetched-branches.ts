import { OperationalError } from '../operational-error.js';
import { fetchHeldCommits } from '../sources/fetch/held-commits.js';
import { readRemoteTips, type FetchedRange, type FetchOptions } from '../sources/fetch/fetch-range.js';
import { isBranchName, refOfBranch } from '../sources/github/payload.js';
import { toAbsentLine, toUntoldLine } from './log-lines.js';
import type { Branches } from './branches.js';
import { once } from './once.js';

/** The branches of the server's repository, as they stand there now. */
export function createFetchedBranches(
  fetched: FetchedRange,
  defaultBranch: string | null,
  options: FetchOptions,
): Branches {
  return {
    defaultBranch,
    async tip(branch) {
      try {
        const tip = await fetched.fetchTip(refOfBranch(branch));
        if (tip === null) options.log(toAbsentLine(branch));
        return tip;
      } catch (error) {
        if (!(error instanceof OperationalError)) throw error;
        options.log(toUntoldLine(branch, error.message));
        return null;
      }
    },
    held: once(async (branches, { base, head }) => {
      const named = branches.filter(isBranchName);
      const known = await readRemoteTips(options, named.map(refOfBranch));
      const tips = named.flatMap((branch) => known.get(refOfBranch(branch)) ?? []);
      for (const branch of named) if (!known.has(refOfBranch(branch))) options.log(toAbsentLine(branch));
      return tips.length === 0 ? new Set() : fetchHeldCommits(options, { base, head, tips });
    }),
  };
}
