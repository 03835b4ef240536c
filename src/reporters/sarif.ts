import type { DefinitionProblem, DefinitionProblemCode } from '../core/definitions/problem.js';
import { identityOf } from '../core/definitions/problem-identity.js';
import { severityOf } from '../core/definitions/problem-severities.js';
import type { LintReport } from '../core/report.js';
import { CODE_INFO } from './code-info.js';
import { fingerprint } from '../core/fingerprint.js';
import { describeProblem } from './problem-messages.js';
import { PROBLEM_HELP } from './problem-help.js';
import { createOrdinals, LEVELS, printPart, printSarif, toDescriptor, toLocation } from './sarif-log.js';
import { plainVoice } from './voices.js';

/** The problems as a log of SARIF, a rule for each code that occurs. Ends with a line break. */
export function toSarif({ problems }: LintReport, version: string): string {
  const codes = [...new Set(problems.map(({ code }) => code))].toSorted();
  const number = createOrdinals();
  return printSarif({
    version,
    rules: codes.map((code) => printPart(toProblemRule(code))),
    results: problems.map((problem) =>
      printPart(
        toProblemResult(problem, codes.indexOf(problem.code), number(fingerprint(identityOf(problem)))),
      ),
    ),
  });
}

export function toProblemRule(code: DefinitionProblemCode) {
  const { meaning, remedy } = PROBLEM_HELP[code];
  const { title } = CODE_INFO[code];
  return toDescriptor({ id: code, code, severity: severityOf(code), title, meaning, advice: remedy });
}

/** The print stays when lines move; the ordinal tells apart what is the same in every other way. */
export const toProblemResult = (problem: DefinitionProblem, ruleIndex: number, print: string) => ({
  ruleId: problem.code,
  ruleIndex,
  level: LEVELS[problem.severity],
  message: { text: describeProblem(problem, plainVoice) },
  locations: [
    {
      physicalLocation: toLocation(
        problem.file,
        problem.line === null ? null : { start: problem.line, end: problem.line },
      ),
    },
  ],
  partialFingerprints: { 'agentOwnershipProblem/v1': print },
});
