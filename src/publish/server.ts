import type { PublicationFailure } from '../core/publishing/publication.js';
import { OperationalError } from '../operational-error.js';
import type { Api } from '../sources/github/api.js';
import type { NotSent, Writer } from '../sources/github/writer.js';

/** The server to write to. */
export interface Server {
  readonly api: Api;
  readonly writer: Writer;
  /** Waits for so many milliseconds. */
  sleep(milliseconds: number): Promise<unknown>;
}

/** Milliseconds before the second and the third attempt. */
const BACK_OFF = [1000, 4000] as const;

/**
 * The outcome of up to three attempts at a write, as long as the fault may pass. Each but the first is told that another one
 * went before, whose work may have been done.
 */
export async function insist<Outcome extends { readonly kind: string }>(
  { sleep }: Pick<Server, 'sleep'>,
  attempt: (isRepeated: boolean) => Promise<Outcome | NotSent>,
): Promise<Outcome | NotSent> {
  for (let attempts = 0; ; attempts += 1) {
    const outcome = await attempt(attempts > 0);
    const pause = BACK_OFF[attempts];
    if (!('wait' in outcome) || pause === undefined) return outcome;
    await sleep(outcome.wait ?? pause);
  }
}

export const toFailure = ({ kind, detail }: NotSent): PublicationFailure => ({
  kind: 'failed',
  reason: kind === 'denied' ? 'denied' : 'no-answer',
  detail,
});

/** What was published, or why it could not be: whatever a source rejects with costs no more than that. */
export async function failSoftly<Outcome>(
  publish: () => Promise<Outcome>,
): Promise<Outcome | PublicationFailure> {
  try {
    return await publish();
  } catch (error) {
    if (!(error instanceof OperationalError)) throw error;
    const isDenied = error.code === 'api-denied';
    return {
      kind: 'failed',
      reason: isDenied ? 'denied' : 'no-answer',
      detail: isDenied ? '' : error.subject,
    };
  }
}
