import type { Report } from '../core/report.js';
import type { CommitSha } from '../core/vocabulary.js';
import { OperationalError } from '../operational-error.js';
import { readParents } from '../sources/git/first-parents.js';
import type { Git } from '../sources/git/run.js';
import type { Api } from '../sources/github/api.js';
import { readMergedPullRequest } from '../sources/github/merged-pull-request.js';
import { toOwnMessageLine } from './log-lines.js';
import type { StatedSquash } from './prove-squashes.js';

/** One request each: a workflow's token has 1,000 an hour for the whole repository. */
const MOST_LOOK_UPS = 20;

interface SquashWorld {
  readonly api: Api | null;
  readonly git: Git;
  readonly log: (line: string) => void;
}

interface Candidate {
  readonly commit: CommitSha;
  readonly parent: CommitSha;
  readonly number: number;
}

/**
 * The judged commits that GitHub says it squashed a pull request into, newest first. GitHub's own subject of such a commit ends
 * in the number, which is a hint only; the pull request itself must name the commit. Stops asking after the first fault.
 */
export async function findStatedSquashes(
  report: Report,
  { api, git, log }: SquashWorld,
): Promise<readonly StatedSquash[]> {
  const candidates = await readCandidates(report, git);
  if (candidates.length === 0) return [];
  if (api === null) {
    for (const { number } of candidates) log(toOwnMessageLine(number, 'no token'));
    return [];
  }
  const stated: StatedSquash[] = [];
  for (const [index, { commit, parent, number }] of candidates.entries()) {
    if (index === MOST_LOOK_UPS) {
      log(`Only the ${MOST_LOOK_UPS} newest squashed commits are looked up; others by their own message.`);
      break;
    }
    try {
      const pull = await readMergedPullRequest(api, number);
      if (pull?.mergeCommit === commit) stated.push({ commit, parent, number, head: pull.headSha });
      else log(toOwnMessageLine(number, 'the pull request was not merged as this commit'));
    } catch (error) {
      if (!(error instanceof OperationalError)) throw error;
      log(toOwnMessageLine(number, error.message));
      // GitHub answers a number that is no pull request like one that may not be seen.
      if (error.code !== 'api-denied') break;
    }
  }
  return stated;
}

async function readCandidates({ attributions }: Report, git: Git): Promise<readonly Candidate[]> {
  const numbered = attributions.toReversed().flatMap(({ commit, subject }) => {
    const [, digits] = /\(#([1-9]\d{0,9})\)$/.exec(subject.trimEnd()) ?? [];
    return digits === undefined ? [] : [{ commit, number: Number(digits) }];
  });
  if (numbered.length === 0) return [];
  const parents = await readParents(
    git,
    numbered.map(({ commit }) => commit),
  );
  return numbered.flatMap(({ commit, number }) => {
    const [parent, second] = parents.get(commit) ?? [];
    return parent === undefined || second !== undefined ? [] : [{ commit, parent, number }];
  });
}
