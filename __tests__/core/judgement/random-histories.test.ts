import { describe, expect, it } from '@jest/globals';
import { attribute } from '../../../src/core/attribution/attribute.js';
import { createIsDefinitionPath } from '../../../src/core/definitions/definition-paths.js';
import { parseRoster } from '../../../src/core/definitions/parse-roster.js';
import type { Change, EntriesByCommit, History, TreeEntry } from '../../../src/core/history.js';
import { chargeCommits, concludeRange } from '../../../src/core/judgement/judge-range.js';
import { createLineage } from '../../../src/core/judgement/lineage.js';
import { createProtectedPaths } from '../../../src/core/judgement/protected-paths.js';
import { createTrackedPaths } from '../../../src/core/judgement/tracked-paths.js';
import { DEFAULT_POLICY } from '../../../src/core/policy/policy.js';
import type { Report } from '../../../src/core/report.js';
import { repoPath, type RepoPath } from '../../../src/core/vocabulary.js';
import { definitionFiles } from '../../histories/agents.js';
import { mergeFiles, stateOf, type Files } from '../../histories/files.js';
import { ancestorsOf, generateHistory, type RandomCommit } from '../../histories/generate.js';
import { judgeByTheBook } from '../../histories/oracle.js';
import type { OracleChanges } from '../../histories/own-changes.js';
import { nameAt, rangeOf } from '../../histories/ranges.js';
import type { WrittenHistory } from '../../histories/write-histories.js';
import { aCommit, aSha } from '../../support/builders.js';
import { WITHOUT_COLLISIONS } from '../../support/policies.js';

const roster = parseRoster(
  [...definitionFiles()].map(([path, { data }]) => ({ path: repoPath(path), content: Buffer.from(data) })),
);
const rosters = { base: roster, mergeBases: [], defaultBranch: null, head: roster };
const { definitions } = DEFAULT_POLICY;

type Tree = ReadonlyMap<RepoPath, TreeEntry>;

const toTree = (files: Files): Tree =>
  new Map(
    [...files].map(([path, file]) => {
      const [mode = '', oid = ''] = stateOf(file).split(' ');
      return [repoPath(path), { mode, oid }];
    }),
  );

const sayState = (entry: TreeEntry | null): string => (entry === null ? '' : `${entry.mode} ${entry.oid}`);

const compare = (before: Tree, after: Tree): readonly Change[] =>
  [...new Set([...before.keys(), ...after.keys()])]
    .map((path) => ({ path, before: before.get(path) ?? null, after: after.get(path) ?? null }))
    .filter((change) => sayState(change.before) !== sayState(change.after));

/** What a merge would be if nobody had a hand in it; for a commit with one parent, what that has. */
function withoutOwnWork(commits: readonly RandomCommit[], { parents }: RandomCommit): Files {
  const trees = parents.map((parent) => commits[parent]?.files ?? new Map());
  const [first = new Set<number>(), second] = parents.map((parent) => ancestorsOf(commits, parent));
  const common = Math.max(...[...first].filter((index) => second?.has(index)));
  const base: Files = commits[common]?.files ?? new Map();
  return trees.length === 0 ? new Map() : trees.reduce((ours, theirs) => mergeFiles(base, ours, theirs));
}

interface Scene {
  readonly seed: number;
  readonly history: History;
  readonly entries: EntriesByCommit;
  readonly expected: readonly string[];
}

/** A history as git would tell it, and the verdict on it by the words of the reference. */
function sceneOf(seed: number): readonly Scene[] {
  const generated = generateHistory(seed);
  const written: WrittenHistory = {
    ...generated,
    names: generated.commits.map((_, index) => aSha(`c${index}`)),
  };
  const { range, bases } = rangeOf(written);
  if (bases.length === 0) return [];
  const trees = written.commits.map(({ files }) => toTree(files));
  const own = written.commits.map((commit, index) =>
    compare(toTree(withoutOwnWork(written.commits, commit)), trees[index] ?? new Map()),
  );
  const told = own.map(
    (changes): OracleChanges =>
      new Map(
        changes.map(({ path, before, after }) => [
          path,
          { before: sayState(before), after: sayState(after) },
        ]),
      ),
  );
  const commits = range.map((index) => {
    const { parents = [], claims = [] } = written.commits[index] ?? {};
    return aCommit({
      sha: nameAt(written, index),
      parents: parents.map((parent) => nameAt(written, parent)),
      message: `Commit ${index}\n\n${claims.map((claim) => `Agent: ${claim}\n`).join('')}`,
      trailers: claims.map((value) => ({ key: 'Agent', value })),
      changes: (own[index] ?? []).map((change) => ({ ...change, beforeIn: 1 })),
    });
  });
  const history: History = {
    base: nameAt(written, written.base),
    head: nameAt(written, written.head),
    mergeBases: bases.map((index) => nameAt(written, index)),
    commits,
    netChanges: bases.map((index) => compare(trees[index] ?? new Map(), trees[written.head] ?? new Map())),
  };
  const entries = new Map(trees.map((tree, index) => [nameAt(written, index), tree]));
  const { findings, conclusion } = judgeByTheBook(written, told);
  return [{ seed, history, entries, expected: [conclusion, ...findings] }];
}

function judge({ history, entries }: Scene): Report {
  const protectedPaths = createProtectedPaths(definitions, createIsDefinitionPath(definitions), new Set());
  const tracked = [history.base, history.head].map((sha) => [...(entries.get(sha)?.keys() ?? [])]);
  const charges = chargeCommits(attribute(history.commits, rosters, DEFAULT_POLICY), {
    roster,
    policy: WITHOUT_COLLISIONS.policy,
    protectedPaths,
    tracked: createTrackedPaths(...tracked),
  });
  return concludeRange(charges, createLineage(history, entries), rosters, WITHOUT_COLLISIONS);
}

const summarize = ({ conclusion, violations }: Report): readonly string[] => [
  conclusion,
  ...violations
    .map((violation) =>
      [
        'commit' in violation ? violation.commit : '',
        ...('agent' in violation ? [violation.agent] : []),
        ...('path' in violation ? [violation.path] : []),
        violation.code,
        ...('undoneBy' in violation && violation.undoneBy !== null ? ['undone'] : []),
      ].join(' '),
    )
    .sort(),
];

const SEEDS = Array.from({ length: 200 }, (_, index) => index + 1);
let scenes: readonly Scene[] | null = null;

describe('the verdict is that of an oracle', () => {
  it('on random histories, whose merges are what both are told', () => {
    scenes ??= SEEDS.flatMap(sceneOf);
    expect(scenes.length).toBeGreaterThan(SEEDS.length / 2);
    for (const scene of scenes)
      expect([scene.seed, ...summarize(judge(scene))]).toEqual([scene.seed, ...scene.expected]);
  });
});
