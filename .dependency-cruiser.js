/** The directions of docs/architecture.md, checked by machine. Each comment tells the offender what to do. */
const onlyIn = (name, packages, file, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: '^src', pathNot: file },
  to: { path: packages },
});

export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Move what both need into a third file.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'core-is-pure',
      comment: 'core takes data and gives data. Read the world in src/sources and hand the value in.',
      severity: 'error',
      from: { path: '^src/core' },
      to: { path: '^src/(?!core)', dependencyTypesNot: ['npm'] },
    },
    {
      name: 'core-needs-no-node',
      comment:
        'core may not read a file, run a process, know the time, or even join paths. Take the value as a parameter.',
      severity: 'error',
      from: { path: '^src/core' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'reporters-import-core',
      comment: 'A reporter turns a report into a value. It neither reads the world nor knows an entry.',
      severity: 'error',
      from: { path: '^src/reporters' },
      to: { path: '^src/(?!core|reporters|operational-error)' },
    },
    {
      name: 'reporters-need-no-node',
      comment: 'A reporter may not print or touch the disk. Return the text.',
      severity: 'error',
      from: { path: '^src/reporters' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'sources-decide-nothing',
      comment: 'A source gives core types. Wording belongs to reporters, decisions to core.',
      severity: 'error',
      from: { path: '^src/sources' },
      to: { path: '^src/(?!core|sources|operational-error)' },
    },
    {
      name: 'check-orders-the-work',
      comment: 'src/check asks sources and hands the answers to core. Wording and printing belong elsewhere.',
      severity: 'error',
      from: { path: '^src/check' },
      to: { path: '^src/(?!check|core|sources|operational-error)' },
    },
    {
      name: 'session-orders-the-work',
      comment:
        'src/session asks sources and hands the answers to core. Wording and printing belong elsewhere.',
      severity: 'error',
      from: { path: '^src/session' },
      to: { path: '^src/(?!session|check|core|sources|operational-error)' },
    },
    {
      name: 'publish-orders-the-writing',
      comment:
        'src/publish asks and writes through sources what it is handed. Wording belongs to reporters, emitting to an entry.',
      severity: 'error',
      from: { path: '^src/publish' },
      to: { path: '^src/(?!publish|core|sources|operational-error)' },
    },
    {
      name: 'entries-are-apart',
      comment: 'An entry may not import another entry. Share through core, sources or reporters.',
      severity: 'error',
      from: { path: '^src/(action|cli|hook)/' },
      to: { path: '^src/(action|cli|hook)/', pathNot: '^src/$1/' },
    },
    onlyIn(
      'toolkit-at-the-edge',
      '^(node_modules/@actions/|scripts/toolkit\\.)',
      '^src/action/(index|create-toolkit)\\.ts$',
      'Take the toolkit as a parameter (src/action/toolkit.ts).',
    ),
    onlyIn(
      'gray-matter-in-one-file',
      '^node_modules/gray-matter',
      '^src/core/definitions/front-matter\\.ts$',
      'Use parseFrontMatter: it cages gray-matter.',
    ),
    onlyIn(
      'yaml-in-one-room',
      '^(node_modules/yaml/|scripts/yaml\\.)',
      '^src/core/yaml/',
      'Use the parsers of src/core/yaml: they keep lines and limits.',
    ),
    onlyIn(
      'markdown-in-one-file',
      '^node_modules/(@types/)?markdown-it',
      '^src/core/definitions/outline\\.ts$',
      'Use parseOutline: it keeps line numbers.',
    ),
    onlyIn(
      'minimatch-in-one-file',
      '^node_modules/minimatch',
      '^src/core/patterns/dialect\\.ts$',
      'Use compilePattern: minimatch’s own defaults are wrong here in the open direction.',
    ),
    onlyIn(
      'unbash-in-one-file',
      '^node_modules/unbash',
      '^src/core/shell/syntax\\.ts$',
      'Use parseShell: it refuses a text with a fault anywhere, of which unbash gives a tree all the same.',
    ),
    {
      name: 'processes-in-one-file',
      comment:
        'Run git through src/sources/git/run.ts: it cleans the environment. Nothing else is started, but the hook by doctor.',
      severity: 'error',
      from: {
        path: '^src/(?!cli/demo)',
        pathNot: '^src/sources/(git/run|setup/doctor/ask-hook)\\.ts$',
      },
      to: { path: '^(node:)?child_process$' },
    },
    {
      name: 'no-orphans',
      comment: 'Import it or delete it.',
      severity: 'error',
      from: { orphan: true, path: '^src' },
      to: {},
    },
    {
      name: 'no-dev-packages',
      comment: 'What ships may not depend on a development package.',
      severity: 'error',
      from: { path: '^src' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
