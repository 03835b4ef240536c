import type { AttributedAgent, AttributedCommit } from '../attribution/attribute.js';
import type { Rule } from '../definitions/definition.js';
import type { Roster } from '../definitions/roster.js';
import { statusOf, type OwnChange } from '../history.js';
import { levelOf, type Policy } from '../policy/policy.js';
import type { PathViolation, Restoration, RuleReference, Violation } from '../violation.js';
import type { AgentName, Severity } from '../vocabulary.js';
import type { ProtectedPaths } from './protected-paths.js';
import { ownersOf, type Ruling } from './ruling.js';
import { rulingOnChange } from './ruling-on-change.js';
import type { TrackedPaths } from './tracked-paths.js';

/** What a commit's changes are judged by. */
export interface Law {
  /** The roster at the base: the owners that a finding names. */
  readonly roster: Roster;
  readonly policy: Pick<Policy, 'severity' | 'agents'>;
  readonly protectedPaths: ProtectedPaths;
  readonly tracked: TrackedPaths;
}

type JointAttribution = Extract<Violation, { readonly code: 'joint-attribution' }>;

interface RuledAgent extends AttributedAgent {
  readonly ruling: Ruling;
}

/**
 * The findings on the paths of one commit, by the order of its changes. In a joint commit a path goes to those agents that
 * OWN it, and to all where none does; what a co-agent's ownership lifted is listed.
 */
export function judgeCommit(
  { commit, agents }: AttributedCommit,
  law: Law,
): readonly (PathViolation | JointAttribution)[] {
  if (agents.length === 0) return [];
  return commit.changes.flatMap((change) => {
    const ruled = agents.map((attributed) => ({
      ...attributed,
      ruling: rulingOnChange(attributed.agent, change, law.tracked),
    }));
    const lifting = agents.length > 1 ? ruled.filter(isOwner) : [];
    const responsible = lifting.length > 0 ? lifting : ruled;
    const lifted = ruled.filter((agent) => !responsible.includes(agent));
    return [
      ...responsible.flatMap((agent) => judgeChange(commit.sha, change, agent, law)),
      ...lifted.flatMap((agent) => describeLift(commit.sha, change, agent, lifting, law)),
    ];
  });
}

const isOwner = ({ ruling, provisional }: RuledAgent): boolean => ruling.verdict === 'owns' && !provisional;

function judgeChange(
  commit: PathViolation['commit'],
  change: OwnChange,
  { agent, provisional, ruling }: RuledAgent,
  law: Law,
): readonly PathViolation[] {
  const finding = (code: PathViolation['code'], rule: Rule | null): readonly PathViolation[] =>
    withSeverity(law, code, agent.name, (severity) => ({
      code,
      severity,
      agent: agent.name,
      path: change.path,
      status: statusOf(change),
      commit,
      rule: rule === null ? null : toReference(rule),
      owners: ownersOf(law.roster, change.path).filter((owner) => owner !== agent.name),
      restoration: restorationOf(change),
      laterWork: null,
      undoneBy: null,
      waivedBy: null,
      collidesWith: null,
    }));
  const isSpared = (): boolean => !provisional && law.protectedPaths.isSpared(change.path, agent);
  return [
    ...(law.protectedPaths.isProtected(change) && !isSpared() ? finding('definition-edit', null) : []),
    ...(ruling.verdict === 'cannot-touch' ? finding('forbidden-path', ruling.rule) : []),
    ...(ruling.verdict === 'reads' ? finding('read-only-path', ruling.rule) : []),
  ];
}

function describeLift(
  commit: PathViolation['commit'],
  change: OwnChange,
  { agent, ruling }: RuledAgent,
  lifting: readonly RuledAgent[],
  law: Law,
): readonly JointAttribution[] {
  if (ruling.verdict !== 'cannot-touch' && ruling.verdict !== 'reads') return [];
  return withSeverity(law, 'joint-attribution', agent.name, (severity) => ({
    code: 'joint-attribution',
    severity,
    commit,
    path: change.path,
    status: statusOf(change),
    agent: agent.name,
    rule: toReference(ruling.rule),
    owners: lifting.map((owner) => owner.agent.name).sort(),
  }));
}

function withSeverity<Finding extends Violation>(
  { policy }: Law,
  code: Finding['code'],
  agent: AgentName,
  build: (severity: Severity) => Finding,
): readonly Finding[] {
  const severity = levelOf(policy, code, agent);
  return severity === 'off' ? [] : [build(severity)];
}

function restorationOf({ before, beforeIn }: OwnChange): Restoration {
  if (before === null) return { kind: 'remove' };
  return beforeIn === 'automatic-merge' ? { kind: 'automatic-merge' } : { kind: 'parent', parent: beforeIn };
}

/** The rule as a report shows it. */
export const toReference = ({ section, pattern, remark, condition, location }: Rule): RuleReference => ({
  section,
  pattern,
  remark,
  condition,
  file: location.file,
  line: location.line,
});
