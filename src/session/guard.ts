import { dirname } from 'node:path';
import { dayOf } from '../check/day.js';
import { createTrackedPaths } from '../core/judgement/tracked-paths.js';
import { ABSTAIN, type Answer, type PathFinding, type Refusal } from '../core/session/answer.js';
import type { BeforeTool } from '../core/session/event.js';
import { steersGit } from '../core/session/git-directory.js';
import { judgeWrite, withOwners } from '../core/session/judge-write.js';
import { writtenPaths } from '../core/session/written-paths.js';
import type { RepoPath } from '../core/vocabulary.js';
import type { Git } from '../sources/git/run.js';
import { toAbsolutePath } from '../sources/session/named-paths.js';
import { findPlace, placesOf, realPath, type PathInPlace } from '../sources/session/places.js';
import type { BoundAgent, RulesInForce, Surroundings } from './bearings.js';
import { readRules } from './rules-in-force.js';

/**
 * Before a tool writes: denies what would fail the check if the agent committed it, in whichever working tree the file lies.
 * Silent for who is not bound there.
 */
export async function beforeWrite(event: BeforeTool, surroundings: Surroundings): Promise<Answer> {
  if (event.actor.agentType === null) return ABSTAIN;
  const cwd = realPath(event.cwd);
  const refusals = new Map<string, Refusal>();
  for (const { directory, path } of filesOf(event, surroundings)) {
    for (const found of placesOf(path)) {
      const home = findPlace(cwd) ?? found.place;
      const from = [cwd, realPath(directory)];
      const git = gitFor(found, surroundings);
      const rules = readRules(event, { place: found.place, from, home, git }, surroundings);
      for (const refusal of await judge(found, rules, git)) refusals.set(JSON.stringify(refusal), refusal);
    }
  }
  return refusals.size === 0 ? ABSTAIN : { kind: 'deny', refusals: [...refusals.values()] };
}

/** The files that a call writes. An MCP server resolves paths where the client was started, and not where the agent is. */
function filesOf({ call, cwd }: BeforeTool, { environment }: Surroundings) {
  const started = environment['CLAUDE_PROJECT_DIR'] ?? '';
  const base = {
    directory: call.tool.startsWith('mcp__') && started !== '' ? started : cwd,
    home: environment['HOME'] ?? environment['USERPROFILE'] ?? null,
  };
  return writtenPaths(call).flatMap((written) => {
    const path = toAbsolutePath(written, base);
    return path === null ? [] : [{ path, directory: dirname(path) }];
  });
}

/** Loaded only where it is needed: most writes ask git nothing. */
const gitFor =
  ({ place }: PathInPlace, { environment }: Surroundings) =>
  async (): Promise<Git> => {
    const { createWorkspaceGit } = await import('../sources/git/workspace.js');
    return createWorkspaceGit(environment, place.topLevel);
  };

async function judge(
  written: PathInPlace,
  rules: RulesInForce,
  git: () => Promise<Git>,
): Promise<readonly Refusal[]> {
  const { path, inGit, exists } = written;
  const { policy, problems: config } = await rules.policy();
  if (policy.mode === 'report-only') return [];
  if (inGit !== null && !steersGit(inGit)) return [];
  const bound = await rules.agent();
  if (bound === null) return [];
  const { agent, actingAs } = bound;
  const who = { agent: agent.name, actingAs };
  if (path === null) return [{ kind: 'git-directory', ...who, file: `.git/${inGit ?? ''}` }];
  const findings = await judgePath({ path, exists }, bound, rules, git);
  if (findings.length > 0) {
    const roster = await rules.roster();
    return findings.map((finding) => ({
      kind: 'path',
      ...who,
      finding: withOwners(finding, roster),
      config,
    }));
  }
  const problems = bound.problems.filter(({ severity }) => severity === 'error');
  return problems.length > 0 ? [{ kind: 'unreadable-rules', ...who, problems }] : [];
}

async function judgePath(
  written: { readonly path: RepoPath; readonly exists: boolean },
  { agent }: BoundAgent,
  rules: RulesInForce,
  git: () => Promise<Git>,
): Promise<readonly PathFinding[]> {
  const { policy } = await rules.policy();
  const collides = [policy.severity, policy.agents[agent.name]?.severity].some(
    (levels) => levels?.['case-collision'] === 'error',
  );
  return judgeWrite(written, agent, {
    policy,
    protectedPaths: await rules.protectedPaths(),
    tracked: createTrackedPaths(collides ? await readTracked(await git(), rules.place.topLevel) : []),
    today: dayOf(rules.now),
  });
}

async function readTracked(git: Git, topLevel: string): Promise<readonly RepoPath[]> {
  const { readWorkingTree } = await import('../sources/git/working-tree.js');
  const { files } = await readWorkingTree(git, topLevel);
  return [...files].flatMap(([path, kind]) => (kind === 'untracked' ? [] : [path]));
}
