import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Refusal } from '../core/session/answer.js';
import type { BeforeTool } from '../core/session/event.js';
import type { JournalFailureFinding, WorkFinding } from '../core/session/work-finding.js';
import { stampCommits, type Stamp } from '../core/shell/append-trailers.js';
import type { CommitCall } from '../core/shell/commit-call.js';
import { readCommand } from '../core/shell/read-command.js';
import type { AgentName } from '../core/vocabulary.js';
import { readHead } from '../sources/git/whereabouts.js';
import { attempt } from './attempt.js';
import type { Bearings, BearingsAt, BoundAgent } from './bearings.js';
import { readMadeCommits } from './commits-made.js';
import type { CommitPlace } from './foresee.js';
import { judgeCommit } from './judge-commit.js';

/** What became of the commits in a text. */
export interface Stamped {
  /** The text with the names in it; the text itself where nothing is to be added. */
  readonly text: string;
  /** What one of the commits would break. */
  readonly refusals: readonly Refusal[];
  /** Why a commit could be neither judged nor stamped, where nobody is bound who makes it. */
  readonly failures: readonly WorkFinding[];
}

/**
 * Adds the names of the agents to each commit of a text that is understood for certain: of the agent that runs it, and of
 * those whose noted work it will hold.
 */
export async function stampText({ cwd }: BeforeTool, text: string, bearingsAt: BearingsAt): Promise<Stamped> {
  const stamps: Stamp[] = [];
  const refusals: Refusal[] = [];
  const failures: WorkFinding[] = [];
  const commits = readCommand(text).commits.filter(({ dryRun }) => !dryRun);
  for (const [index, call] of commits.entries()) {
    if (call.directory === null || isElsewhere(call)) continue;
    const directory = await realpath(resolve(cwd, ...call.directory)).catch(() => null);
    const bearings = directory === null ? null : bearingsAt(directory);
    if (directory === null || bearings === null) continue;
    const place = { workingDirectory: cwd, directory, earlier: commits.slice(0, index) };
    const errors: JournalFailureFinding[] = [];
    const commit = await attempt(() => stampCommit(call, place, bearings), errors, 'not-stamped');
    if (commit === null) {
      const bound = await bearings.agent();
      if (bound === null) failures.push(...errors);
      else refusals.push(...errors.map(({ subject }) => toRefusal(bound, subject)));
      continue;
    }
    refusals.push(...commit.refusals);
    const { policy } = await bearings.policy();
    const key = policy.trailers[0] ?? 'Agent';
    stamps.push({ call, trailers: commit.agents.map((value) => ({ key, value })) });
  }
  return { text: stampCommits(text, stamps), refusals, failures };
}

/** What a bound agent's commit would break is not known: it is not made. */
const toRefusal = ({ agent, actingAs }: BoundAgent, subject: string): Refusal => ({
  kind: 'unjudged-commit',
  agent: agent.name,
  actingAs,
  subject,
});

/** Options and variables that lead git to another repository than its directory says. */
const LEADING_AWAY = new Set(['--git-dir', '--work-tree', '--namespace', '--bare', '--config-env']);

const isElsewhere = ({ globalOptions, environment }: CommitCall): boolean =>
  globalOptions.some(({ name }) => LEADING_AWAY.has(name)) ||
  ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_COMMON_DIR', 'GIT_OBJECT_DIRECTORY'].some((name) =>
    environment.has(name),
  );

async function stampCommit(
  call: CommitCall,
  place: CommitPlace,
  bearings: Bearings,
): Promise<{ readonly agents: readonly AgentName[]; readonly refusals: readonly Refusal[] }> {
  const bound = await bearings.agent();
  const own = bound?.agent.name ?? null;
  if (call.amend && (own === null || !(await isHeadOf(own, bearings)))) return { agents: [], refusals: [] };
  const { makers, refusals } = await judgeCommit(call, place, bearings);
  const agents = [...new Set([...(own === null ? [] : [own]), ...makers])];
  return { agents, refusals };
}

/** Whether the commit that is checked out names the agent. */
async function isHeadOf(agent: AgentName, bearings: Bearings): Promise<boolean> {
  const head = await readHead(bearings.git);
  if (head === null) return false;
  const [made] = await readMadeCommits([{ from: null, to: head, at: 0, kind: 'commit' }], bearings);
  return made?.claims.includes(agent) ?? false;
}
