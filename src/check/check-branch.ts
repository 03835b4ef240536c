import type { Report } from '../core/report.js';
import { branchOfRef } from '../sources/github/payload.js';
import { withoutPushed, type Ends } from './branches.js';
import { checkRange } from './check-range.js';
import type { OpenRepository } from './open-repository.js';
import { readPolicyInForce, type Settings } from './settings.js';
import { createWorkspaceBranches } from './workspace-branches.js';

/**
 * The verdict on a local branch. The branch that a push is about (`pushed`, a full ref name) is trusted for nothing: it holds
 * what is pushed in any case.
 */
export async function checkBranch(
  opened: OpenRepository,
  ends: Ends,
  settings: Settings,
  pushed: string | null = null,
): Promise<Report> {
  const { workspace, borrowed } = opened;
  const law = await readPolicyInForce(borrowed, ends, settings);
  const branches = createWorkspaceBranches(opened, 'HEAD', null);
  const own = pushed === null ? null : branchOfRef(pushed);
  return checkRange(
    borrowed,
    { ...ends, shallow: workspace.shallow },
    law,
    own === null ? branches : withoutPushed(branches, own),
  );
}
