import type { CommitSha } from '../../core/vocabulary.js';
import { FETCH } from './fetch-commits.js';
import { fetchObjects } from './fetch-contents.js';
import { persist, type Attempts } from './patience.js';
import type { SideRepository } from './side-repository.js';

/**
 * Fetches one commit with its trees. One that is here already keeps its parents; one that is not is cut off from them, which
 * takes nothing away: no commit that is here has it among its ancestors.
 */
export async function fetchTip(side: SideRepository, attempts: Attempts, tip: CommitSha): Promise<void> {
  const { exitCode, stdout } = await side.git.run(['log', '--no-walk', '--format=%T', tip, '--'], {
    okExitCodes: [0, 128],
  });
  if (exitCode === 0) return fetchObjects(side, attempts, [stdout.toString('latin1').trim()]);
  await persist(attempts, (timeout) =>
    side
      .networkGit(timeout)
      .run([
        '-c',
        'fetch.negotiationAlgorithm=noop',
        ...FETCH,
        '--depth=1',
        '--filter=blob:none',
        'origin',
        tip,
      ]),
  );
}
