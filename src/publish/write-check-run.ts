import { isOfGraverStep, isOfLaterRun, readExternalId, type Marker } from '../core/publishing/marker.js';
import type { Publication, PublicationFailure } from '../core/publishing/publication.js';
import type { CommitSha } from '../core/vocabulary.js';
import {
  ANNOTATIONS_PER_REQUEST,
  createCheckRun,
  readCheckRun,
  readCheckRuns,
  toCheckRun,
  updateCheckRun,
  type CheckAnnotation,
  type CheckRun,
  type CheckState,
  type NewCheckRun,
} from '../sources/github/check-runs.js';
import type { NotSent } from '../sources/github/writer.js';
import { failSoftly, insist, toFailure, type Server } from './server.js';

export interface CheckRunText {
  readonly name: string;
  readonly marker: Marker;
  /** That of the marker's run. */
  readonly externalId: string;
  readonly detailsUrl: string | null;
  readonly conclusion: 'success' | 'failure';
  /** The words at the end, where so many of the annotations are not on it. */
  readonly words: (missing: number) => { readonly title: string; readonly summary: string };
  readonly annotations: readonly CheckAnnotation[];
}

/**
 * Writes a check run with all annotations, fifty a request. It is concluded by the last request only; where one before it
 * fails, or `signal` ends the patience, it is concluded with what is missing said in it. The one that is newest of its name
 * counts, so that a run that is repeated needs to remove nothing, and one that ends late may make none.
 */
export const writeCheckRun = (
  text: CheckRunText,
  head: CommitSha,
  server: Server,
  signal: AbortSignal,
): Promise<Publication> =>
  failSoftly(async () => {
    const [first = [], ...further] = batchesOf(text.annotations);
    const state = (annotations: readonly CheckAnnotation[], isLast: boolean): CheckState => ({
      conclusion: isLast ? text.conclusion : null,
      ...text.words(0),
      annotations,
    });
    const run = { ...text, head, ...state(first, further.length === 0) };
    const created = await create(run, text.marker, server);
    if ('detail' in created) return toFailure(created);
    if (created.kind !== 'created') return created;
    let arrived = first.length;
    for (const [index, batch] of further.entries()) {
      const failure = signal.aborted
        ? null
        : await append(created.id, arrived, state(batch, index === further.length - 1), server);
      if (signal.aborted || failure !== null) return conclude(text, created.id, arrived, failure, server);
      arrived += batch.length;
    }
    return { kind: 'written' };
  });

function batchesOf(annotations: readonly CheckAnnotation[]): readonly (readonly CheckAnnotation[])[] {
  const count = Math.ceil(annotations.length / ANNOTATIONS_PER_REQUEST);
  return Array.from({ length: count }, (_, index) =>
    annotations.slice(index * ANNOTATIONS_PER_REQUEST, (index + 1) * ANNOTATIONS_PER_REQUEST),
  );
}

type Created = ({ readonly kind: 'created' } & CheckRun) | Left;
interface Left {
  readonly kind: 'left-to-later-run' | 'left-to-graver-step';
}

/** After a lost answer, takes over what the request made: a second one would stay in progress for ever. */
const create = (run: NewCheckRun, own: Marker, server: Server): Promise<Created | NotSent> =>
  insist<Created>(server, async (isRepeated) => {
    const there = await readCheckRuns(server.api, run);
    const made = isRepeated ? there.find(({ externalId }) => externalId === run.externalId) : undefined;
    if (made !== undefined && run.externalId !== '') return { kind: 'created', ...made };
    const markers = there.flatMap(toMarkers).filter(({ key }) => key === own.key);
    if (markers.some((marker) => isOfGraverStep(marker, own))) return { kind: 'left-to-graver-step' };
    // All of them are about this commit: a repeated run, which was asked for after all others, knows best.
    if (own.attempt === 1 && markers.some((marker) => isOfLaterRun(marker, own)))
      return { kind: 'left-to-later-run' };
    const sent = await createCheckRun(server.writer, run);
    return sent.kind === 'done' ? { kind: 'created', ...toCheckRun(sent.answer) } : sent;
  });

/** One in progress has found nothing yet. */
function toMarkers({ externalId, conclusion }: CheckRun): readonly Marker[] {
  const run = readExternalId(externalId);
  return run === null ? [] : [{ ...run, found: conclusion === 'failure' ? 'errors' : 'nothing' }];
}

/** After a lost answer, sends the annotations again only where they have not arrived. */
function append(
  id: number,
  before: number,
  state: CheckState,
  server: Server,
): Promise<PublicationFailure | null> {
  return failSoftly(async () => {
    const sent = await insist(server, async (isRepeated) => {
      const isThere =
        isRepeated && (await readCheckRun(server.api, id)).annotations >= before + state.annotations.length;
      return updateCheckRun(server.writer, id, isThere ? { ...state, annotations: [] } : state);
    });
    return sent.kind === 'done' ? null : toFailure(sent);
  });
}

async function conclude(
  text: CheckRunText,
  id: number,
  arrived: number,
  cause: PublicationFailure | null,
  server: Server,
): Promise<Publication> {
  const missing = text.annotations.length - arrived;
  const state: CheckState = { conclusion: text.conclusion, ...text.words(missing), annotations: [] };
  const sent = await insist(server, () => updateCheckRun(server.writer, id, state));
  if (sent.kind === 'done') return { kind: 'incomplete', missing, cause };
  return { kind: 'open', cause: toFailure(sent) };
}
