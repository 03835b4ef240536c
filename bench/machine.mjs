import { execFile } from 'node:child_process';
import { cpus, loadavg } from 'node:os';
import { promisify } from 'node:util';

/** What the figures depend on. */
export async function describeMachine() {
  const { stdout } = await promisify(execFile)('git', ['--version']);
  return {
    node: process.version,
    git: stdout.trim(),
    platform: `${process.platform} ${process.arch}`,
    cpu: cpus()[0]?.model ?? null,
    cores: cpus().length,
    loadAverage: loadavg(),
  };
}
