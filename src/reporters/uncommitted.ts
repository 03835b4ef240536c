import { UNCOMMITTED, type CommitSha } from '../core/vocabulary.js';
import { commit, say, type Phrase } from './phrase.js';

/** Who did something, at the beginning of a sentence. */
export const doer = (sha: CommitSha): Phrase =>
  sha === UNCOMMITTED ? say`The uncommitted work` : say`Commit ${commit(sha)}`;

/** For JSON: work that is no commit yet has no name. */
export const nameOf = (sha: string | null): string | null => (sha === UNCOMMITTED ? null : sha);
