import type { AttributedAgent, AttributedCommit } from '../attribution/attribute.js';
import type { Mark } from '../attribution/marks.js';
import { hasDivider, lineOfClaim, rewritingOf, type Rewriting } from '../attribution/rewriting.js';
import { levelOf, type Policy } from '../policy/policy.js';
import type { CommitViolation } from '../violation.js';
import type { AgentName, Severity } from '../vocabulary.js';

type Levels = Pick<Policy, 'severity' | 'agents'>;

/** More marks tell nobody more. */
const MOST_MARKS = 20;

/**
 * The findings on who made the commits: unreadable messages, unknown names, trailers that git does not see, agents that the
 * base does not define (each once), and the work of an AI that nobody answers for (once for all commits).
 */
export function findIdentityProblems(
  attributed: readonly AttributedCommit[],
  policy: Levels,
): readonly CommitViolation[] {
  const isNew = createOnce();
  const rewriting = rewritingOf(attributed.map(({ commit }) => commit));
  return [
    ...attributed.flatMap((commit) => [
      ...onMessage(commit, policy, rewriting(commit.commit)),
      ...onMisplaced(commit, policy, rewriting(commit.commit)),
      ...commit.agents.filter(isNew).flatMap((agent) => onOrigin(commit, agent, policy)),
    ]),
    ...onAnonymous(attributed, policy),
  ];
}

/** True for an agent that the base does not define, the first time. */
function createOnce(): (agent: AttributedAgent) => boolean {
  const seen = new Set<AgentName>();
  return ({ agent, foundAt }) => {
    if (foundAt === 'base' || seen.has(agent.name)) return false;
    seen.add(agent.name);
    return true;
  };
}

const onMessage = (
  { commit, unknown }: AttributedCommit,
  policy: Levels,
  rewriting: Rewriting,
): readonly CommitViolation[] => [
  ...(commit.unreadable === null
    ? []
    : unlessOff(levelOf(policy, 'unreadable-commit', null), (severity) => ({
        code: 'unreadable-commit' as const,
        severity,
        commit: commit.sha,
        reason: commit.unreadable ?? 'nul-in-message',
        ...rewriting,
      }))),
  ...unknown.flatMap(({ value, suggestions }) =>
    unlessOff(levelOf(policy, 'unknown-agent', null), (severity) => ({
      code: 'unknown-agent' as const,
      severity,
      commit: commit.sha,
      claim: value,
      suggestions,
      written: lineOfClaim(commit, value),
      ...rewriting,
    })),
  ),
];

function onMisplaced(
  { commit, misplaced }: AttributedCommit,
  policy: Levels,
  rewriting: Rewriting,
): readonly CommitViolation[] {
  const trailers = misplaced.map(({ key, agent }) => `${key}: ${agent.agent.name}`);
  return misplaced.flatMap(({ agent, written, where }, index) =>
    unlessOff(levelOf(policy, 'misplaced-trailer', agent.agent.name), (severity) => ({
      code: 'misplaced-trailer' as const,
      severity,
      agent: agent.agent.name,
      commit: commit.sha,
      written,
      where,
      trailer: trailers[index] ?? '',
      trailers,
      hasDivider: hasDivider(commit),
      ...rewriting,
      waivedBy: null,
    })),
  );
}

function onOrigin(
  { commit }: AttributedCommit,
  { agent, foundAt }: AttributedAgent,
  policy: Levels,
): readonly CommitViolation[] {
  const [definition] = agent.definitions;
  if (definition === undefined) return [];
  const facts = { agent: agent.name, commit: commit.sha, file: definition.file };
  switch (foundAt) {
    case 'base':
      return [];
    case 'head':
      return unlessOff(levelOf(policy, 'provisional-agent', agent.name), (severity) => ({
        code: 'provisional-agent' as const,
        severity,
        ...facts,
        waivedBy: null,
      }));
    case 'merge-base':
    case 'default-branch':
      return unlessOff(levelOf(policy, 'retired-agent', agent.name), (severity) => ({
        code: 'retired-agent' as const,
        severity,
        ...facts,
        foundAt,
      }));
  }
}

function onAnonymous(attributed: readonly AttributedCommit[], policy: Levels): readonly CommitViolation[] {
  const anonymous = attributed.filter(({ kind }) => kind === 'anonymous');
  const [first] = anonymous;
  if (first === undefined) return [];
  const marks = new Map<string, Mark>();
  for (const mark of anonymous.flatMap((commit) => commit.marks)) {
    if (marks.size >= MOST_MARKS) break;
    const key = `${mark.kind} ${mark.value}`;
    if (!marks.has(key)) marks.set(key, mark);
  }
  return unlessOff(levelOf(policy, 'anonymous-agent', null), (severity) => ({
    code: 'anonymous-agent' as const,
    severity,
    commit: first.commit.sha,
    commits: anonymous.length,
    marks: [...marks.values()],
  }));
}

const unlessOff = <Finding extends CommitViolation>(
  severity: Severity | 'off',
  build: (severity: Severity) => Finding,
): readonly Finding[] => (severity === 'off' ? [] : [build(severity)]);
