import type { AttributedAgent, AttributedCommit } from '../attribution/attribute.js';
import type { Agent, Rule } from '../definitions/definition.js';
import type { Roster } from '../definitions/roster.js';
import { statusOf, type Commit, type OwnChange } from '../history.js';
import { AS_A_FILE } from '../in-head.js';
import { levelOf, type Policy } from '../policy/policy.js';
import type { PathViolation, Restoration, RuleReference, Violation } from '../violation.js';
import type { AgentName, RepoPath, Severity } from '../vocabulary.js';
import type { FindCollision } from './case-collisions.js';
import type { PathRulings } from './path-rulings.js';
import type { ProtectedPaths } from './protected-paths.js';
import { ownersOf, type Ruling } from './ruling.js';
import { rulingOnChange } from './ruling-on-change.js';
import type { SharedPaths } from './shared-paths.js';
import type { TrackedPaths } from './tracked-paths.js';

/** What a commit's changes are judged by. */
export interface Law {
  /** The roster at the base: the owners that a finding names. */
  readonly roster: Roster;
  readonly policy: Pick<Policy, 'severity' | 'agents' | 'shared'>;
  readonly protectedPaths: ProtectedPaths;
  readonly tracked: TrackedPaths;
  /** What `ruling` says of many paths, where it was worked out for all of them at once. */
  readonly rulings?: PathRulings | null;
}

/** The law with what is made of it once for all commits. */
export interface LawAtHand extends Law {
  readonly shared: SharedPaths;
  readonly findCollision: FindCollision;
}

/** What of a commit is judged. */
interface Work extends Pick<AttributedCommit, 'agents'> {
  readonly commit: Pick<Commit, 'sha' | 'changes'>;
}

type JointAttribution = Extract<Violation, { readonly code: 'joint-attribution' }>;

interface RuledAgent extends AttributedAgent {
  readonly ruling: Ruling;
}

/**
 * The findings on the paths of one commit, by the order of its changes. In a joint commit a path goes to those agents that
 * OWN it, and to all where none does; what a co-agent's ownership lifted is listed. There is nothing to find on a shared path.
 */
export function judgeCommit(
  { commit, agents }: Work,
  law: LawAtHand,
): readonly (PathViolation | JointAttribution)[] {
  if (agents.length === 0) return [];
  const [alone] = agents.length === 1 ? agents : [];
  return commit.changes.flatMap((change): readonly (PathViolation | JointAttribution)[] => {
    if (law.shared.opening(change) !== null) return NOTHING;
    if (alone !== undefined) {
      const ruling = rulingOnChange(alone.agent, change, law.tracked);
      return judgeChange(commit.sha, change, { ...alone, ruling }, law);
    }
    const ruled = agents.map((attributed) => ({
      ...attributed,
      ruling: rulingOnChange(attributed.agent, change, law.tracked),
    }));
    const lifting = ruled.filter(isOwner);
    const responsible = lifting.length > 0 ? lifting : ruled;
    const lifted = ruled.filter((agent) => !responsible.includes(agent));
    return [
      ...responsible.flatMap((agent) => judgeChange(commit.sha, change, agent, law)),
      ...lifted.flatMap((agent) => describeLift(commit.sha, change, agent, lifting, law)),
    ];
  });
}

const NOTHING: readonly never[] = [];

const isOwner = ({ ruling, provisional }: RuledAgent): boolean => ruling.verdict === 'owns' && !provisional;

function judgeChange(
  commit: PathViolation['commit'],
  change: OwnChange,
  { agent, provisional, ruling }: RuledAgent,
  law: LawAtHand,
): readonly PathViolation[] {
  const isProtected = law.protectedPaths.isProtected(change);
  // At home: what could still be found is another spelling of a new path.
  if (ruling.verdict === 'owns' && !isProtected && change.before !== null) return NOTHING;
  const finding = (
    code: PathViolation['code'],
    rule: Rule | null,
    collidesWith: RepoPath | null = null,
  ): readonly PathViolation[] =>
    withSeverity(law, code, agent.name, (severity) => ({
      code,
      severity,
      agent: agent.name,
      path: change.path,
      status: statusOf(change),
      commit,
      rule: rule === null ? null : toReference(rule),
      owners: (law.rulings?.owners(change.path) ?? ownersOf(law.roster, change.path)).filter(
        (owner) => owner !== agent.name,
      ),
      restoration: restorationOf(change),
      laterWork: null,
      undoneBy: null,
      waivedBy: null,
      endedWaiver: null,
      collidesWith,
      inHead: AS_A_FILE,
    }));
  const isSpared = (): boolean => !provisional && law.protectedPaths.isSpared(change.path, agent);
  return [
    ...(isProtected && !isSpared() ? finding('definition-edit', null) : []),
    ...(ruling.verdict === 'cannot-touch' ? finding('forbidden-path', ruling.rule) : []),
    ...(ruling.verdict === 'reads' ? finding('read-only-path', ruling.rule) : []),
    ...(ruling.verdict === 'none' && ownsSomething(agent) ? finding('outside-owns', null) : []),
    ...(isProtected || ruling.verdict === 'cannot-touch' ? [] : collisions()),
  ];

  function collisions(): readonly PathViolation[] {
    if (levelOf(law.policy, 'case-collision', agent.name) === 'off') return [];
    const collision = law.findCollision(change, agent);
    return collision === null ? [] : finding('case-collision', collision.rule, collision.path);
  }
}

const ownsSomething = ({ definitions }: Agent): boolean =>
  definitions.some(({ sections }) =>
    sections.some(({ kind, rules }) => kind === 'owns' && rules.some(({ compiled }) => !compiled.negated)),
  );

function describeLift(
  commit: PathViolation['commit'],
  change: OwnChange,
  ruled: RuledAgent,
  lifting: readonly RuledAgent[],
  law: Law,
): readonly JointAttribution[] {
  const { agent, ruling } = ruled;
  const lifted = liftedFrom(change, ruled, law);
  if (lifted === null) return [];
  return withSeverity(law, 'joint-attribution', agent.name, (severity) => ({
    code: 'joint-attribution',
    severity,
    commit,
    path: change.path,
    status: statusOf(change),
    agent: agent.name,
    lifted,
    rule: ruling.rule === null ? null : toReference(ruling.rule),
    owners: lifting.map((owner) => owner.agent.name).sort(),
  }));
}

/**
 * What the agent would have been charged with had it been alone; of a protected file that is said first. Work outside OWNS is
 * none: in a joint commit every agent has paths that another one owns.
 */
function liftedFrom(
  change: OwnChange,
  { agent, provisional, ruling }: RuledAgent,
  { policy, protectedPaths }: Law,
): JointAttribution['lifted'] | null {
  const isSpared = (): boolean => !provisional && protectedPaths.isSpared(change.path, agent);
  const isOn = levelOf(policy, 'definition-edit', agent.name) !== 'off';
  if (isOn && protectedPaths.isProtected(change) && !isSpared()) return 'definition-edit';
  if (ruling.verdict === 'cannot-touch') return 'forbidden-path';
  return ruling.verdict === 'reads' ? 'read-only-path' : null;
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
