import type { AttributionPolicy } from '../core/attribution/attribute.js';
import { createAgentFinder } from '../core/attribution/find-agent.js';
import { createReadings } from '../core/attribution/readings.js';
import { stampFor, type Stamp } from '../core/attribution/stamp.js';
import type { Roster } from '../core/definitions/roster.js';
import { DEFAULT_POLICY, type Policy } from '../core/policy/policy.js';
import { commitSha, type CommitSha } from '../core/vocabulary.js';
import { addTrailers, parseTrailers, readMessageFile } from '../sources/git/commit-message.js';
import { readGitDirectory } from '../sources/git/pending.js';
import { isRebasing } from '../sources/git/rebase.js';
import { findRevisions } from '../sources/git/revisions.js';
import { readUserSettings } from '../sources/git/user-settings.js';
import type { OpenRepository } from './open-repository.js';
import { readStagedChanges, type WhoMade } from './read-changes.js';
import { readPolicyAt } from './read-policy.js';
import { readRosterAt } from './read-roster.js';
import { writeWork } from './read-work.js';
import type { Settings } from './settings.js';

/** Who made what, by what is noted in a git directory; the roster settles whose overlapping work is. */
export type AskWhoMade = (gitDirectory: string, roster: Roster) => WhoMade;

/** What became of a message: with trailers added, or why it is left as it is. */
export type StampedMessage =
  Exclude<Stamp, { readonly kind: 'add' }> | { readonly kind: 'stamped'; readonly message: Buffer };

/**
 * The message of a commit that is being made with the trailers of the agents whose work it is: those that are named, else those
 * that made what is staged. Names count as the definitions at HEAD write them, or, where HEAD has none of that name, those
 * that are staged. Commits that a rebase makes anew stay whose they were.
 */
export async function stampMessage(
  opened: OpenRepository,
  message: Buffer,
  agents: readonly string[] | AskWhoMade,
  settings: Settings,
): Promise<StampedMessage> {
  const { workspaceGit, directory, environment, place, borrowed } = opened;
  const [gitDirectory, [head = null], user] = await Promise.all([
    readGitDirectory(workspaceGit),
    findRevisions(workspaceGit, directory, ['HEAD']),
    readUserSettings(environment, directory, place),
  ]);
  if (await isRebasing(gitDirectory)) return { kind: 'none' };
  const file = readMessageFile(message, user);
  const [trailers, { policy, roster }] = await Promise.all([
    parseTrailers(borrowed.git, file),
    readRules(opened, head, settings),
  ]);
  const names = typeof agents === 'function' ? await readNames(opened, agents(gitDirectory, roster)) : agents;
  const stampBy = (staged: Roster): Stamp =>
    stampFor(names, trailers, policy.trailers, readingsOf(roster, staged, policy));
  const stamp = stampBy(NOBODY);
  const last =
    stamp.kind === 'unknown' ? stampBy(await readStagedRoster(opened, gitDirectory, policy)) : stamp;
  if (last.kind !== 'add') return last;
  const [key = 'Agent'] = policy.trailers;
  const added = last.values.map((value) => ({ key, value }));
  return { kind: 'stamped', message: await addTrailers(borrowed.git, file, added) };
}

const NOBODY: Roster = { agents: [], problems: [] };

const readingsOf = (base: Roster, head: Roster, { aliases, people }: AttributionPolicy) =>
  createReadings(createAgentFinder({ base, mergeBases: [], defaultBranch: null, head }, aliases), people);

async function readNames(opened: OpenRepository, whoMade: WhoMade): Promise<readonly string[]> {
  const made = await whoMade(await readStagedChanges(opened));
  return [...new Set([...made.values()].flat())];
}

/** A config that cannot be used is told by the check; a message is stamped by the defaults. */
async function readRules(
  { borrowed }: OpenRepository,
  head: CommitSha | null,
  settings: Settings,
): Promise<{ readonly policy: Policy; readonly roster: Roster }> {
  if (head === null) return { policy: DEFAULT_POLICY, roster: NOBODY };
  const { policy } = await readPolicyAt(borrowed, head, settings);
  return { policy, roster: await readRosterAt(borrowed, head, policy) };
}

/** `git ls-tree` reads a tree like the commit that holds it. */
async function readStagedRoster(
  opened: OpenRepository,
  gitDirectory: string,
  policy: Policy,
): Promise<Roster> {
  const { tree } = await writeWork(opened, 'staged', { gitDirectory });
  return readRosterAt(opened.borrowed, commitSha(tree), policy);
}
