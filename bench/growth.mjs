import path from 'node:path';
import { call, node } from './measure.mjs';
import { CLI } from './programs.mjs';
import { createRepository } from './repository.mjs';
import { compileMatching, MATCH } from './rows/matching.mjs';
import { largeRoster } from './scenes/large-roster.mjs';

/** Ten times as much may take ten times as long; what is over is for a machine that is busy at the wrong moment. */
const LINEAR = 12;
const MOST_MEGABYTES = 512;

/**
 * A row in which one number grows tenfold from step to step: `matching` and `roster` give the scene of a step. Each claim holds
 * a step against the one before.
 */
export const growthRow = ({ name, title, steps, unit, matching, roster }) => ({
  name,
  title,
  mostRuns: 3,
  claims: ['matching', 'lint'].flatMap((what) => [
    ...steps.slice(1).map((step, index) => ({
      text: `${what}, ${count(step)} ÷ ${count(steps[index])} ${unit}`,
      of: sideOf(what, step),
      to: [sideOf(what, steps[index])],
      figure: 'cpu',
      atMost: LINEAR,
    })),
    {
      text: `${what}, ${count(steps.at(-1))} ${unit}, memory`,
      of: sideOf(what, steps.at(-1)),
      figure: 'megabytes',
      atMost: MOST_MEGABYTES,
    },
  ]),
  async prepare(directory) {
    const modules = await compileMatching(directory);
    const sides = {};
    for (const step of steps) sides[sideOf('matching', step)] = call(MATCH, 'ask', modules, matching(step));
    for (const step of steps) {
      const cwd = path.join(directory, String(step));
      await createRepository(cwd, largeRoster(roster(step)));
      const args = [CLI, 'lint', '--at', 'main', '--format', 'json'];
      sides[sideOf('lint', step)] = node(args, { cwd, exits: [0, 1] });
    }
    return { sides };
  },
});

const count = (step) => step.toLocaleString('en');
const sideOf = (what, step) => `${what} ${count(step)}`;
