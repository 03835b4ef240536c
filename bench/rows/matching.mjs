import { mkdir } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import path from 'node:path';
import { compile } from '../compile.mjs';
import { call } from '../measure.mjs';
import * as sides from '../sides/match.mjs';

export const MATCH = path.resolve(import.meta.dirname, '../sides/match.mjs');
const WHOLE = { paths: 100_000, agents: 100, each: 20 };
/** Loops take about a minute on the whole, and their time grows with the paths. */
const TENTH = { ...WHOLE, paths: 10_000 };
const HUNDREDTH = { ...WHOLE, paths: 1_000 };

/** 100,000 paths against 2,000 patterns: our index, patterns compiled and index built, and loops over both. */
export const matching = {
  name: 'matching',
  title: '100,000 paths × 100 agents × 20 patterns; loops take a tenth of the paths',
  mostRuns: 3,
  claims: [
    { text: 'index, all paths', of: 'index', atMost: 1 },
    { text: 'index, all paths', of: 'index', figure: 'cpu' },
    { text: 'index, all paths', of: 'index', figure: 'megabytes' },
    {
      text: 'a tenth of the paths: index ÷ minimatch',
      of: 'index tenth',
      to: ['minimatch tenth'],
      atMost: 0.2,
    },
    {
      text: 'a tenth of the paths: index ÷ picomatch',
      of: 'index tenth',
      to: ['picomatch tenth'],
      atMost: 0.2,
    },
    { text: 'owners of all paths, carve-outs heeded', of: 'owners', figure: 'cpu' },
    { text: 'owners of all paths, carve-outs heeded', of: 'owners', figure: 'megabytes', atMost: 512 },
    {
      text: 'owners of all paths ÷ of a hundredth, one by one',
      of: 'owners',
      to: ['owners one by one, a hundredth'],
      atMost: 10,
    },
  ],
  async prepare(directory) {
    const modules = await compileMatching(directory);
    await agree(modules);
    return {
      sides: {
        index: call(MATCH, 'ask', modules, WHOLE),
        owners: call(MATCH, 'rule', modules, WHOLE),
        'owners one by one, a hundredth': call(MATCH, 'ruleOneByOne', modules, HUNDREDTH),
        'index tenth': call(MATCH, 'ask', modules, TENTH),
        'minimatch tenth': call(MATCH, 'loopMinimatch', TENTH),
        'picomatch tenth': call(MATCH, 'loopPicomatch', TENTH),
      },
    };
  },
};

export async function compileMatching(directory) {
  await mkdir(directory, { recursive: true });
  const files = [
    'src/core/patterns/dialect.ts',
    'src/core/patterns/path-index.ts',
    'src/core/judgement/ruling.ts',
    'src/core/judgement/path-rulings.ts',
  ];
  const modules = await Promise.all(files.map((file) => compile(file, directory)));
  return modules.map((file) => pathToFileURL(file).href);
}

/** Ways that give different answers cannot be compared. */
async function agree(modules) {
  const works = await Promise.all([
    sides.ask(modules, HUNDREDTH),
    sides.loopMinimatch(HUNDREDTH),
    sides.loopPicomatch(HUNDREDTH),
  ]);
  const counts = works.map((work) => work());
  if (new Set(counts).size > 1 || counts[0] === 0)
    throw new Error(`The counts differ: ${counts.join(', ')}.`);
}
