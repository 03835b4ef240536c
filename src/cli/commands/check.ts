import { checkBranch } from '../../check/check-branch.js';
import { withRepository } from '../../check/open-repository.js';
import type { Report } from '../../core/report.js';
import { OperationalError } from '../../operational-error.js';
import type { Paint } from '../../reporters/paint.js';
import { isAllInFrame, toFramedText, toIdleHint } from '../../reporters/text-frame.js';
import type { Repository } from '../../sources/git/borrowed-repository.js';
import { resolveDefaultBase, resolveRevisions } from '../../sources/git/revisions.js';
import { toSettings } from '../cli-settings.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import type { CheckOptions } from '../options.js';
import { writeReport } from '../report-output.js';
import type { Terminal } from '../terminal.js';

/** `check`: the verdict of the action for a local branch. */
export async function runCheck(options: CheckOptions, terminal: Terminal): Promise<ExitCode> {
  const { workingDirectory: directory, environment, temporaryDirectory } = terminal;
  const report = await withRepository({ environment, directory, temporaryDirectory }, async (opened) => {
    const { workspace, workspaceGit } = opened;
    const [head = null, given = null] = await resolveRevisions(workspaceGit, directory, [
      options.head,
      ...(options.base === undefined ? [] : [options.base]),
    ]);
    const base = given ?? (await resolveDefaultBase(workspaceGit, directory));
    if (head === null) throw new OperationalError('unknown-revision', options.head);
    const settings = toSettings(options, workspace.topLevel, terminal);
    const judged = await checkBranch(opened, { base, head }, settings);
    return options.format === 'text' ? judged : withLines(opened.borrowed, judged);
  });
  return reportCheck(report, options, terminal);
}

/** Writes a verdict and gives the exit status that it means. */
export async function reportCheck(
  report: Report,
  options: CheckOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  await writeReport(
    {
      text: ({ paint }) => toCheckText(report, paint),
      json: async () => (await import('../../reporters/json.js')).toCheckJson(report),
      github: async () => (await import('../../reporters/github-check.js')).toCheckCommands(report),
      markdown: async () => (await import('../../reporters/summary.js')).toSummary(report, null),
      sarif: async () => (await import('./check-sarif.js')).toSarifFile(report),
    },
    options,
    terminal,
  );
  return report.conclusion === 'success' ? EXIT.clean : EXIT.findings;
}

/** For formats that tell lines. What cannot be told is `null` there, and has no other place to be said. */
async function withLines(repository: Repository, report: Report): Promise<Report> {
  const { locateFindings } = await import('../../check/locate-findings.js');
  return locateFindings(repository, report, () => undefined);
}

/** Most branches are clean, and most that are not leave the definitions alone: spares them the words for the rest. */
export async function toCheckText(report: Report, paint: Paint): Promise<string> {
  if (isAllInFrame(report)) return toFramedText(report, [toIdleHint(report, paint)], paint);
  if (report.problems.length > 0) return (await import('../../reporters/text.js')).toText(report, paint);
  return (await import('../../reporters/text-body.js')).toTextWith(report, [], paint);
}
