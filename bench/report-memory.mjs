/** Loaded into a measured process: writes its peak of memory when it ends, and what it has measured itself. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const STATUS = '/proc/self/status';

process.on('exit', () => {
  writeFileSync(
    process.env.BENCH_REPORT,
    JSON.stringify({ megabytes: peakKilobytes() / 1024, ...process.benchReport }),
  );
});

/** Linux counts in `maxRSS` what the parent held when it started the process; its `VmHWM` does not. */
function peakKilobytes() {
  const own = existsSync(STATUS) ? /^VmHWM:\s*(\d+)/m.exec(readFileSync(STATUS, 'utf8')) : null;
  return own === null ? process.resourceUsage().maxRSS : Number(own[1]);
}
