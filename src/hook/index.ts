import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { main } from './main.js';

const STANDARD_INPUT = 0;

// All at once: the client writes one document and closes its end.
const output = await main(readFileSync(STANDARD_INPUT, 'utf8'), {
  environment: process.env,
  now: new Date(),
  // `doctor` asks, and changes nothing in the repository.
  program: process.env['AGENT_OWNERSHIP_CACHE'] === 'off' ? null : dirname(fileURLToPath(import.meta.url)),
});
process.stdout.write(output);
