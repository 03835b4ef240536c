import { isAnyName } from './alternatives.js';
import type { Alternative } from './compiled-pattern.js';
import type { NameGlob } from './name-globs.js';
import type { PathNode, PathTree } from './path-tree.js';
import { splitAtAnyDepth, type NameSegment } from './walk.js';

/** A segment as the names of a tree see it: one of them, any of them, or those that a glob matches. */
type Step = number | 'any' | NameGlob;

type Run = readonly Step[];

/**
 * The nodes at which an alternative, which ends in `**`, is met: it matches what lies at them and below them, and nothing
 * else. None of them lies below another one; they stand in the order of the nodes.
 */
export function matchTree(
  tree: PathTree,
  alternative: Alternative,
  toGlob: (text: string) => NameGlob,
): readonly PathNode[] {
  const runs: Run[] = [];
  for (const segments of splitAtAnyDepth(alternative)) {
    const run = segments.map((segment) => toStep(segment, tree, toGlob));
    if (!run.every((step) => step !== null)) return [];
    runs.push(run);
  }
  const [head = [], ...floating] = runs;
  let reached: PathNode[] = [];
  descend(tree, tree.root, head, 0, reached);
  for (const run of floating) {
    if (run.length > 0) reached = uppermost(reached.flatMap((node) => placesBelow(tree, node, run)));
  }
  return reached;
}

/** `null` for a name that no path has. */
function toStep(
  segment: NameSegment,
  { numbers }: PathTree,
  toGlob: (text: string) => NameGlob,
): Step | null {
  if (segment.kind === 'literal') return numbers.get(segment.text) ?? null;
  return isAnyName(segment) ? 'any' : toGlob(segment.text);
}

const accepts = (step: Step | undefined, name: number): boolean =>
  step !== undefined && (step === 'any' || (typeof step === 'number' ? step === name : step.matches(name)));

/** Finds where the run, from `at` on, leads to from the node, one step for each level. */
function descend(tree: PathTree, node: PathNode, run: Run, at: number, found: PathNode[]): void {
  const step = run[at];
  if (step === undefined) {
    found.push(node);
    return;
  }
  if (typeof step === 'number') {
    const child = node.children.get(step);
    if (child !== undefined) descend(tree, child, run, at + 1, found);
    return;
  }
  const anchor = rarestStep(tree, node, run, at, node.children.size);
  if (anchor !== null) {
    const depth = node.depth + 1 + anchor.at - at;
    for (let index = anchor.low; index < anchor.high; index += 1) {
      const candidate = anchor.nodes[index];
      if (candidate?.depth === depth && fitsAbove(candidate, run, anchor.at, at)) {
        descend(tree, candidate, run, anchor.at + 1, found);
      }
    }
    return;
  }
  for (const child of node.children.values()) {
    if (accepts(step, child.name)) descend(tree, child, run, at + 1, found);
  }
}

/** Finds where the run leads to from the node itself or from anywhere below it. */
function placesBelow(tree: PathTree, node: PathNode, run: Run): readonly PathNode[] {
  const found: PathNode[] = [];
  const anchor = rarestStep(tree, node, run, 0, node.last - node.order) ?? firstGlob(tree, node, run);
  for (let index = anchor.low; index < anchor.high; index += 1) {
    const candidate = anchor.nodes[index];
    if (candidate === undefined || candidate.depth - anchor.at <= node.depth) continue;
    if (fitsAbove(candidate, run, anchor.at, 0)) descend(tree, candidate, run, anchor.at + 1, found);
  }
  return found;
}

/** A step of the run, and where to begin to look: the nodes below some node that may be accepted, `low` to `high` of a list. */
interface Anchor {
  readonly at: number;
  readonly nodes: readonly PathNode[];
  readonly low: number;
  readonly high: number;
}

/** The step, from `from` on, that the fewest nodes may be accepted by; `null` where none has fewer than `limit`. */
function rarestStep(tree: PathTree, node: PathNode, run: Run, from: number, limit: number): Anchor | null {
  let rarest: Anchor | null = null;
  let fewest = limit;
  for (let at = from; at < run.length; at += 1) {
    const nodes = nodesFor(run[at], tree, fewest);
    if (nodes === null) continue;
    const [low, high] = below(node, nodes);
    if (high - low >= fewest) continue;
    rarest = { at, nodes, low, high };
    fewest = high - low;
  }
  return rarest;
}

/** The nodes that a step accepts, in the whole tree; `null` where it accepts any, or a glob would cost too much to ask. */
function nodesFor(step: Step | undefined, tree: PathTree, most: number): readonly PathNode[] | null {
  if (typeof step === 'number') return tree.nodesByName[step] ?? null;
  if (typeof step !== 'object' || step.cost >= most) return null;
  return step.nodes();
}

/** For a run without a literal name. A floating run never begins with `*`; were it to, each node would be looked at. */
function firstGlob(tree: PathTree, node: PathNode, run: Run): Anchor {
  const at = run.findIndex((step) => typeof step === 'object');
  const glob = run[at];
  if (typeof glob !== 'object') return { at: 0, nodes: tree.nodes, low: node.order + 1, high: node.last };
  if (glob.cost > node.last - node.order) {
    const nodes = tree.nodes.slice(node.order + 1, node.last).filter(({ name }) => glob.matches(name));
    return { at, nodes, low: 0, high: nodes.length };
  }
  const nodes = glob.nodes();
  const [low, high] = below(node, nodes);
  return { at, nodes, low, high };
}

/** Whether the ancestors of a node that the run's step `at` accepts are accepted by the steps before it, back to `from`. */
function fitsAbove(node: PathNode, run: Run, at: number, from: number): boolean {
  let ancestor = node.parent;
  for (let before = at - 1; before >= from; before -= 1) {
    if (ancestor === null || !accepts(run[before], ancestor.name)) return false;
    ancestor = ancestor.parent;
  }
  return true;
}

/** Which of the nodes, given in their order, lie below a node. */
const below = (node: PathNode, nodes: readonly PathNode[]): readonly [low: number, high: number] => [
  lowerBound(nodes, node.order + 1),
  lowerBound(nodes, node.last),
];

function lowerBound(nodes: readonly PathNode[], order: number): number {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((nodes[middle]?.order ?? 0) < order) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** In the order of the nodes, without those that lie at or below another one. */
function uppermost(nodes: readonly PathNode[]): PathNode[] {
  let last = 0;
  return nodes
    .toSorted((one, other) => one.order - other.order)
    .filter((node) => {
      if (node.order < last) return false;
      last = node.last;
      return true;
    });
}
