import type { Report, ReportedProblem } from '../core/report.js';
import { labelled } from './layout.js';
import type { Paint } from './paint.js';
import { count, place, render, say, text } from './phrase.js';
import { describeProblem } from './problem-messages.js';
import { heading } from './text-findings.js';
import { isCharged, weightOf } from './verdict.js';
import { bareVoice, plainVoice } from './voices.js';

/** The problems of the definitions that are charged to the range, a block each, and how many there are besides. */
export function toDefinitions({ problems }: Report, paint: Paint): readonly (readonly string[])[] {
  const charged = problems.filter(isCharged).map((reported) => toProblem(reported, paint));
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

/** One definition problem, as heavy as it weighs here: where it is, what becomes of it, what to write instead. */
const toProblem = (reported: ReportedProblem, paint: Paint): readonly string[] => {
  const { problem } = reported;
  return [
    ...heading(weightOf(reported), problem.code, bareVoice(place(problem.file, problem.line)), paint),
    ...labelled('   = ', describeProblem(problem, plainVoice), paint.dim),
  ];
};
