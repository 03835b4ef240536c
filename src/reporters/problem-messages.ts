import type { DefinitionProblem } from '../core/definitions/problem.js';
import { paragraph, render, type Voice } from './phrase.js';
import { accountOfProblem } from './problem-words.js';

/** What is wrong with a definition, what becomes of it, and what to write instead; its place is not repeated. */
export const describeProblem = (problem: DefinitionProblem, voice: Voice): string =>
  render(paragraph(accountOfProblem(problem)), voice);
