import type { JournalFailure, JournalFailureFinding } from '../core/session/work-finding.js';
import { toOperationalError } from '../operational-error.js';

/**
 * Does what serves the journal only: where it fails, that is said, and nobody is kept from working. `null` where it failed.
 */
export async function attempt<Result>(
  work: () => Promise<Result>,
  failures: Pick<JournalFailureFinding[], 'push'> = [],
  failure: JournalFailure = 'not-noted',
): Promise<Result | null> {
  try {
    return await work();
  } catch (error) {
    failures.push({ kind: 'journal-failure', failure, subject: toOperationalError(error).message });
    return null;
  }
}
