import type { WorkFinding } from '../core/session/work-finding.js';
import { unstampedKey } from '../core/session/finding-key.js';
import type { AgentName, CommitSha } from '../core/vocabulary.js';
import { readWhereabouts } from '../sources/git/whereabouts.js';
import { readMessage } from '../sources/git/message.js';
import type { Bearings } from './bearings.js';
import { readMadeCommits } from './commits-made.js';
import type { Attributed, Onlooker } from './verify-commits.js';

/** A line that git-commit(1) takes for the end of the message when it adds a trailer. */
const DIVIDER = /^---(?:\s|$)/m;

/**
 * The commits that do not name all whose work they hold, and those that an agent amended although they are not its own.
 * `known` tells of which commits it was found before that they were the onlooker's. What no branch holds any more is no
 * finding.
 */
export async function findUnstamped(
  attributed: readonly Attributed[],
  known: ReadonlySet<string>,
  onlooker: Onlooker,
  bearings: Bearings,
): Promise<readonly WorkFinding[]> {
  const findings: WorkFinding[] = [];
  for (const one of attributed) {
    const missing = one.agents.filter((agent) => !one.made.claims.includes(agent));
    if (missing.length === 0) continue;
    const { sha, subject, parents } = one.made.commit;
    const { head, branch, hasMerges } = await readWhereabouts(bearings.git, sha);
    if (branch === null) continue;
    const amended = await readForeignBefore(one, known, onlooker, bearings);
    if (amended !== null && onlooker.agent !== null) {
      const { agent } = onlooker;
      findings.push({ kind: 'amended-commit', commit: sha, subject, agent, before: amended, head, branch });
      continue;
    }
    const [{ policy }, message] = await Promise.all([bearings.policy(), readMessage(bearings.git, sha)]);
    const key = policy.trailers[0] ?? 'Agent';
    findings.push({
      kind: 'unstamped-commit',
      commit: sha,
      subject,
      agents: missing,
      trailers: missing.map((agent) => `${key}: ${agent}`),
      hasDivider: DIVIDER.test(message),
      isRoot: parents.length === 0,
      hasMerges: hasMerges || parents.length > 1,
      head,
      branch,
    });
  }
  return findings;
}

/** The commit in whose place an amendment came, where it is not the onlooker's. */
async function readForeignBefore(
  { made: { kind, from } }: Attributed,
  known: ReadonlySet<string>,
  { agent }: Onlooker,
  bearings: Bearings,
): Promise<CommitSha | null> {
  if (kind !== 'amend' || from === null || agent === null || known.has(unstampedKey(from))) return null;
  const [before] = await readMadeCommits([{ from: null, to: from, at: 0, kind: 'commit' }], bearings);
  return before === undefined || names(before.claims, agent) ? null : from;
}

const names = (claims: readonly AgentName[], agent: AgentName): boolean => claims.includes(agent);
