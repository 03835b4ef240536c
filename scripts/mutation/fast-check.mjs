/** fast-check with fewer examples, and the same ones for every mutant: one that survives a run survives the next one too. */
import fc from 'fast-check';

/** Where a test does not say how many it needs. */
const EXAMPLES = 25;

/** Of rooms whose examples are whole trees and definitions; without a limit a run of their tests takes a minute for each mutant. */
const MOST_EXAMPLES = { definitions: 3, judgement: 40, lint: 20, patterns: 60 };

const assert = (property, parameters = {}) => {
  const wanted = parameters.numRuns ?? EXAMPLES;
  const numRuns = Math.min(wanted, MOST_EXAMPLES[process.env.MUTATION_ROOM] ?? wanted);
  return fc.assert(property, { ...parameters, numRuns, seed: 1 });
};

export default { ...fc, assert };
