import type { OpenRepository } from '../check/open-repository.js';
import { lookUpName } from '../core/attribution/names.js';
import type { Agent } from '../core/definitions/definition.js';
import type { Roster } from '../core/definitions/roster.js';
import type { Change } from '../core/history.js';
import type { Refusal } from '../core/session/answer.js';
import type { CommitCall } from '../core/shell/commit-call.js';
import { byName } from '../core/journal/credit.js';
import { gatheredBy } from '../core/journal/gathered-by.js';
import type { Intake } from '../core/session/work-finding.js';
import type { AgentName, RepoPath } from '../core/vocabulary.js';
import { EMPTY_TREE } from '../sources/git/empty-tree.js';
import { readTreeIds } from '../sources/git/entries.js';
import { readStagedAmong } from '../sources/git/staged-among.js';
import { diffTreePairs } from '../sources/git/tree-pairs.js';
import { hasJournal } from '../sources/journal/files.js';
import { readNotes } from '../sources/journal/notes.js';
import type { Bearings } from './bearings.js';
import { foreseeCommit, type CommitPlace, type Foreseen } from './foresee.js';
import { judgePending, withTrial, type Judged } from './judge.js';
import { madeBy, type MadeBy } from './made-by.js';
import { readObjectFormat } from './object-format.js';
import { readMayBreak } from './may-break.js';

export interface JudgedCommit {
  /** The agents whose noted work the commit will hold. */
  readonly makers: readonly AgentName[];
  readonly refusals: readonly Refusal[];
}

const NOTHING: JudgedCommit = { makers: [], refusals: [] };

/**
 * Foresees a commit and judges it as the check will: file by file, each by who made it, and then as the joint work of all
 * whom it will name. In an agent's own commit everything is the agent's that the journal does not give to another one.
 */
export async function judgeCommit(
  call: CommitCall,
  place: CommitPlace,
  bearings: Bearings,
): Promise<JudgedCommit> {
  const bound = await bearings.agent();
  if (bound === null && !(await hasJournal(bearings.place.gitDir))) return NOTHING;
  return withTrial(bearings, async (opened) => {
    const pending = await foreseeCommit(opened, call, place);
    if (pending === null) return NOTHING;
    const changes = await readChanges(opened, pending, bearings);
    const [roster, { notes }] = await Promise.all([bearings.roster(), readNotes(bearings.place.gitDir)]);
    const noted = madeBy(changes, notes, roster);
    const makers = [...new Set([...noted.values()].flat())].sort(byName);
    const own = bound?.agent.name ?? null;
    const names = own === null || makers.includes(own) ? makers : [own, ...makers];
    if (names.length === 0) return NOTHING;
    const charged = withOwn(changes, noted, own);
    if (!(await mayBreak(changes, charged, names, roster, bearings))) return { makers, refusals: [] };
    const apart = await judgePending(opened, pending, () => Promise.resolve(charged), bearings);
    const isJoint = apart.violations.length === 0 && names.length > 1;
    const judged = isJoint ? await judgePending(opened, pending, names, bearings) : apart;
    const intakeOf = await readIntake(call, judged, bearings);
    return { makers, refusals: toRefusals(judged, intakeOf, noted, own, bound?.actingAs ?? null) };
  });
}

async function readChanges(
  { borrowed }: OpenRepository,
  { on, parents, tree }: Foreseen,
  { git }: Bearings,
): Promise<readonly Change[]> {
  const [below] = on === null ? await readTreeIds(borrowed.objects, parents.slice(0, 1)) : [on];
  const parent = below ?? EMPTY_TREE[await readObjectFormat(git)];
  const [changes = []] = await diffTreePairs(borrowed.git, [[parent, tree]]);
  return changes;
}

const withOwn = (changes: readonly Change[], noted: MadeBy, own: AgentName | null): MadeBy =>
  own === null ? noted : new Map(changes.map(({ path }) => [path, noted.get(path) ?? [own]]));

async function mayBreak(
  changes: readonly Change[],
  charged: MadeBy,
  names: readonly AgentName[],
  roster: Roster,
  bearings: Bearings,
): Promise<boolean> {
  const test = await readMayBreak(bearings);
  const agents = agentsNamed(names, roster);
  return changes.some((change) => charged.has(change.path) && test(change, agents));
}

const agentsNamed = (names: readonly AgentName[], roster: Roster): readonly Agent[] =>
  names.flatMap((name) => {
    const found = lookUpName(name, roster);
    return found.kind === 'known' ? [found.agent] : [];
  });

async function readIntake(
  call: CommitCall,
  { violations }: Judged,
  { git }: Bearings,
): Promise<(path: RepoPath) => Intake> {
  const staged = await readStagedAmong(
    git,
    violations.map(({ path }) => path),
  );
  const gathers = gatheredBy(call);
  return (path) => ({ isStaged: staged.has(path), gathers });
}

const toRefusals = (
  { violations, uncommitted }: Judged,
  intakeOf: (path: RepoPath) => Intake,
  noted: MadeBy,
  own: AgentName | null,
  actingAs: string | null,
): readonly Refusal[] =>
  violations.map((violation) => ({
    agent: violation.agent,
    actingAs: violation.agent === own ? actingAs : null,
    kind: 'commit',
    finding: {
      kind: 'boundary',
      where: 'next-commit',
      violation,
      uncommitted,
      intake: intakeOf(violation.path),
      state: '',
      madeBy: noted.get(violation.path) ?? (own === null ? [] : [own]),
    },
  }));
