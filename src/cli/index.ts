import { tmpdir } from 'node:os';
import { text } from 'node:stream/consumers';
import { main } from './main.js';
import { wantsColour } from './terminal.js';

// A reader that has seen enough (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await main(process.argv.slice(2), {
  // Asked for late: where the directory is gone, this throws, and must end in a sentence.
  get workingDirectory() {
    return process.cwd();
  },
  temporaryDirectory: tmpdir(),
  environment: process.env,
  nodePath: process.execPath,
  nodeVersion: process.version,
  programUrl: import.meta.url,
  colour: wantsColour(process.env, process.stdout.isTTY),
  columns: process.stdout.isTTY ? process.stdout.columns : null,
  rows: process.stdout.isTTY ? process.stdout.rows : null,
  now: () => new Date(),
  write: (output) => process.stdout.write(output),
  writeError: (output) => process.stderr.write(output),
  isInteractive: process.stdin.isTTY && process.stdout.isTTY,
  ask: async (question) => (await import('./ask.js')).ask(question, process.stdin, process.stdout),
  readInput: () => text(process.stdin),
});
