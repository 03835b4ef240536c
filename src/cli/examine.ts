import { join } from 'node:path';
import { dayOf } from '../check/day.js';
import { toLintReport } from '../core/lint/lint-report.js';
import { diagnoseDefinitions } from '../core/setup/doctor/diagnose-definitions.js';
import { diagnoseHookRun, diagnoseHooks } from '../core/setup/doctor/diagnose-hooks.js';
import { diagnoseHookAnswer, diagnosePlugin, type HookAnswer } from '../core/setup/doctor/diagnose-plugin.js';
import { diagnoseRequired, type RequiredChecks } from '../core/setup/doctor/diagnose-required.js';
import { diagnoseWorkflows, findActionWorkflows } from '../core/setup/doctor/diagnose-workflow.js';
import { diagnose, type Diagnosis } from '../core/setup/doctor/diagnosis.js';
import { findProbe, toPayload } from '../core/setup/doctor/probe.js';
import type { RepoPath } from '../core/vocabulary.js';
import { toOperationalError } from '../operational-error.js';
import { readWorkingTree } from '../sources/git/working-tree.js';
import { createApi } from '../sources/github/api.js';
import { readHostedRepository } from '../sources/github/hosted-repository.js';
import { readRequiredChecks } from '../sources/github/required-checks.js';
import { readClaudeSettings } from '../sources/setup/doctor/claude-settings.js';
import { readStartedHooks, runHook } from '../sources/setup/doctor/started-hooks.js';
import { createUserGit } from '../sources/setup/user-git.js';
import { openSetup, type Setup } from './setup.js';
import type { Terminal } from './terminal.js';

/** Starts the plugin's hook with a payload on its standard input. */
export type AskHook = (payload: string) => Promise<HookAnswer>;

const OLDEST_NODE = 20;

/** All that `doctor` looks at, in the order of the report. Changes nothing in the repository. */
export async function examine(terminal: Terminal, askHook: AskHook | null): Promise<readonly Diagnosis[]> {
  const setup = await openSetup(terminal);
  const { facts, own, target, topLevel } = setup;
  const lint = toLintReport({ ...target, config: own.problems }, own.policy.definitions, own.policy);
  const claude = await readClaudeSettings(terminal.environment, topLevel);
  return [
    ...(await examineTools(setup, terminal)),
    ...diagnoseDefinitions(lint),
    ...diagnoseWorkflows(facts.workflows),
    ...diagnosePlugin(claude.files, claude.isKnown('agent-ownership')),
    await examinePlugin(setup, terminal, askHook),
    diagnose('worktrees', facts.worktreesIgnored ? 'worktrees-ignored' : 'worktrees-seen'),
    ...(await examineHooks(setup, terminal)),
    await examineRequired(setup, terminal),
  ];
}

async function examineTools({ git }: Setup, { nodeVersion }: Terminal): Promise<readonly Diagnosis[]> {
  const { stdout } = await git.run(['version']);
  const version = stdout
    .toString('utf8')
    .trim()
    .replace(/^git version /, '');
  const isNew = Number(/^v?(\d+)/.exec(nodeVersion)?.[1]) >= OLDEST_NODE;
  return [
    diagnose('node', isNew ? 'node-supported' : 'node-too-old', nodeVersion),
    diagnose('git', 'git-supported', version),
  ];
}

async function examinePlugin(
  { own, target, topLevel }: Setup,
  terminal: Terminal,
  askHook: AskHook | null,
): Promise<Diagnosis> {
  const probe = findProbe(target.roster, target.tracked, own.policy, dayOf(terminal.now()));
  if (probe === null) return diagnose('plugin-hook', 'nothing-to-ask');
  if (askHook === null) return diagnose('plugin-hook', 'plugin-not-asked');
  return diagnoseHookAnswer(await askHook(toPayload(probe, join(topLevel, probe.path), topLevel)));
}

/** The hook runs only where ours is part of it: other hooks are none of our business. */
async function examineHooks(setup: Setup, terminal: Terminal): Promise<readonly Diagnosis[]> {
  const { facts, own, target, topLevel } = setup;
  const { environment, temporaryDirectory } = terminal;
  const started = await readStartedHooks(createUserGit(environment, topLevel));
  const found = diagnoseHooks(facts.hooks, started);
  if (found.code !== 'git-hooks-installed') return [found];
  // The hook reads definitions at HEAD and in the index.
  const { files } = await readWorkingTree(setup.git, topLevel);
  const isKnown = (file: RepoPath): boolean => (files.get(file) ?? 'untracked') !== 'untracked';
  const agent = target.roster.agents.find(({ definitions }) => definitions.some(({ file }) => isKnown(file)));
  if (agent === undefined) return [found, diagnose('git-hook', 'nobody-to-stamp')];
  const git = createUserGit(environment, topLevel, { AGENT_NAME: agent.name });
  const trailer = `${own.policy.trailers[0] ?? 'Agent'}: ${agent.name}`;
  return [found, diagnoseHookRun(await runHook(git, temporaryDirectory, trailer))];
}

async function examineRequired({ facts, git }: Setup, { environment }: Terminal): Promise<Diagnosis> {
  const workflows = findActionWorkflows(facts.workflows);
  const jobs = workflows.flatMap(({ workflow }) => workflow.jobs.map(({ name }) => name));
  const required = await askWhatIsRequired();
  return diagnoseRequired(
    required,
    jobs,
    workflows.map(({ path }) => path),
  );

  async function askWhatIsRequired(): Promise<RequiredChecks> {
    const hosted = await readHostedRepository(git, environment);
    if (hosted === null) return { kind: 'no-repository' };
    const token = [environment['GITHUB_TOKEN'], environment['GH_TOKEN']].find((given) => given);
    if (token === undefined) return { kind: 'no-token' };
    try {
      const { createTokenClient } = await import('../sources/github/token-client.js');
      const octokit = createTokenClient({ apiUrl: hosted.apiUrl, token }, environment);
      return await readRequiredChecks(createApi({ octokit, repository: hosted.repository }));
    } catch (error) {
      const { code, subject } = toOperationalError(error);
      return { kind: 'not-answered', detail: subject === '' ? code : `${code}: ${subject}` };
    }
  }
}
