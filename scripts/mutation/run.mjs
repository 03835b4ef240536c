/**
 * Mutation testing of the core: `npm run mutation [-- [--survivors] ROOM …]`, all rooms of `src/core` unless some are named;
 * `top` stands for the files that lie in `src/core` itself.
 * Each room is held against its own tests. Prints a table; leaves the figures and a page for each room in `reports/mutation/`.
 *
 * `--survivors` tests again only the mutants that the last run did not find, as long as the sources are the same, and
 * writes what it finds into the figures of that run, not into its page.
 */
import { spawnSync } from 'node:child_process';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';

const ROOT = path.resolve(import.meta.dirname, '../..');
const DETECTED = ['Killed', 'Timeout'];
const UNDETECTED = ['Survived', 'NoCoverage'];

const { values, positionals: named } = parseArgs({
  options: { survivors: { type: 'boolean' } },
  allowPositionals: true,
});

const foldersOf = async (place) =>
  (await readdir(path.join(ROOT, place), { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
const tested = await foldersOf('__tests__/core');
const all = [...(await foldersOf('src/core')).filter((room) => tested.includes(room)), 'top'];
const unknown = named.filter((room) => !all.includes(room));
if (unknown.length > 0)
  throw new Error(
    `No room of src/core with tests of its own: ${unknown.join(', ')}. There are ${all.join(', ')}.`,
  );

const rows = [];
for (const room of named.length > 0 ? named : all) {
  const ended = values.survivors ? await testSurvivors(room) : testRoom(room);
  if (ended !== 0) {
    console.error(`Stryker ended with ${ended} in ${room}.`);
    process.exitCode = 1;
    continue;
  }
  rows.push({ room, ...countOf(await figuresOf(room)) });
}
const total = {
  room: 'all',
  detected: sumOf('detected'),
  survived: sumOf('survived'),
  uncovered: sumOf('uncovered'),
};
console.table([...rows, total].map((row) => ({ ...row, score: scoreOf(row) })));

function testRoom(room, names = {}) {
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/@stryker-mutator/core/bin/stryker.js', 'run'],
    {
      cwd: ROOT,
      env: { ...process.env, MUTATION_ROOM: room, ...names },
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  );
  return status;
}

async function testSurvivors(room) {
  const figures = await figuresOf(room);
  const places = Object.entries(figures.files).flatMap(([file, { mutants }]) =>
    mutants
      .filter(({ status }) => UNDETECTED.includes(status))
      .map(({ location }) => `${file}:${placeOf(location.start)}-${placeOf(location.end)}`),
  );
  if (places.length === 0) return 0;
  const report = `${room}.survivors`;
  const ended = testRoom(room, {
    MUTATION_PLACES: [...new Set(places)].join(','),
    MUTATION_REPORT: report,
  });
  if (ended !== 0) return ended;
  const again = await figuresOf(report);
  for (const [file, { mutants }] of Object.entries(again.files)) {
    const now = new Map(mutants.map((mutant) => [identityOf(mutant), mutant]));
    for (const mutant of figures.files[file].mutants)
      if (UNDETECTED.includes(mutant.status))
        mutant.status = now.get(identityOf(mutant))?.status ?? mutant.status;
  }
  await writeFile(pathOf(room), JSON.stringify(figures));
  return 0;
}

/** Stryker counts columns from 1 in reports, from 0 in what it is to mutate. */
function placeOf({ line, column }) {
  return `${line}:${column - 1}`;
}

function identityOf({ location, mutatorName, replacement }) {
  return JSON.stringify([location, mutatorName, replacement]);
}

function pathOf(report) {
  return path.join(ROOT, `reports/mutation/${report}.json`);
}

async function figuresOf(report) {
  return JSON.parse(await readFile(pathOf(report), 'utf8'));
}

function countOf({ files }) {
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
