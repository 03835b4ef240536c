/**
 * Bundles the tests of one room of the core, and the mutated core with them, into `mutation-tests/`. Runs in Stryker's copy of
 * the repository; the room is in `MUTATION_ROOM`, and without it all are meant. `top` are the tests beside the rooms.
 *
 * One process then runs them for each mutant in turn, with a switch in the code and without loading anything anew. With
 * jest, which loads all modules for each run, the core would take days.
 */
import { readFile, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const ROOT = path.resolve(import.meta.dirname, '../..');
const TESTS = path.join(ROOT, '__tests__');
const OUT = path.join(ROOT, 'mutation-tests');
const isTop = process.env.MUTATION_ROOM === 'top';
const ROOM = path.join('core', isTop ? '' : (process.env.MUTATION_ROOM ?? ''));

/** They start git and shells for each example: hours, for mutants that the tables beside them kill. */
const STARTS_PROCESSES = /(gitignore|recorded|real-commits)\.test\.ts$/;

/** Tests that look for fixtures and pages beside themselves find them from the bundle too. */
const keepPlaces = {
  name: 'keep-places',
  setup({ onLoad }) {
    onLoad({ filter: /__tests__\/.*\.ts$/ }, async ({ path: file }) => {
      const source = await readFile(file, 'utf8');
      const contents = source
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(file).href))
        .replaceAll('import.meta.dirname', JSON.stringify(path.dirname(file)));
      return { contents, loader: 'ts' };
    });
  },
};

/** What modules remember for as long as the process lives: forgotten before each test, or one mutant would answer for another. */
const MEMORY = /^const (\w+) = new WeakMap<(.*)>\(\);$/gm;

/** Costly to make anew, and so forgotten only where the mutants are in what makes it. */
const MEMORIES_OF_PATTERNS = {
  'dialect.ts': 'remembered.clear()',
  'names.ts': 'last = undefined',
};

const forget = {
  name: 'forget',
  setup({ onLoad }) {
    onLoad({ filter: /src\/core\/.*\.ts$/ }, async ({ path: file }) => {
      const source = await readFile(file, 'utf8');
      const forgotten = [...source.matchAll(MEMORY)].map(([, name]) => `${name} = new WeakMap()`);
      const ofPatterns = file.includes('/core/patterns/') && MEMORIES_OF_PATTERNS[path.basename(file)];
      if (ofPatterns && ROOM === 'core/patterns') forgotten.push(ofPatterns);
      if (forgotten.length === 0) return undefined;
      const contents = source.replace(MEMORY, 'let $1 = new WeakMap<$2>();');
      return {
        contents: `${contents}\nglobalThis.beforeEach(() => { ${forgotten.join('; ')}; });\n`,
        loader: 'ts',
      };
    });
  },
};

/** The stand-ins may import what they stand in for. */
const standIns = {
  name: 'stand-ins',
  setup({ onResolve }) {
    // Found when the tests run: Stryker links the packages into its copy after this.
    onResolve({ filter: /^#yaml$/ }, ({ path: name }) => ({ path: name, external: true }));
    onResolve({ filter: /^(@jest\/globals|fast-check)$/ }, ({ path: name, importer }) =>
      importer.startsWith(import.meta.dirname)
        ? { path: name, external: true }
        : {
            path: path.join(
              import.meta.dirname,
              name === 'fast-check' ? 'fast-check.mjs' : 'jest-globals.mjs',
            ),
          },
    );
  },
};

const files = await readdir(path.join(TESTS, ROOM), { recursive: !isTop });
await rm(OUT, { recursive: true, force: true });
await build({
  entryPoints: files
    .filter((file) => file.endsWith('.test.ts') && !STARTS_PROCESSES.test(file))
    .map((file) => path.join(TESTS, ROOM, file)),
  outdir: OUT,
  outbase: TESTS,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  plugins: [keepPlaces, forget, standIns],
  logLevel: 'warning',
});
