/**
 * Mutation testing of the core: `npm run mutation [-- ROOM …]`, all rooms of `src/core` unless some are named. Each room is
 * held against its own tests. Prints a table and leaves a page for each room in `reports/mutation/`.
 */
import { spawnSync } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');
const DETECTED = ['Killed', 'Timeout'];
const UNDETECTED = ['Survived', 'NoCoverage'];

const foldersOf = async (place) =>
  (await readdir(path.join(ROOT, place), { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
const tested = await foldersOf('__tests__/core');
const all = (await foldersOf('src/core')).filter((room) => tested.includes(room));
const named = process.argv.slice(2);
const unknown = named.filter((room) => !all.includes(room));
if (unknown.length > 0)
  throw new Error(
    `No room of src/core with tests of its own: ${unknown.join(', ')}. There are ${all.join(', ')}.`,
  );

const rows = [];
for (const room of named.length > 0 ? named : all) {
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/@stryker-mutator/core/bin/stryker.js', 'run'],
    {
      cwd: ROOT,
      env: { ...process.env, MUTATION_ROOM: room },
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  );
  if (status !== 0) {
    console.error(`Stryker ended with ${status} in ${room}.`);
    process.exitCode = 1;
    continue;
  }
  rows.push({ room, ...(await countOf(room)) });
}
const total = {
  room: 'all',
  detected: sumOf('detected'),
  survived: sumOf('survived'),
  uncovered: sumOf('uncovered'),
};
console.table([...rows, total].map((row) => ({ ...row, score: scoreOf(row) })));

async function countOf(room) {
  const { files } = JSON.parse(await readFile(path.join(ROOT, `reports/mutation/${room}.json`), 'utf8'));
  const mutants = Object.values(files).flatMap((file) => file.mutants);
  const count = (...kinds) => mutants.filter(({ status }) => kinds.includes(status)).length;
  return { detected: count(...DETECTED), survived: count(UNDETECTED[0]), uncovered: count(UNDETECTED[1]) };
}

function sumOf(column) {
  return rows.reduce((sum, row) => sum + row[column], 0);
}

/** Of the mutants that could be tested: those of tables that are made at loading, and those that do not compile, are none. */
function scoreOf({ detected, survived, uncovered }) {
  return `${((100 * detected) / (detected + survived + uncovered)).toFixed(1)} %`;
}
