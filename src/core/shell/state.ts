import type { StagingCall } from './staging.js';

/** What a text has done before one of its commands runs, as far as it is known. Shared by all that come after it. */
export interface State {
  /** As in `CommitCall`. */
  readonly directory: readonly string[] | null;
  readonly environment: ReadonlyMap<string, string | null>;
  /** As in `CommitCall`. */
  readonly staging: readonly StagingCall[] | null;
}

export const START: State = { directory: [], environment: new Map(), staging: [] };

/** After something that may have written files. */
export const afterWriting = (state: State): State => ({ ...state, staging: null });

/** After something that may have done anything in the same shell. */
export const afterAnything = (state: State): State => ({ ...state, directory: null, staging: null });

/** After a shell of its own, which takes its directory and its variables with it. */
export const afterSubshell = (before: State, { staging }: State): State => ({ ...before, staging });

/** What holds in both of two cases. */
export function join(one: State, other: State): State {
  if (one === other) return one;
  return {
    directory: isSameList(one.directory, other.directory) ? one.directory : null,
    environment: joinVariables(one.environment, other.environment),
    staging: isSameList(one.staging, other.staging) ? one.staging : null,
  };
}

function joinVariables(
  one: State['environment'],
  other: State['environment'],
): ReadonlyMap<string, string | null> {
  if (one === other) return one;
  const names = [...new Set([...one.keys(), ...other.keys()])];
  return new Map(
    names.map((name) => [name, one.get(name) === other.get(name) ? (one.get(name) ?? null) : null]),
  );
}

const isSameList = (one: readonly unknown[] | null, other: readonly unknown[] | null): boolean =>
  one === other ||
  (one !== null && one.length === other?.length && one.every((item, index) => item === other[index]));
