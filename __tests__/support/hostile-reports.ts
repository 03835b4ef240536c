import { configFaultsAbout } from './config-faults.js';
import type { DefinitionProblem } from '../../src/core/definitions/problem.js';
import type { RuleChange, RuleChangeSubject } from '../../src/core/policy/rule-changes.js';
import type { ApprovalOutcome, Explanation, LintReport, Report } from '../../src/core/report.js';
import type { RuleReference, Violation } from '../../src/core/violation.js';
import { agentName, repoPath } from '../../src/core/vocabulary.js';
import type { Failure } from '../../src/operational-error.js';
import { REFUSALS } from './refusals.js';
import {
  aDefinition,
  aLintReport,
  anActivity,
  anAttribution,
  aReport,
  aReportedProblem,
  aRule,
  aRuleReference,
  aSection,
  aViolation,
  COMMIT,
  HEAD,
  LATER,
  anUnknownAgent,
  anUnreadableCommit,
} from './report-builders.js';

const ruleAbout = (text: string): RuleReference =>
  aRuleReference({ pattern: text, remark: text, condition: text, file: repoPath(text) });

const RULE_CHANGES: readonly ((text: string) => RuleChangeSubject)[] = [
  (text) => ({ kind: 'denial', pattern: text }),
  (text) => ({
    kind: 'carve-out',
    pattern: text,
    denial: { agent: agentName(text), section: 'cannot-touch', pattern: text, file: repoPath(text), line: 4 },
  }),
  (text) => ({ kind: 'protected-path', pattern: text }),
  (text) => ({ kind: 'further-entries', count: 4, patterns: [text, text] }),
  () => ({ kind: 'agent', renamed: null }),
  (text) => ({ kind: 'agent', renamed: agentName(text) }),
  (text) => ({ kind: 'setting', key: text, before: text, after: text }),
  (text) => ({ kind: 'setting', key: text, before: '', after: text }),
  (text) => ({ kind: 'setting', key: text, before: text, after: '' }),
];

const ruleChangesAbout = (text: string): readonly RuleChange[] =>
  (['loosened', 'tightened'] as const).flatMap((effect) =>
    RULE_CHANGES.map((subject): RuleChange => ({
      effect,
      agent: agentName(text),
      file: repoPath(text),
      line: 3,
      subject: subject(text),
      paths: { examples: [repoPath(text)], count: 1 },
      commit: COMMIT,
      by: [agentName(`${text}1`), agentName(`${text}2`)],
    })),
  );

const violationsAbout = (text: string): readonly Violation[] => {
  const agent = agentName(text);
  const path = repoPath(text);
  const owners = [agentName(`${text}1`), agentName(`${text}2`)];
  const waiver = { agent, path: text, reason: text, until: text, file: path, line: 3 };
  const finding = { agent, path, owners, rule: ruleAbout(text) };
  return [
    aViolation(finding),
    aViolation({ ...finding, path: repoPath(`${text}/new`), status: 'A', restoration: { kind: 'remove' } }),
    aViolation({
      ...finding,
      path: repoPath(`${text}/gone`),
      status: 'D',
      code: 'read-only-path',
      inHead: { kind: 'gone' },
    }),
    aViolation({
      ...finding,
      path: repoPath(`${text}/lines`),
      inHead: {
        kind: 'lines',
        lines: [
          { start: 2, end: 3 },
          { start: 9, end: 9 },
        ],
      },
    }),
    aViolation({ ...finding, path: repoPath(`d/${text}`), restoration: { kind: 'automatic-merge' } }),
    aViolation({ ...finding, code: 'definition-edit', rule: null }),
    aViolation({ ...finding, undoneBy: LATER }),
    anUnknownAgent({ claim: text, suggestions: owners }),
    anUnknownAgent({ commit: LATER, claim: text, suggestions: [], hasMerges: true }),
    {
      code: 'joint-attribution',
      severity: 'notice',
      commit: COMMIT,
      path,
      status: 'M',
      agent,
      lifted: 'read-only-path',
      rule: ruleAbout(text),
      owners,
    },
    aViolation({ ...finding, code: 'outside-owns', rule: null }),
    aViolation({ ...finding, code: 'case-collision', collidesWith: path }),
    aViolation({ ...finding, waivedBy: { kind: 'waiver', reason: text, by: null, until: text } }),
    aViolation({ ...finding, endedWaiver: waiver }),
    aViolation({ ...finding, waivedBy: { kind: 'approval', reason: text, by: text, until: null } }),
    { code: 'retired-agent', severity: 'notice', agent, commit: COMMIT, file: path, foundAt: 'merge-base' },
    {
      code: 'misplaced-trailer',
      severity: 'warning',
      agent,
      commit: COMMIT,
      written: text,
      where: 'indented',
      trailer: text,
      trailers: [text, `Agent: ${text}`],
      hasDivider: false,
      isRoot: false,
      hasMerges: false,
      waivedBy: null,
    },
    {
      code: 'anonymous-agent',
      severity: 'notice',
      commit: COMMIT,
      commits: 3,
      marks: (['author', 'co-author', 'trailer', 'claim'] as const).map((kind) => ({ kind, value: text })),
    },
    {
      code: 'unattributed-commit',
      severity: 'error',
      commit: COMMIT,
      path,
      status: 'M',
      paths: 2,
      deniedTo: owners,
      key: 'Agent',
      hasDivider: false,
      isRoot: false,
      hasMerges: false,
      waivedBy: null,
    },
    ...ruleChangesAbout(text)
      .filter(({ effect }) => effect === 'loosened')
      .map((change): Violation => ({ code: 'rule-loosened', severity: 'warning', change, waivedBy: null })),
    { code: 'waiver-unused', severity: 'notice', waiver },
    { code: 'waiver-expired', severity: 'notice', waiver },
    anUnreadableCommit(),
    { code: 'squash-loses-trailers', severity: 'notice', setting: 'PR_BODY' },
    {
      code: 'provisional-agent',
      severity: 'warning',
      agent: owners[0] ?? agent,
      commit: COMMIT,
      file: path,
      waivedBy: null,
    },
    { code: 'no-definitions', severity: 'warning', lookedFor: [text, text], waivedBy: null },
  ];
};

