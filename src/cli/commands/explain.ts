import { requirePolicy } from '../../check/read-policy.js';
import { readRosterAt } from '../../check/read-roster.js';
import { readWorkingTreeRoster } from '../../check/read-roster-on-disk.js';
import { lookUpName, nearestNames } from '../../core/attribution/names.js';
import { createIsDefinitionPath } from '../../core/definitions/definition-paths.js';
import type { Roster } from '../../core/definitions/roster.js';
import { explainPaths } from '../../core/judgement/explain.js';
import { createProtectedPaths } from '../../core/judgement/protected-paths.js';
import type { Change } from '../../core/history.js';
import { compilePattern } from '../../core/patterns/dialect.js';
import type { Policy } from '../../core/policy/policy.js';
import { repoPath } from '../../core/vocabulary.js';
import { OperationalError } from '../../operational-error.js';
import { toExplainText } from '../../reporters/text-explain.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import type { ExplainOptions } from '../options.js';
import { toRepoPath } from '../repo-path.js';
import { writeReport } from '../report-output.js';
import type { Terminal } from '../terminal.js';
import { readAt } from './read-at.js';

/** `explain`: what each agent may do with each path, and which line says so. */
export async function runExplain(
  args: readonly string[],
  options: ExplainOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const given = args.length === 1 && args[0] === '-' ? await readPaths(terminal) : args;
  const { result, topLevel } = await readAt(options, terminal, {
    atCommit: async (repository, commit, own) => {
      const policy = await requirePolicy(own);
      return { policy, roster: await readRosterAt(repository, commit, policy) };
    },
    onDisk: async (git, top, own) => {
      const policy = await requirePolicy(own);
      return { policy, roster: await readWorkingTreeRoster(git, top, policy) };
    },
  });
  const root = topLevel ?? terminal.workingDirectory;
  const paths = given.map((path) => toRepoPath(path, root, terminal.workingDirectory));
  const explanations = explainPaths(onlyAgent(result.roster, options.agent), paths, {
    isProtected: isProtectedBy(result.policy),
    shared: result.policy.shared,
  });
  await writeReport(
    {
      text: ({ paint }) => toExplainText(explanations, paint),
      json: async () => (await import('../../reporters/json.js')).toExplainJson(explanations),
    },
    options,
    terminal,
  );
  return EXIT.clean;
}

async function readPaths(terminal: Terminal): Promise<readonly string[]> {
  const input = await terminal.readInput();
  return input.split(input.includes('\0') ? '\0' : /\r?\n/).filter((line) => line !== '');
}

/** The protected paths of a policy, without the targets of links, which only a tree tells. */
function isProtectedBy(policy: Policy): (change: Change) => boolean {
  const { definitions } = policy;
  const usual = createProtectedPaths(definitions, createIsDefinitionPath(definitions), new Set());
  const further = policy.protected.flatMap((pattern) => {
    const result = compilePattern(pattern, { section: 'owns', root: repoPath('') });
    return result.ok ? [result.pattern] : [];
  });
  return (change) => usual.isProtected(change) || further.some((pattern) => pattern.matches(change.path));
}

function onlyAgent(roster: Roster, name: string | undefined): Roster {
  if (name === undefined) return roster;
  const found = lookUpName(name, roster);
  if (found.kind === 'known') return { ...roster, agents: [found.agent] };
  const suggestions = found.kind === 'ambiguous' ? found.names : nearestNames(name, roster);
  throw new OperationalError('no-such-agent', name, { suggestions });
}
