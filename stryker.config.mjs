/** Mutation testing of the core: `npm run mutation [-- ROOM …]` (docs/mutation.md). */
const room = process.env.MUTATION_ROOM ?? '';

export default {
  testRunner: 'mocha',
  mochaOptions: { spec: ['mutation-tests/core/**/*.test.mjs'], 'no-config': true },
  buildCommand: 'node scripts/mutation/bundle-tests.mjs',
  coverageAnalysis: 'perTest',
  mutate: [`src/core/${room === '' ? '' : `${room}/`}**/*.ts`],
  // Tables that are made when a module loads: a process that loads nothing anew can't switch them.
  ignoreStatic: true,
  ignorePatterns: ['/dist', '/plugin/hook', '/reports', '/bench', '/docs/decisions'],
  reporters: ['json', 'html', 'clear-text', 'progress-append-only'],
  clearTextReporter: { logTests: false, reportTests: false },
  htmlReporter: { fileName: `reports/mutation/${room || 'core'}.html` },
  jsonReporter: { fileName: `reports/mutation/${room || 'core'}.json` },
  tempDirName: '.mutation',
  checkers: [],
  timeoutMS: 20_000,
  concurrency: Number(process.env.MUTATION_CONCURRENCY ?? 2),
  packageManager: 'npm',
};
