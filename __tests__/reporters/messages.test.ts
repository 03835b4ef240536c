import { describe, expect, it } from '@jest/globals';
import type { Violation } from '../../src/core/violation.js';
import { agentName, repoPath } from '../../src/core/vocabulary.js';
import { toFindingContext } from '../../src/reporters/finding-context.js';
import { describeViolation } from '../../src/reporters/messages.js';
import { plainVoice } from '../../src/reporters/voices.js';
import {
  aReport,
  aRuleReference,
  aViolation,
  BACKEND,
  BACKEND_FILE,
  BASE,
  COMMIT,
  DATABASE,
  LATER,
  MODELS,
  anUnknownAgent,
  anUnreadableCommit,
} from '../support/report-builders.js';

const described = (violation: Violation) =>
  describeViolation(violation, toFindingContext(aReport({ violations: [violation] }), plainVoice));
const sentenceOf = (violation: Violation): string => described(violation).sentence;

describe('describeViolation', () => {
  it('names agent, path, pattern with remark, its place, and the commit', () => {
    expect(described(aViolation())).toMatchInlineSnapshot(`
      {
        "sentence": "\`backend-django\` cannot touch \`apps/blog/models.py\`: CANNOT TOUCH lists \`apps/**/models.py # Models (database agent)\` at \`.claude/agents/backend-django.md:83\`. Commit 3f9c2ab changes it.",
        "title": "\`backend-django\` cannot touch \`apps/blog/models.py\`",
      }
    `);
  });

  it('says which section an agent only reads by', () => {
    const rule = aRuleReference({ section: 'reads', pattern: 'requirements.txt', remark: null, line: 76 });
    expect(
      sentenceOf(aViolation({ code: 'read-only-path', path: repoPath('requirements.txt'), rule })),
    ).toMatchInlineSnapshot(
      `"\`backend-django\` only reads \`requirements.txt\`: READS lists \`requirements.txt\` at \`.claude/agents/backend-django.md:76\`. Commit 3f9c2ab changes it."`,
    );
  });

  it('says what a protected file takes', () => {
    expect(
      sentenceOf(aViolation({ code: 'definition-edit', path: BACKEND_FILE, rule: null, owners: [] })),
    ).toMatchInlineSnapshot(
      `"\`backend-django\` cannot edit the protected file \`.claude/agents/backend-django.md\`. Commit 3f9c2ab changes it. Files that steer agents or this check need an OWNS entry of \`backend-django\` that names the place itself."`,
    );
  });

  it('says whose approval would lift a rule', () => {
    const rule = aRuleReference({ condition: 'Without orchestrator approval', remark: null });
    expect(sentenceOf(aViolation({ rule }))).toMatchInlineSnapshot(
      `"\`backend-django\` cannot touch \`apps/blog/models.py\`: CANNOT TOUCH lists \`apps/**/models.py\` at \`.claude/agents/backend-django.md:83\`. Commit 3f9c2ab changes it. The definition says \`Without orchestrator approval\`: until that approval is given, the rule holds. A waiver in \`.github/agent-ownership.yml\` gives it."`,
    );
  });

  it('says why an agent’s own OWNS does not help', () => {
    expect(sentenceOf(aViolation({ owners: [BACKEND] }))).toMatchInlineSnapshot(
      `"\`backend-django\` cannot touch \`apps/blog/models.py\`: CANNOT TOUCH lists \`apps/**/models.py # Models (database agent)\` at \`.claude/agents/backend-django.md:83\`. Commit 3f9c2ab changes it. OWNS of \`backend-django\` covers the path as well, but only a strictly narrower entry lifts a denial."`,
    );
  });

  it.each([
    ['A', 'adds the file'],
    ['M', 'changes it'],
    ['D', 'deletes it'],
    ['T', 'changes its type'],
  ] as const)('says what the commit does: %s', (status, deed) => {
    expect(sentenceOf(aViolation({ status }))).toContain(`Commit 3f9c2ab ${deed}.`);
  });

  it('says who took a change back', () => {
    expect(sentenceOf(aViolation({ undoneBy: LATER }))).toContain(
      'Commit 7c01d5e takes it back, so this does not count.',
    );
  });

  it('says that the base has the same', () => {
    expect(sentenceOf(aViolation({ undoneBy: BASE }))).toContain(
      'The base has the same content, so this does not count.',
    );
  });

  it('says which name nobody has', () => {
    expect(described(anUnknownAgent())).toMatchInlineSnapshot(`
      {
        "sentence": "No agent is named \`backend-djnago\`. Commit 3f9c2ab claims that name in its trailer, so there are no rules to judge it by.",
        "title": "No agent is named \`backend-djnago\`",
      }
    `);
  });

  it('says why a message cannot be trusted', () => {
    const reasons = ['nul-in-message', 'claims-depend-on-encoding'] as const;
    expect(reasons.map((reason) => sentenceOf(anUnreadableCommit({ reason })))).toMatchInlineSnapshot(`
      [
        "The message of 3f9c2ab cannot be trusted. Its message holds a NUL, behind which git shows nothing. Whose work the commit is depends on who reads it.",
        "The message of 3f9c2ab cannot be trusted. Its message declares an encoding in which the trailers read differently. Whose work the commit is depends on who reads it.",
      ]
    `);
  });

  it('says that only the branch defines an agent', () => {
    expect(
      sentenceOf({
        code: 'provisional-agent',
        severity: 'warning',
        agent: agentName('newcomer'),
        commit: COMMIT,
        file: repoPath('.claude/agents/newcomer.md'),
        waivedBy: null,
      }),
    ).toMatchInlineSnapshot(
      `"\`newcomer\` is defined by this branch only. Commit 3f9c2ab claims it; it is judged by \`.claude/agents/newcomer.md\` of the head. Its OWNS lifts nothing in a joint commit until the definition is in the base."`,
    );
  });

  it('says of an empty trailer that it names nobody', () => {
    const empty = anUnknownAgent({ claim: '', suggestions: [] });
    expect(sentenceOf(empty)).toBe(
      'A trailer names no agent. The trailer of commit 3f9c2ab is empty, so there are no rules to judge it by.',
    );
  });

  it('says whose work a path of a joint commit is', () => {
    expect(
      sentenceOf({
        code: 'joint-attribution',
        severity: 'notice',
        commit: COMMIT,
        path: MODELS,
        status: 'M',
        agent: BACKEND,
        lifted: 'forbidden-path',
        rule: aRuleReference(),
        owners: [DATABASE],
      }),
    ).toMatchInlineSnapshot(
      `"\`apps/blog/models.py\` counts as the work of \`database\`. Commit 3f9c2ab also names \`backend-django\`, whose CANNOT TOUCH lists \`apps/**/models.py # Models (database agent)\` at \`.claude/agents/backend-django.md:83\`. Of the agents of a joint commit, those that own a path answer for it."`,
    );
  });

  it('says of a protected file of a joint commit who could not edit it', () => {
    expect(
      sentenceOf({
        code: 'joint-attribution',
        severity: 'notice',
        commit: COMMIT,
        path: MODELS,
        status: 'M',
        agent: BACKEND,
        lifted: 'definition-edit',
        rule: null,
        owners: [DATABASE],
      }),
    ).toContain('also names `backend-django`, which cannot edit that protected file.');
  });

  it('says where it looked for definitions', () => {
    expect(
      sentenceOf({
        code: 'no-definitions',
        severity: 'warning',
        lookedFor: ['.claude/agents/**/*.md', '**/.claude/agents/**/*.md'],
        waivedBy: null,
      }),
    ).toMatchInlineSnapshot(
      `"There is no agent definition. Neither the base nor the head has a file that matches \`.claude/agents/**/*.md\` or \`**/.claude/agents/**/*.md\`."`,
    );
  });
});
