import type { LeftOut } from '../../core/report.js';
import { commitSha, repoPath, type CommitSha, type RepoPath } from '../../core/vocabulary.js';
import { OperationalError } from '../../operational-error.js';
import { decodePath, encodePath } from './paths.js';
import { isAtEnd, skipToken, takeChange, type TokenCursor } from './raw-change.js';
import type { Git } from './run.js';

/** What a commit would hold. */
export interface WrittenWork {
  readonly tree: string;
  readonly leftOut: readonly LeftOut[];
}

/** No process is started in a submodule: only where it points counts. */
const DIFF = ['diff-files', '-z', '--raw', '--no-abbrev', '--no-renames', '--ignore-submodules=dirty'];
const OTHERS = ['ls-files', '-z', '--others', '--exclude-standard'];
const UPDATE = ['update-index', '-z', '--add', '--remove', '--replace', '--stdin'];

/**
 * The tree that `git commit` would make of the index of `git`, which is a copy. Rejects with `unmerged-paths` where conflicts
 * stand in it.
 */
export async function writeStaged(git: Git): Promise<WrittenWork> {
  const [tree, changes] = await Promise.all([writeTree(git), git.run(DIFF)]);
  const leftOut = takeChanges(changes.stdout).filter(({ status }) => status === 'A');
  return { tree, leftOut: leftOut.map(({ path }) => ({ path, reason: 'intent-to-add' })) };
}

/** The tree that `git add --all` and `git commit` would make: with what is new and not ignored. `git` has a copy of the index. */
export async function writeWorkingTree(git: Git): Promise<WrittenWork> {
  const [changes, others] = await Promise.all([git.run(DIFF), git.run(OTHERS)]);
  const changed = takeChanges(changes.stdout).map(({ path }) => path);
  const untracked = takePaths(others.stdout);
  const repositories = untracked.filter(isDirectory).map(withoutSlash);
  await add(git, [...new Set([...changed, ...untracked.filter((path) => !isDirectory(path))])]);
  const leftOut: LeftOut[] = [];
  for (const path of repositories)
    if (!(await addRepository(git, path))) leftOut.push({ path, reason: 'no-commit' });
  return { tree: await writeTree(git), leftOut };
}

const isDirectory = (path: RepoPath): boolean => path.endsWith('/');
const withoutSlash = (path: RepoPath): RepoPath => repoPath(path.slice(0, -1));

async function add(git: Git, paths: readonly RepoPath[]): Promise<void> {
  if (paths.length > 0) await git.run(UPDATE, { input: toInput(paths) });
}

/** One that has no commit yet cannot be a submodule: `git add` refuses it too. */
async function addRepository(git: Git, path: RepoPath): Promise<boolean> {
  const { exitCode } = await git.run(UPDATE, { input: toInput([path]), okExitCodes: [0, 128] });
  return exitCode === 0;
}

const toInput = (paths: readonly RepoPath[]): Buffer =>
  Buffer.concat(paths.flatMap((path) => [encodePath(path), Buffer.of(0)]));

async function writeTree(git: Git): Promise<string> {
  const { exitCode, stdout, stderr } = await git.run(['write-tree', '--missing-ok'], {
    okExitCodes: [0, 128],
  });
  if (exitCode === 0) return stdout.toString('latin1').trim();
  const unmerged = takePaths((await git.run(['diff-files', '-z', '--name-only', '--diff-filter=U'])).stdout);
  if (unmerged.length > 0) throw new OperationalError('unmerged-paths', [...new Set(unmerged)].join(', '));
  throw new OperationalError('git-failed', 'write-tree', { cause: new Error(stderr) });
}

function takePaths(bytes: Buffer): readonly RepoPath[] {
  const cursor: TokenCursor = { bytes, position: 0 };
  const paths: RepoPath[] = [];
  while (!isAtEnd(cursor)) {
    const start = cursor.position;
    paths.push(decodePath(bytes, start, skipToken(cursor)));
  }
  return paths;
}

/** An `A` between index and working tree is a path that was added with `-N` (git-diff(1), "Raw output format"). */
function takeChanges(bytes: Buffer): readonly { readonly path: RepoPath; readonly status: string }[] {
  const cursor: TokenCursor = { bytes, position: 0 };
  const changes: { readonly path: RepoPath; readonly status: string }[] = [];
  while (!isAtEnd(cursor)) {
    const start = cursor.position;
    const status = bytes.toString('latin1', bytes.indexOf(0, start) - 1, bytes.indexOf(0, start));
    changes.push({ path: takeChange(cursor).path, status });
  }
  return changes;
}

/** Younger than every other commit, so that git need not look far for what came before. */
const AUTHOR = 'agent-ownership <> 2147483647 +0000';

/** Writes a commit into the repository of `git`, which is our own. */
export async function writeCommit(
  git: Git,
  {
    tree,
    parents,
    message,
  }: {
    readonly tree: string;
    readonly parents: readonly CommitSha[];
    readonly message: string;
  },
): Promise<CommitSha> {
  const { stdout } = await git.run(['hash-object', '-t', 'commit', '-w', '--stdin'], {
    input: [
      `tree ${tree}\n`,
      ...parents.map((parent) => `parent ${parent}\n`),
      `author ${AUTHOR}\ncommitter ${AUTHOR}\n\n${message}`,
    ].join(''),
  });
  return commitSha(stdout.toString('latin1').trim());
}
