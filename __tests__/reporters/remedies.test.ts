import { describe, expect, it } from '@jest/globals';
import type { Violation } from '../../src/core/violation.js';
import { toFindingContext } from '../../src/reporters/finding-context.js';
import { remedyFor } from '../../src/reporters/remedies.js';
import { plainVoice } from '../../src/reporters/voices.js';
import {
  aReport,
  aViolation,
  BACKEND,
  BACKEND_FILE,
  COMMIT,
  DATABASE,
  HEAD,
  LATER,
  MODELS,
} from '../support/report-builders.js';

const remediesOf = (...violations: readonly Violation[]) => {
  const context = toFindingContext(aReport({ violations }), plainVoice);
  return violations.map((violation) => remedyFor(violation, context));
};

const anUnknownAgent = (overrides: Partial<Extract<Violation, { code: 'unknown-agent' }>> = {}) =>
  ({
    code: 'unknown-agent',
    severity: 'error',
    commit: COMMIT,
    claim: 'backend-djnago',
    suggestions: [BACKEND],
    ...overrides,
  }) as const;

describe('remedyFor', () => {
  it('hands a path to its owner and takes the change back', () => {
    expect(remediesOf(aViolation())).toMatchInlineSnapshot(`
      [
        {
          "commands": [
            "git checkout 3f9c2ab41d07^ -- apps/blog/models.py",
          ],
          "kind": "restore",
          "text": "\`apps/blog/models.py\` belongs to \`database\`: hand the change over. Take it back with the command, at the root of the repository, then commit; history stays as it is.",
        },
      ]
    `);
  });

  it('leaves a path without another owner to a person', () => {
    expect(remediesOf(aViolation({ owners: [BACKEND] }))[0]?.text).toMatchInlineSnapshot(
      `"No other agent owns \`apps/blog/models.py\`: leave the change to a person. Take it back with the command, at the root of the repository, then commit; history stays as it is."`,
    );
  });

  it('leaves a protected file to a person', () => {
    expect(
      remediesOf(aViolation({ code: 'definition-edit', path: BACKEND_FILE, rule: null }))[0]?.text,
    ).toMatchInlineSnapshot(
      `"Leave the change to a person. Take it back with the command, at the root of the repository, then commit; history stays as it is."`,
    );
  });

  it('restores the state before the first of several findings on a path', () => {
    const first = aViolation({ commit: LATER, status: 'A', restoration: { kind: 'remove' } });
    const remedies = remediesOf(first, aViolation());

    expect(remedies.map(({ commands }) => commands)).toEqual([
      [`git rm -- ${MODELS}`],
      [`git rm -- ${MODELS}`],
    ]);
    expect(remedies[1]?.text).toContain('Take it back to its state before 7c01d5e with the command');
  });

  it('leaves a lighter finding in place that a graver one does not rest on', () => {
    const lighter = aViolation({ commit: LATER, code: 'read-only-path', severity: 'warning' });

    expect(remediesOf(lighter, aViolation()).map(({ commands }) => commands)).toEqual([
      [`git checkout 7c01d5e2aa31^ -- ${MODELS}`],
      [`git checkout 3f9c2ab41d07^ -- ${MODELS}`],
    ]);
  });

  it('asks nothing where the change was taken back', () => {
    expect(remediesOf(aViolation({ undoneBy: LATER }))).toEqual([
      { kind: 'none', text: 'Nothing is left to do.', commands: [] },
    ]);
  });

  it('corrects a name in an earlier commit', () => {
    expect(remediesOf(anUnknownAgent())).toMatchInlineSnapshot(`
      [
        {
          "commands": [
            "git rebase -i --rebase-merges 3f9c2ab41d07^",
          ],
          "kind": "reword",
          "text": "Did you mean \`backend-django\`? Reword the message so that its trailer is \`Agent: backend-django\`. In the list that opens, write \`reword\` before the commit. The commits after it get new names, so run the check again before the next command of this kind. Then push with \`git push --force-with-lease\`.",
        },
      ]
    `);
  });

  it('corrects a name in the head', () => {
    expect(remediesOf(anUnknownAgent({ commit: HEAD }))).toMatchInlineSnapshot(`
      [
        {
          "commands": [
            "git commit --amend",
          ],
          "kind": "reword",
          "text": "Did you mean \`backend-django\`? Reword the message so that its trailer is \`Agent: backend-django\`. Then push with \`git push --force-with-lease\`.",
        },
      ]
    `);
  });

  it('names what to do where no known name comes near', () => {
    expect(remediesOf(anUnknownAgent({ suggestions: [] }))[0]?.text).toMatchInlineSnapshot(
      `"Write the name of a defined agent into the trailer, or add a definition for \`backend-djnago\` first. In the list that opens, write \`reword\` before the commit. The commits after it get new names, so run the check again before the next command of this kind. Then push with \`git push --force-with-lease\`."`,
    );
  });

  it('offers every suggestion, and the nearest as the trailer', () => {
    expect(remediesOf(anUnknownAgent({ suggestions: [BACKEND, DATABASE] }))[0]?.text).toContain(
      'Did you mean `backend-django` or `database`?',
    );
  });

  it('has a message written anew that cannot be read', () => {
    expect(
      remediesOf({ code: 'unreadable-commit', severity: 'error', commit: HEAD, reason: 'nul-in-message' }),
    ).toMatchInlineSnapshot(`
      [
        {
          "commands": [
            "git commit --amend",
          ],
          "kind": "reword",
          "text": "Write the message anew, as UTF-8 and without NUL. Then push with \`git push --force-with-lease\`.",
        },
      ]
    `);
  });

  it('has a new definition reviewed', () => {
    expect(
      remediesOf({
        code: 'provisional-agent',
        severity: 'warning',
        agent: BACKEND,
        commit: COMMIT,
        file: BACKEND_FILE,
        waivedBy: null,
      }),
    ).toMatchInlineSnapshot(`
      [
        {
          "commands": [],
          "kind": "define",
          "text": "Review the definition with care, or merge it first in a pull request of its own.",
        },
      ]
    `);
  });

  it('says how to begin where nothing is defined', () => {
    expect(
      remediesOf({
        code: 'no-definitions',
        severity: 'warning',
        lookedFor: ['.claude/agents/**/*.md'],
        waivedBy: null,
      }),
    ).toMatchInlineSnapshot(`
      [
        {
          "commands": [],
          "kind": "define",
          "text": "Add a file such as \`.claude/agents/backend.md\` with the sections OWNS, READS and CANNOT TOUCH.",
        },
      ]
    `);
  });
});
