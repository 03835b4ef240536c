import { describe, expect, it } from '@jest/globals';
import type { Edit } from '../../src/core/setup/plan.js';
import { toDiff } from '../../src/reporters/diff.js';
import { plainPaint } from '../../src/reporters/paint.js';
import { toNotesText, toRefusalText } from '../../src/reporters/text-setup.js';
import { HOSTILE } from '../support/hostile.js';

const anEdit = (overrides: Partial<Edit>): Edit => ({
  path: 'a.txt',
  before: null,
  after: null,
  executable: false,
  why: 'plugin',
  ...overrides,
});

describe('a diff', () => {
  it('shows new, changed and removed files', () => {
    const edits = [
      anEdit({ path: 'new.sh', after: 'x\n', executable: true }),
      anEdit({ before: 'a\r\nb\r\n', after: 'a\r\n\tc\r\n' }),
      anEdit({ path: 'old', before: 'x' }),
    ];
    expect(toDiff(edits, plainPaint)).toBe(`new file, executable
--- /dev/null
+++ b/new.sh
@@ -0,0 +1,1 @@
+x

--- a/a.txt
+++ b/a.txt
@@ -1,2 +1,2 @@
 a
-b
+\tc

--- a/old
+++ /dev/null
@@ -1,1 +0,0 @@
-x
\\ No newline at end of file
`);
  });

  it.each(HOSTILE)('shows nothing raw that holds %s', (_, text) => {
    const shown = toDiff([anEdit({ path: text, before: `${text}\n`, after: `${text}\nmore\n` })], plainPaint);
    expect(shown).not.toMatch(/[^\n\t\P{Cc}]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
    expect(shown).not.toMatch(/^\s*::|##\[/m);
  });
});

it.each(HOSTILE)('a refusal and a note show nothing raw that holds %s', (_, path) => {
  const plan = {
    edits: [],
    refusals: [{ code: 'hook-disabled', path } as const, { code: 'hooks-outside', path } as const],
    notes: [{ code: 'workflow-there', path } as const],
  };
  for (const shown of [toRefusalText(plan, plainPaint), toNotesText(plan, plainPaint)]) {
    expect(shown).not.toMatch(/[^\n\P{Cc}]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
    expect(shown).not.toMatch(/^\s*::|##\[/m);
  }
});
