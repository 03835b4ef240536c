import type { CommitArguments } from './commit-arguments.js';
import type { GlobalOption } from './git-call.js';
import type { StagingCall } from './staging.js';
import { parseTrailer, trailersOfMessage, type Trailer } from './trailers.js';

/** Where the message of another commit is taken from, or which commit this one is made for. */
export interface Reuse {
  readonly option: 'reuse-message' | 'reedit-message' | 'fixup' | 'squash';
  /** As it is given: for `--fixup` with `amend:` or `reword:` before it. Null where it is not known. */
  readonly commit: string | null;
}

/** A `git commit` in the text of a command, understood for certain. A null is what is known only when the command runs. */
export interface CommitCall {
  /** Where an option can be added, as an index into the string: after the last argument, before `--`. */
  readonly insertAt: number;
  /** The words behind `git`, without their quotes; a null for a word with an unknown value, or for several. */
  readonly args: readonly (string | null)[];
  /**
   * The directories that it changes to, each seen from the one before and the first from where the text is run: each `cd`
   * before it, then each `-C`. Each `cd` is taken to succeed: whether its directory is there is for the caller to see.
   */
  readonly directory: readonly string[] | null;
  readonly globalOptions: readonly GlobalOption[];
  /** Variables that the text sets for it or before it. */
  readonly environment: ReadonlyMap<string, string | null>;
  readonly amend: boolean;
  /** `-a`. */
  readonly all: boolean;
  /** Empty where there are none. */
  readonly pathspecs: readonly string[] | null;
  readonly include: boolean;
  /** Takes the named paths from the working tree and leaves aside what is staged; git does so with any pathspec too. */
  readonly only: boolean;
  /** `--patch` or `--interactive`. */
  readonly picksByHand: boolean;
  /** Shows what it would do, and makes no commit. */
  readonly dryRun: boolean;
  readonly noVerify: boolean;
  readonly reuse: Reuse | null;
  /** `--edit` or `--no-edit`; null where git decides. */
  readonly edit: boolean | null;
  /** What `-m` or a here-document for `-F -` says; null where the message comes from elsewhere as well. */
  readonly message: string | null;
  /** Those of `--trailer` and of the message, where they are known. */
  readonly trailers: readonly Trailer[];
  /** What stages, and what commits, before it in the same text, in order; null where something else may have changed files. */
  readonly staging: readonly StagingCall[] | null;
}

/** What a call has from the command that it stands in. */
export type Surroundings = Pick<
  CommitCall,
  'insertAt' | 'args' | 'directory' | 'globalOptions' | 'environment' | 'staging'
> & { readonly input: string | null };

const DRY = ['dry-run', 'short', 'porcelain', 'long', 'null'];
const REUSING = ['reuse-message', 'reedit-message', 'fixup', 'squash'] as const;

/** Null where it asks for help, and so makes no commit. */
export function describeCommit(
  { options, pathspecs }: CommitArguments,
  { input, ...surroundings }: Surroundings,
): CommitCall | null {
  const states = new Map<string, boolean>();
  const values = new Map<string, (string | null)[]>();
  for (const { name, isNegated, value } of options) {
    states.set(name, !isNegated);
    values.set(name, isNegated ? [] : [...(values.get(name) ?? []), value]);
  }
  const is = (...names: readonly string[]): boolean => names.some((name) => states.get(name) === true);
  if (is('help', 'help-all')) return null;
  const reusing = REUSING.find((name) => is(name));
  const message = messageOf(values, input);
  const trailers = (values.get('trailer') ?? []).map((value) =>
    value === null ? null : parseTrailer(value),
  );
  return {
    ...surroundings,
    amend: is('amend'),
    all: is('all'),
    pathspecs: is('pathspec-from-file') ? null : allKnown(pathspecs),
    include: is('include'),
    only: is('only'),
    picksByHand: is('patch', 'interactive'),
    dryRun: is(...DRY),
    noVerify: is('no-verify'),
    reuse: reusing === undefined ? null : { option: reusing, commit: values.get(reusing)?.at(-1) ?? null },
    edit: states.get('edit') ?? null,
    message,
    trailers: [
      ...(message === null ? [] : trailersOfMessage(message)),
      ...trailers.filter((trailer) => trailer !== null),
    ],
  };
}

/** Each `-m` is a paragraph. */
function messageOf(
  values: ReadonlyMap<string, readonly (string | null)[]>,
  input: string | null,
): string | null {
  const given = values.get('message') ?? [];
  if (given.length > 0) return allKnown(given)?.join('\n\n') ?? null;
  return values.get('file')?.at(-1) === '-' ? input : null;
}

const allKnown = (values: readonly (string | null)[]): readonly string[] | null => {
  const known = values.filter((value) => value !== null);
  return known.length === values.length ? known : null;
};
