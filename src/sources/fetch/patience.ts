import { setTimeout as wait } from 'node:timers/promises';
import { OperationalError } from '../../operational-error.js';
import { toFetchFailure } from './fetch-failure.js';
import type { Remote } from './remote.js';

/** How long to wait for the network. Times in milliseconds. */
export interface Patience {
  /** All of the fetching. */
  readonly whole: number;
  /** One command. */
  readonly command: number;
  /** Seconds without a byte. */
  readonly stalledSeconds: number;
  /** Before the second attempt, the third and so on: one more attempt than pauses. */
  readonly pauses: readonly number[];
}

export const PATIENCE: Patience = {
  whole: 600_000,
  command: 300_000,
  stalledSeconds: 60,
  pauses: [1_000, 5_000],
};

export interface Clock {
  now(): number;
  sleep(milliseconds: number, signal?: AbortSignal): Promise<unknown>;
}

export const CLOCK: Clock = {
  now: () => performance.now(),
  sleep: (milliseconds, signal) => wait(milliseconds, undefined, { signal }),
};

export interface Attempts {
  readonly remote: Remote;
  readonly patience: Patience;
  readonly clock: Clock;
  /** When all of the fetching has to be over, by the clock. */
  readonly deadline: number;
  readonly signal: AbortSignal | undefined;
  readonly log: (line: string) => void;
}

/** For work that is worth so many milliseconds and one attempt. */
export const atMost = (attempts: Attempts, milliseconds: number): Attempts => ({
  ...attempts,
  patience: { ...attempts.patience, pauses: [] },
  deadline: Math.min(attempts.deadline, attempts.clock.now() + milliseconds),
});

/**
 * Does a piece of work over the network, again after a pause where the failure may pass. `work` gets the milliseconds that it
 * may take. Rejects with what `toFetchFailure` says.
 */
export async function persist<Result>(
  { remote, patience, clock, deadline, signal, log }: Attempts,
  work: (timeout: number) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 0; ; attempt += 1) {
    const remaining = deadline - clock.now();
    if (remaining <= 0) throw new OperationalError('fetch-failed', `${remote.repository}: out of time`);
    try {
      return await work(Math.min(remaining, patience.command));
    } catch (thrown) {
      const { error, mayPass } = toFetchFailure(thrown, remote);
      const pause = patience.pauses[attempt];
      if (!mayPass || pause === undefined || signal?.aborted === true) throw error;
      log(`${error.message}; trying again.`);
      await clock.sleep(Math.min(pause, Math.max(0, deadline - clock.now())), signal).catch(() => {
        throw error;
      });
    }
  }
}
