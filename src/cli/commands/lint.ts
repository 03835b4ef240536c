import { resolve } from 'node:path';
import type { OwnPolicy } from '../../check/read-policy.js';
import { readLintTargetAt, toRoster } from '../../check/read-roster.js';
import { readWorkingTreeLintTarget } from '../../check/read-roster-on-disk.js';
import { toLintReport, type LintSubject } from '../../core/lint/lint-report.js';
import type { LintTarget } from '../../core/lint/lint-roster.js';
import { DEFAULT_POLICY, type Policy } from '../../core/policy/policy.js';
import { toLintText } from '../../reporters/text-lint.js';
import { readDefinitionFile } from '../../sources/definition-file.js';
import { VERSION } from '../../version.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import type { LintOptions } from '../options.js';
import { writeReport } from '../report-output.js';
import type { Terminal } from '../terminal.js';
import { readAt } from './read-at.js';

/** `lint`: what was understood of every definition, and what is wrong with it. */
export async function runLint(options: LintOptions, terminal: Terminal): Promise<ExitCode> {
  const isByPath = options.definition.length > 0;
  const { subject, policy } = isByPath
    ? { subject: await readFiles(options, terminal), policy: DEFAULT_POLICY }
    : await readTree(options, terminal);
  const report = toLintReport(subject, isByPath ? [] : policy.definitions, policy);
  await writeReport(
    {
      text: ({ paint, width }) => toLintText(report, paint, width),
      json: async () => (await import('../../reporters/json.js')).toLintJson(report),
      github: async () => (await import('../../reporters/github-lint.js')).toGithubCommands(report),
      sarif: async () => (await import('../../reporters/sarif.js')).toSarif(report, VERSION),
    },
    options,
    terminal,
  );
  return report.problems.some(({ severity }) => severity === 'error') ? EXIT.findings : EXIT.clean;
}

/** By the config of the tree; one that cannot be used is a problem among the others, and the defaults hold. */
async function readTree(
  options: LintOptions,
  terminal: Terminal,
): Promise<{ readonly subject: LintSubject; readonly policy: Policy }> {
  const { result } = await readAt(options, terminal, {
    atCommit: async (repository, commit, own) =>
      withConfig(own, await readLintTargetAt(repository, commit, own.policy)),
    onDisk: async (git, topLevel, own) =>
      withConfig(own, await readWorkingTreeLintTarget(git, topLevel, own.policy)),
  });
  return result;
}

const withConfig = ({ policy, problems }: OwnPolicy, target: LintTarget) => ({
  subject: { ...target, config: problems },
  policy,
});

/** Files by their paths, each once however often and in whatever spelling it is named. */
async function readFiles({ definition }: LintOptions, terminal: Terminal): Promise<LintSubject> {
  const { workingDirectory } = terminal;
  const distinct = new Map(definition.toReversed().map((file) => [resolve(workingDirectory, file), file]));
  const sources = await Promise.all(
    [...distinct.values()].map((file) => readDefinitionFile(workingDirectory, file)),
  );
  return { roster: toRoster(sources, DEFAULT_POLICY), contract: null, tracked: null };
}
