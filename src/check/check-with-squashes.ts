import type { Squash } from '../core/judgement/squashes.js';
import type { Policy } from '../core/policy/policy.js';
import type { Report } from '../core/report.js';
import { OperationalError } from '../operational-error.js';
import type { Api } from '../sources/github/api.js';
import { findStatedSquashes } from './find-squashes.js';
import { toOwnMessageLine } from './log-lines.js';
import type { Open, Opened, Wanted } from './opened.js';
import { findDoubts, type StatedSquash } from './prove-squashes.js';

/** A check that can be made again with squashed commits replaced by those of their pull requests. */
export interface Recheck<Result> {
  readonly run: (opened: Opened, squashes: readonly Squash[]) => Promise<Result>;
  readonly reportOf: (result: Result) => Report;
}

interface SquashWorld {
  readonly open: Open;
  readonly api: Api | null;
  readonly log: (line: string) => void;
}

/**
 * Checks, and where the judged commits hold some that GitHub squashed, checks once more with the own commits of those pull
 * requests in their place. What GitHub states is taken for a hint that the objects must prove. Whatever cannot be stated,
 * fetched or proved leaves the first verdict as it is, with a line in the log; no such failure is one of the check.
 */
export async function checkWithSquashes<Result>(
  { open, api, log }: SquashWorld,
  wanted: Wanted,
  opened: Opened,
  policy: Pick<Policy, 'trailers'>,
  { run, reportOf }: Recheck<Result>,
): Promise<Result> {
  const result = await run(opened, []);
  const stated = await findStatedSquashes(reportOf(result), { api, git: opened.repository.git, log });
  if (stated.length === 0) return result;
  try {
    return await open(toWanted(wanted, opened, stated), async (further) => {
      const doubts = await findDoubts(further.repository, stated, policy);
      for (const [index, { number }] of stated.entries()) {
        const doubt = doubts[index] ?? null;
        if (doubt !== null) log(toOwnMessageLine(number, WORDS[doubt]));
      }
      const squashes = stated.filter((_, index) => doubts[index] === null);
      if (squashes.length === 0) return result;
      const { held } = opened.branches;
      return run({ ...further, branches: { ...further.branches, held } }, squashes);
    });
  } catch (error) {
    if (!(error instanceof OperationalError)) throw error;
    for (const { number } of stated) log(toOwnMessageLine(number, error.message));
    return result;
  }
}

/** All that was there, by name, and the pull requests' own commits up to the same base. */
const toWanted = (wanted: Wanted, { base, head }: Opened, stated: readonly StatedSquash[]): Wanted => ({
  ...wanted,
  base: { kind: 'commit', sha: base },
  baseFallback: null,
  head: { kind: 'commit', sha: head },
  headRef: null,
  others: [
    ...wanted.others,
    ...stated.map(({ number, head: sha }) => ({ sha, ref: `refs/pull/${number}/head` })),
  ],
  pairs: wanted.others.length === 0 ? stated.map(({ parent, head: sha }) => [parent, sha] as const) : null,
  commits: null,
});

const WORDS = {
  'another-tree': 'it does not hold exactly what merging the pull request gives',
  'further-claims': 'it names an agent that no commit of the pull request names',
} as const;
