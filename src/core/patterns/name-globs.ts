import { createAllowance } from './allowance.js';
import { compileGlob } from './dialect.js';
import { createNameSearch, type Candidates } from './name-search.js';
import type { PathNode, PathTree } from './path-tree.js';
import type { NameTest } from './walk.js';

/** A glob of one name, held against the names of a tree. */
export interface NameGlob {
  /** Whether it matches the name of this number. */
  matches(name: number): boolean;
  /** How many names would have to be tested before `nodes` can answer; 0 once it has. */
  readonly cost: number;
  /** The nodes whose names it matches, in the order of the nodes. */
  nodes(): readonly PathNode[];
}

/** What may be remembered of all globs together, in names and nodes. */
const MOST_REMEMBERED = 2_000_000;

/** The globs of one name, each held against each distinct name of the tree at most once while the memory lasts. */
export function createNameGlobs(tree: PathTree): (text: string) => NameGlob {
  const globs = new Map<string, NameGlob>();
  const findCandidates = createNameSearch(tree.names);
  const remember = createAllowance(MOST_REMEMBERED, () => {
    globs.clear();
  });
  return (text) => {
    const known = globs.get(text);
    if (known !== undefined) return known;
    const glob = toNameGlob(tree, compileGlob(text), findCandidates(text), remember);
    globs.set(text, glob);
    return glob;
  };
}

function toNameGlob(
  { names, nodesByName }: PathTree,
  test: NameTest,
  candidates: Candidates,
  remember: (amount: number) => void,
): NameGlob {
  const answers = new Map<number, boolean>();
  let nodes: readonly PathNode[] | null = null;
  const matches = (name: number): boolean => {
    const known = answers.get(name);
    if (known !== undefined) return known;
    const answer = test(names[name] ?? '');
    answers.set(name, answer);
    remember(1);
    return answer;
  };
  return {
    matches,
    get cost() {
      return nodes === null ? candidates.count : 0;
    },
    nodes() {
      if (nodes !== null) return nodes;
      const found: PathNode[] = [];
      for (const name of candidates.names()) {
        if (!test(names[name] ?? '')) continue;
        for (const node of nodesByName[name] ?? []) found.push(node);
      }
      nodes = found.sort((one, other) => one.order - other.order);
      remember(found.length);
      return nodes;
    },
  };
}
