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
  anUnknownAgent,
  anUnreadableCommit,
} from '../support/report-builders.js';

const remediesOf = (...violations: readonly Violation[]) => {
  const context = toFindingContext(aReport({ violations }), plainVoice);
  return violations.map((violation) => remedyFor(violation, context));
};

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
      [`git rm --ignore-unmatch -- ${MODELS}`],
      [`git rm --ignore-unmatch -- ${MODELS}`],
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
            "WAS='Agent: backend-djnago' IS='Agent: backend-django' git rebase --rebase-merges -x 'test $(git rev-parse HEAD) != 3f9c2ab41d07e5b8000000000000000000000000 || git log -1 --no-show-signature --format=%B | LC_ALL=C awk '\\''$0 == ENVIRON["WAS"] { $0 = ENVIRON["IS"] } 1'\\'' | git commit --amend --only --allow-empty -F -' 3f9c2ab41d07^",
          ],
          "kind": "reword",
          "text": "Did you mean \`backend-django\`? The command makes \`Agent: backend-django\` of the trailer. The commits after it get new names, so run the check again before the next command of this kind. Then push with \`git push --force-with-lease\`.",
        },
      ]
    `);
  });

  it('corrects a name in the head', () => {
    expect(remediesOf(anUnknownAgent({ commit: HEAD }))).toMatchInlineSnapshot(`
      [
        {
          "commands": [
            "git log -1 --no-show-signature --format=%B | WAS='Agent: backend-djnago' IS='Agent: backend-django' LC_ALL=C awk '$0 == ENVIRON["WAS"] { $0 = ENVIRON["IS"] } 1' | git commit --amend --only --allow-empty -F -",
          ],
          "kind": "reword",
          "text": "Did you mean \`backend-django\`? The command makes \`Agent: backend-django\` of the trailer. Then push with \`git push --force-with-lease\`.",
        },
      ]
    `);
  });

  it('names what to do where no known name comes near', () => {
    expect(remediesOf(anUnknownAgent({ suggestions: [] }))[0]?.text).toMatchInlineSnapshot(
      `"Add a definition for \`backend-djnago\` first, or name another agent. The command writes the name that stands in the variable \`AGENT_NAME\` into the trailer. The commits after it get new names, so run the check again before the next command of this kind. Then push with \`git push --force-with-lease\`."`,
    );
  });

  it('has no command where the trailer is no line that can be replaced', () => {
    expect(remediesOf(anUnknownAgent({ written: null }))[0]?.commands).toEqual([]);
  });

  it('says that signatures go where the command makes none', () => {
    const [plainly, acrossMerges] = remediesOf(anUnknownAgent(), anUnknownAgent({ hasMerges: true }));
    expect(plainly?.text).not.toContain('signs no commit');
    expect(acrossMerges?.text).toContain(
      'It signs no commit: where signatures are asked for, sign them anew.',
    );
  });

  it('offers every suggestion, and the nearest as the trailer', () => {
    expect(remediesOf(anUnknownAgent({ suggestions: [BACKEND, DATABASE] }))[0]?.text).toContain(
      'Did you mean `backend-django` or `database`?',
    );
  });

  it('has a message written anew that cannot be read', () => {
    expect(
      remediesOf(
        anUnreadableCommit({ commit: HEAD }),
        anUnreadableCommit(),
        anUnreadableCommit({ reason: 'claims-depend-on-encoding' }),
      ),
    ).toMatchInlineSnapshot(`
      [
        {
          "commands": [
            "git cat-file commit HEAD | sed '1,/^$/d' | tr -d '\\000' | git commit --amend --only --allow-empty -F -",
          ],
          "kind": "reword",
          "text": "The command takes each NUL out of the message; what stood behind it can be read then, trailers too. Then push with \`git push --force-with-lease\`.",
        },
        {
          "commands": [
            "FILTER_BRANCH_SQUELCH_WARNING=1 git filter-branch -f --msg-filter 'tr -d '\\''\\000'\\''' 3f9c2ab41d07^..HEAD",
          ],
          "kind": "reword",
          "text": "The command takes each NUL out of the message; what stood behind it can be read then, trailers too. The commits after it get new names, so run the check again before the next command of this kind. It signs no commit: where signatures are asked for, sign them anew. Then push with \`git push --force-with-lease\`.",
        },
        {
          "commands": [],
          "kind": "reword",
          "text": "Write the message anew, as UTF-8 and with the trailers that are meant: \`git log -1 --format=%B 3f9c2ab41d07\` shows it as git reads it, \`git cat-file commit 3f9c2ab41d07\` as it stands. Then push with \`git push --force-with-lease\`.",
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
