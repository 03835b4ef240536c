import { spawn } from 'node:child_process';
import { open, readFile } from 'node:fs/promises';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';

const REPORTER = pathToFileURL(path.join(import.meta.dirname, 'report-usage.mjs')).href;

/** Lint ends with 1 where it finds errors: the work is done all the same. */
const DONE = [0, 1];

/** Runs Node on the arguments, with a file as its standard input where one is named: wall time, and of the process itself (not of a git that it starts) CPU time and peak memory. */
export async function measure({ args, cwd, folder, input }) {
  const report = path.join(folder, 'usage.json');
  const standardInput = input === undefined ? undefined : await open(input);
  const started = performance.now();
  const code = await new Promise((resolve, reject) => {
    spawn(process.execPath, ['--import', REPORTER, ...args], {
      cwd,
      env: { ...process.env, BENCH_USAGE_REPORT: report },
      stdio: [standardInput?.fd ?? 'ignore', 'ignore', 'inherit'],
    })
      .on('error', reject)
      .on('close', resolve);
  });
  const seconds = (performance.now() - started) / 1000;
  await standardInput?.close();
  if (!DONE.includes(code)) throw new Error(`node ${args.join(' ')} ended with ${code}.`);
  const { maxRSS, userCPUTime, systemCPUTime } = JSON.parse(await readFile(report, 'utf8'));
  return { seconds, cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1024 };
}

export const median = (numbers) =>
  numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)];
