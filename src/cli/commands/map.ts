import { requirePolicy } from '../../check/read-policy.js';
import { readLintTargetAt } from '../../check/read-roster.js';
import { readWorkingTreeLintTarget } from '../../check/read-roster-on-disk.js';
import { createOwnershipMap, type OwnershipMap } from '../../core/map/ownership-map.js';
import type { LintTarget } from '../../core/lint/lint-roster.js';
import { isWithinParts } from '../../core/map/parts.js';
import type { Policy } from '../../core/policy/policy.js';
import { weighProblems } from '../../core/policy/weigh-problems.js';
import { repoPath, type CommitSha, type RepoPath } from '../../core/vocabulary.js';
import { OperationalError } from '../../operational-error.js';
import type { MapFacts } from '../../reporters/map/map-facts.js';
import type { Extent } from '../../reporters/map/map-lines.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { toColourDepth } from '../colour-depth.js';
import type { MapOptions } from '../options.js';
import { toRepoPart } from '../repo-path.js';
import { writeReport } from '../report-output.js';
import type { Terminal } from '../terminal.js';
import { writeDrawings } from './map-drawings.js';
import { readAt } from './read-at.js';

/** `map`: who owns which part of the tree, in the terminal, as JSON, as a picture and as a page. */
export async function runMap(
  args: readonly string[],
  options: MapOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { depth, format, output } = options;
  if (depth !== undefined && format === 'json') throw new OperationalError('usage', '--depth --format json');
  const { map, facts } = await readMap(args, options, terminal);
  const notes = await writeDrawings(map, facts, options, terminal);
  await writeReport(
    {
      text: async ({ paint, width }) => {
        const { toMapText } = await import('../../reporters/map/text-map.js');
        const colours = output === undefined ? toColourDepth(terminal) : 'none';
        const extent = toExtent(depth, map.agents.length, output === undefined ? terminal.rows : null);
        return [toMapText(map, facts, { paint, width, colours, extent }), ...notes].join('\n');
      },
      json: async () => (await import('../../reporters/map/json-map.js')).toMapJson(map, facts),
    },
    options,
    terminal,
  );
  return EXIT.clean;
}

interface Read extends LintTarget {
  readonly policy: Policy;
  readonly commit: CommitSha | null;
}

async function readMap(
  args: readonly string[],
  options: MapOptions,
  terminal: Terminal,
): Promise<{ readonly map: OwnershipMap; readonly facts: MapFacts }> {
  const { result, topLevel } = await readAt<Read>(options, terminal, {
    atCommit: async (repository, commit, own) => {
      const policy = await requirePolicy(own);
      return {
        policy,
        commit,
        ...(await readLintTargetAt(repository, commit, policy)),
      };
    },
    onDisk: async (git, top, own) => {
      const policy = await requirePolicy(own);
      return { policy, commit: null, ...(await readWorkingTreeLintTarget(git, top, policy)) };
    },
  });
  const { policy, commit, roster, tracked } = result;
  const { workingDirectory } = terminal;
  const parts = args
    .map((path) => toRepoPart(path, topLevel ?? workingDirectory, workingDirectory))
    .filter((part, _, all) => part !== '' && !all.includes(repoPath('')));
  const facts = {
    commit,
    parts,
    errors: weighProblems(roster.problems, policy).filter(({ severity }) => severity === 'error').length,
    lookedFor: policy.definitions,
  };
  return { facts, map: createOwnershipMap(roster, only(parts, [...tracked]), policy) };
}

/** Throws `no-such-path` for a part without files: an empty map would look like one without problems. */
function only(parts: readonly RepoPath[], tracked: readonly RepoPath[]): readonly RepoPath[] {
  if (parts.length === 0) return tracked;
  for (const part of parts) {
    if (!tracked.some((path) => isWithinParts(path, [part])))
      throw new OperationalError('no-such-path', part);
  }
  return tracked.filter((path) => isWithinParts(path, parts));
}

/** Where there is no terminal to fit. */
const USUAL_LINES = 40;
const FEWEST_LINES = 12;
/** Of the lines of a terminal so many go to what stands around the tree, besides a line for each agent. */
const LINES_AROUND = 10;

function toExtent(depth: number | undefined, agents: number, rows: number | null | undefined): Extent {
  if (depth !== undefined) return { depth };
  if (rows === null || rows === undefined) return { lines: USUAL_LINES };
  return { lines: Math.max(FEWEST_LINES, rows - LINES_AROUND - agents) };
}
