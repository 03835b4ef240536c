/**
 * Measures what docs/performance.md promises: `npm run bench -- [--assert] [--json FILE] [--runs N]`.
 *
 * Each row is a file of `bench/rows/`: it makes its scene in a folder and names the command. A command runs in a process of
 * its own, as a user starts it; an empty Node process is measured in the same run, because only ratios mean something on
 * another machine.
 */
import { access, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { measure, median } from './measure.mjs';
import { hook } from './rows/hook.mjs';
import { lint } from './rows/lint.mjs';
import { map } from './rows/map.mjs';

const ROWS = [lint, map, hook];
const CLI = path.resolve(import.meta.dirname, '../dist/cli/index.js');

const { values } = parseArgs({
  options: { assert: { type: 'boolean' }, json: { type: 'string' }, runs: { type: 'string', default: '3' } },
});
const runs = Math.max(1, Number(values.runs) || 1);

await access(CLI);
const folder = await mkdtemp(path.join(tmpdir(), 'agent-ownership-bench-'));
try {
  const empty = await repeat(runs, { args: ['-e', ''], cwd: folder, folder });
  const results = [];
  for (const row of ROWS) {
    const { args, cwd, input } = await row.prepare(path.join(folder, row.name));
    const measured = await repeat(runs, { args: [row.program ?? CLI, ...args], cwd, folder, input });
    results.push({
      name: row.name,
      ...measured,
      ratio: measured.seconds / empty.seconds,
      targets: row.targets,
    });
  }
  print(results, empty);
  if (values.json !== undefined) {
    await writeFile(
      values.json,
      `${JSON.stringify({ node: process.version, runs, empty, results }, null, 2)}\n`,
    );
  }
  const missed = results.filter(
    ({ seconds, megabytes, ratio, targets }) =>
      seconds > targets.seconds || megabytes > targets.megabytes || ratio > targets.ratio,
  );
  for (const { name } of missed) console.log(`${name} misses its target.`);
  if (values.assert && missed.length > 0) process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** The median times and the highest peak of memory. */
async function repeat(times, command) {
  const all = [];
  for (let run = 0; run < times; run += 1) all.push(await measure(command));
  return {
    seconds: median(all.map(({ seconds }) => seconds)),
    cpuSeconds: median(all.map(({ cpuSeconds }) => cpuSeconds)),
    megabytes: Math.max(...all.map(({ megabytes }) => megabytes)),
  };
}

function print(results, empty) {
  const rows = [
    ['row', 'seconds', 'target', 'CPU s', 'MB', 'target', '× empty Node'],
    [
      'empty Node',
      empty.seconds.toFixed(3),
      '',
      empty.cpuSeconds.toFixed(3),
      empty.megabytes.toFixed(0),
      '',
      '1',
    ],
    ...results.map(({ name, seconds, cpuSeconds, megabytes, ratio, targets }) => [
      name,
      seconds.toFixed(2),
      targets.seconds === undefined ? `< ${targets.ratio} ×` : `< ${targets.seconds}`,
      cpuSeconds.toFixed(2),
      megabytes.toFixed(0),
      `< ${targets.megabytes}`,
      ratio.toFixed(1),
    ]),
  ];
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  for (const row of rows)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    );
}
