import { parseRoster } from '../../core/definitions/parse-roster.js';
import type { Roster } from '../../core/definitions/roster.js';
import { DEFAULT_POLICY } from '../../core/policy.js';
import { SCHEMA_VERSION, type LintReport } from '../../core/report.js';
import { toLintJson } from '../../reporters/json.js';
import { toLintText } from '../../reporters/text-lint.js';
import { readDefinitionFile } from '../../sources/definition-file.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import type { LintOptions } from '../options.js';
import { writeReport } from '../report-output.js';
import type { Terminal } from '../terminal.js';
import { readRosterFor } from './read-roster.js';

/** `lint`: what was understood of every definition, and what is wrong with it. */
export async function runLint(options: LintOptions, terminal: Terminal): Promise<ExitCode> {
  const lookedFor = options.definition.length > 0 ? [] : DEFAULT_POLICY.definitions;
  const report = toLintReport(await readRoster(options, terminal), lookedFor);
  await writeReport(
    { text: (paint) => toLintText(report, paint), json: () => toLintJson(report) },
    options,
    terminal,
  );
  return report.problems.some(({ severity }) => severity === 'error') ? EXIT.findings : EXIT.clean;
}

async function readRoster({ definition, at }: LintOptions, terminal: Terminal): Promise<Roster> {
  if (definition.length === 0) return (await readRosterFor(at, terminal)).roster;
  return parseRoster(
    await Promise.all(definition.map((file) => readDefinitionFile(terminal.workingDirectory, file))),
  );
}

const toLintReport = ({ agents, problems }: Roster, lookedFor: readonly string[]): LintReport => ({
  schemaVersion: SCHEMA_VERSION,
  lookedFor,
  definitions: agents.flatMap(({ definitions }) => definitions),
  problems,
});
