import type { Rule } from '../definitions/definition.js';
import type { RepoPath } from '../vocabulary.js';

/** The pattern as it would be written at the root of the repository, to be shown. */
export function resolvedPattern({ pattern }: Pick<Rule, 'pattern'>, root: RepoPath): string {
  if (root === '') return pattern;
  const [, negation = '', written = ''] = /^(!?)(.*)$/su.exec(pattern) ?? [];
  const isAnchored = written.slice(0, -1).includes('/');
  const below = isAnchored ? written.replace(/^(?:\.?\/)+/, '') : `**/${written}`;
  return `${negation}${root}/${below}`;
}
