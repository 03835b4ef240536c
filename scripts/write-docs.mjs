// Writes the generated blocks of the documentation. With --check it only says whether a file would change.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

import { parse } from 'yaml';
import { format, resolveConfig } from 'prettier';

import { evasionTables, faultTable } from './threat-model-tables.mjs';

const root = new URL('../', import.meta.url);
const read = (file) => readFileSync(new URL(file, root), 'utf8');
const dialect = JSON.parse(read('src/core/patterns/dialect.json'));
const ai = JSON.parse(read('src/core/attribution/ai-products.json'));
const action = parse(read('action.yml'));
const builtIn = JSON.parse(read('src/core/attribution/built-in-names.json'));

const list = (values = []) => values.map((value) => code(value)).join(', ');

const evasions = JSON.parse(read('__tests__/evasions/evasions.json'));
const faults = JSON.parse(read('__tests__/faults/faults.json'));

/** The blocks of each file: `<!-- generated:NAME -->` to `<!-- /generated:NAME -->`. */
const documents = {
  'docs/attribution.md': {
    'ai-products': () =>
      table(
        ['Product', 'Addresses', 'GitHub accounts', 'Names', 'Names that people bear as well', 'Trailers'],
        ai.map((product) => [
          product.name,
          list(product.emails),
          list(product.accounts),
          list(product.names),
          list(product.sharedNames),
          list(product.trailers),
        ]),
      ),
    'built-in-agents': () => list(builtIn.agents),
    'known-bots': () => list(builtIn.bots),
  },
  'docs/decisions/README.md': {
    decisions: () =>
      readdirSync(new URL('docs/decisions/', root))
        .filter((name) => /^\d/.test(name))
        .sort()
        .map((name) => [name, /^# \d+\. (.*)$/m.exec(read(`docs/decisions/${name}`))?.[1] ?? name])
        .map(([name, title]) => `- ${name.slice(0, 4)} [${title}](${name})`)
        .join('\n'),
  },
  'docs/usage.md': {
    inputs: () =>
      table(
        ['Input', 'Default', 'Is'],
        Object.entries(action.inputs).map(([name, { description, default: value = '' }]) => [
          code(name),
          value === '' ? 'none' : code(value),
          prose(description),
        ]),
      ),
    outputs: () =>
      table(
        ['Output', 'Is'],
        Object.entries(action.outputs).map(([name, { description }]) => [code(name), prose(description)]),
      ),
  },
  'docs/definitions.md': {
    'patterns-at-a-glance': () =>
      table(
        ['Pattern', 'Means', 'Matches', 'Does not match'],
        dialect.rows
          .filter((row) => row.means)
          .map((row) => [code(row.pattern), row.means + where(row), paths(row, true), paths(row, false)]),
      ),
    'differences-from-gitignore': () =>
      table(
        ['', 'Here', 'In a `.gitignore`', 'For example'],
        dialect.differences.map(({ name, here, there, example }) => [
          name,
          here,
          there,
          `${code(example.pattern)} and ${code(example.path)}`,
        ]),
      ),
    'refused-patterns': () =>
      table(
        ['Pattern', 'Holds', 'Reported as'],
        dialect.refused.map((row) => [code(row.pattern), row.name, fault(row)]),
      ),
    'all-cases': () =>
      table(
        ['Pattern', 'Case', 'Matches', 'Does not match', '`.gitignore`'],
        dialect.rows.map((row) => [
          code(row.pattern),
          row.name + where(row),
          paths(row, true),
          paths(row, false),
          row.gitignore === 'same' ? 'the same' : row.why,
        ]),
      ),
  },
  'docs/threat-model.md': {
    evasions: () => evasionTables(evasions),
    faults: () => faultTable(faults),
  },
};

const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{M}\p{Zl}\p{Zp}\u00a0\u202f]/gu;
const escapeInvisible = (text) =>
  text.replace(INVISIBLE, (character) => `\\u${character.codePointAt(0).toString(16).padStart(4, '0')}`);

/** Blanks at the ends would be lost in a code span. */
const code = (text) => {
  const shown = escapeInvisible(text).replace(/^ +| +$/g, (blanks) => '␣'.repeat(blanks.length));
  return shown === '' ? '(nothing)' : `\`${shown.replaceAll('|', '\\|')}\``;
};

/** The texts of action.yml are Markdown already; the files that they name become links from docs/. */
const prose = (text) =>
  text
    .trim()
    .replaceAll(/\s+/g, ' ')
    .replaceAll('|', '\\|')
    .replaceAll(/\bdocs\/([\w-]+\.md)/g, '[$1]($1)')
    .replaceAll(/\bschema\/([\w.-]+\.json)/g, '[$1](../schema/$1)');

const paths = (row, wanted) =>
  Object.entries(row.paths)
    .filter(([, matches]) => matches === wanted)
    .map(([path]) => code(path))
    .join(', ');

const where = ({ section, root }) =>
  [
    section === 'cannot-touch' ? ' (in CANNOT TOUCH)' : section ? ` (in ${section.toUpperCase()})` : '',
    root ? ` (a definition of ${code(root)})` : '',
  ].join('');

const fault = (row) =>
  row.fault === 'unresolved-placeholder' ? '`unresolved-placeholder`' : `\`invalid-pattern\`: ${row.fault}`;

const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

function withBlocks(file, text, blocks) {
  return Object.entries(blocks).reduce((current, [name, render]) => {
    const [open, close] = [`<!-- generated:${name} -->`, `<!-- /generated:${name} -->`];
    const [from, to] = [current.indexOf(open), current.indexOf(close)];
    if (from === -1 || to < from) throw new Error(`${file} has no block ${open} … ${close}`);
    return `${current.slice(0, from + open.length)}\n\n${render()}\n\n${current.slice(to)}`;
  }, text);
}

const checkOnly = process.argv.includes('--check');
for (const [file, blocks] of Object.entries(documents)) {
  const path = new URL(file, root);
  const before = read(file);
  const options = { ...(await resolveConfig(path)), parser: 'markdown' };
  const after = await format(withBlocks(file, before, blocks), options);
  if (after === before) continue;
  if (checkOnly) {
    console.error(`${file} is out of date. Run: npm run docs`);
    process.exitCode = 1;
  } else {
    writeFileSync(path, after);
  }
}
