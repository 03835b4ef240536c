import type { LintReport } from '../core/report.js';
import { listOf, say, text, type Phrase } from './phrase.js';

/** Where a repository was looked through and has no definition. */
export const noteOnNoDefinition = ({
  definitions,
  lookedFor,
}: Pick<LintReport, 'definitions' | 'lookedFor'>): readonly Phrase[] =>
  definitions.length > 0 || lookedFor.length === 0
    ? []
    : [say`No definition was found: the tool looks for ${listOf(lookedFor.map(text))}.`];
