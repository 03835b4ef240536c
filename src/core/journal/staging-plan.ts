import type { CommitCall } from '../shell/commit-call.js';
import type { StagingCall } from '../shell/staging.js';

/** A git command that does to a copy of the index what a call would do to the index, and nothing to any file. */
export interface PlannedStep {
  /** As in `StagingCall`. */
  readonly directory: readonly string[];
  readonly args: readonly string[];
}

/** What a commit takes from the working tree beside what is staged by then. */
export type Taking =
  | { readonly kind: 'staged' }
  /** These paths as they stand on the disk; with `only`, HEAD's state for all others. */
  | { readonly kind: 'paths'; readonly pathspecs: readonly string[]; readonly only: boolean }
  | { readonly kind: 'all' };

export interface StagingPlan {
  readonly steps: readonly PlannedStep[];
  readonly taking: Taking;
}

/** What commits will hold that are made one after the other, each on top of the one before; the last is the one in question. */
export type CommitPlan = readonly StagingPlan[];

/**
 * What a commit will hold, as steps on a copy of the index; `null` where that is not certain. `earlier` are the commits of the
 * same text that come before it.
 */
export function planCommit(call: CommitCall, earlier: readonly CommitCall[]): CommitPlan | null {
  if (call.staging === null) return null;
  const plans: StagingPlan[] = [];
  let staging: StagingCall[] = [];
  for (const step of call.staging) {
    if (step.subcommand !== 'commit') {
      staging.push(step);
      continue;
    }
    const made = earlier[plans.length];
    if (made === undefined || made.amend) return null;
    const plan = planStaging(made, staging);
    if (plan === null || plan.taking.kind === 'paths') return null;
    plans.push(plan);
    staging = [];
  }
  const last = plans.length === earlier.length ? planStaging(call, staging) : null;
  return last === null ? null : [...plans, last];
}

function planStaging(call: CommitCall, staging: readonly StagingCall[]): StagingPlan | null {
  const { pathspecs } = call;
  if (pathspecs === null || call.picksByHand) return null;
  const steps = staging.map(toStep);
  if (!steps.every((step) => step !== null)) return null;
  return { steps, taking: takingOf(call, pathspecs) };
}

/** Without `--include`, named paths are taken alone (git-commit(1)). */
function takingOf({ all, include }: CommitCall, pathspecs: readonly string[]): Taking {
  if (all) return { kind: 'all' };
  return pathspecs.length === 0 ? { kind: 'staged' } : { kind: 'paths', pathspecs, only: !include };
}

function toStep({ subcommand, args, directory }: StagingCall): PlannedStep | null {
  const known = args.filter((arg) => arg !== null);
  if (directory === null || known.length < args.length) return null;
  const words = argsOf(subcommand, known);
  return words === null ? null : { directory, args: words };
}

const HARMLESS_TO_ADD = new Set([
  ...['-A', '--all', '-u', '--update', '-f', '--force', '-v', '--verbose', '-N', '--intent-to-add'],
  ...[
    '-n',
    '--dry-run',
    '--no-all',
    '--ignore-removal',
    '--no-ignore-removal',
    '--sparse',
    '--ignore-errors',
  ],
  ...['--renormalize', '--refresh', '--chmod=+x', '--chmod=-x'],
]);
const HARMLESS_TO_REMOVE = new Set([
  '-r',
  '-f',
  '--force',
  '-q',
  '--quiet',
  '--cached',
  '-rf',
  '-fr',
  '--ignore-unmatch',
]);

/** Only with options of which it is known that they ask nobody and read no further file. */
function argsOf(subcommand: string, args: readonly string[]): readonly string[] | null {
  const { options, paths } = splitArguments(args);
  switch (subcommand) {
    case 'add':
    case 'stage':
      return options.every((option) => HARMLESS_TO_ADD.has(option))
        ? ['add', ...options, '--', ...paths]
        : null;
    case 'rm':
      // On the index alone: whether the file is to go too makes no difference to the commit.
      return options.every((option) => HARMLESS_TO_REMOVE.has(option))
        ? ['rm', '--cached', '-q', '-r', '-f', '--ignore-unmatch', '--', ...paths]
        : null;
    case 'restore':
      return options.length > 0 && options.every((option) => option === '--staged' || option === '-S')
        ? ['restore', '--staged', '--', ...paths]
        : null;
    case 'reset':
      return unstage(options, paths);
    default:
      return null;
  }
}

/** `git reset` and `git reset HEAD PATH…` take out of the index; everything else may move HEAD. */
function unstage(options: readonly string[], paths: readonly string[]): readonly string[] | null {
  if (!options.every((option) => option === '-q' || option === '--quiet')) return null;
  const [first, ...others] = paths;
  if (first === undefined) return ['read-tree', 'HEAD'];
  if (first !== 'HEAD') return null;
  return others.length === 0 ? ['read-tree', 'HEAD'] : ['restore', '--staged', '--', ...others];
}

function splitArguments(args: readonly string[]) {
  const end = args.indexOf('--');
  const before = end === -1 ? args : args.slice(0, end);
  return {
    options: before.filter((arg) => arg.startsWith('-')),
    paths: [...before.filter((arg) => !arg.startsWith('-')), ...(end === -1 ? [] : args.slice(end + 1))],
  };
}
