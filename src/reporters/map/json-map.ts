import type { MapEntry } from '../../core/map/map-entries.js';
import type { OwnershipMap } from '../../core/map/ownership-map.js';
import { countAgents, countAnswers, holderOf } from '../../core/map/shares.js';
import { quotePath } from '../paths.js';
import { printJson } from '../print-json.js';
import { inksOf } from './inks.js';
import type { MapFacts } from './map-facts.js';

const SCHEMA_VERSION = 1;

/** The map for programs (schema/map.schema.json): areas part the tracked files among them, each with one answer for all its files. */
export function toMapJson(map: OwnershipMap, { commit, errors }: MapFacts): string {
  const counts = countAnswers(map, [[0, map.paths.length]]);
  const inks = inksOf(map.agents);
  const filesOf = (of: Parameters<typeof countAgents>[2]) =>
    new Map(countAgents(map.answers, counts, of).map(({ agent, files }) => [agent, files]));
  const [owns, reads, denied, contested] = (['owners', 'readers', 'denied', 'contested'] as const).map(
    filesOf,
  );
  const totals = { one: 0, several: 0, contested: 0, protected: 0, shared: 0, nobody: 0 };
  for (const [number, answer] of map.answers.entries()) {
    const { kind } = holderOf(answer);
    totals[kind === 'agent' ? 'one' : kind] += counts[number] ?? 0;
  }
  return printJson({
    schemaVersion: SCHEMA_VERSION,
    commit,
    files: map.paths.length,
    definitionErrors: errors,
    totals,
    agents: map.agents.map(({ name, definitions }, agent) => ({
      name,
      definitions: definitions.map(({ file }) => quotePath(file).path),
      color: inks[agent]?.fill ?? null,
      owns: owns?.get(agent) ?? 0,
      reads: reads?.get(agent) ?? 0,
      cannotTouch: denied?.get(agent) ?? 0,
      contested: contested?.get(agent) ?? 0,
    })),
    areas: areasOf(map.root).map((entry) => toArea(entry, map)),
  });
}

/** The largest entries that have one answer. */
function areasOf(root: MapEntry): readonly MapEntry[] {
  const areas: MapEntry[] = [];
  const waiting = [root];
  for (let entry = waiting.pop(); entry !== undefined; entry = waiting.pop()) {
    if (entry.answer !== null) areas.push(entry);
    else waiting.push(...entry.children.toReversed());
  }
  return areas;
}

function toArea(entry: MapEntry, { answers, agents }: OwnershipMap) {
  const answer = answers[entry.answer ?? -1];
  const named = (numbers: readonly number[] = []) => numbers.flatMap((number) => agents[number]?.name ?? []);
  return {
    ...quotePath(entry.path),
    kind: entry.kind,
    files: entry.end - entry.start,
    owns: named(answer?.owners),
    reads: named(answer?.readers),
    cannotTouch: named(answer?.denied),
    contested: named(answer?.contested),
    protected: answer?.isProtected ?? false,
    shared: answer?.isShared ?? false,
  };
}
