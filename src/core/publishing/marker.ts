import { publisherKey, type Publisher } from './publisher.js';

/** Whose comment it is, and which run wrote it. */
export interface Marker {
  readonly key: string;
  readonly run: number;
}

/** The first line of a comment of ours, which a reader does not see. */
export const markerLine = (publisher: Publisher): string =>
  `<!-- agent-ownership ${publisherKey(publisher)} run ${publisher.run ?? 0} -->`;

const MARKER = /^<!-- agent-ownership ([0-9a-f]{16}) run (\d{1,15}) -->\r?(?:\n|$)/;

/** The marker that a text begins with; `null` without one. Anybody can write one: it proves nothing about the author. */
export function readMarker(body: string): Marker | null {
  const [, key, run] = MARKER.exec(body) ?? [];
  return key === undefined ? null : { key, run: Number(run) };
}

/**
 * Whether a comment says what a later run than this one found. A repeated run was asked for after all others, whatever its
 * id, and one of an outdated head has no verdict to publish.
 */
export const isOfLaterRun = ({ run }: Marker, publisher: Publisher): boolean =>
  publisher.attempt === 1 && publisher.run !== null && run > publisher.run;
