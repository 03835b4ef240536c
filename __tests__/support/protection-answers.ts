import { aPayload, type Payload } from './webhooks.js';

const API = 'https://api.github.com/repos/acme/shop';

/** What `GET /repos/{owner}/{repo}` answers: the webhook's repository has the fields that are asked for. */
export const aRepositoryAnswer = (defaultBranch: string): Payload => {
  const { repository } = aPayload('pull_request', { 'repository.default_branch': defaultBranch });
  return {
    ...(repository as Payload),
    license: null,
    network_count: 0,
    subscribers_count: 0,
    has_discussions: false,
  };
};

/** What `GET /repos/{owner}/{repo}/branches/{branch}` answers a reader. */
export const aBranchAnswer = (name: string, contexts: readonly string[]): Payload => {
  const person = { name: 'Author', email: 'author@example.com', date: '2026-11-01T00:00:00Z' };
  const sha = 'a'.repeat(40);
  return {
    name,
    commit: {
      url: `${API}/commits/${sha}`,
      sha,
      node_id: 'C_1',
      html_url: API,
      comments_url: API,
      commit: {
        url: API,
        author: person,
        committer: person,
        message: 'Change',
        comment_count: 0,
        tree: { sha, url: API },
      },
      author: null,
      committer: null,
      parents: [],
    },
    _links: { html: API, self: API },
    protected: contexts.length > 0,
    protection: {
      enabled: contexts.length > 0,
      required_status_checks: { enforcement_level: 'non_admins', contexts, checks: [] },
    },
    protection_url: `${API}/branches/main/protection`,
  };
};

/** An item of `GET /repos/{owner}/{repo}/rules/branches/{branch}`. */
export const aRule = (type: string, parameters: Payload): Payload => ({
  type,
  parameters,
  ruleset_source_type: 'Repository',
  ruleset_source: 'acme/shop',
  ruleset_id: 1,
});
