import { describe, expect, it } from '@jest/globals';
import { repoPath } from '../../src/core/vocabulary.js';
import { toCheckCommands } from '../../src/reporters/github-check.js';
import { aCleanReport, aReport, aViolation } from '../support/report-builders.js';

describe('toCheckCommands', () => {
  it('writes the annotations as commands, and the verdict last', () => {
    const inHead = { kind: 'lines', lines: [{ start: 3, end: 5 }] } as const;

    expect(toCheckCommands(aReport({ violations: [aViolation({ inHead })] }))).toMatchInlineSnapshot(`
      "::error title=backend-django cannot touch apps/blog/models.py,file=apps/blog/models.py,line=3,endLine=5::\`backend-django\` cannot touch \`apps/blog/models.py\`: CANNOT TOUCH lists \`apps/**/models.py # Models (database agent)\` at \`.claude/agents/backend-django.md:83\`. Commit 3f9c2ab changes it.%0A\`apps/blog/models.py\` belongs to \`database\`: hand the change over. Take it back with the command, at the root of the repository, then commit; history stays as it is.%0Agit checkout 3f9c2ab41d07^ -- apps/blog/models.py
      Failed: 1 error (1 forbidden-path). 1 error, 0 warnings, 0 notices.
      "
    `);
  });

  it('says that a clean branch is clean', () => {
    expect(toCheckCommands(aCleanReport())).toMatchInlineSnapshot(`
      "Passed: no agent left its boundary. 0 errors, 0 warnings, 0 notices.
      "
    `);
  });

  it('writes all of many, and says how many GitHub shows', () => {
    const violations = Array.from({ length: 25 }, (_, index) =>
      aViolation({ path: repoPath(`tests/${index}.py`) }),
    );
    const lines = toCheckCommands(aReport({ violations })).trimEnd().split('\n');

    expect(lines.filter((line) => line.startsWith('::error '))).toHaveLength(25);
    expect(lines.at(-1)).toContain('; GitHub shows the first 10 annotations of each level.');
  });
});
