import type { ContractCell, EntryReference } from '../../src/core/definitions/lint-facts.js';
import type {
  DefinitionProblem,
  PatternFault,
  SkipReason,
  UnenforceableReason,
  UnreadableReason,
} from '../../src/core/definitions/problem.js';
import { agentName, repoPath } from '../../src/core/vocabulary.js';
import { configFaultsAbout } from './config-faults.js';
import { BACKEND, BACKEND_FILE, DATABASE } from './report-builders.js';

const keysOf = <Key extends string>(keys: Readonly<Record<Key, true>>): readonly Key[] =>
  Object.keys(keys) as Key[];

const UNREADABLE = keysOf<UnreadableReason>({
  'not-utf8': true,
  'utf-16': true,
  'nul-byte': true,
  'too-large': true,
  submodule: true,
  'link-leads-outside': true,
  'link-is-broken': true,
  'link-loops': true,
  'read-failed': true,
  'nested-too-deeply': true,
});
const FAULTS = keysOf<PatternFault>({
  empty: true,
  'control-or-format-character': true,
  'parent-segment': true,
  'absolute-path': true,
  'too-many-braces': true,
  'too-long': true,
  'trailing-backslash': true,
  'backslash-as-separator': true,
  'unclosed-bracket': true,
  'not-compilable': true,
});
const UNENFORCEABLE = keysOf<UnenforceableReason>({
  'no-path': true,
  'part-of-a-file': true,
  complement: true,
  'not-a-path': true,
  'unknown-shape': true,
});
const SKIPPED = keysOf<SkipReason>({
  'other-extension': true,
  'no-front-matter': true,
  'other-language': true,
  'unclosed-front-matter': true,
  'invalid-yaml': true,
  'invalid-yaml-with-windows-line-ends': true,
  'no-name': true,
  'name-is-no-text': true,
  'name-begins-with-hyphen': true,
  'name-holds-colon': true,
  'no-description': true,
});

const PLACE = { severity: 'warning', file: BACKEND_FILE, line: 12, agent: BACKEND } as const;
const CONFIG = {
  severity: 'error',
  file: repoPath('.github/agent-ownership.yml'),
  line: 3,
  agent: null,
} as const;
const ENTRY = { section: 'cannot-touch', pattern: 'apps/{{APP}}/**' } as const;

const denial: EntryReference = {
  agent: BACKEND,
  section: 'cannot-touch',
  pattern: 'src/**/*.ts',
  file: BACKEND_FILE,
  line: 30,
};
const owner = (agent: string): EntryReference => ({
  ...denial,
  agent: agentName(agent),
  section: 'owns',
  pattern: 'conftest.py',
});
const few = { examples: [repoPath('src/a.test.ts'), repoPath('src/b.test.ts')], count: 2 };
const many = { examples: ['docs/', 'src/a.ts', 'src/b.ts', 'src/c.ts'].map(repoPath), count: 412 };
const cell = (agent: string): ContractCell => ({
  agent: agentName(agent),
  contract: 'owns',
  definition: 'none',
  paths: many,
});

const LIFTED = {
  otherwiseDenied: 0,
  exceptions: [{ line: '!*.test.ts', entry: denial }],
  keepBelow: ['!src/a.test.ts'],
};

