import type { DefinitionProblem, DefinitionProblemCode } from '../core/definitions/problem.js';
import { identityOf } from '../core/definitions/problem-identity.js';
import { severityOf } from '../core/definitions/problem-severities.js';
import type { LintReport } from '../core/report.js';
import type { RepoPath, Severity } from '../core/vocabulary.js';
import { CODE_INFO } from './code-info.js';
import { fingerprint } from './fingerprint.js';
import { urlPath } from './links.js';
import { describeProblem } from './problem-messages.js';
import { printJson } from './print-json.js';
import { PROBLEM_HELP } from './problem-help.js';
import { plainVoice } from './voices.js';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';
/** What code scanning calls the root of the repository. */
const ROOT = '%SRCROOT%';

const LEVELS = { error: 'error', warning: 'warning', notice: 'note' } as const satisfies Record<
  Severity,
  string
>;
/** In the words of code scanning, which shows these instead of the level where it filters. */
const GRADES = { error: 'error', warning: 'warning', notice: 'recommendation' } as const satisfies Record<
  Severity,
  string
>;

/** The problems as a log of SARIF 2.1.0 (OASIS standard), a rule for each code that occurs. Ends with a line break. */
export function toSarif({ problems }: LintReport, version: string): string {
  const codes = [...new Set(problems.map(({ code }) => code))].toSorted();
  const ordinals = new Map<string, number>();
  return printJson({
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'agent-ownership', version, rules: codes.map(toRule) } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [ROOT]: { description: { text: 'The root of the repository.' } } },
        results: problems.map((problem) => {
          const hash = fingerprint(identityOf(problem));
          const ordinal = (ordinals.get(hash) ?? 0) + 1;
          ordinals.set(hash, ordinal);
          return toResult(problem, codes.indexOf(problem.code), `${hash}:${ordinal}`);
        }),
      },
    ],
  });
}

function toRule(code: DefinitionProblemCode) {
  const { title } = CODE_INFO[code];
  const { meaning, remedy } = PROBLEM_HELP[code];
  const severity = severityOf(code);
  return {
    id: code,
    name: toPascalCase(code),
    shortDescription: { text: title },
    fullDescription: { text: meaning },
    help: { text: `${meaning} ${remedy}`, markdown: `${meaning}\n\n${remedy}` },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { 'problem.severity': GRADES[severity], tags: ['agent-ownership'] },
  };
}

const toPascalCase = (code: string): string =>
  code.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The print stays when lines move; the ordinal tells apart what is the same in every other way. */
const toResult = (problem: DefinitionProblem, ruleIndex: number, print: string) => ({
  ruleId: problem.code,
  ruleIndex,
  level: LEVELS[problem.severity],
  message: { text: describeProblem(problem, plainVoice) },
  locations: [
    {
      physicalLocation: {
        artifactLocation: toArtifact(problem.file),
        ...(problem.line === null ? {} : { region: { startLine: problem.line } }),
      },
    },
  ],
  partialFingerprints: { 'agentOwnershipProblem/v1': print },
});

/** Relative to the root; a file that was named by a path elsewhere has no root that it could be relative to. */
function toArtifact(file: RepoPath) {
  if (file.startsWith('/')) return { uri: `file://${urlPath(file)}` };
  return file.split('/').includes('..') ? { uri: urlPath(file) } : { uri: urlPath(file), uriBaseId: ROOT };
}
