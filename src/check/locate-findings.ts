import { AS_A_FILE, toInHead, type InHead } from '../core/in-head.js';
import type { Report } from '../core/report.js';
import { stands, type PathViolation, type Violation } from '../core/violation.js';
import type { RepoPath, Severity } from '../core/vocabulary.js';
import { toOperationalError } from '../operational-error.js';
import { canBeBlamed } from '../sources/git/blame.js';
import type { Repository } from '../sources/git/borrowed-repository.js';
import { readEntries } from '../sources/git/entries.js';
import { blameFiles, BLAME_LIMITS, type BlamedText, type BlameLimits } from './blame-files.js';
import { toUnlocatedLine } from './log-lines.js';

/**
 * The same report with what the head shows of each finding that stands: the lines that its commit wrote, where they can be
 * told. The files of the most severe findings come first; one past a limit shows as a file. Never rejects: what fails gets a
 * line in the log, and the verdict is as it was.
 */
export async function locateFindings(
  repository: Repository,
  report: Report,
  log: (line: string) => void,
  limits: BlameLimits = BLAME_LIMITS,
): Promise<Report> {
  const { range } = report;
  const paths = pathsByWeight(report.violations);
  if (paths.length === 0) return report;
  let present: ReadonlySet<RepoPath> = new Set(paths);
  let texts: ReadonlyMap<RepoPath, BlamedText> = new Map();
  try {
    const entries = (await readEntries(repository.objects, [range.head], paths)).get(range.head);
    const standing = paths.flatMap((path) => {
      const entry = entries?.get(path);
      return entry === undefined ? [] : [{ path, entry }];
    });
    present = new Set(standing.map(({ path }) => path));
    const files = standing.filter(({ path, entry }) => canBeBlamed(path, entry));
    const blamed = await blameFiles(
      repository,
      range,
      new Map(files.map(({ path, entry }) => [path, entry.oid])),
      limits,
    );
    ({ texts } = blamed);
    if (blamed.failed > 0) log(toUnlocatedLine(blamed.failed, blamed.reason));
  } catch (error) {
    log(toUnlocatedLine(paths.length, toOperationalError(error).message));
  }
  return {
    ...report,
    violations: report.violations.map((violation) =>
      isOnPath(violation) && stands(violation)
        ? { ...violation, inHead: traceOf(violation, present, texts) }
        : violation,
    ),
  };
}

function traceOf(
  { path, commit }: PathViolation,
  present: ReadonlySet<RepoPath>,
  texts: ReadonlyMap<RepoPath, BlamedText>,
): InHead {
  if (!present.has(path)) return { kind: 'gone' };
  const text = texts.get(path);
  return text === undefined ? AS_A_FILE : toInHead(text.written.get(commit) ?? [], text.total);
}

const isOnPath = (violation: Violation): violation is PathViolation => 'inHead' in violation;

const BY_WEIGHT: readonly Severity[] = ['error', 'warning', 'notice'];

/** Each path of a finding that stands, once, those of the most severe findings first. */
function pathsByWeight(violations: readonly Violation[]): readonly RepoPath[] {
  const standing = violations.filter(isOnPath).filter(stands);
  return [
    ...new Set(
      BY_WEIGHT.flatMap((severity) =>
        standing.filter((violation) => violation.severity === severity).map(({ path }) => path),
      ),
    ),
  ];
}
