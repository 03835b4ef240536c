import { describe, expect, it } from '@jest/globals';
import type { RuleChange } from '../../src/core/policy/rule-changes.js';
import type { Report } from '../../src/core/report.js';
import type { Lift } from '../../src/core/lift.js';
import { agentName, repoPath } from '../../src/core/vocabulary.js';
import { toAnnotations } from '../../src/reporters/annotations.js';
import { plainPaint } from '../../src/reporters/paint.js';
import { render } from '../../src/reporters/phrase.js';
import { ruleChangePhrase } from '../../src/reporters/rule-change-words.js';
import { toSummary } from '../../src/reporters/summary.js';
import { summarizeRuleChanges } from '../../src/reporters/summary-rule-changes.js';
import { toText } from '../../src/reporters/text.js';
import { plainVoice } from '../../src/reporters/voices.js';
import { aCleanReport, BACKEND, BACKEND_FILE, COMMIT, DATABASE, MODELS } from '../support/report-builders.js';

const aChange = (overrides: Partial<RuleChange> = {}): RuleChange => ({
  effect: 'loosened',
  agent: BACKEND,
  file: BACKEND_FILE,
  line: 83,
  subject: { kind: 'denial', pattern: 'apps/**/models.py' },
  paths: { examples: [MODELS], count: 1 },
  commit: COMMIT,
  by: [DATABASE],
  ...overrides,
});

const denial = {
  agent: BACKEND,
  section: 'cannot-touch',
  pattern: 'apps/**',
  file: BACKEND_FILE,
  line: 83,
} as const;
const CARVE_OUT: RuleChange['subject'] = { kind: 'carve-out', pattern: '!apps/a.py', denial };

const withChanges = (changes: readonly RuleChange[], waivedBy: Lift | null = null): Report =>
  aCleanReport({
    ruleChanges: changes,
    violations: changes
      .filter(({ effect }) => effect === 'loosened')
      .map((change) => ({ code: 'rule-loosened', severity: 'warning', change, waivedBy })),
  });

const LOOSENED = aChange();
const TIGHTENED = aChange({
  effect: 'tightened',
  subject: { kind: 'denial', pattern: 'tests/**' },
  paths: { examples: [], count: 0 },
  by: [],
});

