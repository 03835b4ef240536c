import { tmpdir } from 'node:os';
import { text } from 'node:stream/consumers';
import pc from 'picocolors';
import { main } from './main.js';

process.exitCode = await main(process.argv.slice(2), {
  workingDirectory: process.cwd(),
  temporaryDirectory: tmpdir(),
  environment: process.env,
  nodePath: process.execPath,
  programUrl: import.meta.url,
  colour: pc.isColorSupported,
  write: (output) => process.stdout.write(output),
  writeError: (output) => process.stderr.write(output),
  readInput: () => text(process.stdin),
});
