import { toRoster } from '../check/read-roster.js';
import { createIsDefinitionPath } from '../core/definitions/definition-paths.js';
import { createNameTest } from '../core/definitions/definition-name.js';
import { decodeDefinition } from '../core/definitions/definition-text.js';
import type { Roster } from '../core/definitions/roster.js';
import { compilePattern } from '../core/patterns/dialect.js';
import type { Policy } from '../core/policy/policy.js';
import { repoPath, type RepoPath } from '../core/vocabulary.js';
import { findDefinitionFiles, type DefinitionFile } from '../sources/git/definition-files.js';
import { toFileTree } from '../sources/git/disk-files.js';
import type { Git } from '../sources/git/run.js';
import { readBeginning, readDefinition } from '../sources/session/definition-bytes.js';
import { listDefinitions } from '../sources/session/definition-listing.js';
import type { Place } from '../sources/session/places.js';

/** The definitions of a working tree, each read when it is asked for. */
export interface DefinitionsOnDisk {
  /** What links among them lead through and to: who changes one of these changes a definition. */
  readonly linkTargets: ReadonlySet<RepoPath>;
  /** Those that have, or may have, one of the names in any spelling; one that cannot be read may have the name of its file. */
  named(names: readonly string[]): Roster;
  all(): Roster;
}

/** Finds them without git where its index can be read; see `listDefinitions`. */
export async function findDefinitionsOnDisk(
  place: Place,
  from: readonly string[],
  policy: Policy,
  git: () => Git,
): Promise<DefinitionsOnDisk> {
  const isDefinitionPath = createIsDefinitionPath(policy.definitions);
  const patterns = policy.definitions.flatMap((written) => {
    const result = compilePattern(written, { section: 'owns', root: repoPath('') });
    return result.ok ? [result.pattern] : [];
  });
  const { topLevel } = place;
  const listed =
    listDefinitions(place, { isDefinitionPath, patterns, from }) ?? (await listByGit(git(), topLevel));
  const files = findDefinitionFiles(toFileTree(topLevel, listed, isDefinitionPath), isDefinitionPath);
  return {
    linkTargets: new Set(files.flatMap(placesBehind)),
    all: () =>
      toRoster(
        files.map((file) => readDefinition(topLevel, file)),
        policy,
      ),
    named(names) {
      const hasName = createNameTest(names);
      const sources = files.flatMap((file) => {
        const source = readDefinition(topLevel, file);
        const decoded = decodeDefinition(source);
        const text = 'text' in decoded ? decoded.text : readBeginning(topLevel, file);
        return hasName(text, file.path) ? [source] : [];
      });
      return toRoster(sources, policy);
    },
  };
}

async function listByGit(git: Git, topLevel: string) {
  const { readWorkingTree } = await import('../sources/git/working-tree.js');
  return (await readWorkingTree(git, topLevel)).files;
}

const placesBehind = ({ path, content, links }: DefinitionFile): readonly RepoPath[] =>
  typeof content === 'string' && content !== path ? [content, ...links] : links;
