import { AGENTS, editsDefinitions, verdictOnChange, type SimpleAgent } from './agents.js';
import { stateOf } from './files.js';
import { ancestorsOf } from './generate.js';
import type { OracleChanges } from './own-changes.js';
import { rangeOf } from './ranges.js';
import { isTakenBack, type PathStory } from './undone-oracle.js';
import type { WrittenHistory } from './write-histories.js';

export interface OracleVerdict {
  readonly conclusion: 'success' | 'failure' | 'no-merge-base';
  /** `commit agent path code`, with `undone` behind it where it is. */
  readonly findings: readonly string[];
}

type Code = 'forbidden-path' | 'definition-edit' | 'read-only-path';

interface Finding {
  readonly commit: number;
  readonly agent: string;
  readonly path: string;
  readonly code: Code;
}

/** The verdict by the words of the reference: every commit by itself, every line of history one after the other. */
export function judgeByTheBook(history: WrittenHistory, own: readonly OracleChanges[]): OracleVerdict {
  const { commits, base, head, names } = history;
  const { range, bases } = rangeOf(history);
  if (bases.length === 0) return { conclusion: 'no-merge-base', findings: [] };

  const tracked = new Set([base, head].flatMap((commit) => [...(commits[commit]?.files.keys() ?? [])]));
  const others: string[] = [];
  const findings: Finding[] = [];
  for (const commit of range) {
    const claims = commits[commit]?.claims ?? [];
    const agents = AGENTS.filter(({ name }) => claims.includes(name));
    if (agents.length < claims.length) others.push(`${names[commit] ?? ''} unknown-agent`);
    for (const [path, { before, after }] of own[commit] ?? []) {
      const verdict = (agent: SimpleAgent) =>
        verdictOnChange(agent, path, [before.slice(0, 6), after.slice(0, 6)], tracked);
      const owners = agents.length > 1 ? agents.filter((agent) => verdict(agent) === 'owns') : [];
      for (const agent of agents) {
        const isLifted = owners.length > 0 && !owners.includes(agent);
        const found = [
          ...(verdict(agent) === 'cannot-touch' ? ['forbidden-path' as const] : []),
          ...(verdict(agent) === 'reads' ? ['read-only-path' as const] : []),
        ];
        const all = [...found, ...(editsDefinitions(agent, path) ? ['definition-edit' as const] : [])];
        const codes = isLifted ? [] : all;
        findings.push(...codes.map((code) => ({ commit, agent: agent.name, path, code })));
        if (isLifted && all.length > 0) {
          others.push([names[commit], agent.name, path, 'joint-attribution'].join(' '));
        }
      }
    }
  }
  const charged = findings.filter((finding) => !takesBack(finding, findings, history, own, range));
  const settled = charged.map((finding) => {
    const story = tellStory(finding.path, findings, charged, history, own, range);
    const state = (commit: number): string => stateOf(commits[commit]?.files.get(finding.path));
    const bringsNothing =
      state(head) === state(base) || bases.every((commit) => state(commit) === state(head));
    return { finding, undone: bringsNothing || isTakenBack(story, finding.commit) };
  });
  const fails =
    others.some((other) => other.endsWith('unknown-agent')) ||
    settled.some(({ finding, undone }) => !undone && finding.code !== 'read-only-path');
  return {
    conclusion: fails ? 'failure' : 'success',
    findings: [
      ...others,
      ...settled.map(({ finding: { commit, agent, path, code }, undone }) =>
        [names[commit], agent, path, code, ...(undone ? ['undone'] : [])].join(' '),
      ),
    ].sort(),
  };
}

const isForbidden = ({ code }: Finding): boolean => code !== 'read-only-path';

/**
 * Whether the change sets the path to its state before an earlier change that was found against, with nothing but such
 * changes in between; taking back what took back excuses nothing, and a warning excuses nothing that is forbidden.
 */
function takesBack(
  finding: Finding,
  findings: readonly Finding[],
  history: WrittenHistory,
  own: readonly OracleChanges[],
  range: readonly number[],
): boolean {
  const { path, commit } = finding;
  const excuses = findings.filter(
    (other) => other.path === path && (!isForbidden(finding) || isForbidden(other)),
  );
  const change = own[commit]?.get(path);
  const past = ancestorsOf(history.commits, commit);
  const earlier = range.filter((other) => other !== commit && past.has(other) && own[other]?.has(path));
  return earlier.some((start) => {
    const offence = excuses.filter((other) => other.commit === start);
    const counts = offence.some((other) => !takesBack(other, findings, history, own, range));
    if (!counts || own[start]?.get(path)?.before !== change?.after) return false;
    const since = earlier.filter((other) => ancestorsOf(history.commits, other).has(start));
    return (
      since.every((other) => excuses.some((excuse) => excuse.commit === other)) &&
      since.some((other) => own[other]?.get(path)?.after === change?.before)
    );
  });
}

function tellStory(
  path: string,
  findings: readonly Finding[],
  charged: readonly Finding[],
  { commits, head }: WrittenHistory,
  own: readonly OracleChanges[],
  range: readonly number[],
): PathStory {
  const isKnown = (claims: readonly string[]): boolean =>
    claims.length > 0 && claims.every((claim) => AGENTS.some(({ name }) => name === claim));
  return {
    path,
    head,
    parents: new Map(range.map((commit) => [commit, commits[commit]?.parents ?? []])),
    stateAt: (commit) => stateOf(commits[commit]?.files.get(path)),
    changes: new Map(range.map((commit) => [commit, own[commit] ?? new Map()])),
    answersForItself: (commit) =>
      own[commit]?.has(path) === true &&
      isKnown(commits[commit]?.claims ?? []) &&
      !findings.some((finding) => finding.commit === commit && finding.path === path),
    offends: (commit) =>
      charged.some((finding) => finding.commit === commit && finding.path === path && isForbidden(finding)),
    isAncestor: (ancestor, descendant) =>
      ancestor !== descendant && ancestorsOf(commits, descendant).has(ancestor),
  };
}
