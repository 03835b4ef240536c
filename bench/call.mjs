/** `node call.mjs MODULE NAME ARGS`: times the work that a function of a module returns; `measure.mjs` starts it. */
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';

const [, , file, name, args] = process.argv;
const module = await import(pathToFileURL(file).href);
const work = await module[name](...JSON.parse(args));
const used = process.cpuUsage();
const started = performance.now();
await work();
const seconds = (performance.now() - started) / 1000;
const { user, system } = process.cpuUsage(used);
process.benchReport = { seconds, cpu: (user + system) / 1e6 };
