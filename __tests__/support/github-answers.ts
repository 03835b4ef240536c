import { aPayload, type Payload } from './webhooks.js';

const API = 'https://api.github.com/repos/octo-org/octo-repo';

/** What `GET /repos/{owner}/{repo}/pulls/{pull_number}` answers: the webhook's object has the same fields. */
export const aPull = (number: number, headSha: string, baseRef = 'main'): Payload => {
  const payload = aPayload(
    'pull_request',
    {
      'pull_request.number': number,
      'pull_request.head.sha': headSha,
      'pull_request.base.ref': baseRef,
      // Fields that the description of the API has, and the older example has not.
      'pull_request.base.repo.license': null,
      'pull_request.head.repo.license': null,
    },
    ({ action }) => action === 'synchronize',
  );
  return payload['pull_request'] as Payload;
};

/** An item of `GET /repos/{owner}/{repo}/branches`. */
export const aBranch = (name: string, sha: string): Payload => ({
  name,
  commit: { sha, url: `${API}/commits/${sha}` },
  protected: false,
});

/** What `GET /repos/{owner}/{repo}/compare/{basehead}` answers, with an empty page of commits. */
export const aComparison = (status: 'ahead' | 'behind' | 'diverged' | 'identical'): Payload => ({
  url: `${API}/compare/a...b`,
  html_url: 'https://github.com/octo-org/octo-repo/compare/a...b',
  permalink_url: 'https://github.com/octo-org/octo-repo/compare/a...b',
  diff_url: 'https://github.com/octo-org/octo-repo/compare/a...b.diff',
  patch_url: 'https://github.com/octo-org/octo-repo/compare/a...b.patch',
  base_commit: aCommit('a'.repeat(40)),
  merge_base_commit: aCommit('a'.repeat(40)),
  status,
  ahead_by: 1,
  behind_by: 0,
  total_commits: 1,
  commits: [],
  files: [],
});

const aCommit = (sha: string): Payload => ({
  url: `${API}/commits/${sha}`,
  sha,
  node_id: 'C_kwDOAAABAQ',
  html_url: `https://github.com/octo-org/octo-repo/commit/${sha}`,
  comments_url: `${API}/commits/${sha}/comments`,
  commit: {
    url: `${API}/git/commits/${sha}`,
    author: null,
    committer: null,
    message: 'Change something',
    comment_count: 0,
    tree: { sha, url: `${API}/git/trees/${sha}` },
  },
  author: null,
  committer: null,
  parents: [],
});
