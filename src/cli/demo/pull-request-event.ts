/** What tells one pull request from another in its event. */
export interface PullRequestFacts {
  readonly action: string;
  readonly number: number;
  readonly title: string;
  readonly base: { readonly ref: string; readonly sha: string };
  readonly head: { readonly ref: string; readonly sha: string };
  /** `owner/name` of the repository that the pull request is for. */
  readonly repository: string;
  /** `owner/name` of the repository that its branch lies in: another one for a fork. */
  readonly headRepository: string;
  readonly commits: number;
  readonly changedFiles: number;
  readonly labels: readonly string[];
}

export type PullRequestEvent = ReturnType<typeof toPullRequestEvent>;

const AUTHOR = toUser('developer', 1001);

/**
 * The payload of a `pull_request` event, with the fields of GitHub's published webhook example that say something about the
 * pull request; links that only lead back to the API are left out.
 */
export function toPullRequestEvent(facts: PullRequestFacts) {
  const repository = toRepository(facts.repository, 2001, facts.base.ref);
  const headRepository =
    facts.headRepository === facts.repository
      ? repository
      : toRepository(facts.headRepository, 2002, facts.base.ref);
  const url = `${repository.html_url}/pull/${facts.number}`;
  return {
    action: facts.action,
    number: facts.number,
    pull_request: {
      url: `${repository.url}/pulls/${facts.number}`,
      html_url: url,
      diff_url: `${url}.diff`,
      patch_url: `${url}.patch`,
      id: 3001,
      node_id: 'PR_kwDOAAABAQ',
      number: facts.number,
      state: 'open',
      locked: false,
      title: facts.title,
      user: AUTHOR,
      body: null,
      created_at: '2026-01-12T09:00:00Z',
      updated_at: '2026-01-12T12:00:00Z',
      closed_at: null,
      merged_at: null,
      merge_commit_sha: null,
      labels: facts.labels.map((name) => ({ name, color: 'ededed', default: false, description: null })),
      draft: false,
      head: toSide(facts.head, headRepository),
      base: toSide(facts.base, repository),
      author_association: 'MEMBER',
      merged: false,
      mergeable: null,
      maintainer_can_modify: false,
      commits: facts.commits,
      changed_files: facts.changedFiles,
    },
    repository,
    sender: AUTHOR,
  };
}

function toUser(login: string, id: number) {
  return {
    login,
    id,
    url: `https://api.github.com/users/${login}`,
    html_url: `https://github.com/${login}`,
    type: 'User',
    site_admin: false,
  };
}

function toRepository(fullName: string, id: number, defaultBranch: string) {
  const [owner = '', name = ''] = fullName.split('/');
  return {
    id,
    name,
    full_name: fullName,
    private: false,
    owner: { ...toUser(owner, id + 1000), type: 'Organization' },
    url: `https://api.github.com/repos/${fullName}`,
    html_url: `https://github.com/${fullName}`,
    clone_url: `https://github.com/${fullName}.git`,
    fork: false,
    default_branch: defaultBranch,
  };
}

const toSide = (
  { ref, sha }: { readonly ref: string; readonly sha: string },
  repo: ReturnType<typeof toRepository>,
) => ({ label: `${repo.owner.login}:${ref}`, ref, sha, user: repo.owner, repo });
