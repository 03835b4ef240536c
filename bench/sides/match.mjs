/** Ways to hold many paths against many patterns. Each makes its scene ready and returns the work, which counts what matches. */
import { Minimatch } from 'minimatch';
import picomatch from 'picomatch';
import { manyPaths, manyPatterns } from '../scenes/many-patterns.mjs';

/** Compiles the patterns, builds the index and asks it each of them. `modules` are the compiled `dialect` and `path-index`. */
export async function ask(modules, { paths, agents, each }) {
  const [{ compilePattern }, { createPathIndex }] = await Promise.all(modules.map((file) => import(file)));
  const tracked = manyPaths(paths);
  const patterns = manyPatterns(agents, each).flat();
  return () => {
    const index = createPathIndex(tracked);
    let count = 0;
    for (const { written } of patterns) {
      const { pattern } = compilePattern(written, { section: 'owns', root: '' });
      count += index.matching(pattern).count;
    }
    return count;
  };
}

/** Who owns each path, carve-outs heeded, for all of them at once; `modules` end with the compiled `path-rulings`. */
export async function rule(modules, scene) {
  const [dialect, , , rulings] = modules;
  const [{ compilePattern }, { createPathRulings }] = await Promise.all([import(dialect), import(rulings)]);
  const tracked = manyPaths(scene.paths);
  const roster = toRoster(scene, compilePattern);
  return () => {
    const { owners } = createPathRulings(roster, tracked, 0);
    return tracked.reduce((sum, path) => sum + owners(path).length, 0);
  };
}

/** The same, agent by agent and path by path; `modules` have the compiled `ruling`. */
export async function ruleOneByOne(modules, scene) {
  const [dialect, , ruling] = modules;
  const [{ compilePattern }, { ownersOf }] = await Promise.all([import(dialect), import(ruling)]);
  const tracked = manyPaths(scene.paths);
  const roster = toRoster(scene, compilePattern);
  return () => tracked.reduce((sum, path) => sum + ownersOf(roster, path).length, 0);
}

/** The first half of an agent's patterns is OWNS, the second CANNOT TOUCH. */
function toRoster({ agents, each }, compilePattern) {
  const file = '.claude/agents/a.md';
  const toSection = (kind, patterns) => ({
    kind,
    heading: kind,
    line: 1,
    rules: patterns.map(({ written }, line) => ({
      section: kind,
      pattern: written,
      remark: null,
      condition: null,
      location: { file, line },
      compiled: compilePattern(written, { section: kind, root: '' }).pattern,
    })),
  });
  return {
    problems: [],
    agents: manyPatterns(agents, each).map((patterns, number) => {
      const name = `agent-${number}`;
      const half = Math.ceil(patterns.length / 2);
      const sections = [
        toSection('owns', patterns.slice(0, half)),
        toSection('cannot-touch', patterns.slice(half)),
      ];
      return { name, definitions: [{ name, file, root: '', sections }] };
    }),
  };
}

export const loopMinimatch = (scene) =>
  loop(scene, (glob) => {
    const compiled = new Minimatch(glob, { dot: true });
    return (path) => compiled.match(path);
  });

export const loopPicomatch = (scene) => loop(scene, (glob) => picomatch(glob, { dot: true }));

function loop({ paths, agents, each }, toTest) {
  const tracked = manyPaths(paths);
  const globs = manyPatterns(agents, each)
    .flat()
    .map(({ glob }) => glob);
  return () => {
    let count = 0;
    for (const glob of globs) {
      const matches = toTest(glob);
      for (const path of tracked) if (matches(path)) count += 1;
    }
    return count;
  };
}
