import type { Agent } from '../definitions/definition.js';
import type { Roster } from '../definitions/roster.js';
import type { OwnChange } from '../history.js';
import { createFindCollision } from '../judgement/case-collisions.js';
import { judgeCommit } from '../judgement/judge.js';
import type { ProtectedPaths } from '../judgement/protected-paths.js';
import { ownersOf } from '../judgement/ruling.js';
import { createSharedPaths } from '../judgement/shared-paths.js';
import type { TrackedPaths } from '../judgement/tracked-paths.js';
import { findWaiver } from '../judgement/waivers.js';
import type { Level, Policy } from '../policy/policy.js';
import type { PathViolation } from '../violation.js';
import { commitSha, type Day, type RepoPath } from '../vocabulary.js';
import type { PathFinding } from './answer.js';

/** What a write is judged by: what a commit of that path would be judged by. */
export interface WriteLaw {
  readonly policy: Policy;
  readonly protectedPaths: ProtectedPaths;
  readonly tracked: TrackedPaths;
  readonly today: Day;
}

const NO_COMMIT = commitSha('');
const SOME_FILE = { mode: '100644', oid: '' };

/**
 * What would fail the check if the agent committed a file at this path: judged by the same functions as a commit, so that the
 * two never differ. What only warns there is nothing here, and in `report-only` nothing fails. Owners are not named yet.
 */
export function judgeWrite(
  { path, exists }: { readonly path: RepoPath; readonly exists: boolean },
  agent: Agent,
  { policy, protectedPaths, tracked, today }: WriteLaw,
): readonly PathFinding[] {
  if (policy.mode === 'report-only') return [];
  const strict = onlyErrors(policy);
  const shared = createSharedPaths(policy.shared, protectedPaths);
  const law = { roster: { agents: [], problems: [] }, policy: strict, protectedPaths, tracked };
  const change: OwnChange = { path, before: exists ? SOME_FILE : null, after: SOME_FILE, beforeIn: 1 };
  const found = judgeCommit(
    {
      commit: { sha: NO_COMMIT, changes: [change] },
      agents: [{ agent, foundAt: 'base', provisional: false }],
    },
    { ...law, shared, findCollision: createFindCollision({ ...law, shared }) },
  );
  return found
    .filter((violation): violation is PathViolation => 'undoneBy' in violation)
    .flatMap((violation) => {
      const waiver = findWaiver(violation, policy.waivers, today);
      return waiver.lifting === null ? [toFinding({ ...violation, endedWaiver: waiver.ended })] : [];
    });
}

/** The finding with the agents that OWN the path. */
export const withOwners = (finding: PathFinding, roster: Roster): PathFinding => ({
  ...finding,
  owners: ownersOf(roster, finding.path).filter((owner) => owner !== finding.agent),
});

/** The policy with everything off that is no error: nothing is then worked out for it. */
function onlyErrors(policy: Policy): Pick<Policy, 'severity' | 'agents' | 'shared'> {
  const strict = <Codes extends object>(levels: Codes): Codes =>
    Object.fromEntries(
      Object.entries(levels).map(([code, level]) => [code, (level as Level) === 'error' ? 'error' : 'off']),
    ) as Codes;
  return {
    shared: policy.shared,
    severity: strict(policy.severity),
    agents: Object.fromEntries(
      Object.entries(policy.agents).map(([name, own]) => [
        name,
        own === undefined ? own : { severity: strict(own.severity) },
      ]),
    ),
  };
}

const toFinding = ({
  code,
  severity,
  agent,
  path,
  status,
  rule,
  owners,
  waivedBy,
  endedWaiver,
  collidesWith,
}: PathViolation): PathFinding => ({
  code,
  severity,
  agent,
  path,
  status,
  rule,
  owners,
  waivedBy,
  endedWaiver,
  collidesWith,
});
