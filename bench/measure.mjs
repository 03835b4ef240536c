import { spawn } from 'node:child_process';
import { open, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';

const REPORTER = pathToFileURL(path.join(import.meta.dirname, 'report-memory.mjs')).href;
const CALLER = path.join(import.meta.dirname, 'call.mjs');

/**
 * A command as a side: the program and its arguments, with a file as its standard input where one is named. `exits` lists the
 * exit codes of work that was done.
 */
export const command = (program, args, { cwd, input, env = {}, exits = [0], before } = {}) => ({
  program,
  args,
  cwd,
  input,
  env,
  exits,
  before,
});

/** The same for a script of Node, whose peak of memory is measured too. */
export const node = (args, { program = process.execPath, ...options } = {}) => ({
  ...command(program, args, options),
  isNode: true,
});

/** A Node process that does nothing. */
export const emptyNode = (options) => node(['-e', ''], options);

/**
 * A function of a module, measured from the inside of a process of its own: `module[name](...args)` makes everything ready
 * and returns the work, of which alone the time is taken. TypeScript goes through `compile` first.
 */
export const call = (module, name, ...args) => ({
  ...node([CALLER, module, name, JSON.stringify(args)]),
  timesItself: true,
});

/**
 * Wall seconds of a side, its seconds of CPU with all processes that it starts (on Linux), and, where asked, the highest peak
 * of a Node process's memory (without the processes that it starts). A side may be a function instead, which may give further figures: `{ bytes, … }`, or `seconds` of its
 * own.
 */
export async function measure(side, { folder, withMemory }) {
  if (typeof side === 'function') return measureFunction(side);
  await side.before?.();
  const report = path.join(folder, 'report.json');
  const { isNode = false, timesItself = false } = side;
  const reports = timesItself || (isNode && withMemory);
  const used = await childrensCpuSeconds();
  const seconds = await run(
    isNode && reports ? { ...side, args: ['--import', REPORTER, ...side.args] } : side,
    reports ? { BENCH_REPORT: report } : {},
  );
  const cpu = timesItself || used === null ? {} : { cpu: (await childrensCpuSeconds()) - used };
  if (!reports) return { seconds, ...cpu };
  const reported = JSON.parse(await readFile(report, 'utf8'));
  await rm(report);
  return { seconds, ...cpu, ...reported };
}

/** Of all processes that this one has waited for: proc_pid_stat(5), fields 16 and 17, in hundredths. */
async function childrensCpuSeconds() {
  const stat = await readFile('/proc/self/stat', 'utf8').catch(() => null);
  if (stat === null) return null;
  const [user, system] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(13, 15);
  return (Number(user) + Number(system)) / 100;
}

async function measureFunction(work) {
  const used = await childrensCpuSeconds();
  const started = performance.now();
  const figures = await work();
  const seconds = (performance.now() - started) / 1000;
  const cpu = used === null ? {} : { cpu: (await childrensCpuSeconds()) - used };
  return { seconds, ...cpu, ...figures };
}

async function run({ program, args, cwd, input, env, exits }, further) {
  const standardInput = input === undefined ? undefined : await open(input);
  const started = performance.now();
  const code = await new Promise((resolve, reject) => {
    spawn(program, args, {
      cwd,
      env: { ...process.env, ...env, ...further },
      stdio: [standardInput?.fd ?? 'ignore', 'ignore', 'inherit'],
    })
      .on('error', reject)
      .on('close', resolve);
  });
  const seconds = (performance.now() - started) / 1000;
  await standardInput?.close();
  if (!exits.includes(code)) throw new Error(`${program} ${args.join(' ')} ended with ${code}.`);
  return seconds;
}
