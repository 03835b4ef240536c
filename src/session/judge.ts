import { tmpdir } from 'node:os';
import { checkPending, checkWork } from '../check/check-work.js';
import { withRepository, type OpenRepository } from '../check/open-repository.js';
import type { WhoMade } from '../check/read-changes.js';
import type { PendingWork } from '../check/read-work.js';
import { dayOf } from '../check/day.js';
import { usualSettings } from '../check/settings.js';
import type { Report } from '../core/report.js';
import { stands, type PathViolation, type Violation } from '../core/violation.js';
import type { AgentName } from '../core/vocabulary.js';
import type { Bearings } from './bearings.js';

/** Runs with the repository of an event open, and a directory of our own beside it in which everything is tried out. */
export const withTrial = <Result>(
  { place, environment }: Bearings,
  use: (opened: OpenRepository) => Promise<Result>,
): Promise<Result> =>
  withRepository({ environment, directory: place.topLevel, temporaryDirectory: tmpdir() }, use);

/** What fails the check in a commit with this tree; whose the changes are is told one by one, or the agents answer for all. */
export async function judgePending(
  opened: OpenRepository,
  pending: PendingWork,
  agents: readonly AgentName[] | WhoMade,
  { now }: Bearings,
): Promise<Judged> {
  const settings = usualSettings(dayOf(now));
  return toJudged(await checkPending(opened, pending, { kind: 'staged', agents }, settings));
}

/** The same for all that differs from HEAD in the working tree. */
export async function judgeWorkingTree(
  opened: OpenRepository,
  agents: WhoMade,
  { now }: Bearings,
): Promise<Judged> {
  const settings = usualSettings(dayOf(now));
  return toJudged(await checkWork(opened, { kind: 'working-tree', agents }, settings));
}

/** What fails the check, and what the commands that take it back depend on. */
export interface Judged extends Pick<Report, 'uncommitted'> {
  readonly violations: readonly PathViolation[];
}

const toJudged = ({ violations, uncommitted, mode }: Report): Judged => ({
  uncommitted,
  violations: mode === 'enforce' ? violations.filter(failsOnPath) : [],
});

const failsOnPath = (violation: Violation): violation is PathViolation =>
  'restoration' in violation && violation.severity === 'error' && stands(violation);
