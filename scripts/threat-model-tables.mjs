// The tables of docs/threat-model.md, from the tables that the tests carry out (__tests__/evasions, __tests__/faults).

const code = (text) => `\`${text}\``;

const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const escaped = (text) => text.replaceAll('|', '\\|');

const RESULTS = {
  caught: (codes) => codes,
  shown: (codes) => `shown, passes: ${codes}`,
  'out-of-reach': () => '**passes**',
};

/** One table for each group: what is tried, what comes of it, and what closes it where it passes. */
export const evasionTables = (groups) =>
  groups
    .map(({ group, evasions }) => {
      const rows = evasions.map(({ how, result, codes, dial }) => [
        escaped(how),
        RESULTS[result](codes.map(code).join(', ')),
        dial === null ? '' : escaped(dial),
      ]);
      return `### ${group}\n\n${table(['Attempt', 'Result', 'What closes it'], rows)}`;
    })
    .join('\n\n');

/** What is broken, and what the check says then. */
export const faultTable = (faults) =>
  table(
    ['Thing', 'State', 'How', 'Result'],
    faults.map(({ thing, state, how, result, codes }) => [
      thing,
      state,
      escaped(how),
      result === 'judged' ? 'judged all the same' : `could not check: ${codes.map(code).join(', ')}`,
    ]),
  );
