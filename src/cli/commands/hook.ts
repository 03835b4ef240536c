import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ABSTAIN } from '../../core/session/answer.js';
import { parseEvent } from '../../core/session/parse-event.js';
import { toHookOutput } from '../../reporters/hook-output.js';
import { answerEvent } from '../../session/answer-event.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import type { Terminal } from '../terminal.js';

/** `hook`: answers one event of a Claude Code session, which stands on standard input. */
export async function runHook(terminal: Terminal): Promise<ExitCode> {
  const event = parseEvent(await terminal.readInput());
  const surroundings = {
    environment: terminal.environment,
    now: terminal.now(),
    program: dirname(fileURLToPath(terminal.programUrl)),
  };
  const answer = event === null ? ABSTAIN : await answerEvent(event, surroundings);
  terminal.write(await toHookOutput(answer, event));
  return EXIT.clean;
}
