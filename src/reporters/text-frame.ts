import type { Report } from '../core/report.js';
import { labelled, wrap } from './layout.js';
import { safeForLog } from './log.js';
import type { Paint } from './paint.js';
import { render } from './phrase.js';
import { policyPhrase } from './policy-words.js';
import { coverageOf, verdictOf, type Verdict } from './verdict.js';
import { plainVoice } from './voices.js';

/** Whether verdict and coverage are all there is to say, so that the words for findings need not be loaded. */
export const isAllInFrame = ({ violations, problems, ruleChanges, shared, approval }: Report): boolean =>
  violations.length + problems.length + ruleChanges.length + shared.length === 0 && approval === null;

/** What a text for a terminal begins and ends with: the verdict, and what was judged by which policy. */
export function toFramedText(report: Report, blocks: readonly (readonly string[])[], paint: Paint): string {
  return print([
    [verdictLine(verdictOf(report), paint)],
    ...blocks,
    [
      paint.dim(`${render(coverageOf(report), plainVoice)}.`),
      ...wrap(`${render(policyPhrase(report), plainVoice)}.`, '').map(paint.dim),
    ],
  ]);
}

/** What somebody may have meant to be judged where a branch has no commit; nothing where there was one. */
export const toIdleHint = (report: Report, paint: Paint): readonly string[] =>
  verdictOf(report).mark !== 'idle' || report.uncommitted !== null || report.coverage.trusted > 0
    ? []
    : labelled('help: ', IDLE_HINT, paint.cyan);

const IDLE_HINT =
  'Only commits are judged. `agent-ownership check --working-tree --agent NAME` judges what is not committed, and `--base REV` says where the commits begin.';

const print = (blocks: readonly (readonly string[])[]): string =>
  safeForLog(
    blocks
      .filter((block) => block.length > 0)
      .map((block) => `${block.join('\n')}\n`)
      .join('\n'),
  );

function verdictLine({ mark, phrase }: Verdict, paint: Paint): string {
  const words = render(phrase, plainVoice);
  switch (mark) {
    case 'failed':
      return paint.bold(paint.red(`✖ ${words}`));
    case 'warned':
      return paint.bold(paint.yellow(`▲ ${words}`));
    case 'passed':
      return paint.bold(paint.green(`✔ ${words}`));
    case 'idle':
      return paint.bold(words);
  }
}
