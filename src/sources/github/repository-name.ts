import { OperationalError } from '../../operational-error.js';

/** `owner/name`, as the parameters of the REST API. Throws `unreadable-event` where that is no name of a repository. */
export function splitRepository(repository: string): { readonly owner: string; readonly repo: string } {
  const [, owner, repo] = /^([\w.-]+)\/([\w.-]+)$/.exec(repository) ?? [];
  if (owner === undefined || repo === undefined) {
    throw new OperationalError('unreadable-event', 'GITHUB_REPOSITORY');
  }
  return { owner, repo };
}