/** A problem of each code and of each of its variants, as long as they usually are. */
export const EVERY_PROBLEM: readonly DefinitionProblem[] = [
  ...UNREADABLE.map((reason) => ({ ...PLACE, code: 'unreadable-definition', reason }) as const),
  ...configFaultsAbout('severty').map((fault) => ({ ...CONFIG, code: 'invalid-config', fault }) as const),
  { ...PLACE, code: 'unclosed-front-matter' },
  { ...PLACE, code: 'invalid-front-matter', detail: 'the engine js is refused' },
  { ...PLACE, code: 'recovered-front-matter', detail: 'mapping values are not allowed here' },
  { ...PLACE, code: 'missing-name', used: BACKEND },
  {
    ...PLACE,
    code: 'duplicate-name',
    otherFiles: [repoPath('packages/api/.claude/agents/backend.md')],
    otherNames: [],
  },
  {
    ...PLACE,
    code: 'duplicate-name',
    otherFiles: [repoPath('.claude/agents/b.md')],
    otherNames: [agentName('Backend_Django')],
  },
  ...FAULTS.map((fault) => ({ ...PLACE, ...ENTRY, code: 'invalid-pattern', fault }) as const),
  { ...PLACE, ...ENTRY, code: 'invalid-pattern', fault: 'too-many-patterns', alsoLost: 40 },
  { ...PLACE, ...ENTRY, code: 'invalid-pattern', fault: 'too-many-patterns', alsoLost: 0 },
  { ...PLACE, ...ENTRY, code: 'unresolved-placeholder' },
  { ...PLACE, code: 'unenforceable-entry', section: 'owns', further: { count: 250, linesBelow: 300 } },
  ...UNENFORCEABLE.map(
    (reason) =>
      ({ ...PLACE, code: 'unenforceable-entry', section: 'owns', text: 'Everything else', reason }) as const,
  ),
  ...SKIPPED.map((reason) => ({ ...PLACE, code: 'skipped-by-claude-code', reason }) as const),
  {
    ...PLACE,
    code: 'front-matter-disagrees',
    section: 'cannot-touch',
    key: 'cannot-touch',
    onlyInFrontMatter: ['infra/'],
    onlyInBody: ['db/', 'a/', 'b/', 'c/', 'd/'],
  },
  { ...PLACE, code: 'contested-paths', pattern: '*.test.ts', denial, paths: few, ...LIFTED },
  {
    ...PLACE,
    code: 'contested-paths',
    pattern: '*.test.ts',
    denial,
    paths: many,
    otherwiseDenied: 1,
    exceptions: [],
    keepBelow: [],
  },
  { ...PLACE, code: 'dead-pattern', section: 'owns', pattern: 'apps/blgo/**', unlisted: 0 },
  { ...PLACE, code: 'dead-pattern', section: 'owns', pattern: 'apps/blgo/**', unlisted: 12 },
  {
    ...PLACE,
    code: 'shadowed-pattern',
    section: 'owns',
    pattern: 'src/api/**',
    effect: 'covered',
    by: denial,
  },
  {
    ...PLACE,
    code: 'shadowed-pattern',
    section: 'owns',
    pattern: 'src/api/**',
    effect: 'taken-back',
    by: denial,
  },
  {
    ...PLACE,
    code: 'shadowed-pattern',
    section: 'owns',
    pattern: '!src/api/**',
    effect: 'takes-nothing-out',
    by: null,
  },
  {
    ...PLACE,
    code: 'shared-ownership',
    owners: [owner('backend-django'), owner('testing')],
    sets: 1,
    paths: few,
  },
  { ...PLACE, code: 'shared-ownership', owners: ['a', 'b', 'c', 'd', 'e'].map(owner), sets: 1, paths: many },
  { ...PLACE, code: 'shared-ownership', owners: [owner('a'), owner('b')], sets: 7, paths: many },
  { ...PLACE, code: 'orphan-denial', pattern: 'frontend/**/*', alsoDeniedTo: [DATABASE], paths: many },
  { ...PLACE, code: 'unowned-files', agent: null, line: null, paths: many, tracked: 900 },
  {
    ...PLACE,
    code: 'contract-drift',
    drift: { kind: 'row', pattern: 'migrations/', cells: [cell('database')] },
  },
  {
    ...PLACE,
    code: 'contract-drift',
    drift: { kind: 'row', pattern: 'migrations/', cells: ['a', 'b', 'c', 'd'].map(cell) },
  },
  { ...PLACE, code: 'contract-drift', drift: { kind: 'unknown-agent', name: 'databse', nearest: DATABASE } },
  {
    ...PLACE,
    code: 'contract-drift',
    drift: { kind: 'unreadable-row', text: '| a | maybe |', fault: 'cells' },
  },
  { ...PLACE, code: 'contract-drift', drift: { kind: 'unlisted-agents', names: [DATABASE, BACKEND] } },
  { ...PLACE, code: 'contract-drift', drift: { kind: 'unreadable', reason: 'not-utf8' } },
  { ...PLACE, code: 'no-rules' },
  { ...PLACE, code: 'not-a-definition' },
];
