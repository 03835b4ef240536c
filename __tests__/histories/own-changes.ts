import type { TestRepository } from '../support/repository.js';
import { stateOf, type Files } from './files.js';
import type { WrittenHistory } from './write-histories.js';

/** A path before and after, each as mode and object name. */
export interface OracleChange {
  readonly before: string;
  readonly after: string;
}

export type OracleChanges = ReadonlyMap<string, OracleChange>;

interface Merge {
  readonly history: WrittenHistory;
  readonly index: number;
  readonly conflicts: Set<string>;
  /** What git merged so far: a commit, and its tree. */
  merged: string;
  tree: string;
}

/**
 * What every commit of every history did itself, by their places: against the parent, and for merges against git's merge of
 * the parents, one after the other.
 */
export function ownChanges(
  repository: TestRepository,
  histories: readonly WrittenHistory[],
): readonly (readonly OracleChanges[])[] {
  const merges = histories.flatMap((history) =>
    history.commits.flatMap(({ parents }, index): readonly Merge[] =>
      parents.length < 2
        ? []
        : [{ history, index, conflicts: new Set(), merged: history.names[parents[0] ?? 0] ?? '', tree: '' }],
    ),
  );
  for (let round = 1; round < 3; round += 1) mergeNext(repository, merges, round);
  const trees = listTrees(
    repository,
    merges.map(({ tree }) => tree),
  );
  const found = new Map(
    merges.map((merge) => [merge.history.names[merge.index], compareMerge(merge, trees)]),
  );
  return histories.map(({ commits, names }) =>
    commits.map(
      ({ parents, files }, index) =>
        found.get(names[index]) ?? compare(statesOf(commits[parents[0] ?? -1]?.files), statesOf(files)),
    ),
  );
}

function mergeNext(repository: TestRepository, merges: readonly Merge[], round: number): void {
  const open = merges.filter(({ history, index }) => (history.commits[index]?.parents.length ?? 0) > round);
  if (open.length === 0) return;
  const pairs = open.map(({ history, index, merged }) => {
    const parent = history.names[history.commits[index]?.parents[round] ?? 0] ?? '';
    return [merged, parent] as const;
  });
  const output = repository
    .gitBytes(
      pairs.map((pair) => `${pair.join(' ')}\n`).join(''),
      ...['merge-tree', '--write-tree', '--no-messages', '--allow-unrelated-histories', '--stdin'],
    )
    .toString('latin1')
    .split('\0');
  for (const [position, merge] of open.entries()) {
    output.shift();
    merge.tree = output.shift() ?? '';
    for (let line = output.shift(); line !== undefined && line !== ''; line = output.shift()) {
      const path = toPath(line.slice(line.indexOf('\t') + 1));
      merge.conflicts.add(path).add(path.replace(/~[0-9a-f]{40}(?:_\d+)?$/, ''));
    }
    const isLast = merge.history.commits[merge.index]?.parents.length === round + 1;
    if (isLast) continue;
    const parents = (pairs[position] ?? []).flatMap((parent) => ['-p', parent]);
    merge.merged = repository.git('commit-tree', '-m', 'x', ...parents, merge.tree);
  }
}

function listTrees(
  repository: TestRepository,
  trees: readonly string[],
): ReadonlyMap<string, Map<string, string>> {
  const empty = repository.gitWithInput('', 'mktree');
  const listed = new Map<string, Map<string, string>>();
  const output = repository
    .gitBytes(
      [...new Set(trees)].map((tree) => `${empty} ${tree}\n`).join(''),
      ...['diff-tree', '--stdin', '-r', '-z', '--no-renames', '--no-abbrev'],
    )
    .toString('latin1');
  // Each listing begins with `<empty> <tree>` in a line; no path here holds a newline.
  for (const part of output.split(`${empty} `).slice(1)) {
    const end = part.indexOf('\n');
    const tokens = part.slice(end + 1).split('\0');
    const states = new Map<string, string>();
    for (let next = 0; next + 1 < tokens.length; next += 2) {
      const [, mode, , oid] = tokens[next]?.split(' ') ?? [];
      states.set(toPath(tokens[next + 1] ?? ''), `${mode ?? ''} ${oid ?? ''}`);
    }
    listed.set(part.slice(0, end), states);
  }
  return listed.set(empty, new Map());
}

/** A conflict is the merge's own work, whichever side it took; elsewhere only what differs from git's merge is. */
function compareMerge(
  { history, index, tree, conflicts }: Merge,
  trees: ReturnType<typeof listTrees>,
): OracleChanges {
  const commit = history.commits[index];
  const after = statesOf(commit?.files);
  const parents = (commit?.parents ?? []).map((parent) => statesOf(history.commits[parent]?.files));
  const merged = trees.get(tree);
  if (merged === undefined) throw new Error(`no listing of ${tree}`);
  const changes = new Map<string, OracleChange>();
  for (const [path, change] of compare(merged, after)) if (!conflicts.has(path)) changes.set(path, change);
  const isMixedOfMany = (path: string): boolean =>
    parents.length > 2 && parents.every((parent) => (parent.get(path) ?? '') !== changes.get(path)?.before);
  for (const path of [...conflicts, ...[...changes.keys()].filter(isMixedOfMany)]) {
    const state = after.get(path) ?? '';
    const before = parents.map((parent) => parent.get(path) ?? '').find((other) => other !== state);
    if (before !== undefined) changes.set(path, { before, after: state });
  }
  return changes;
}

const statesOf = (files: Files | undefined): ReadonlyMap<string, string> =>
  new Map([...(files ?? [])].map(([path, file]) => [path, stateOf(file)]));

function compare(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): ReadonlyMap<string, OracleChange> {
  const paths = [...new Set([...before.keys(), ...after.keys()])];
  return new Map(
    paths
      .map((path) => [path, { before: before.get(path) ?? '', after: after.get(path) ?? '' }] as const)
      .filter(([, change]) => change.before !== change.after),
  );
}

const toPath = (bytes: string): string =>
  Buffer.from(bytes, 'latin1').toString('utf8').replaceAll('\ufffd', '\udcff');
