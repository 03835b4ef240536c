import { commitSha, type CommitSha } from '../../core/vocabulary.js';
import { OperationalError } from '../../operational-error.js';
import { toIncompleteHistory } from '../git/failure.js';
import type { Git } from '../git/run.js';
import { persist, type Attempts } from './patience.js';
import { isProved, parseGraph, type Cut, type Further } from './range-proof.js';
import type { SideRepository } from './side-repository.js';

/** A commit by name, or the tip that a branch has now. */
export type Wanted = { readonly sha: CommitSha } | { readonly ref: string };

export interface WantedRange {
  readonly base: Wanted;
  readonly head: Wanted;
  /** A ref to be asked for where it points now. */
  readonly headRef: string | null;
  /** Further heads; their commits are wanted up to the same base. */
  readonly others: readonly CommitSha[];
  /** Pairs of commits that are to be merged; with `null` nobody knows which, and then only the whole graph proves further heads. */
  readonly pairs?: readonly (readonly [CommitSha, CommitSha])[] | null;
  /** How many commits the server counts in the range, where it says so. */
  readonly statedCommits: number | null;
}

export interface FetchedCommits {
  readonly base: CommitSha;
  readonly head: CommitSha;
  /** What `headRef` points at; `null` where the server shows no such ref. */
  readonly headTip: CommitSha | null;
  readonly others: readonly CommitSha[];
  /** `<commit> <parent>…` of all that the heads have and the base has not. */
  readonly range: readonly (readonly CommitSha[])[];
}

const BASE = 'refs/fetched/base';
const HEAD = 'refs/fetched/head';
const OTHER = 'refs/fetched/other';
const TIP = 'refs/fetched/tip';

/** A commit without its tree is a quarter of a kilobyte: few and big steps cost less than the requests they spare. */
const FIRST_DEPTH = 200;
const FACTOR = 4;
const DEEPEST = 20_000;
/** "Set the depth to a number that is infinite" (shallow.h, `INFINITE_DEPTH`). */
const WHOLE = 2_147_483_647;

export const FETCH = [
  'fetch',
  '--quiet',
  '--no-tags',
  '--no-recurse-submodules',
  '--no-write-fetch-head',
  '--no-auto-maintenance',
];

/**
 * Fetches commits, without trees, deeper and deeper until the range is proved to be what the whole graph would give and to
 * hold as many commits as stated; else the whole commit graph, which is its own proof (the number may then differ: the base
 * has moved since it was stated). Where there are several heads and nobody knows what is to be merged, the whole commit graph
 * at once.
 */
export async function fetchCommits(
  side: SideRepository,
  attempts: Attempts,
  wanted: WantedRange,
): Promise<FetchedCommits> {
  const { others, pairs = null, statedCommits } = wanted;
  const depths = others.length === 0 || pairs !== null ? depthsFor(statedCommits ?? 0) : [WHOLE];
  for (const depth of depths) {
    await persist(attempts, (timeout) =>
      side
        .networkGit(timeout)
        .run([...FETCH, `--depth=${depth}`, '--filter=tree:0', 'origin', ...toRefspecs(wanted)]),
    );
    const boundary = await side.readBoundary();
    const [base, head] = await readTips(side.git);
    const further = { heads: others, pairs: pairs ?? [] };
    if (!(await isComplete(side.git, boundary, [base, head], further))) continue;
    const range = await readRange(side.git, base, [head, ...others]);
    const agrees = statedCommits === null || statedCommits === range.length;
    attempts.log(
      `${range.length} commits in the range, ${agrees ? 'as stated' : `${String(statedCommits)} were stated`}; depth ${
        boundary.size === 0 ? 'complete' : depth
      }.`,
    );
    if (agrees || boundary.size === 0) return { base, head, headTip: await readTip(side.git), others, range };
  }
  throw new OperationalError('incomplete-history', attempts.remote.repository);
}

/** A pattern, unlike a name, may match nothing: a ref that is gone is no fault here. */
const toRefspecs = ({ base, head, headRef, others }: WantedRange): readonly string[] => [
  `+${toSource(base)}:${BASE}`,
  `+${toSource(head)}:${HEAD}`,
  ...others.map((other, index) => `+${other}:${OTHER}/${index}`),
  ...(headRef === null ? [] : [`+${headRef}*:${TIP}*`]),
];

const toSource = (wanted: Wanted): string => ('sha' in wanted ? wanted.sha : wanted.ref);

export function depthsFor(stated: number): readonly number[] {
  const depths: number[] = [];
  for (let depth = Math.max(FIRST_DEPTH, stated + 1); depth <= DEEPEST; depth *= FACTOR) depths.push(depth);
  return [...depths, WHOLE];
}

async function isComplete(
  git: Git,
  boundary: ReadonlySet<string>,
  [base, head]: readonly [CommitSha, CommitSha],
  further: Further & { readonly heads: readonly CommitSha[] },
): Promise<boolean> {
  if (boundary.size === 0) return true;
  return isProved(await readCut(git, boundary, [base, head, ...further.heads]), base, head, further);
}

/** The graph that can be reached from the commits, and what of it is cut off. */
export async function readCut(
  git: Git,
  boundary: ReadonlySet<string>,
  commits: readonly CommitSha[],
): Promise<Cut> {
  const { stdout } = await git.run(['rev-list', '--topo-order', '--parents', ...commits, '--'], {
    toError: toIncompleteHistory,
  });
  const graph = parseGraph(stdout.toString('latin1'));
  return { graph, boundary: new Set([...boundary].filter((commit) => graph.has(commit))) };
}

async function readTips(git: Git): Promise<readonly [CommitSha, CommitSha]> {
  const tips = [`${BASE}^{commit}`, `${HEAD}^{commit}`];
  const { stdout } = await git.run(['rev-parse', ...tips], { toError: toIncompleteHistory });
  const [base = '', head = ''] = stdout.toString('latin1').split('\n');
  return [commitSha(base), commitSha(head)];
}

async function readTip(git: Git): Promise<CommitSha | null> {
  const { stdout } = await git.run(['for-each-ref', '--format=%(objectname)', TIP]);
  const tip = stdout.toString('latin1').trim();
  return tip === '' ? null : commitSha(tip);
}

async function readRange(
  git: Git,
  base: CommitSha,
  heads: readonly CommitSha[],
): Promise<FetchedCommits['range']> {
  const { stdout } = await git.run(['rev-list', '--parents', '--stdin'], {
    input: [...heads, `^${base}`].map((revision) => `${revision}\n`).join(''),
    toError: toIncompleteHistory,
  });
  const lines = stdout
    .toString('latin1')
    .split('\n')
    .filter((line) => line !== '');
  return lines.map((line) => line.split(' ').map(commitSha));
}
