import { lookUpName } from '../core/attribution/names.js';
import type { Agent } from '../core/definitions/definition.js';
import { sameEntry, type Change } from '../core/history.js';
import type { NotedChange } from '../core/journal/note.js';
import type { BoundaryFinding } from '../core/session/work-finding.js';
import type { AgentName } from '../core/vocabulary.js';
import { readEntriesAtHead } from '../sources/git/entries-at-head.js';
import type { Bearings } from './bearings.js';
import { judgePending, judgeWorkingTree, withTrial } from './judge.js';
import { createWhoMade } from './made-by.js';
import { readMayBreak } from './may-break.js';
import type { Attributed } from './verify-commits.js';

/** What an agent's changes of the working tree break, as they stand there now. */
export async function findBrokenInTree(
  name: AgentName,
  changes: readonly NotedChange[],
  bearings: Bearings,
): Promise<readonly BoundaryFinding[]> {
  const agents = await agentsNamed([name], bearings);
  const mayBreak = await readMayBreak(bearings);
  const suspects = changes.filter(
    (change) => change.act !== 'restored' && mayBreak(toChange(change), agents),
  );
  if (suspects.length === 0) return [];
  const paths = new Map(suspects.map((change) => [change.path, change]));
  const whoMade = createWhoMade(bearings.place.gitDir, await bearings.roster());
  const { violations, uncommitted } = await withTrial(bearings, (opened) =>
    judgeWorkingTree(opened, whoMade, bearings),
  );
  return violations.flatMap((violation): readonly BoundaryFinding[] => {
    const change = paths.get(violation.path);
    if (violation.agent !== name || change === undefined) return [];
    const state = change.object?.oids[0] ?? '';
    return [
      {
        kind: 'boundary',
        where: 'working-tree',
        violation,
        uncommitted,
        intake: null,
        state,
        madeBy: [name],
      },
    ];
  });
}

/** What commits break in the name of these agents, and nothing took back since. Merges are left to the check. */
export async function findBrokenInCommits(
  attributed: readonly Attributed[],
  concerned: AgentName | null,
  bearings: Bearings,
): Promise<readonly BoundaryFinding[]> {
  const mayBreak = await readMayBreak(bearings);
  const findings: BoundaryFinding[] = [];
  for (const { made, madeBy, agents } of attributed) {
    const { sha, parents, tree, changes } = made.commit;
    const [parent, ...others] = parents;
    if (parent === undefined || others.length > 0) continue;
    const names = [...new Set([...made.claims, ...agents])];
    const charged = await agentsNamed(names, bearings);
    if (!changes.some((change) => mayBreak(change, charged))) continue;
    const pending = { gitDirectory: bearings.place.gitDir, parents: [parent] as const, tree, leftOut: [] };
    const { violations } = await withTrial(bearings, (opened) =>
      judgePending(opened, pending, names, bearings),
    );
    const standing = await whatStands(changes, bearings);
    for (const violation of violations) {
      if (concerned !== null && violation.agent !== concerned) continue;
      if (!standing.has(violation.path)) continue;
      findings.push({
        kind: 'boundary',
        where: 'commit',
        violation: { ...violation, commit: sha },
        uncommitted: null,
        intake: null,
        state: sha,
        madeBy: madeBy.get(violation.path) ?? [],
      });
    }
  }
  return findings;
}

/** The paths at which HEAD does not hold again what was there before. */
async function whatStands(changes: readonly Change[], { git }: Bearings) {
  const atHead = await readEntriesAtHead(
    git,
    changes.map(({ path }) => path),
  );
  const standing = changes.filter(({ path, before }) => !sameEntry(atHead.get(path) ?? null, before));
  return new Set(standing.map(({ path }) => path));
}

const toChange = ({ path, object, base }: NotedChange): Change => ({
  path,
  before: base === null ? null : { mode: '100644', oid: base },
  after: object === null ? null : { mode: object.mode ?? '100644', oid: object.oids[0] ?? '' },
});

async function agentsNamed(names: readonly AgentName[], bearings: Bearings): Promise<readonly Agent[]> {
  const roster = await bearings.roster();
  return names.flatMap((name) => {
    const found = lookUpName(name, roster);
    return found.kind === 'known' ? [found.agent] : [];
  });
}
