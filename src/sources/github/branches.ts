import { commitSha, type CommitSha } from '../../core/vocabulary.js';
import { OperationalError } from '../../operational-error.js';
import type { Api } from './api.js';
import { isObjectName, isText, lookUp } from './payload.js';

const PERMISSION = 'contents: read';
/** One request each: a workflow's token has 1,000 an hour for the whole repository. */
const MOST_COMPARISONS = 200;

interface Branch {
  readonly name: string;
  readonly tip: CommitSha;
}

/**
 * Resolves where a commit lies on a branch of the repository, the default branch being asked first. GitHub gives out the
 * commits of forks under the repository's own name too, so that a commit alone proves nothing about who made the rules in it.
 * Rejects with `foreign-base`, `api-denied` or `api-failed`.
 */
export async function requireOnBranch(
  api: Api,
  commit: CommitSha,
  defaultBranch: string | null,
): Promise<void> {
  const branches = (
    await api.getAll({ route: 'GET /repos/{owner}/{repo}/branches', permission: PERMISSION })
  ).map(toBranch);
  if (branches.some(({ tip }) => tip === commit)) return;
  const first = branches.filter(({ name }) => name === defaultBranch);
  const others = branches.filter(({ name }) => name !== defaultBranch);
  for (const { tip } of [...first, ...others].slice(0, MOST_COMPARISONS)) {
    if (await isAncestor(api, commit, tip)) return;
  }
  const looked = `${MOST_COMPARISONS} of ${branches.length} branches looked at`;
  throw new OperationalError(
    'foreign-base',
    branches.length > MOST_COMPARISONS ? `${commit}: ${looked}` : commit,
  );
}

function toBranch(item: unknown): Branch {
  const name = lookUp(item, 'name');
  const tip = lookUp(item, 'commit.sha');
  if (!isText(name) || !isObjectName(tip)) throw new OperationalError('api-failed', 'branches: commit.sha');
  return { name, tip: commitSha(tip) };
}

/**
 * By object names only, so that no branch's name becomes part of an address. The branches could be read, so "not found" means
 * here that there is no such commit, or no common ancestor.
 */
async function isAncestor(api: Api, commit: CommitSha, tip: CommitSha): Promise<boolean> {
  const comparison = await api
    .get({
      route: 'GET /repos/{owner}/{repo}/compare/{basehead}',
      parameters: { basehead: `${commit}...${tip}`, per_page: 1 },
      permission: PERMISSION,
    })
    .catch((error: unknown) => {
      if (error instanceof OperationalError && error.code === 'api-denied') return { status: 'diverged' };
      throw error;
    });
  const status = lookUp(comparison, 'status');
  if (!isText(status)) throw new OperationalError('api-failed', 'compare: status');
  return status === 'ahead' || status === 'identical';
}
