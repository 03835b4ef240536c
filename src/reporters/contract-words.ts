import type { ContractCell, PathSample, Standing } from '../core/definitions/lint-facts.js';
import type { ContractDrift, RowFault } from '../core/definitions/problem.js';
import type { Fault } from './fault-words.js';
import { listOf, say, text, type Phrase } from './phrase.js';
import { sample } from './sample-words.js';
import { UNREADABLE } from './unreadable-words.js';

/** A row of a contract can be wrong about every agent. */
const MOST_CELLS = 2;

/** What a contract says otherwise, or what of it is not compared. */
export function accountOfDrift(found: ContractDrift): readonly Phrase[] {
  switch (found.kind) {
    case 'row':
      return [
        ...found.cells
          .slice(0, MOST_CELLS)
          .map((cell) => cellWords(found.pattern, cell, found.cells.length === 1)),
        ...(found.cells.length > MOST_CELLS
          ? [say`It differs for ${found.cells.length - MOST_CELLS} more of the agents.`]
          : []),
        ONLY_DEFINITIONS,
      ];
    case 'unknown-agent':
      return [
        say`The contract speaks of ${text(found.name)}, and no definition has that name, so it is not compared.`,
        ...(found.nearest === null
          ? [say`Add a definition, or take it out.`]
          : [say`Did you mean ${text(found.nearest)}?`]),
      ];
    case 'unlisted-agents':
      return [
        say`The contract does not name ${listOf(found.names.map(text))}, whose ${found.names.length === 1 ? say`definition has` : say`definitions have`} rules.`,
        say`Add what is missing to a table, so that it can be compared.`,
      ];
    case 'unreadable-row':
      return [
        say`The row ${text(found.text)} ${UNREAD[found.fault].what}, so it is not compared with the definitions.`,
        UNREAD[found.fault].fix,
      ];
    case 'unreadable':
      return [
        say`${UNREADABLE[found.reason].what}, so it is not compared with the definitions.`,
        UNREADABLE[found.reason].fix,
      ];
  }
}

const cellWords = (
  pattern: string,
  { agent, contract, definition, paths }: ContractCell,
  withPaths: boolean,
): Phrase =>
  say`The contract says of ${text(pattern)} that ${text(agent)} ${CELL[contract]}, the definition that it ${STANDING[definition]}${withPaths ? onPaths(paths) : say``}.`;

const ONLY_DEFINITIONS = say`Only definitions are enforced: change the one that is wrong.`;

const onPaths = ({ examples, count: amount }: PathSample): Phrase =>
  amount === 0 ? say`` : say` (${sample({ examples: examples.slice(0, 1), count: amount })})`;

/** An empty cell of a contract says only that the agent does not write. */
const CELL: Readonly<Record<Standing, Phrase>> = {
  owns: say`owns it`,
  reads: say`reads it`,
  'cannot-touch': say`cannot touch it`,
  none: say`does not own it`,
};

const STANDING: Readonly<Record<Standing, Phrase>> = { ...CELL, none: say`has no rule for it` };

const UNREAD: Readonly<Record<RowFault, Fault>> = {
  cells: {
    what: say`has a cell that cannot be read`,
    fix: say`Write OWNS, READS, CANNOT TOUCH or ${text('---')} into the cells of the agents.`,
  },
  patterns: {
    what: say`names no paths that can be read`,
    fix: say`Write path patterns in back-ticks, with commas between them.`,
  },
  'beyond-limits': {
    what: say`is beyond what can be compared`,
    fix: say`Use fewer rows, or wider patterns.`,
  },
};
