import type { CommitSha } from '../../core/vocabulary.js';
import { toIncompleteHistory } from '../git/failure.js';
import { mergeInTurn } from '../git/merge-in-turn.js';
import type { ObjectReader } from '../git/objects.js';
import { FETCH, type FetchedCommits } from './fetch-commits.js';
import { persist, type Attempts } from './patience.js';
import type { SideRepository } from './side-repository.js';

/**
 * Objects by name in one request; trees come with all that is below them but the blobs. Nothing is said of what is here
 * already: the server would take the commits for a promise that their trees are here as well.
 */
export async function fetchObjects(
  side: SideRepository,
  attempts: Attempts,
  names: readonly string[],
): Promise<void> {
  if (names.length === 0) return;
  await persist(attempts, (timeout) =>
    side
      .networkGit(timeout)
      .run(['-c', 'fetch.negotiationAlgorithm=noop', ...FETCH, '--filter=blob:none', '--stdin', 'origin'], {
        input: names.map((name) => `${name}\n`).join(''),
      }),
  );
}

/** The trees of the range, of its commits' parents, of the merge bases and of both ends. */
export async function fetchTrees(
  side: SideRepository,
  attempts: Attempts,
  { base, head, others, range }: FetchedCommits,
): Promise<void> {
  const commits = new Set<string>([base, head, ...others, ...range.flat()]);
  for (const tip of [head, ...others]) {
    const bases = await side.git.run(['merge-base', '--all', base, tip], { okExitCodes: [0, 1] });
    for (const commit of bases.stdout.toString('latin1').split('\n')) commits.add(commit);
  }
  const { stdout } = await side.git.run(['log', '--no-walk=unsorted', '--format=%T', '--stdin'], {
    input: [...commits].map((commit) => `${commit}\n`).join(''),
    toError: toIncompleteHistory,
  });
  const trees = new Set(
    stdout
      .toString('latin1')
      .split('\n')
      .filter((line) => line !== ''),
  );
  await fetchObjects(side, attempts, [...trees]);
}

/**
 * Lets git merge each list of commits once while it may ask the remote: it knows best which contents that needs, and asks for
 * those of a merge together. The same merges then succeed without the remote.
 */
export async function fetchForMerges(
  side: SideRepository,
  attempts: Attempts,
  lists: readonly (readonly CommitSha[])[],
): Promise<void> {
  if (lists.length === 0) return;
  await persist(attempts, (timeout) => mergeInTurn(side.networkGit(timeout), lists));
}

/** The parents of each merge in the range. */
export const parentsOfMerges = ({ range }: FetchedCommits): readonly (readonly CommitSha[])[] =>
  range.map(([, ...parents]) => parents).filter((parents) => parents.length > 1);

/** Those of the blobs that are not here, in one request. */
export async function fetchBlobs(
  objects: ObjectReader,
  side: SideRepository,
  attempts: Attempts,
  names: readonly string[],
): Promise<void> {
  const infos = await objects.readInfo(names);
  const missing = names.filter((_, index) => infos[index] === null);
  await fetchObjects(side, attempts, [...new Set(missing)]);
}

/**
 * A reader whose `readInfo` fetches the blobs that are not here, all that one question is about in one request. Questions
 * that are asked at once wait for each other, so that none fetches what another has just got.
 */
export function fetchWhereMissing(
  objects: ObjectReader,
  side: SideRepository,
  attempts: Attempts,
): ObjectReader {
  let last: Promise<unknown> = Promise.resolve();

  async function readInfo(names: readonly string[]) {
    const infos = await objects.readInfo(names);
    const missing = names.filter((name, index) => infos[index] === null && /^[0-9a-f]+$/.test(name));
    if (missing.length === 0) return infos;
    await fetchObjects(side, attempts, [...new Set(missing)]);
    return objects.readInfo(names);
  }

  return {
    ...objects,
    readInfo(names) {
      const answer = last.then(() => readInfo(names));
      last = answer.catch(() => undefined);
      return answer;
    },
  };
}
