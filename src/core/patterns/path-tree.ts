import type { RepoPath } from '../vocabulary.js';

/** A name of a path, which may be a file, a directory, or (in two spellings of Unicode) both. */
export interface PathNode {
  /** Its number in the tree's `names`. */
  readonly name: number;
  readonly parent: PathNode | null;
  /** How many names lead to it. */
  readonly depth: number;
  /** By the number of their names. */
  readonly children: ReadonlyMap<number, PathNode>;
  /** Its number in the tree's `nodes`, and the one behind its last descendant's. */
  readonly order: number;
  readonly last: number;
  /** The positions of all paths at it and below it. */
  readonly start: number;
  readonly end: number;
}

/** Paths by their names in Unicode's form NFC. What lies at a node and below it has neighbouring numbers and positions. */
export interface PathTree {
  readonly root: PathNode;
  /** Parents before their children. */
  readonly nodes: readonly PathNode[];
  /** By position. */
  readonly paths: readonly RepoPath[];
  /** The distinct names, and the number of each. */
  readonly names: readonly string[];
  readonly numbers: ReadonlyMap<string, number>;
  /** By the number of a name: the nodes of that name, in the order of the nodes. */
  readonly nodesByName: readonly (readonly PathNode[])[];
}

interface Draft {
  readonly name: number;
  readonly parent: Draft | null;
  readonly depth: number;
  children: Map<number, Draft>;
  /** The paths that end here. */
  own: RepoPath[] | null;
  order: number;
  last: number;
  start: number;
  end: number;
}

const NO_CHILDREN = new Map<number, Draft>();
const NOTHING: readonly never[] = [];

/** Builds the tree of the distinct paths, neighbours in the order of their code units. */
export function createPathTree(paths: Iterable<RepoPath>): PathTree {
  const numbers = new Map<string, number>();
  const root: Draft = draftOf(-1, null);
  let parent = root;
  let parentPath = '';
  let above: RepoPath | null = null;
  for (const path of [...paths].sort()) {
    if (path === above) continue;
    above = path;
    const slash = path.lastIndexOf('/');
    const directory = path.slice(0, slash + 1);
    if (directory !== parentPath) {
      parent = directory
        .split('/')
        .slice(0, -1)
        .reduce((node, name) => childOf(node, name, numbers), root);
      parentPath = directory;
    }
    const node = childOf(parent, path.slice(slash + 1), numbers);
    if (node.own === null) node.own = [path];
    else node.own.push(path);
  }
  return { root, names: [...numbers.keys()], numbers, ...numberNodes(root, numbers.size) };
}

const draftOf = (name: number, parent: Draft | null): Draft => ({
  name,
  parent,
  depth: parent === null ? 0 : parent.depth + 1,
  children: NO_CHILDREN,
  own: null,
  order: 0,
  last: 0,
  start: 0,
  end: 0,
});

function childOf(node: Draft, written: string, numbers: Map<string, number>): Draft {
  const text = written.normalize('NFC');
  let name = numbers.get(text);
  if (name === undefined) {
    name = numbers.size;
    numbers.set(text, name);
  }
  const known = node.children.get(name);
  if (known !== undefined) return known;
  const child = draftOf(name, node);
  if (node.children === NO_CHILDREN) node.children = new Map();
  node.children.set(name, child);
  return child;
}

/** Without recursion: git limits neither the length of a path nor its depth. */
function numberNodes(root: Draft, nameCount: number): Pick<PathTree, 'nodes' | 'paths' | 'nodesByName'> {
  const nodes: Draft[] = [];
  const paths: RepoPath[] = [];
  const nodesByName = new Array<Draft[]>(nameCount);
  const waiting: Draft[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    node.order = nodes.length;
    node.start = paths.length;
    nodes.push(node);
    for (const path of node.own ?? NOTHING) paths.push(path);
    if (node.parent !== null) addTo(nodesByName, node);
    for (const child of inReverse(node)) waiting.push(child);
    node.last = nodes.length;
    node.end = paths.length;
  }
  for (const node of nodes.toReversed()) {
    if (node.parent === null) continue;
    node.parent.last = Math.max(node.parent.last, node.last);
    node.parent.end = Math.max(node.parent.end, node.end);
  }
  return { nodes, paths, nodesByName };
}

/** Most names are those of one node: a list that begins with it takes no more room than it needs. */
function addTo(nodesByName: Draft[][], node: Draft): void {
  const namesakes = nodesByName[node.name];
  if (namesakes === undefined) nodesByName[node.name] = [node];
  else namesakes.push(node);
}

/** Most nodes are files, for which nothing has to be made. */
const inReverse = ({ children }: Draft): readonly Draft[] =>
  children.size === 0 ? NOTHING : [...children.values()].reverse();
