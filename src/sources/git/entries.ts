import type { EntriesByCommit, TreeEntry } from '../../core/history.js';
import type { CommitSha, RepoPath } from '../../core/vocabulary.js';
import { OperationalError } from '../../operational-error.js';
import type { ObjectReader } from './objects.js';
import { parseTree, toMalformed } from './parse-tree.js';
import { encodePath } from './paths.js';

/** The chosen paths as a tree of segments; a segment's bytes stand as Latin-1 characters. */
interface Branch {
  path: RepoPath | null;
  readonly children: Map<string, Branch>;
}

/** A tree object that is to be searched for the paths of a branch, and the commits that hold it there. */
interface Visit {
  readonly branch: Branch;
  readonly tree: string;
  readonly commits: CommitSha[];
}

type MutableEntries = Map<CommitSha, Map<RepoPath, TreeEntry>>;

/**
 * What stands at the paths in each commit: files, links and submodules, no directories. Reads each tree object on the way
 * once, however many commits share it. Rejects with `incomplete-history` where a commit or tree is not there, with `git-failed`
 * where a tree holds one of them twice: what a checkout would take is then anybody's guess.
 */
export async function readEntries(
  objects: ObjectReader,
  commits: readonly CommitSha[],
  paths: readonly RepoPath[],
): Promise<EntriesByCommit> {
  const distinct = [...new Set(commits)];
  const entries: MutableEntries = new Map(distinct.map((commit) => [commit, new Map<RepoPath, TreeEntry>()]));
  const root = toBranch(paths);
  if (root.children.size === 0) return entries;
  const trees = await readTreeIds(objects, distinct);
  let visits: readonly Visit[] = merge(
    distinct.map((commit, index) => ({ branch: root, tree: trees[index] ?? '', commits: [commit] })),
  );
  while (visits.length > 0) visits = merge(await descend(objects, visits, entries));
  return entries;
}

/** The trees of commits, in their order. Rejects with `incomplete-history` and the commit that is not there. */
export async function readTreeIds(
  objects: ObjectReader,
  commits: readonly CommitSha[],
): Promise<readonly string[]> {
  const infos = await objects.readInfo(commits.map((commit) => `${commit}^{tree}`));
  return infos.map((info, index) => {
    if (info === null) throw new OperationalError('incomplete-history', commits[index]);
    return info.oid;
  });
}

async function descend(objects: ObjectReader, visits: readonly Visit[], entries: MutableEntries) {
  const next: Visit[] = [];
  await objects.readEach(
    visits.map(({ tree }) => tree),
    (object, index) => {
      const visit = visits[index];
      if (visit === undefined) return;
      if (object === null) throw new OperationalError('incomplete-history', visit.tree);
      const seen = new Set<Branch>();
      for (const { name, entry, isTree } of parseTree(object.content, object.oid.length / 2)) {
        const child = visit.branch.children.get(name);
        if (child === undefined) continue;
        if (seen.has(child)) throw toMalformed();
        seen.add(child);
        if (isTree) next.push({ branch: child, tree: entry.oid, commits: visit.commits });
        else if (child.path !== null) record(entries, visit.commits, child.path, entry);
      }
    },
  );
  return next.filter(({ branch }) => branch.children.size > 0);
}

function record(entries: MutableEntries, commits: readonly CommitSha[], path: RepoPath, entry: TreeEntry) {
  for (const commit of commits) entries.get(commit)?.set(path, entry);
}

/** One visit for each branch and tree. */
function merge(visits: readonly Visit[]): readonly Visit[] {
  const byBranch = new Map<Branch, Map<string, Visit>>();
  for (const visit of visits) {
    const byTree = byBranch.get(visit.branch) ?? new Map<string, Visit>();
    byBranch.set(visit.branch, byTree);
    const known = byTree.get(visit.tree);
    if (known === undefined) byTree.set(visit.tree, { ...visit, commits: [...visit.commits] });
    else known.commits.push(...visit.commits);
  }
  return [...byBranch.values()].flatMap((byTree) => [...byTree.values()]);
}

function toBranch(paths: readonly RepoPath[]): Branch {
  const root: Branch = { path: null, children: new Map() };
  for (const path of paths) {
    let branch = root;
    for (const segment of encodePath(path).toString('latin1').split('/')) {
      const child = branch.children.get(segment) ?? { path: null, children: new Map() };
      branch.children.set(segment, child);
      branch = child;
    }
    branch.path = path;
  }
  return root;
}
