import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

/** Asks on a terminal, and resolves to the line that is answered; to an empty one where input ends, or at Ctrl-C. */
export function ask(question: string, input: Readable, output: Writable): Promise<string> {
  const lines = createInterface({ input, output });
  return new Promise((resolve) => {
    lines.on('SIGINT', () => {
      lines.close();
    });
    lines.on('close', () => {
      resolve('');
    });
    lines.question(question, (answer) => {
      resolve(answer);
      lines.close();
    });
  });
}
