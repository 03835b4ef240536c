import { attribute, type Rosters } from '../../src/core/attribution/attribute.js';
import { createIsDefinitionPath } from '../../src/core/definitions/definition-paths.js';
import { parseRoster } from '../../src/core/definitions/parse-roster.js';
import type { Roster } from '../../src/core/definitions/roster.js';
import type { Change, Commit, History } from '../../src/core/history.js';
import { chargeUnexplained, unexplainedPaths } from '../../src/core/judgement/conservation.js';
import { chargeCommits, concludeRange } from '../../src/core/judgement/judge-range.js';
import { commitsToRead, createLineage } from '../../src/core/judgement/lineage.js';
import { createProtectedPaths } from '../../src/core/judgement/protected-paths.js';
import { createTrackedPaths } from '../../src/core/judgement/tracked-paths.js';
import { DEFAULT_POLICY } from '../../src/core/policy/policy.js';
import type { Report } from '../../src/core/report.js';
import { repoPath, type CommitSha } from '../../src/core/vocabulary.js';
import type { Repository } from '../../src/sources/git/borrowed-repository.js';
import { readEntries, readTreeIds } from '../../src/sources/git/entries.js';
import { readOwnChangesOfMerges } from '../../src/sources/git/merges.js';
import { readLog } from '../../src/sources/git/read-log.js';
import { diffTreePairs } from '../../src/sources/git/tree-pairs.js';
import { definitionFiles } from './agents.js';
import { nameAt, rangeOf } from './ranges.js';
import type { WrittenHistory } from './write-histories.js';
import { WITHOUT_COLLISIONS } from '../support/policies.js';

const isDefinitionPath = createIsDefinitionPath(DEFAULT_POLICY.definitions);

const readRoster = (): Roster =>
  parseRoster(
    [...definitionFiles()].map(([path, { data }]) => ({
      path: repoPath(path),
      content: Buffer.from(data),
    })),
  );

const roster = readRoster();

const rosters: Rosters = { base: roster, mergeBases: [], defaultBranch: null, head: readRoster() };

const protectedPaths = createProtectedPaths(DEFAULT_POLICY.definitions, isDefinitionPath, new Set());

/**
 * The verdict on every history by the readers and judges of `checkRange`, with as few processes as one range takes: a
 * thousand histories in the time of a few. Every history must have a merge base.
 */
export async function judgeInBulk(
  repository: Repository,
  histories: readonly WrittenHistory[],
): Promise<readonly Report[]> {
  const wanted = histories.flatMap((history) =>
    rangeOf(history).range.map((index) => nameAt(history, index)),
  );
  const logged = await readLog(repository.git, {
    trailerKeys: DEFAULT_POLICY.trailers,
    which: ['--no-walk=unsorted', '--stdin'],
    input: wanted.map((name) => `${name}\n`).join(''),
  });
  const own = await readOwnChangesOfMerges(
    repository,
    logged.filter(({ parents }) => parents.length > 1),
  );
  const commits = new Map(
    logged.map((commit): readonly [CommitSha, Commit] => {
      const changes = commit.changes.map((change) => ({ ...change, beforeIn: 1 }));
      const work = commit.parents.length > 1 ? own.get(commit.sha) : { changes };
      return [
        commit.sha,
        { ...commit, message: commit.subject, unreadable: null, ...(work ?? { changes: [] }) },
      ];
    }),
  );
  const net = await readNetChanges(repository, histories);
  return Promise.all(
    histories.map(async (history, position) => {
      const { range, bases } = rangeOf(history);
      return judge(repository, history, {
        base: nameAt(history, history.base),
        head: nameAt(history, history.head),
        mergeBases: bases.map((index) => nameAt(history, index)),
        commits: range.flatMap((index) => commits.get(nameAt(history, index)) ?? []),
        netChanges: net[position] ?? [],
      });
    }),
  );
}

async function readNetChanges(
  repository: Repository,
  histories: readonly WrittenHistory[],
): Promise<readonly (readonly (readonly Change[])[])[]> {
  const pairs = histories.flatMap((history, position) =>
    rangeOf(history).bases.map((base) => ({
      position,
      ends: [nameAt(history, base), nameAt(history, history.head)],
    })),
  );
  const trees = await readTreeIds(
    repository.objects,
    pairs.flatMap(({ ends }) => ends),
  );
  const differences = await diffTreePairs(
    repository.git,
    pairs.map((_, index) => [trees[index * 2] ?? '', trees[index * 2 + 1] ?? '']),
  );
  return histories.map((_, position) =>
    differences.filter((_difference, index) => pairs[index]?.position === position),
  );
}

async function judge(
  { objects }: Repository,
  { commits, base, head }: WrittenHistory,
  read: History,
): Promise<Report> {
  const paths = unexplainedPaths(read);
  const entries = await readEntries(objects, commitsToRead(read), paths);
  const history = { ...read, commits: chargeUnexplained(paths, createLineage(read, entries)) };
  const trees = [base, head].map((index) => [...(commits[index]?.files.keys() ?? [])].map(repoPath));
  const charges = chargeCommits(attribute(history.commits, rosters, DEFAULT_POLICY), {
    roster,
    policy: WITHOUT_COLLISIONS.policy,
    protectedPaths,
    tracked: createTrackedPaths(...trees),
  });
  const found = [...new Set(charges.paths.map(({ path }) => path))];
  const lineage = createLineage(history, await readEntries(objects, commitsToRead(history), found));
  return concludeRange(charges, lineage, rosters, WITHOUT_COLLISIONS);
}
