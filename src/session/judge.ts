import { tmpdir } from 'node:os';
import { checkPending, checkWork } from '../check/check-work.js';
import { withRepository, type OpenRepository } from '../check/open-repository.js';
import type { WhoMade } from '../check/read-changes.js';
import type { PendingWork } from '../check/read-work.js';
import { dayOf } from '../check/day.js';
import { usualSettings } from '../check/settings.js';
import type { Report } from '../core/report.js';
import { stands, type PathViolation, type Violation } from '../core/violation.js';
import { OperationalError } from '../operational-error.js';
import type { AgentName, CommitSha } from '../core/vocabulary.js';
import type { Bearings } from './bearings.js';

/** Runs with the repository of an event open, and a directory of our own beside it in which everything is tried out. */
export const withTrial = <Result>(
  { place, environment }: Bearings,
  use: (opened: OpenRepository) => Promise<Result>,
): Promise<Result> =>
  withRepository({ environment, directory: place.topLevel, temporaryDirectory: tmpdir() }, use);

/**
 * What fails the check in a commit with this tree; whose the changes are is told one by one, or the agents answer for all.
 * Nothing where HEAD holds no rules for an agent yet: those on the disk bind it when it writes, and the check judges by what
 * is merged.
 */
export async function judgePending(
  opened: OpenRepository,
  { parents: [first, ...others], ...pending }: PendingOrFirst,
  agents: readonly AgentName[] | WhoMade,
  { now }: Bearings,
): Promise<Judged> {
  if (first === undefined) return NOTHING;
  const work = { ...pending, parents: [first, ...others] as const };
  const settings = usualSettings(dayOf(now));
  return judgeKnown(agents, (known) =>
    checkPending(opened, work, { kind: 'staged', agents: known }, settings),
  );
}

/** The same for all that differs from HEAD in the working tree. */
export async function judgeWorkingTree(
  opened: OpenRepository,
  agents: WhoMade,
  { now }: Bearings,
): Promise<Judged> {
  const settings = usualSettings(dayOf(now));
  return judgeKnown(agents, (known) => checkWork(opened, { kind: 'working-tree', agents: known }, settings));
}

/** Work that is no commit yet, perhaps the first one. */
type PendingOrFirst = Omit<PendingWork, 'parents'> & { readonly parents: readonly CommitSha[] };

type Makers = readonly string[] | WhoMade;

async function judgeKnown(
  agents: Makers,
  judge: (agents: Makers) => Promise<Report>,
  unknown: ReadonlySet<string> = new Set(),
): Promise<Judged> {
  const known = without(agents, unknown);
  if (Array.isArray(known) && known.length === 0) return NOTHING;
  try {
    return toJudged(await judge(known));
  } catch (error) {
    if (!(error instanceof OperationalError)) throw error;
    if (error.code === 'no-commit-yet') return NOTHING;
    if (error.code !== 'no-such-agent') throw error;
    return unknown.has(error.subject)
      ? NOTHING
      : judgeKnown(agents, judge, new Set([...unknown, error.subject]));
  }
}

function without(agents: Makers, unknown: ReadonlySet<string>): Makers {
  const isKnown = (name: string): boolean => !unknown.has(name);
  if (typeof agents !== 'function') return agents.filter(isKnown);
  return async (changes) => {
    const made = await agents(changes);
    return new Map([...made].map(([path, names]) => [path, names.filter(isKnown)]));
  };
}

/** What fails the check, and what the commands that take it back depend on. */
export interface Judged extends Pick<Report, 'uncommitted'> {
  readonly violations: readonly PathViolation[];
}

const NOTHING: Judged = { uncommitted: null, violations: [] };

const toJudged = ({ violations, uncommitted, mode }: Report): Judged => ({
  uncommitted,
  violations: mode === 'enforce' ? violations.filter(failsOnPath) : [],
});

const failsOnPath = (violation: Violation): violation is PathViolation =>
  'restoration' in violation && violation.severity === 'error' && stands(violation);
