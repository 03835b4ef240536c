import { stampCommits } from '../../../src/core/shell/append-trailers.js';
import { readCommand } from '../../../src/core/shell/read-command.js';
import type { Trailer } from '../../../src/core/shell/trailers.js';

export const AGENT: Trailer = { key: 'Agent', value: 'it\'s a `$(hostile)` "name"; \\ !! #' };

export const TRAILER = `${AGENT.key}: ${AGENT.value}`;

/** The text with the trailer at each of its commits. */
export const stampAll = (text: string, trailers: readonly Trailer[] = [AGENT]): string =>
  stampCommits(
    text,
    readCommand(text).commits.map((call) => ({ call, trailers })),
  );
