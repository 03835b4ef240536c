/**
 * Stands in the bundles for the js-yaml that gray-matter loads for itself: its YAML engine is replaced by ours
 * (src/core/definitions/front-matter.ts), so 40 kB of a second parser would be shipped and never run. tsconfig.json's `paths` puts
 * it there; a wrong call ends in an error and never in other data.
 */
const refuse = () => {
  throw new Error('front matter is read by another parser');
};

module.exports = { safeLoad: refuse, safeDump: refuse };
