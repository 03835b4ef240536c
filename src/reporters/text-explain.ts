import type { Explanation } from '../core/report.js';
import { toColumns } from './layout.js';
import { safeForLog } from './log.js';
import type { Paint } from './paint.js';
import { path, place, text } from './phrase.js';
import { entryText } from './rule-words.js';
import { bareVoice } from './voices.js';

type Verdict = Explanation['agents'][number]['verdict'];

const LABELS: Readonly<Record<Verdict, string>> = {
  'cannot-touch': 'CANNOT TOUCH',
  owns: 'OWNS',
  reads: 'READS',
  none: 'no rule',
};

const PROTECTED = 'protected: a change by an agent is a definition-edit, unless its OWNS names this place';

/** For each path a table: agent, ruling, the rule that decides, and where it is written. Ends with a line break. */
export function toExplainText(explanations: readonly Explanation[], paint: Paint): string {
  const blocks = explanations.map(({ path: asked, protected: isProtected, shared, agents }) => {
    const rows = agents.map(({ agent, verdict, rule }) => [
      bareVoice(text(agent)),
      LABELS[verdict],
      ...(rule === null ? [] : [bareVoice(text(entryText(rule))), bareVoice(place(rule.file, rule.line))]),
    ]);
    const lines = toColumns(rows, (cell, column) => {
      const verdict = agents.find(({ verdict: one }) => LABELS[one] === cell)?.verdict;
      return column === 1 && verdict !== undefined ? colourOf(verdict, paint)(cell) : cell;
    });
    const table = lines.length === 0 ? ['No definition was found, so there is no agent.'] : lines;
    const note = [
      ...(isProtected ? [paint.yellow(PROTECTED)] : []),
      ...(shared === null ? [] : [paint.green(`shared (${bareVoice(text(shared))}): open to every agent`)]),
    ];
    return [paint.bold(bareVoice(path(asked))), ...[...table, ...note].map((line) => `  ${line}`)].join('\n');
  });
  return safeForLog(`${blocks.join('\n\n')}\n`);
}

function colourOf(verdict: Verdict, { red, green, cyan, dim }: Paint): (text: string) => string {
  switch (verdict) {
    case 'cannot-touch':
      return red;
    case 'owns':
      return green;
    case 'reads':
      return cyan;
    case 'none':
      return dim;
  }
}
