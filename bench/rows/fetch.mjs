import { mkdir, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { prepareStep, PULL_REQUEST_NAME } from '../action-step.mjs';
import { compile } from '../compile.mjs';
import { command, measure } from '../measure.mjs';
import { createHistory, git } from '../repository.mjs';

const COMMITS = 100_000;
const OWN = 15;

/**
 * The whole action in an empty workspace, on a pull request of a long repository, against a full clone; both from git's own
 * smart-HTTP server on this machine.
 */
export const fetch = {
  name: 'fetch',
  title: `no checkout: a pull request of ${OWN} commits in a repository of ${COMMITS.toLocaleString('en')} commits`,
  mostRuns: 5,
  claims: [
    { text: 'bytes ÷ those of a full clone', of: 'action', to: ['clone'], figure: 'bytes', atMost: 0.01 },
    { text: 'time of a full clone ÷ that of the action', of: 'clone', to: ['action'], atLeast: 10 },
  ],
  async prepare(directory) {
    const repository = path.join(directory, 'repository');
    await createHistory(repository, history());
    await git(repository, ['update-ref', 'refs/pull/1/head', 'refs/heads/topic']);
    // As servers keep theirs.
    await git(repository, ['repack', '-a', '-d', '-q', '--write-bitmap-index']);
    await git(repository, ['commit-graph', 'write', '--reachable']);
    const root = path.join(directory, 'root');
    await mkdir(path.dirname(path.join(root, PULL_REQUEST_NAME)), { recursive: true });
    await symlink(repository, path.join(root, PULL_REQUEST_NAME));
    const { startGitServer } = await import(
      pathToFileURL(await compile('__tests__/support/git-server.ts', directory)).href
    );
    const server = await startGitServer({ root });
    const workspace = path.join(directory, 'workspace');
    await mkdir(workspace);
    const step = await prepareStep(path.join(directory, 'step'), {
      git: repository,
      workspace,
      commits: OWN,
      changedFiles: OWN,
      variables: { GITHUB_SERVER_URL: server.url, AGENT_OWNERSHIP_TEST_HTTP: 'loopback' },
    });
    const counted = async (work) => {
      server.forget();
      await work();
      return { bytes: server.sentBytes() };
    };
    const target = path.join(directory, 'clone');
    const clone = command(
      'git',
      ['clone', '--quiet', '--no-checkout', `${server.url}/${PULL_REQUEST_NAME}`, target],
      {
        cwd: directory,
      },
    );
    return {
      sides: {
        clone: async () => {
          await rm(target, { recursive: true, force: true });
          return counted(() => measure(clone, { folder: directory, withMemory: false }));
        },
        action: () => counted(step),
      },
      close: () => server.close(),
    };
  },
};

/** One commit in ten merges a short side branch. */
function* history() {
  const definition = '---\nname: db\ndescription: d\n---\n## CANNOT TOUCH\n- `apps/d1/**`\n';
  const files = Array.from({ length: 300 }, (_, index) => [fileOf(index), textOf(index)]);
  yield { message: 'Begin\n', files: [['.claude/agents/db.md', definition], ...files] };
  for (let commit = 1; commit < COMMITS - OWN; commit += 1) {
    const isMerge = commit % 10 === 0;
    if (isMerge)
      yield {
        branch: 'side',
        from: 'main',
        message: 'Side\n',
        files: [[`apps/s${commit % 97}.py`, textOf(commit)]],
      };
    yield isMerge
      ? { message: `Merge ${commit}\n`, merges: ['side'], files: [] }
      : { message: `Commit ${commit}\n`, files: [[fileOf((commit * 31) % 300), textOf(commit)]] };
  }
  for (let commit = 0; commit < OWN; commit += 1)
    yield {
      branch: 'topic',
      ...(commit === 0 ? { from: 'main' } : {}),
      message: 'Work\n\nAgent: db\n',
      files: [[`apps/d2/t${commit}.py`, textOf(COMMITS + commit)]],
    };
}

const fileOf = (index) => `apps/d${index % 20}/e${index % 7}/f${index}.py`;

/** Does not compress to nothing, and is the same in every run. */
const textOf = (seed) =>
  Array.from(
    { length: 12 },
    (_, line) => `line ${line} ${((seed * 48_271 + line * 7_919) % 2_147_483_647).toString(36)}\n`,
  ).join('');
