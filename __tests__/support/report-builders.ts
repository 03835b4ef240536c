import type { AgentDefinition, Rule, RuleSection } from '../../src/core/definitions/definition.js';
import type { DefinitionProblem } from '../../src/core/definitions/problem.js';
import { AS_A_FILE } from '../../src/core/in-head.js';
import { byDefault } from '../../src/core/policy/policy.js';
import type { RuleChange } from '../../src/core/policy/rule-changes.js';
import type {
  AgentActivity,
  Attribution,
  LintReport,
  Report,
  ReportedProblem,
} from '../../src/core/report.js';
import type { PathViolation, RuleReference, Violation } from '../../src/core/violation.js';
import { agentName, commitSha, repoPath, type SectionKind } from '../../src/core/vocabulary.js';

export const BASE = commitSha('ba5e'.repeat(10));
export const HEAD = commitSha('4ead'.repeat(10));
export const COMMIT = commitSha('3f9c2ab41d07e5b8'.padEnd(40, '0'));
export const LATER = commitSha('7c01d5e2aa31'.padEnd(40, '0'));

export const BACKEND = agentName('backend-django');
export const DATABASE = agentName('database');
export const MODELS = repoPath('apps/blog/models.py');
export const BACKEND_FILE = repoPath('.claude/agents/backend-django.md');

export const aRuleReference = (overrides: Partial<RuleReference> = {}): RuleReference => ({
  section: 'cannot-touch',
  pattern: 'apps/**/models.py',
  remark: 'Models (database agent)',
  condition: null,
  file: BACKEND_FILE,
  line: 83,
  ...overrides,
});

/** A `forbidden-path` that stands, unless the overrides say otherwise. */
export const aViolation = (overrides: Partial<PathViolation> = {}): PathViolation => ({
  code: 'forbidden-path',
  severity: 'error',
  agent: BACKEND,
  path: MODELS,
  status: 'M',
  commit: COMMIT,
  rule: aRuleReference(),
  owners: [DATABASE],
  restoration: { kind: 'parent', parent: 1 },
  laterWork: null,
  undoneBy: null,
  waivedBy: null,
  endedWaiver: null,
  collidesWith: null,
  inHead: AS_A_FILE,
  ...overrides,
});

type Of<Code extends Violation['code']> = Extract<Violation, { readonly code: Code }>;

/** A misspelt name in a commit below the head, unless the overrides say otherwise. */
export const anUnknownAgent = (overrides: Partial<Of<'unknown-agent'>> = {}): Of<'unknown-agent'> => ({
  code: 'unknown-agent',
  severity: 'error',
  commit: COMMIT,
  claim: 'backend-djnago',
  suggestions: [BACKEND],
  written: `Agent: ${overrides.claim ?? 'backend-djnago'}`,
  isRoot: false,
  hasMerges: false,
  ...overrides,
});

/** A message that holds a NUL, in a commit below the head, unless the overrides say otherwise. */
export const anUnreadableCommit = (
  overrides: Partial<Of<'unreadable-commit'>> = {},
): Of<'unreadable-commit'> => ({
  code: 'unreadable-commit',
  severity: 'error',
  commit: COMMIT,
  reason: 'nul-in-message',
  isRoot: false,
  hasMerges: false,
  ...overrides,
});

export const anActivity = (overrides: Partial<AgentActivity> = {}): AgentActivity => ({
  agent: BACKEND,
  files: [BACKEND_FILE],
  rules: { owns: 10, reads: 4, cannotTouch: 4 },
  commits: 2,
  changedPaths: 5,
  allowedPaths: 4,
  forbiddenPaths: 1,
  liftedPaths: 0,
  ...overrides,
});

export const anAttribution = (overrides: Partial<Attribution> = {}): Attribution => ({
  commit: COMMIT,
  subject: 'Add a slug to posts',
  kind: 'agent',
  agents: [BACKEND],
  provisional: false,
  ...overrides,
});

export const aPlaceholder: DefinitionProblem = {
  code: 'unresolved-placeholder',
  severity: 'error',
  file: BACKEND_FILE,
  line: 84,
  agent: BACKEND,
  section: 'cannot-touch',
  pattern: '{{FRONTEND}}/**',
};

/** A denial that the head no longer has, unless the overrides say otherwise. */
export const aRuleChange = (overrides: Partial<RuleChange> = {}): RuleChange => ({
  effect: 'loosened',
  agent: BACKEND,
  file: BACKEND_FILE,
  line: 83,
  subject: { kind: 'denial', pattern: 'apps/**/models.py' },
  paths: { examples: [MODELS], count: 1 },
  commit: COMMIT,
  by: [],
  ...overrides,
});

export const aReportedProblem = (overrides: Partial<ReportedProblem> = {}): ReportedProblem => ({
  problem: aPlaceholder,
  introduced: true,
  counts: true,
  ...overrides,
});

/** A failed check of two commits with one `forbidden-path`, unless the overrides say otherwise. */
export const aReport = (overrides: Partial<Report> = {}): Report => ({
  schemaVersion: 1,
  conclusion: 'failure',
  mode: 'enforce',
  policy: byDefault('2026-11-22').origin,
  silenced: [],
  range: { base: BASE, head: HEAD },
  violations: [aViolation()],
  problems: [],
  attributions: [anAttribution()],
  agents: [anActivity()],
  ruleChanges: [],
  shared: [],
  approval: null,
  uncommitted: null,
  coverage: { definitions: 3, rules: 38, commits: 2, files: 5, trusted: 0 },
  ...overrides,
});

export const aCleanReport = (overrides: Partial<Report> = {}): Report =>
  aReport({
    conclusion: 'success',
    violations: [],
    agents: [anActivity({ allowedPaths: 5, forbiddenPaths: 0 })],
    ...overrides,
  });

export const aRule = (overrides: Partial<Rule> = {}): Rule => ({
  section: 'cannot-touch',
  pattern: 'apps/**/models.py',
  remark: 'Models (database agent)',
  condition: null,
  location: { file: BACKEND_FILE, line: 83 },
  compiled: { negated: false, alternatives: [], matches: () => false, coversLink: () => false },
  ...overrides,
});

export const aSection = (
  kind: SectionKind = 'cannot-touch',
  overrides: Partial<RuleSection> = {},
): RuleSection => ({
  kind,
  heading: { owns: 'OWNS', reads: 'READS', 'cannot-touch': 'CANNOT TOUCH' }[kind],
  line: 81,
  rules: [aRule({ section: kind })],
  ...overrides,
});

export const aDefinition = (overrides: Partial<AgentDefinition> = {}): AgentDefinition => ({
  name: BACKEND,
  file: BACKEND_FILE,
  root: repoPath(''),
  sections: [aSection()],
  ...overrides,
});

export const aLintReport = (overrides: Partial<LintReport> = {}): LintReport => ({
  schemaVersion: 1,
  lookedFor: ['.claude/agents/**/*.md'],
  tracked: 12,
  definitions: [aDefinition()],
  problems: [],
  ...overrides,
});
