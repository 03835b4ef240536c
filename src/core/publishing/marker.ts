import { publisherKey, type Publisher } from './publisher.js';

/** The gravest that a comment or check run tells of. */
export type Found = 'nothing' | 'warnings' | 'errors';

/** Whose comment or check run it is, which run wrote it, and how that ended. */
export interface Marker {
  readonly key: string;
  /** 0 where nobody said it. */
  readonly run: number;
  readonly attempt: number;
  readonly found: Found;
}

export const toMarker = (publisher: Publisher, found: Found): Marker => ({
  key: publisherKey(publisher),
  run: publisher.run ?? 0,
  attempt: publisher.attempt,
  found,
});

/** The first line of a comment of ours, which a reader does not see. */
export const markerLine = ({ key, run, attempt, found }: Marker): string =>
  `<!-- agent-ownership ${key} run ${run}.${attempt} found ${found} -->`;

const MARKER =
  /^<!-- agent-ownership ([0-9a-f]{16}) run (\d{1,15})\.(\d{1,15}) found (nothing|warnings|errors) -->\r?(?:\n|$)/;

/** The marker that a text begins with; `null` without one. Anybody can write one: it proves nothing about the author. */
export function readMarker(body: string): Marker | null {
  const [, key, run, attempt, found] = MARKER.exec(body) ?? [];
  return key === undefined
    ? null
    : { key, run: Number(run), attempt: Number(attempt), found: found as Found };
}

/** The same for all requests of one attempt at a run of the workflow, and for none of another; empty where that is not known. */
export const externalIdOf = ({ key, run, attempt }: Omit<Marker, 'found'>): string =>
  run === 0 ? '' : `${key}-${run}-${attempt}`;

const EXTERNAL_ID = /^([0-9a-f]{16})-(\d{1,15})-(\d{1,15})$/;

/** Which run wrote the check run with this id; `null` for one that is not ours. */
export function readExternalId(id: string): Omit<Marker, 'found'> | null {
  const [, key, run, attempt] = EXTERNAL_ID.exec(id) ?? [];
  return key === undefined ? null : { key, run: Number(run), attempt: Number(attempt) };
}

/** Whether a later run wrote it. */
export const isOfLaterRun = (there: Marker, own: Marker): boolean => own.run !== 0 && there.run > own.run;

/** Whether another step of the same attempt wrote it, such as another leg of a matrix, which found worse. */
export const isOfGraverStep = (there: Marker, own: Marker): boolean =>
  own.run !== 0 &&
  there.run === own.run &&
  there.attempt === own.attempt &&
  GRAVITY[there.found] > GRAVITY[own.found];

const GRAVITY: Readonly<Record<Found, number>> = { nothing: 0, warnings: 1, errors: 2 };

/** Which of two is to stay where both were made at once: the same whoever asks. 0 where it is all one. */
export const compareMarkers = (left: Marker, right: Marker): number =>
  left.run - right.run || left.attempt - right.attempt || GRAVITY[left.found] - GRAVITY[right.found];
