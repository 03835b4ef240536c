import { readFileSync } from 'node:fs';
import { main } from './main.js';

// At once, and not as a stream: the client closes its end, and most payloads are short.
process.stdout.write(await main(readFileSync(0, 'utf8'), { environment: process.env, now: new Date() }));
