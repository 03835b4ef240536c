import type { Failure } from '../operational-error.js';
import { ERROR_INFO } from './error-info.js';
import { count, listOf, paragraph, place, render, say, text, type Voice } from './phrase.js';
import { accountOfProblem } from './problem-words.js';

export interface ErrorDescription {
  readonly sentence: string;
  readonly remedy: string;
}

/** The first of them show what is wrong; the rest are counted. */
const PROBLEMS_TOLD = 3;

/** Why the check could not be made, and what to do about it. */
export function describeError(
  { code, subject, problems = [], suggestions = [] }: Failure,
  voice: Voice,
): ErrorDescription {
  const { sentence, remedy } = ERROR_INFO[code](subject);
  const meant = suggestions.length > 0 ? [say`Did you mean ${listOf(suggestions.map(text), 'or')}?`] : [];
  const details = problems
    .slice(0, PROBLEMS_TOLD)
    .map((problem) => say`${place(problem.file, problem.line)}: ${paragraph(accountOfProblem(problem))}`);
  const left = problems.length - details.length;
  const more = left > 0 ? [say`And ${count(left, 'problem')} more.`] : [];
  return {
    sentence: render(paragraph([sentence, ...meant, ...details, ...more]), voice),
    remedy: render(remedy, voice),
  };
}
