import { compileGlob, literalEnds } from './dialect.js';
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

/** What may be remembered of all globs together, in names and nodes, so that hostile globs cannot fill the memory. */
const MOST_REMEMBERED = 2_000_000;

/** The globs of one name, each held against each distinct name of the tree at most once while the memory lasts. */
export function createNameGlobs(tree: PathTree): (text: string) => NameGlob {
  const globs = new Map<string, NameGlob>();
  const findCandidates = createNameSearch(tree.names);
  let remembered = 0;
  const remember = (amount: number): void => {
    remembered += amount;
    if (remembered <= MOST_REMEMBERED) return;
    globs.clear();
    remembered = 0;
  };
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

/** The names that begin, or that end, as a glob does. */
interface Candidates {
  readonly count: number;
  names(): Iterable<number>;
}

/** Narrows a glob down to the names that have its literal beginning, or its literal end, whichever are fewer. */
function createNameSearch(names: readonly string[]): (glob: string) => Candidates {
  let forwards: Spellings | null = null;
  let backwards: Spellings | null = null;
  return (glob) => {
    const [start, end] = literalEnds(glob);
    const begun = searchFor(start, () => (forwards ??= spellingsOf(names)));
    const ended = searchFor(reversed(end), () => (backwards ??= spellingsOf(names.map(reversed))));
    const fewer = (begun?.count ?? Infinity) <= (ended?.count ?? Infinity) ? begun : ended;
    return fewer ?? { count: names.length, names: () => names.keys() };
  };
}

/** Texts in order, and the number of the name that each one spells. */
interface Spellings {
  readonly texts: readonly string[];
  readonly numbers: readonly number[];
}

function spellingsOf(spelled: readonly string[]): Spellings {
  const numbers = new Map(spelled.map((text, number) => [text, number]));
  const texts = spelled.toSorted();
  return { texts, numbers: texts.map((text) => numbers.get(text) ?? 0) };
}

/** By code units, as `startsWith` and `endsWith` compare. */
const reversed = (text: string): string => text.split('').reverse().join('');

/** The texts that begin so; `null` where nothing is asked. */
function searchFor(start: string, spellings: () => Spellings): Candidates | null {
  if (start === '') return null;
  const { texts, numbers } = spellings();
  const from = firstThat(texts, 0, (text) => text >= start);
  const to = firstThat(texts, from, (text) => !text.startsWith(start));
  return { count: to - from, names: () => numbers.slice(from, to) };
}

/** The first place from `low` on that meets the condition, which holds from there to the end. */
function firstThat(texts: readonly string[], low: number, holds: (text: string) => boolean): number {
  let high = texts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(texts[middle] ?? '')) high = middle;
    else low = middle + 1;
  }
  return low;
}
