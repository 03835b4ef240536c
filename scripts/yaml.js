/**
 * The package yaml as modules: the bundler leaves out what is not used of these, 15 kB, and the tests run what is shipped.
 * Its own `exports` give Node the other form. package.json's `imports` puts it in the place of `#yaml`.
 */
export * from '../node_modules/yaml/browser/dist/index.js';
