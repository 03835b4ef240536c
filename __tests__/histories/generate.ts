import { A_FILE, definitionFiles, PATHS } from './agents.js';
import { longText, mergeFiles, sameFile, withFile, withWord, type File, type Files } from './files.js';
import { createRandom, type Random } from './random.js';

export interface RandomCommit {
  /** Places in the history. */
  readonly parents: readonly number[];
  readonly files: Files;
  /** Values of `Agent` trailers. */
  readonly claims: readonly string[];
}

export interface RandomHistory {
  readonly seed: number;
  /** Parents before children. */
  readonly commits: readonly RandomCommit[];
  readonly base: number;
  readonly head: number;
}

const CLAIMS: readonly (readonly string[])[] = [
  ['alpha'],
  ['alpha'],
  ['alpha'],
  ['alpha'],
  ['beta'],
  ['beta'],
  ['gamma'],
  ['alpha', 'beta'],
  ['alpha', 'gamma'],
  ['nobody-we-know'],
  ['beta', 'nobody-we-know'],
  [],
  [],
  [],
  [],
  [],
];

/** A history of branches that fork, change a few paths again and again, and merge in every way. */
export function generateHistory(seed: number): RandomHistory {
  const random = createRandom(seed);
  const commits: RandomCommit[] = [{ parents: [], files: firstFiles(random), claims: [] }];
  const lanes = [0, 0];
  const steps = 3 + random.below(11);
  for (let step = 0; step < steps; step += 1) {
    const lane = random.chance(0.6) ? 0 : random.below(lanes.length);
    const tip = lanes[lane] ?? 0;
    if (random.chance(0.1) && lanes.length < 5) lanes.push(random.below(commits.length));
    commits.push(nextCommit(commits, tip, lanes, random));
    lanes[lane] = commits.length - 1;
  }
  const head = lanes[0] ?? 0;
  const elsewhere = commits
    .map((_, index) => index)
    .filter((index) => !ancestorsOf(commits, index).has(head));
  const base = random.chance(0.4) ? 0 : random.chance(0.5) ? (lanes[1] ?? 0) : random.pick([0, ...elsewhere]);
  return { seed, commits, base: base === head ? 0 : base, head };
}

function firstFiles(random: Random): Files {
  let files = definitionFiles();
  for (const path of PATHS) if (random.chance(0.5)) files = withFile(files, path, newFile(random, A_FILE));
  return files;
}

function nextCommit(
  commits: readonly RandomCommit[],
  tip: number,
  lanes: readonly number[],
  random: Random,
): RandomCommit {
  const claims = random.pick(CLAIMS);
  const files = commits[tip]?.files ?? new Map<string, File>();
  const others = [...new Set(lanes)].filter(
    (other) => other !== tip && !ancestorsOf(commits, tip).has(other),
  );
  if (random.chance(0.02))
    return { parents: [], files: edited(definitionFiles(), commits, [], random), claims };
  if (others.length === 0 || random.chance(0.65)) {
    return { parents: [tip], files: edited(files, commits, [tip], random), claims };
  }
  const parents = [tip, random.pick(others)];
  const third = others.find((other) => !parents.includes(other) && random.chance(0.5));
  if (third !== undefined) parents.push(third);
  return { parents, files: merged(commits, parents, random), claims };
}

function merged(commits: readonly RandomCommit[], parents: readonly number[], random: Random): Files {
  const trees = parents.map((parent) => commits[parent]?.files ?? new Map<string, File>());
  if (random.chance(0.2)) return random.pick(trees);
  const [first, second] = parents.map((parent) => ancestorsOf(commits, parent));
  const shared = [...(first ?? [])].filter((index) => second?.has(index));
  const base = commits[Math.max(...shared)]?.files ?? new Map<string, File>();
  const clean = trees.reduce((ours, theirs) => mergeFiles(base, ours, theirs));
  return random.chance(0.25) ? edited(clean, commits, parents, random) : clean;
}

/** One to three changes: new texts, deletions, modes and types, renames, and states of the past brought back. */
function edited(
  start: Files,
  commits: readonly RandomCommit[],
  parents: readonly number[],
  random: Random,
): Files {
  let files = start;
  if (random.chance(0.15)) return reverted(files, commits, parents, random);
  for (let count = random.pick([1, 1, 1, 2, 3]); count > 0; count -= 1) {
    const path = random.chance(0.6) ? 'locked' : random.pick(PATHS);
    const file = files.get(path);
    const kind = random.below(10);
    if (kind === 0) files = withFile(files, path, undefined);
    else if (kind === 1 && file !== undefined) {
      files = withFile(withFile(files, path, undefined), random.pick(PATHS), file);
    } else if (kind <= 4) files = withFile(files, path, random.pick(commits).files.get(path));
    else files = withFile(files, path, newFile(random, file));
  }
  return files;
}

/** As `git revert`: puts every path that a commit of the past changed back to what it was before. */
function reverted(
  files: Files,
  commits: readonly RandomCommit[],
  parents: readonly number[],
  random: Random,
): Files {
  const past = parents.flatMap((parent) => [...ancestorsOf(commits, parent)]);
  const bad = commits[past.length === 0 ? 0 : random.pick(past)];
  const before = commits[bad?.parents[0] ?? -1]?.files;
  if (bad === undefined || before === undefined) return files;
  return [...new Set([...bad.files.keys(), ...before.keys()])]
    .filter((path) => !sameFile(bad.files.get(path), before.get(path)))
    .reduce((result, path) => withFile(result, path, before.get(path)), files);
}

function newFile(random: Random, file: File | undefined): File {
  const kind = random.below(12);
  if (kind === 0) return { mode: '120000', data: random.pick(['free', 'elsewhere']) };
  if (kind === 1) return { mode: '160000', data: random.pick(['1', '2']).repeat(40) };
  if (kind === 2 && file !== undefined && file.mode < '120000') {
    return { ...file, mode: file.mode === '100644' ? '100755' : '100644' };
  }
  const mode = file?.mode === '100755' ? '100755' : '100644';
  if (kind <= 6) return { mode, data: random.pick(['A\n', 'B\n', 'C\n']) };
  const text = file !== undefined && file.data.length > 99 ? file.data : longText();
  return { mode, data: withWord(text, random.below(3), random.pick(['one', 'two'])) };
}

/** The commit itself and all that it builds on. */
export function ancestorsOf(commits: readonly RandomCommit[], start: number): ReadonlySet<number> {
  const found = new Set([start]);
  for (const index of found) for (const parent of commits[index]?.parents ?? []) found.add(parent);
  return found;
}