const problemsAbout = (text: string): readonly DefinitionProblem[] => {
  const place = { severity: 'error', file: repoPath(text), line: 3, agent: agentName(text) } as const;
  const entry = { section: 'cannot-touch', pattern: text } as const;
  const other = {
    agent: agentName(text),
    section: 'owns',
    pattern: text,
    file: repoPath(text),
    line: 4,
  } as const;
  const paths = { examples: [repoPath(text), repoPath(text)], count: 7 };
  return [
    { ...place, code: 'unreadable-definition', reason: 'not-utf8', line: null },
    { ...place, code: 'invalid-front-matter', detail: text },
    { ...place, code: 'recovered-front-matter', detail: text },
    { ...place, code: 'missing-name', used: agentName(text) },
    ...configFaultsAbout(text).map((fault) => ({ ...place, code: 'invalid-config', fault }) as const),
    { ...place, code: 'duplicate-name', otherFiles: [repoPath(text), repoPath(text)], otherNames: [] },
    { ...place, code: 'duplicate-name', otherFiles: [repoPath(text)], otherNames: [agentName(text)] },
    { ...place, ...entry, code: 'invalid-pattern', fault: 'not-compilable' },
    { ...place, ...entry, code: 'unresolved-placeholder' },
    { ...place, code: 'unenforceable-entry', section: 'owns', text, reason: 'no-path' },
    {
      ...place,
      code: 'front-matter-disagrees',
      section: 'owns',
      key: text,
      onlyInFrontMatter: [text],
      onlyInBody: [text, text],
    },
    {
      ...place,
      code: 'contested-paths',
      pattern: text,
      denial: { ...other, section: 'cannot-touch' },
      paths,
      otherwiseDenied: 2,
      exceptions: [{ line: text, entry: other }],
      keepBelow: [text],
    },
    { ...place, ...entry, code: 'dead-pattern', unlisted: 0 },
    { ...place, ...entry, code: 'shadowed-pattern', effect: 'covered', by: other },
    { ...place, code: 'shared-ownership', owners: [other, other], sets: 1, paths },
    { ...place, code: 'shared-ownership', owners: [other, other], sets: 2, paths },
    { ...place, code: 'orphan-denial', pattern: text, alsoDeniedTo: [agentName(text)], paths },
    { ...place, code: 'unowned-files', paths, tracked: 9 },
    {
      ...place,
      code: 'contract-drift',
      drift: { kind: 'unknown-agent', name: text, nearest: agentName(text) },
    },
    { ...place, code: 'contract-drift', drift: { kind: 'unreadable-row', text, fault: 'cells' } },
    { ...place, code: 'contract-drift', drift: { kind: 'unlisted-agents', names: [agentName(text)] } },
  ];
};

const outcomesAbout = (text: string): readonly ApprovalOutcome[] => {
  const outcome: ApprovalOutcome = {
    pullRequest: 7,
    state: 'granted',
    by: text,
    at: text,
    head: HEAD,
    refusal: null,
    detail: text,
    exceptions: [{ commit: COMMIT, refusal: 'unknown-author' }],
  };
  return [
    outcome,
    { ...outcome, state: 'not-needed' },
    ...REFUSALS.map((refusal) => ({ ...outcome, state: 'refused', refusal }) as const),
  ];
};

/** A report in which the text stands everywhere that a pull request can write to. */
export const reportAbout = (text: string): Report =>
  aReport({
    violations: violationsAbout(text),
    problems: problemsAbout(text).flatMap((problem) => [
      aReportedProblem({ problem }),
      aReportedProblem({ problem, introduced: false, counts: false }),
    ]),
    attributions: [anAttribution({ subject: text, agents: [agentName(text)] })],
    agents: [anActivity({ agent: agentName(text), files: [repoPath(text)] })],
    policy: { file: repoPath(text), state: 'mended', floor: true },
    silenced: [
      { code: 'definition-edit', agent: null },
      { code: 'forbidden-path', agent: agentName(text) },
    ],
    ruleChanges: ruleChangesAbout(text),
    shared: [{ pattern: text, commit: COMMIT, changes: 2 }],
    approval: { label: text, outcomes: outcomesAbout(text) },
  });

export const lintReportAbout = (text: string): LintReport =>
  aLintReport({
    definitions: [
      aDefinition({
        name: agentName(text),
        file: repoPath(text),
        root: repoPath(text),
        sections: [
          aSection('cannot-touch', {
            heading: text,
            rules: [aRule({ pattern: text, remark: text, condition: `unless ${text}` })],
          }),
        ],
      }),
    ],
    problems: problemsAbout(text),
  });

export const explanationsAbout = (text: string): readonly Explanation[] => [
  {
    path: repoPath(text),
    protected: false,
    shared: null,
    agents: [{ agent: agentName(text), verdict: 'cannot-touch', rule: ruleAbout(text) }],
  },
];

export const errorAbout = (text: string): Failure => ({
  code: 'unknown-revision',
  subject: text,
});
