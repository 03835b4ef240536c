import type { Change } from '../core/history.js';
import type { MakersOf } from '../core/judgement/divide-work.js';
import { asUncommitted } from '../core/judgement/uncommitted.js';
import type { PolicyInForce } from '../core/policy/policy.js';
import type { Report, Uncommitted } from '../core/report.js';
import type { CommitSha } from '../core/vocabulary.js';
import { OperationalError, type OperationalErrorCode } from '../operational-error.js';
import type { Repository } from '../sources/git/borrowed-repository.js';
import { isAncestor, resolveDefaultBase } from '../sources/git/revisions.js';
import { writeCommit } from '../sources/git/write-work.js';
import { checkRange, type Range } from './check-range.js';
import type { OnlyHead } from './only-head.js';
import type { OpenRepository } from './open-repository.js';
import { readPolicyAt } from './read-policy.js';
import { readChanges, type WhoMade } from './read-changes.js';
import { readWork, type PendingWork } from './read-work.js';
import { readPolicyInForce, type Settings } from './settings.js';

export interface WorkToJudge {
  readonly kind: Uncommitted['kind'];
  /** The agents that all of it is the work of, together; or who tells it change by change. */
  readonly agents: readonly string[] | WhoMade;
}

/**
 * The verdict on work that is no commit yet: what `checkRange` says of the commit that git would make of it with these agents
 * in its trailers, by the rules of HEAD, in the light of what the branch did before (work that takes an earlier violation back
 * is none). The commit is made in a directory of our own. Rejects with `no-such-agent`, and as `readWork` and `checkRange` do.
 */
export const checkWork = async (
  opened: OpenRepository,
  work: WorkToJudge,
  settings: Settings,
): Promise<Report> => checkPending(opened, await readWork(opened, work.kind), work, settings);

/** The same for work that is read, or foreseen, already. */
export async function checkPending(
  opened: OpenRepository,
  pending: PendingWork,
  work: WorkToJudge,
  settings: Settings,
): Promise<Report> {
  const { borrowed } = opened;
  const [base] = pending.parents;
  const changes = await readChanges(borrowed, pending);
  const { names, makersOf } = await readMakers(work.agents, changes);
  const { policy } = await readPolicyAt(borrowed, base, settings);
  const head = await writeCommit(borrowed.git, {
    ...pending,
    message: toMessage(names, policy.trailers[0] ?? 'Agent'),
  });
  const law = await readPolicyInForce(borrowed, { base, head }, settings);
  const range = { base, head, shallow: false };
  const report = await judgeHead(borrowed, range, { since: await findBegin(opened, base), makersOf }, law);
  requireKnown(report, names);
  const uncommitted = { kind: work.kind, parents: pending.parents, leftOut: pending.leftOut };
  const isNothing = changes.length === 0 && pending.parents.length === 1;
  return asUncommitted(isNothing ? withoutCommit(report) : report, { head, uncommitted });
}

/** Without the branch’s earlier commits where those cannot be read: a clone may hold no more than its tip. */
async function judgeHead(
  repository: Repository,
  range: Range,
  { since, makersOf }: OnlyHead,
  law: PolicyInForce,
): Promise<Report> {
  const alone = { ...range, only: { since: range.base, makersOf } };
  if (since === range.base) return checkRange(repository, alone, law);
  try {
    return await checkRange(repository, { ...range, only: { since, makersOf } }, law);
  } catch (error) {
    if (!(error instanceof OperationalError) || !UNREADABLE_BRANCH.has(error.code)) throw error;
    return checkRange(repository, alone, law);
  }
}

const UNREADABLE_BRANCH: ReadonlySet<OperationalErrorCode> = new Set(['no-merge-base', 'incomplete-history']);

const UNKNOWN_BEGIN: ReadonlySet<OperationalErrorCode> = new Set(['no-default-base', 'incomplete-history']);

/** Where the branch goes, hence where it began; HEAD itself where nobody says it, or where the branch is that very one. */
async function findBegin(
  { workspaceGit, directory, borrowed }: OpenRepository,
  head: CommitSha,
): Promise<CommitSha> {
  try {
    const begin = await resolveDefaultBase(workspaceGit, directory);
    return (await isAncestor(borrowed.git, head, begin)) ? head : begin;
  } catch (error) {
    if (error instanceof OperationalError && UNKNOWN_BEGIN.has(error.code)) return head;
    throw error;
  }
}

async function readMakers(
  agents: WorkToJudge['agents'],
  changes: readonly Change[],
): Promise<{ readonly names: readonly string[]; readonly makersOf: MakersOf | null }> {
  if (typeof agents !== 'function') return { names: agents, makersOf: null };
  const made = await agents(changes);
  return { names: [...new Set([...made.values()].flat())], makersOf: ({ path }) => made.get(path) ?? [] };
}

/** A name that is no single line of text cannot be claimed by any trailer. */
function toMessage(names: readonly string[], key: string): string {
  const odd = names.find((name) => /[\r\n\0]/.test(name) || name.trim() === '');
  if (odd !== undefined) throw new OperationalError('no-such-agent', odd);
  return `Work\n\n${names.map((name) => `${key}: ${name}\n`).join('')}`;
}

/** Without an agent whose rules are known there is no verdict. */
function requireKnown({ attributions, violations }: Report, names: readonly string[]): void {
  if (names.length === 0) return;
  const isKnown = attributions.every(({ kind }) => kind === 'agent' || kind === 'joint');
  const unknown = violations.find((violation) => violation.code === 'unknown-agent');
  if (isKnown && unknown === undefined) return;
  throw new OperationalError('no-such-agent', unknown?.claim ?? names.join(', '), {
    suggestions: unknown?.suggestions ?? [],
  });
}

const withoutCommit = (report: Report): Report => ({
  ...report,
  attributions: [],
  coverage: { ...report.coverage, commits: 0 },
});
