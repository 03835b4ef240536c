import type { DefinitionProblem } from '../core/definitions/problem.js';
import type { Report } from '../core/report.js';
import { labelled } from './layout.js';
import type { Paint } from './paint.js';
import { count, place, render, say, text } from './phrase.js';
import { describeProblem } from './problem-messages.js';
import { heading } from './text-findings.js';
import { isCharged } from './verdict.js';
import { bareVoice, plainVoice } from './voices.js';

/** The problems of the definitions that are charged to the range, a block each, and how many there are besides. */
export function toDefinitions({ problems }: Report, paint: Paint): readonly (readonly string[])[] {
  const charged = problems.filter(isCharged).map(({ problem }) => toProblem(problem, paint));
  const older = problems.length - charged.length;
  return older === 0
    ? charged
    : [
        ...charged,
        [
          render(
            say`${count(older, 'problem')} in definitions from before: see ${text('agent-ownership lint')}.`,
            plainVoice,
          ),
        ].map(paint.dim),
      ];
}

/** One definition problem: where it is, what becomes of it, what to write instead. */
const toProblem = (problem: DefinitionProblem, paint: Paint): readonly string[] => [
  ...heading(problem.severity, problem.code, bareVoice(place(problem.file, problem.line)), paint),
  ...labelled('   = ', describeProblem(problem, plainVoice), paint.dim),
];
