import type { Agent, Rule } from '../../src/core/definitions/definition.js';
import type { Roster } from '../../src/core/definitions/roster.js';
import type {
  Commit,
  EntriesByCommit,
  History,
  OwnChange,
  TreeEntry,
  UnreadableMessage,
} from '../../src/core/history.js';
import { compilePattern } from '../../src/core/patterns/dialect.js';
import {
  agentName,
  commitSha,
  repoPath,
  type CommitSha,
  type RepoPath,
  type SectionKind,
} from '../../src/core/vocabulary.js';

interface Sections {
  readonly owns?: readonly string[];
  readonly reads?: readonly string[];
  readonly cannotTouch?: readonly string[];
  readonly file?: string;
  readonly root?: string;
}

/** An agent with one definition; each section's rules stand on lines of their own, from line 10, 20 and 30. */
export function anAgent(name: string, sections: Sections = {}): Agent {
  const file = repoPath(sections.file ?? `.claude/agents/${name}.md`);
  const root = repoPath(sections.root ?? '');
  const section = (kind: SectionKind, patterns: readonly string[], line: number) => ({
    kind,
    heading: kind,
    line,
    rules: patterns.map((pattern, index) => aRule(kind, pattern, file, line + index, root)),
  });
  return {
    name: agentName(name),
    definitions: [
      {
        name: agentName(name),
        file,
        root,
        sections: [
          section('owns', sections.owns ?? [], 10),
          section('reads', sections.reads ?? [], 20),
          section('cannot-touch', sections.cannotTouch ?? [], 30),
        ],
      },
    ],
  };
}

function aRule(section: SectionKind, pattern: string, file: RepoPath, line: number, root: RepoPath): Rule {
  const result = compilePattern(pattern, { section, root });
  if (!result.ok) throw new Error(`${result.code}: ${pattern}`);
  return {
    section,
    pattern,
    remark: null,
    condition: null,
    location: { file, line },
    compiled: result.pattern,
  };
}

/** Definitions in several files, one agent. */
export const mergeAgents = (first: Agent, second: Agent): Agent => ({
  name: first.name,
  definitions: [...first.definitions, ...second.definitions],
});

export const aRoster = (...agents: readonly Agent[]): Roster => ({ agents, problems: [] });

/** A regular file whose content is told apart by a word. */
export const anEntry = (content: string, mode = '100644'): TreeEntry => ({
  mode,
  oid: Buffer.from(content).toString('hex').padEnd(40, '0'),
});

/** A full commit name that begins with the readable id. */
export const aSha = (id: string): CommitSha => commitSha(Buffer.from(id).toString('hex').padEnd(40, '0'));

/** What a path becomes: a content, an entry, or `null` for absent. */
type Content = string | TreeEntry | null;

export interface Step {
  readonly id: string;
  /** Ids of steps, or `base`; the step before where it is missing. */
  readonly parents?: readonly string[];
  /** Values of `Agent` trailers. */
  readonly agents?: readonly string[];
  /** The commit's own changes. */
  readonly write?: Readonly<Record<string, Content>>;
  /** A merge's result where it is not the first parent's, without being its own change. */
  readonly merged?: Readonly<Record<string, Content>>;
  /** Where the states before its own changes stand; the first parent unless told. */
  readonly beforeIn?: OwnChange['beforeIn'];
  /** False for a merge that git cannot redo. */
  readonly isExact?: boolean;
  /** Why its message cannot be trusted. */
  readonly unreadable?: UnreadableMessage;
  /** Who made it and what it says, where that matters. */
  readonly said?: Partial<Pick<Commit, 'authorName' | 'authorEmail' | 'message'>>;
}

type Tree = ReadonlyMap<RepoPath, TreeEntry>;

/** A range built step by step, with the tree of every commit as real git would have it. */
export function aHistory(
  steps: readonly Step[],
  base: Readonly<Record<string, Content>> = {},
): { history: History; entries: EntriesByCommit } {
  const trees = new Map<CommitSha, Tree>([[aSha('base'), applied(new Map(), base)]]);
  const commits: Commit[] = [];
  for (const [index, step] of steps.entries()) {
    const parents = (step.parents ?? [steps[index - 1]?.id ?? 'base']).map(aSha);
    const [firstParent] = parents;
    const first = (firstParent && trees.get(firstParent)) ?? new Map<RepoPath, TreeEntry>();
    const before = applied(first, step.merged ?? {});
    const after = applied(before, step.write ?? {});
    trees.set(aSha(step.id), after);
    commits.push(toCommit(step, parents, before, after));
  }
  const head = aSha(steps.at(-1)?.id ?? 'base');
  const history: History = {
    base: aSha('base'),
    head,
    mergeBases: [aSha('base')],
    commits,
    netChanges: [netChanges(trees.get(aSha('base')) ?? new Map(), trees.get(head) ?? new Map())],
  };
  return { history, entries: trees };
}

function applied(tree: Tree, writes: Readonly<Record<string, Content>>): Tree {
  const result = new Map(tree);
  for (const [path, content] of Object.entries(writes)) {
    if (content === null) result.delete(repoPath(path));
    else result.set(repoPath(path), typeof content === 'string' ? anEntry(content) : content);
  }
  return result;
}

function toCommit(step: Step, parents: readonly CommitSha[], before: Tree, after: Tree): Commit {
  const changes: OwnChange[] = Object.keys(step.write ?? {}).map((path) => ({
    path: repoPath(path),
    before: before.get(repoPath(path)) ?? null,
    after: after.get(repoPath(path)) ?? null,
    beforeIn: step.beforeIn ?? 1,
  }));
  return aCommit({
    sha: aSha(step.id),
    parents,
    subject: step.id,
    message: `${step.id}\n`,
    trailers: (step.agents ?? []).map((value) => ({ key: 'Agent', value })),
    changes,
    isExact: step.isExact ?? true,
    unreadable: step.unreadable ?? null,
    ...step.said,
  });
}

export const aCommit = (overrides: Partial<Commit> = {}): Commit => ({
  sha: aSha('commit'),
  parents: [aSha('base')],
  subject: 'Change something',
  message: 'Change something\n',
  authorName: 'A developer',
  authorEmail: 'developer@example.com',
  trailers: [],
  unreadable: null,
  changes: [],
  ...overrides,
});

const netChanges = (from: Tree, to: Tree): History['netChanges'][number] =>
  [...new Set([...from.keys(), ...to.keys()])]
    .map((path) => ({ path, before: from.get(path) ?? null, after: to.get(path) ?? null }))
    .filter(({ before, after }) => before?.oid !== after?.oid || before?.mode !== after?.mode);
