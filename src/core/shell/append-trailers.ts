import type { CommitCall } from './commit-call.js';
import { holdsTrailer, type Trailer } from './trailers.js';

export interface Stamp {
  readonly call: CommitCall;
  readonly trailers: readonly Trailer[];
}

/** A trailer is one line, and an argument ends at a NUL. */
const NO_TEXT = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;

/**
 * The text with the trailers added to one of its commits; those that the commit has already are left out. Every prefix of the
 * text up to the place stays a prefix, so that the user's rules about commands keep their effect. To stamp several commits use
 * `stampCommits`: a place moves with what is added before it.
 */
export const appendTrailers = (text: string, call: CommitCall, trailers: readonly Trailer[]): string =>
  stampCommits(text, [{ call, trailers }]);

export function stampCommits(text: string, stamps: readonly Stamp[]): string {
  return [...stamps]
    .sort((one, other) => other.call.insertAt - one.call.insertAt)
    .reduce(
      (rest, { call, trailers }) =>
        rest.slice(0, call.insertAt) + optionsFor(call, trailers) + rest.slice(call.insertAt),
      text,
    );
}

function optionsFor(call: CommitCall, trailers: readonly Trailer[]): string {
  const missing: Trailer[] = [];
  for (const { key, value } of trailers) {
    const trailer = { key, value: value.replace(NO_TEXT, ' ').trim() };
    if (!holdsTrailer([...call.trailers, ...missing], trailer)) missing.push(trailer);
  }
  return missing.map(({ key, value }) => ` --trailer ${quote(`${key}: ${value}`)}`).join('');
}

/** Single quotes mean the same in every shell, and at every depth of `$(…)`. */
const quote = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;
