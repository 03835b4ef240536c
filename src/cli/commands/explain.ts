import { relative, resolve, sep } from 'node:path';
import { readRosterAt, readWorkingTreeRoster } from '../../check/read-roster.js';
import { lookUpName } from '../../core/attribution/names.js';
import { createIsDefinitionPath } from '../../core/definitions/definition-paths.js';
import type { Roster } from '../../core/definitions/roster.js';
import { explainPaths } from '../../core/judgement/explain.js';
import { createProtectedPaths } from '../../core/judgement/protected-paths.js';
import { DEFAULT_POLICY } from '../../core/policy/policy.js';
import { repoPath, type RepoPath } from '../../core/vocabulary.js';
import { OperationalError } from '../../operational-error.js';
import { toExplainJson } from '../../reporters/json.js';
import { toExplainText } from '../../reporters/text-explain.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import type { ExplainOptions } from '../options.js';
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
  const { result: roster, topLevel } = await readAt(options.at, terminal, {
    atCommit: (repository, commit) => readRosterAt(repository, commit, DEFAULT_POLICY),
    onDisk: (git, top) => readWorkingTreeRoster(git, top, DEFAULT_POLICY),
  });
  const root = topLevel ?? terminal.workingDirectory;
  const { definitions } = DEFAULT_POLICY;
  const paths = given.map((path) => toRepoPath(path, root, terminal.workingDirectory));
  const explanations = explainPaths(
    onlyAgent(roster, options.agent),
    paths,
    createProtectedPaths(definitions, createIsDefinitionPath(definitions), new Set()),
  );
  await writeReport(
    {
      text: ({ paint }) => toExplainText(explanations, paint),
      json: () => toExplainJson(explanations),
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

function toRepoPath(path: string, root: string, workingDirectory: string): RepoPath {
  const inside = relative(root, resolve(workingDirectory, path));
  if (inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || resolve(root, inside) === inside) {
    throw new OperationalError('path-outside', path);
  }
  return repoPath(inside.split(sep).join('/'));
}

function onlyAgent(roster: Roster, name: string | undefined): Roster {
  if (name === undefined) return roster;
  const found = lookUpName(name, roster);
  if (found.kind === 'known') return { ...roster, agents: [found.agent] };
  throw new OperationalError('no-such-agent', name);
}
