/** Mutation testing of the core: `npm run mutation [-- ROOM …]` (docs/mutation.md). */
const room = process.env.MUTATION_ROOM ?? '';
const places = process.env.MUTATION_PLACES?.split(',');
/** `top` are the files that lie in `src/core` itself. */
const mutated = { '': '**/*.ts', top: '*.ts' }[room] ?? `${room}/**/*.ts`;
const report = process.env.MUTATION_REPORT ?? (room || 'core');

export default {
  testRunner: 'mocha',
  mochaOptions: { spec: ['mutation-tests/core/**/*.test.mjs'], 'no-config': true },
  buildCommand: 'node scripts/mutation/bundle-tests.mjs',
  coverageAnalysis: 'perTest',
  mutate: places ?? [`src/core/${mutated}`],
  // Tables that are made when a module loads: a process that loads nothing anew can't switch them.
  ignoreStatic: true,
  ignorePatterns: ['/dist', '/plugin/hook', '/reports', '/bench', '/docs/decisions'],
  reporters: ['json', 'html', 'clear-text', 'progress-append-only'],
  clearTextReporter: { logTests: false, reportTests: false },
  htmlReporter: { fileName: `reports/mutation/${report}.html` },
  jsonReporter: { fileName: `reports/mutation/${report}.json` },
  tempDirName: '.mutation',
  checkers: [],
  timeoutMS: 10_000,
  concurrency: Number(process.env.MUTATION_CONCURRENCY ?? 2),
  packageManager: 'npm',
};