describe('a change of the rules', () => {
  it.each<[string, Partial<RuleChange>]>([
    ['removes `apps/**/models.py` from CANNOT TOUCH of `backend-django`', {}],
    ['adds `tests/**` to CANNOT TOUCH of `backend-django`', TIGHTENED],
    ['opens `!apps/a.py` inside CANNOT TOUCH `apps/**` of `backend-django`', { subject: CARVE_OUT }],
    [
      'opens protected files by OWNS `.github/**` of `backend-django`',
      { subject: { kind: 'protected-path', pattern: '.github/**' } },
    ],
    [
      'loosens 7 further rules of `backend-django`, such as `a` and `b`',
      { subject: { kind: 'further-entries', count: 7, patterns: ['a', 'b'] } },
    ],
    ['removes all rules of `backend-django`', { subject: { kind: 'agent', renamed: null } }],
    [
      'removes all rules of `backend-django`, whose file now defines `django`',
      { subject: { kind: 'agent', renamed: agentName('django') } },
    ],
    [
      'changes `mode` from `enforce` to `report-only`',
      { agent: null, subject: { kind: 'setting', key: 'mode', before: 'enforce', after: 'report-only' } },
    ],
    [
      'adds `*.lock` to `shared`',
      { agent: null, subject: { kind: 'setting', key: 'shared', before: '', after: '*.lock' } },
    ],
    [
      'removes `infra/**` from `protected`',
      { agent: null, subject: { kind: 'setting', key: 'protected', before: 'infra/**', after: '' } },
    ],
  ])('is said in words: it %s', (words, overrides) => {
    expect(render(ruleChangePhrase(aChange(overrides)), plainVoice)).toBe(words);
  });

  it('has a section of the summary, loosened first, and no other place in it', () => {
    const summary = toSummary(withChanges([LOOSENED, TIGHTENED]), null);
    expect(summary.match(/apps\/\*\*\/models\.py/g)).toHaveLength(1);
    expect(summarizeRuleChanges(withChanges([LOOSENED, TIGHTENED]), null, 10_000)).toMatchInlineSnapshot(`
      "### What this pull request changes in the rules

      Loosened (rule-loosened):

      - ⚠️ It removes \`apps/**/models.py\` from CANNOT TOUCH of \`backend-django\`. It stood at \`.claude/agents/backend-django.md:83\`. It opens \`apps/blog/models.py\`. Commit \`3f9c2ab\` does it, the work of \`database\`.

      Tightened:

      - It adds \`tests/**\` to CANNOT TOUCH of \`backend-django\`. It stands at \`.claude/agents/backend-django.md:83\`. It closes no file that is tracked today. Commit \`3f9c2ab\` does it, and names no agent.

      This pull request is judged by the rules of the base, the next one by what this one leaves behind: review what is loosened as a change of what agents may do.
      "
    `);
  });

  it('links to the side where it stands', () => {
    const site = { serverUrl: 'https://github.com', repository: 'acme/shop' };
    const summary = summarizeRuleChanges(
      withChanges([LOOSENED, aChange({ subject: CARVE_OUT })]),
      site,
      10_000,
    );
    expect(summary.match(/blob\/[0-9a-f]{4}/g)).toEqual(['blob/ba5e', 'blob/4ead', 'blob/4ead']);
  });

  it('says who lets it pass', () => {
    const lift: Lift = { kind: 'approval', reason: 'agents-approved', by: 'lead', until: null };
    const summary = summarizeRuleChanges(withChanges([LOOSENED], lift), null, 10_000);
    expect(summary).toContain('The label `agents-approved` of `lead` lifts it.');
    expect(summary).not.toContain('⚠️');
  });

  it('is cut by whole items and counted', () => {
    const changes = Array.from({ length: 50 }, (_, index) => aChange({ line: index + 1 }));
    const summary = summarizeRuleChanges(withChanges(changes), null, 4_000);
    expect(summary).toMatch(/^- \d+ more$/m);
    expect(summary.length).toBeLessThan(4_000);
  });

  it('is shown on a terminal', () => {
    expect(toText(withChanges([LOOSENED, TIGHTENED]), plainPaint)).toMatchInlineSnapshot(`
      "▲ Passed with 1 warning (1 rule-loosened)

      Rules

      warning[rule-loosened]: This branch removes \`apps/**/models.py\` from CANNOT TOUCH of
                              \`backend-django\`
         = It stood at \`.claude/agents/backend-django.md:83\`. It opens \`apps/blog/models.py\`. Commit
           3f9c2ab does it, the work of \`database\`. This branch is judged by the rules of the base,
           the next one by what it leaves behind.
         = help: Review it as a change of what agents may do.

      tightened: This branch adds \`tests/**\` to CANNOT TOUCH of \`backend-django\`. It stands at
                 \`.claude/agents/backend-django.md:83\`. It closes no file that is tracked today.
                 Commit 3f9c2ab does it, and names no agent.

      Judged ba5eba5..4ead4ea: 2 commits, 5 changed files; 3 definitions with 38 rules, read at the base.
      Judged by the built-in defaults.
      "
    `);
  });

  it.each<[string, RuleChange, number | null]>([
    ['the file alone for what stood at the base', LOOSENED, null],
    ['the line for what stands at the head', aChange({ subject: CARVE_OUT }), 83],
  ])('is annotated on %s', (_, change, startLine) => {
    const { annotations } = toAnnotations(withChanges([change, TIGHTENED]));
    expect(annotations).toMatchObject([{ level: 'warning', file: repoPath(BACKEND_FILE), startLine }]);
  });
});
