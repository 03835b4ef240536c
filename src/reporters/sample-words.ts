import type { PathSample } from '../core/definitions/lint-facts.js';
import { count, listOf, path, say, type Phrase } from './phrase.js';

/** A message names no more paths or patterns than these. */
export const MOST_NAMED = 3;

export const examplesOf = ({ examples }: PathSample): Phrase =>
  listOf(examples.slice(0, MOST_NAMED).map(path));

/** The paths where they are few, else how many and the first ones. */
export const sample = (paths: PathSample): Phrase =>
  paths.count <= MOST_NAMED && paths.count === paths.examples.length
    ? examplesOf(paths)
    : say`${count(paths.count, 'file')}, such as ${examplesOf(paths)}`;
