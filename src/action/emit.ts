import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Report } from '../core/report.js';
import { OperationalError } from '../operational-error.js';
import { STEP_CAPS, toAnnotations, type Annotation } from '../reporters/annotations.js';
import { toCheckJson } from '../reporters/json.js';
import { safeForLog } from '../reporters/log.js';
import { describeError } from '../reporters/describe-error.js';
import { plainPaint } from '../reporters/paint.js';
import { SARIF_LIMITS, toCheckSarif } from '../reporters/sarif-check.js';
import { toErrorSummary, toSummary } from '../reporters/summary.js';
import { toText } from '../reporters/text.js';
import { tallyOf } from '../reporters/verdict.js';
import { plainVoice } from '../reporters/voices.js';
import { createWords } from '../reporters/words.js';
import { VERSION } from '../version.js';
import { siteOf, type Runner } from './runner.js';
import type { AnnotationProperties, Toolkit } from './toolkit.js';

interface Run {
  readonly toolkit: Toolkit;
  readonly runner: Runner;
  /** The numbers of a merge group's pull requests. */
  readonly group: readonly number[];
}

/** Shows the verdict everywhere a step can: log, annotations, summary, outputs and, last, the step's own result. */
export async function emitReport(report: Report, { toolkit, runner, group }: Run): Promise<void> {
  printLines(toText(report, plainPaint), toolkit);
  const words = createWords(report);
  const { annotations, failure } = toAnnotations(report, STEP_CAPS, words);
  for (const annotation of annotations) annotate(annotation, toolkit);
  const { errors, warnings } = tallyOf(report);
  const site = siteOf(runner);
  const limits = { ...SARIF_LIMITS, sizeOf: compressedSize };
  const sarif = toCheckSarif(report, VERSION, { site, limits, words });
  setOutputs(toolkit, {
    conclusion: report.conclusion,
    violations: String(errors),
    warnings: String(warnings),
    agents: JSON.stringify(activeAgents(report)),
    report: await writeFileOfReport('report.json', toCheckJson(report, words), runner),
    sarif: await writeFileOfReport('report.sarif', sarif.text, runner),
  });
  for (const note of sarif.notes) printLines(note, toolkit);
  await writeSummary(toSummary(report, site, group), toolkit);
  if (failure !== null) toolkit.setFailed(failure);
}

/** Fails the step with what could not be checked and what to do about it. */
export async function emitFailure(error: OperationalError, toolkit: Toolkit): Promise<void> {
  const { sentence, remedy } = describeError(error, plainVoice);
  try {
    setOutputs(toolkit, { conclusion: 'unknown' });
  } catch (unwritable) {
    toolkit.notice(safeForLog(`The outputs could not be written: ${String(unwritable)}`));
  }
  await writeSummary(toErrorSummary(error), toolkit);
  toolkit.setFailed(`Could not check (${error.code}): ${sentence} ${remedy}`);
}

/** Throws `unwritable-file`: what reads the outputs must not take their absence for a verdict. */
function setOutputs(toolkit: Toolkit, outputs: Readonly<Record<string, string>>): void {
  try {
    for (const [name, value] of Object.entries(outputs)) toolkit.setOutput(name, value);
  } catch (cause) {
    throw new OperationalError('unwritable-file', 'GITHUB_OUTPUT', { cause });
  }
}

function annotate({ level, title, message, file, startLine, endLine }: Annotation, toolkit: Toolkit): void {
  const properties: AnnotationProperties = {
    title,
    ...(file === null ? {} : { file }),
    ...(startLine === null ? {} : { startLine }),
    ...(endLine === null ? {} : { endLine }),
  };
  switch (level) {
    case 'error':
      toolkit.error(message, properties);
      break;
    case 'warning':
      toolkit.warning(message, properties);
      break;
    case 'notice':
      toolkit.notice(message, properties);
      break;
  }
}

/** By the fastest level: what an upload takes is less. */
const compressedSize = (text: string): number => gzipSync(text, { level: 1 }).length;

function printLines(text: string, toolkit: Toolkit): void {
  for (const line of text.trimEnd().split('\n')) toolkit.info(safeForLog(line));
}

const activeAgents = ({ agents }: Report): readonly string[] =>
  agents.filter(({ commits }) => commits > 0).map(({ agent }) => agent);

async function writeFileOfReport(
  name: string,
  content: string,
  { temporaryDirectory }: Runner,
): Promise<string> {
  const directory = join(temporaryDirectory, 'agent-ownership');
  await mkdir(directory, { recursive: true });
  const file = join(directory, name);
  await writeFile(file, content);
  return file;
}

/** A summary that cannot be written (an old runner, a full disk) costs a notice, never the verdict. */
async function writeSummary(markdown: string, toolkit: Toolkit): Promise<void> {
  try {
    await toolkit.summary.addRaw(markdown).write({ overwrite: true });
  } catch (error) {
    toolkit.notice(safeForLog(`The job summary could not be written: ${String(error)}`));
  }
}
