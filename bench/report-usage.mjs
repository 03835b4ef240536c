/** Loaded into a measured process: writes what it has used when it ends. */
import { writeFileSync } from 'node:fs';

process.on('exit', () => {
  writeFileSync(process.env.BENCH_USAGE_REPORT, JSON.stringify(process.resourceUsage()));
});
