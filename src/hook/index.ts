import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { main } from './main.js';

const STANDARD_INPUT = 0;

// All at once: the client writes one document and closes its end.
const output = await main(readFileSync(STANDARD_INPUT, 'utf8'), {
  environment: process.env,
  now: new Date(),
  program: dirname(fileURLToPath(import.meta.url)),
});
process.stdout.write(output);
