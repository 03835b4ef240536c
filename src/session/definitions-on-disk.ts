import { assembleRoster } from '../core/definitions/assemble-roster.js';
import { createIsDefinitionPath } from '../core/definitions/definition-paths.js';
import { decodeDefinition } from '../core/definitions/definition-text.js';
import { createLetterTest } from '../core/definitions/name-letters.js';
import type { DefinitionSource, Roster } from '../core/definitions/roster.js';
import type { Parsed } from '../core/definitions/seen-once.js';
import { fromStored, toStored, type StoredDefinition } from '../core/definitions/stored-definition.js';
import { compilePattern } from '../core/patterns/dialect.js';
import type { Policy } from '../core/policy/policy.js';
import { repoPath, type RepoPath } from '../core/vocabulary.js';
import { findDefinitionFiles, type DefinitionFile } from '../sources/git/definition-files.js';
import { toFileTree } from '../sources/git/disk-files.js';
import type { Git } from '../sources/git/run.js';
import { readBeginning, readDefinition } from '../sources/session/definition-bytes.js';
import type { DefinitionCache } from '../sources/session/definition-cache.js';
import { listDefinitions } from '../sources/session/definition-listing.js';
import type { Place } from '../sources/session/places.js';

/** The definitions of a working tree, each read when it is asked for. */
export interface DefinitionsOnDisk {
  /** What links among them lead through and to: who changes one of these changes a definition. */
  readonly linkTargets: ReadonlySet<RepoPath>;
  /**
   * Those that have one of the names in any spelling, and perhaps others. One that cannot be read as text is among them where
   * its beginning, as well as it can be made out, or else its file has such a name.
   */
  named(names: readonly string[]): Promise<Roster>;
  all(): Promise<Roster>;
}

export interface Library {
  readonly place: Place;
  /** Directories to look for definitions in and upwards from. */
  readonly from: readonly string[];
  readonly policy: Policy;
  readonly cache: DefinitionCache;
  /** Asked only where the definitions cannot be found without it. */
  readonly git: () => Promise<Git>;
}

/** Finds them without git where that finds all; see `listDefinitions`. */
export async function findDefinitionsOnDisk(library: Library): Promise<DefinitionsOnDisk> {
  const { place, from, policy, cache } = library;
  const { topLevel } = place;
  const isDefinitionPath = createIsDefinitionPath(policy.definitions);
  const patterns = policy.definitions.flatMap((written) => {
    const result = compilePattern(written, { section: 'owns', root: repoPath('') });
    return result.ok ? [result.pattern] : [];
  });
  const { files: found, isWhole } = listDefinitions(place, { isDefinitionPath, patterns, from });
  const listed = isWhole ? found : new Map([...found, ...(await listByGit(library))]);
  const files = findDefinitionFiles(toFileTree(topLevel, listed, isDefinitionPath), isDefinitionPath);
  const parse = async (sources: readonly DefinitionSource[]): Promise<Roster> =>
    assembleRoster(await Promise.all(sources.map((source) => parseOnce(source, policy, cache))));
  return {
    linkTargets: new Set(files.flatMap(placesBehind)),
    all: () => parse(files.map((file) => readDefinition(topLevel, file))),
    async named(names) {
      const mayHaveName = createLetterTest(names);
      const sources: DefinitionSource[] = [];
      for (const file of files) {
        const source = readDefinition(topLevel, file);
        const decoded = decodeDefinition(source);
        const isNamed =
          'text' in decoded
            ? mayHaveName(decoded.text, file.path)
            : await hasNameAtLeast(file, topLevel, names);
        if (isNamed) sources.push(source);
      }
      return parse(sources);
    },
  };
}

/** What a definition says. Parsing is most of the work, so it is done once for each text. */
async function parseOnce(source: DefinitionSource, policy: Policy, cache: DefinitionCache): Promise<Parsed> {
  const { path, content } = source;
  const from = typeof content === 'string' ? null : [path, JSON.stringify(policy.headings), content];
  const stored = from === null ? undefined : cache.read(from);
  const known = stored === undefined ? null : restore(stored);
  if (known !== null) return { source, ...known };
  const { parseDefinition } = await import('../core/definitions/parse-definition.js');
  const parsed = parseDefinition(source, { headings: policy.headings });
  if (from !== null) cache.write(from, toStored(parsed));
  return { source, ...parsed };
}

/** `null` where something else stands in the place of what was stored. */
function restore(stored: unknown): ReturnType<typeof fromStored> {
  try {
    return fromStored(stored as StoredDefinition);
  } catch {
    return null;
  }
}

async function hasNameAtLeast(
  file: DefinitionFile,
  topLevel: string,
  names: readonly string[],
): Promise<boolean> {
  const { hasName } = await import('../core/definitions/definition-name.js');
  return hasName(readBeginning(topLevel, file), file.path, names);
}

async function listByGit({ git, place }: Library) {
  const { readWorkingTree } = await import('../sources/git/working-tree.js');
  return (await readWorkingTree(await git(), place.topLevel)).files;
}

const placesBehind = ({ path, content, links }: DefinitionFile): readonly RepoPath[] =>
  typeof content === 'string' && content !== path ? [content, ...links] : links;
