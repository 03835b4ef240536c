/**
 * Measures what docs/performance.md promises: `npm run bench -- [--only ROW,…] [--runs N] [--json FILE] [--assert]`.
 *
 * A row is a file of `bench/rows/`. It prepares its scene in a folder and names sides: what is measured, and what that is
 * held against. The sides of a row run in turn, round after round (A B C A B C …), so that a busy machine is busy for all of
 * them; a claim is a ratio between sides of one round, or a figure where the promise is one.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { weigh } from './claims.mjs';
import { describeMachine } from './machine.mjs';
import { measure } from './measure.mjs';
import { print } from './print.mjs';
import { ROWS } from './rows.mjs';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    runs: { type: 'string', default: '7' },
    json: { type: 'string' },
    assert: { type: 'boolean', default: false },
  },
});
const runs = Number(values.runs);
if (!Number.isInteger(runs) || runs < 1) throw new Error(`--runs takes a number, not ${values.runs}.`);

/** `--only growth` takes `growth-commits` and its like too. */
function chosen() {
  if (values.only === undefined) return ROWS;
  return values.only.split(',').flatMap((name) => {
    const found = ROWS.filter((row) => row.name === name || row.name.startsWith(`${name}-`));
    if (found.length === 0)
      throw new Error(`No row is named ${name}. There are: ${ROWS.map((row) => row.name).join(', ')}.`);
    return found;
  });
}

const rows = chosen();
const folder = await mkdtemp(path.join(tmpdir(), 'agent-ownership-bench-'));
try {
  const machine = await describeMachine();
  const results = [];
  for (const row of rows) {
    const result = await measureRow(row);
    print(result);
    results.push(result);
  }
  if (values.json !== undefined)
    await writeFile(values.json, `${JSON.stringify({ machine, rows: results }, null, 2)}\n`);
  const missed = results.flatMap(({ name, claims }) =>
    claims.filter(({ met }) => !met).map(({ text }) => `${name}: ${text}`),
  );
  if (missed.length > 0) console.log(`Missed:\n${missed.map((line) => `  ${line}`).join('\n')}`);
  if (values.assert && missed.length > 0) process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function measureRow({ name, title, prepare, claims, mostRuns = Infinity }) {
  const directory = path.join(folder, name);
  const scene = await prepare(directory);
  const facts = { name, title };
  if (scene.skipped !== undefined) return { ...facts, skipped: scene.skipped, sides: [], claims: [] };
  try {
    const sides = Object.entries(scene.sides);
    // The first round fills caches and tells the memory; its times do not count.
    const first = await measureRound(sides, true);
    const rounds = [];
    for (let run = 0; run < Math.min(runs, mostRuns); run += 1) rounds.push(await measureRound(sides, false));
    return { ...facts, ...weigh(claims, first, rounds) };
  } finally {
    await scene.close?.();
    await rm(directory, { recursive: true, force: true });
  }
}

async function measureRound(sides, withMemory) {
  const round = {};
  for (const [name, side] of sides) round[name] = await measure(side, { folder, withMemory });
  return round;
}
