import { describe, expect, it } from '@jest/globals';

import { parseDefinition } from '../../../src/core/definitions/parse-definition.js';
import { aSource, readAll } from './reading.js';

const reported = (line: string, at = 1) => ({ rules: [], problems: [`${at} unknown-shape ${line}`] });

describe('a sentence that keeps the agent from a path in other words', () => {
  it.each([
    'No changes to `.env*`.',
    'No edits in `db/`.',
    'You have no write access to `billing/`.',
    'You do not have permission to modify `billing/`.',
    'Changes to `openapi.yaml` are forbidden.',
    'Modifying `db/` is strictly forbidden.',
    'Editing `db/` is not allowed.',
    'Files in `vendor/` are not to be modified.',
    'The `api/` folder is read-only for you.',
    'Treat `lib/` as read-only.',
    '`lib/` (read-only)',
    '`lib/` — READ-ONLY',
    "You don't own `mobile/`.",
    'Only the ops agent may edit `infra/`.',
    'Nobody edits `infra/` but ops.',
    '`db/schema.sql` is generated. Do not edit.',
    '`db/schema.sql` is generated, do not edit it.',
    '`src/i/`: CANNOT TOUCH',
    '`src/j/` → do not modify',
    '🚫 Never do: Modify code in `src/`, edit config files',
    'Must not: edit `src/`.',
    '❌ `src/k/`',
    '🚫 src/m/ (frontend)',
    'NO: `src/n/`',
    'Only `src/app/**` may be edited.',
    'Limit your changes to `src/app/`.',
    'Stay within `src/app/`.',
    'Stay within `src/app/` and `x`.',
    '`db/schema.sql` made by `make` is generated. Do not edit.',
  ])('is reported: %s', (line) => {
    expect(readAll(line)).toEqual(reported(line));
  });

  it.each([
    'Never update `main/master`.',
    'Never touch `origin/main`.',
    'There is no change to `users` here.',
    'Read-only access to `users` is fine.',
    '❌ `utils.ts`',
    '❌ Importing from `src/web/`',
    '✅ `src/web/`',
    'Run the tests in `src/`. Do not write code.',
    'The `name` property is read-only.',
    'In `src/a.ts`, never use `any`.',
    'Treat `users` as read-only.',
  ])('is not confused with other prose: %s', (line) => {
    expect(readAll(line)).toEqual({ rules: [], problems: [] });
  });
});

describe('below words that only deny, what a line names', () => {
  it.each([
    '## Never',
    "## Don't",
    '## What not to do',
    '## MUST NOT',
    'Never:\n',
    '**Never do:**\n',
    '🚫 **Never do**\n',
    'Avoid:\n',
  ])('is reported: %j', (above) => {
    const below = above.split('\n').length + 1;
    expect(readAll(`${above}\n- Modify \`dist/\``)).toEqual(reported('Modify `dist/`', below));
    expect(readAll(`${above}\n- \`dist/\``)).toEqual(reported('`dist/`', below));
    expect(readAll(`${above}\n- Use \`var\` in \`src/a.ts\`\n- Import from \`src/web\``).problems).toEqual(
      [],
    );
  });
});

it.each([
  ['Never modify src/ or infra/.', 'cannot-touch'],
  ['You own src/.', 'owns'],
  ['Stay out of `infra/`.', 'cannot-touch'],
  ['`lib/` (read-only)', 'cannot-touch'],
  ['Stay within `src/app/`.', 'owns'],
  ['❌ `src/k/`', 'cannot-touch'],
  ['## Never\n- `dist/`', 'cannot-touch'],
  ['`a.ts` is generated. Do not edit.', 'cannot-touch'],
])('%j is reported as one of %s', (text, section) => {
  expect(parseDefinition(aSource(text)).problems).toContainEqual(
    expect.objectContaining({ code: 'unenforceable-entry', section }),
  );
});
