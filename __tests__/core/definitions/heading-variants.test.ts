import { describe, expect, it } from '@jest/globals';

import { readAll } from './reading.js';

describe('a heading in other words', () => {
  it.each([
    'No-touch zones',
    'No access',
    'No write access',
    'NOT YOURS',
    'Not owned',
    'Leave alone',
    'Untouchable files',
    'CannotTouch',
    'DOES NOT OWN',
    "Doesn't own",
    'Does not touch',
    'I cannot touch',
    'I must not edit',
    'Out of scope (do not touch)',
    'Generated code (do not edit)',
    'Danger zone: never modify',
  ])('names CANNOT TOUCH: %s', (heading) => {
    expect(readAll(`## ${heading}\n- \`infra/\``)).toEqual({
      rules: ['cannot-touch 2 infra/'],
      problems: [],
    });
  });

  it.each(['Files I own', 'I may edit', 'My files', 'READ/WRITE', 'READ-WRITE', 'In scope (you may edit)'])(
    'names OWNS: %s',
    (heading) => {
      expect(readAll(`## ${heading}\n- \`src/\``)).toEqual({ rules: ['owns 2 src/'], problems: [] });
    },
  );

  it.each([
    'Not allowed',
    'Denied',
    'Blacklist',
    'Files to avoid',
    'Immutable files',
    'Excluded from your scope',
    "Other agents' files",
    'Owned by other agents',
    'The old code (do not touch)',
  ])('that may name CANNOT TOUCH is reported where it holds paths: %s', (heading) => {
    expect(readAll(`## ${heading}\n- \`infra/\``)).toEqual({
      rules: [],
      problems: [`1 unknown-shape ${heading}`],
    });
    expect(readAll(`## ${heading}\n- slow queries`).problems).toEqual([]);
  });

  it.each(['**OWNS :** `src/`', '**OWNS\u00a0:** `src/`', '**OWNS** : `src/`'])(
    'may have a blank before its colon, as in French: %j',
    (line) => {
      expect(readAll(line)).toEqual({ rules: ['owns 1 src/'], problems: [] });
    },
  );
});
