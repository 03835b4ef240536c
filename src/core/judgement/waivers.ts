import { levelOf, type Policy, type PolicyInForce, type Waiver } from '../policy/policy.js';
import type { WaiverReference } from '../lift.js';
import { stands, type PathViolation, type Violation } from '../violation.js';
import type { AgentName, CommitSha, Day, RepoPath } from '../vocabulary.js';
import type { Lineage } from './lineage.js';

type WaiverFinding = Extract<Violation, { readonly waiver: WaiverReference }>;

export interface Waived {
  readonly paths: readonly PathViolation[];
  /** Waivers that are over, and those that lift nothing, in the config's order. */
  readonly findings: readonly WaiverFinding[];
}

const LIFTABLE: ReadonlySet<PathViolation['code']> = new Set([
  'forbidden-path',
  'read-only-path',
  'outside-owns',
]);

/**
 * Lets pass what a waiver of the finding's own agent covers on this day; of several, the one that holds longest is named.
 * What a waiver would have lifted had it not ended says so. Expects findings on which undone work is settled, parents before
 * children. Of waivers only those are reported whose agent has commits in the range.
 */
export function applyWaivers(
  settled: readonly PathViolation[],
  { policy, today }: Pick<PolicyInForce, 'policy' | 'today'>,
  active: ReadonlySet<AgentName>,
  lineage: Lineage,
): Waived {
  if (policy.waivers.length === 0) return { paths: settled, findings: [] };
  const isOver = ({ until }: Waiver): boolean => until < today;
  const used = new Set<Waiver>();
  const paths = settled.map((violation) => {
    if (!LIFTABLE.has(violation.code) || !stands(violation)) return violation;
    const { lifting, ended } = findWaiver(violation, policy.waivers, today);
    if (lifting === null) return { ...violation, endedWaiver: ended };
    for (const waiver of policy.waivers) if (covers(waiver, violation) && !isOver(waiver)) used.add(waiver);
    return { ...violation, waivedBy: toLift(lifting) };
  });
  return {
    paths: withLaterWork(paths, lineage),
    findings: policy.waivers
      .filter(({ agent }) => active.has(agent))
      .flatMap((waiver) => {
        if (isOver(waiver)) return report('waiver-expired', waiver, policy);
        return used.has(waiver) ? [] : report('waiver-unused', waiver, policy);
      }),
  };
}

/**
 * The waiver that lets a finding pass on this day, and one that would have, had it not ended; of several, the one that holds
 * longest.
 */
export function findWaiver(
  finding: Pick<PathViolation, 'code' | 'agent' | 'path'>,
  waivers: readonly Waiver[],
  today: Day,
): { readonly lifting: Waiver | null; readonly ended: WaiverReference | null } {
  const covering = LIFTABLE.has(finding.code)
    ? waivers
        .filter((waiver) => covers(waiver, finding))
        .toSorted((left, right) => (left.until < right.until ? 1 : -1))
    : [];
  const lifting = covering.find(({ until }) => until >= today) ?? null;
  const [ended] = covering;
  return { lifting, ended: ended === undefined || lifting !== null ? null : toReference(ended) };
}

const covers = ({ agent, compiled }: Waiver, violation: Pick<PathViolation, 'agent' | 'path'>): boolean =>
  agent === violation.agent && !compiled.negated && compiled.matches(violation.path);

const toLift = ({ reason, until }: Waiver): PathViolation['waivedBy'] => ({
  kind: 'waiver',
  reason,
  by: null,
  until,
});

const toReference = ({ agent, path, reason, until, location }: Waiver): WaiverReference => ({
  agent,
  path,
  reason,
  until,
  file: location.file,
  line: location.line,
});

function report(
  code: WaiverFinding['code'],
  waiver: Waiver,
  policy: Pick<Policy, 'severity' | 'agents'>,
): readonly WaiverFinding[] {
  const severity = levelOf(policy, code, waiver.agent);
  return severity === 'off' ? [] : [{ code, severity, waiver: toReference(waiver) }];
}

/** A change that a waiver lets pass is work to keep: restoring the path to the state before an earlier one would drop it. */
function withLaterWork(paths: readonly PathViolation[], lineage: Lineage): readonly PathViolation[] {
  const kept = new Map<RepoPath, CommitSha>();
  for (const { path, commit, waivedBy } of paths) {
    if (waivedBy !== null) kept.set(path, commit);
  }
  return paths.map((violation) => {
    const later = stands(violation) ? kept.get(violation.path) : undefined;
    if (later === undefined) return violation;
    const place = placeOf(later, lineage);
    const isLater =
      lineage.isAncestor(placeOf(violation.commit, lineage), place) &&
      place > placeOf(violation.laterWork, lineage);
    return isLater ? { ...violation, laterWork: later } : violation;
  });
}

const placeOf = (commit: CommitSha | null, lineage: Lineage): number =>
  commit === null ? -1 : (lineage.indexOf(commit) ?? -1);
