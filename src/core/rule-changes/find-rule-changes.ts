import type { AttributedCommit } from '../attribution/attribute.js';
import type { DefinitionSource } from '../definitions/roster.js';
import { sampleOf } from '../lint/references.js';
import type { PathIndex } from '../patterns/path-index.js';
import type { Policy } from '../policy/policy.js';
import type { RuleChange } from '../policy/rule-changes.js';
import type { Day, RepoPath } from '../vocabulary.js';
import { placesOf } from './after-merge.js';
import { createAuthorship, type Author } from './authorship.js';
import { compareRosters, type AgentDifference, type Comparison } from './compare-rosters.js';
import { compareSettings } from './compare-settings.js';
import type { SettingDifference } from './setting-difference.js';
import { sumUp } from './sum-up.js';

export interface RuleComparison extends Omit<Comparison, 'aliases'> {
  readonly before: Policy;
  /** What the branch leaves behind; the policy in force where it changes nothing, or nothing that can be read. */
  readonly after: Policy;
  readonly config: RepoPath;
  /** The config's own path and the links and files that it is reached by. */
  readonly configPlaces: readonly RepoPath[];
  readonly today: Day;
  /** Where the definitions of both sides come from. */
  readonly sources: readonly DefinitionSource[];
  readonly attributed: readonly AttributedCommit[];
}

/**
 * What a branch loosens and tightens, and who did it: what is loosened first, then by agent in the order of the base, the
 * settings last.
 */
export function findRuleChanges(comparison: RuleComparison): readonly RuleChange[] {
  const { before, after, config, configPlaces, today, attributed, sources } = comparison;
  const { found, index } = compareRosters({ ...comparison, aliases: after.aliases });
  const settings = compareSettings(before, after, today);
  if (found.length + settings.length === 0) return [];

  const authorOf = createAuthorship(attributed);
  const places = placesByFile(sources);
  const configAuthor = authorOf(configPlaces);
  const authorOfFile = (file: RepoPath): Author => {
    const author = authorOf(places.get(file) ?? [file]);
    // A definition that nobody touched can mean something else by the config alone.
    return author.commit === null ? configAuthor : author;
  };
  const changes = [
    ...sumUp(found).map((difference) => toChange(difference, index, authorOfFile(difference.file))),
    ...settings.map((difference) => toSettingChange(difference, config, configAuthor)),
  ];
  return [
    ...changes.filter(({ effect }) => effect === 'loosened'),
    ...changes.filter(({ effect }) => effect === 'tightened'),
  ];
}

function placesByFile(sources: readonly DefinitionSource[]): ReadonlyMap<RepoPath, readonly RepoPath[]> {
  const places = new Map<RepoPath, readonly RepoPath[]>();
  for (const source of sources)
    places.set(source.path, [...(places.get(source.path) ?? []), ...placesOf(source)]);
  return places;
}

const toChange = (
  { paths, ...difference }: AgentDifference,
  index: PathIndex,
  author: Author,
): RuleChange => ({ ...difference, paths: sampleOf(paths, index), ...author });

const toSettingChange = (
  { effect, agent, key, before, after, line }: SettingDifference,
  config: RepoPath,
  author: Author,
): RuleChange => ({
  effect,
  agent,
  file: config,
  line: line ?? null,
  subject: { kind: 'setting', key, before, after },
  paths: { examples: [], count: 0 },
  ...author,
});
