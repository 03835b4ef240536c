import { describe, expect, it } from '@jest/globals';
import { runMain } from '../support/terminal.js';
import { aPullRequest, commitAs, DEFINITIONS } from '../support/pull-request.js';
import { errorsOfReport, errorsOfSarif } from '../support/schemas.js';

const MODELS = 'apps/blog/models.py';

/** `check` of a branch on which an agent changed the second line of a file that it cannot touch. */
async function check(format: string) {
  const pullRequest = aPullRequest({ ...DEFINITIONS, [MODELS]: 'a\nb\nc\n' });
  commitAs(pullRequest, ['backend-django'], { [MODELS]: 'a\nX\nc\n' });
  const { exitCode, stdout } = await runMain(pullRequest.repository.directory, ['check', '--format', format]);
  expect(exitCode).toBe(1);
  return stdout;
}

describe('check --format', () => {
  it('json holds the published shape and the lines', async () => {
    const json = await check('json');

    expect(errorsOfReport(json)).toEqual([]);
    expect(JSON.parse(json)).toMatchObject({ violations: [{ path: MODELS, lines: [{ start: 2, end: 2 }] }] });
  });

  it('sarif is valid and points at the lines', async () => {
    const sarif = await check('sarif');

    expect(errorsOfSarif(sarif)).toEqual([]);
    expect(JSON.parse(sarif)).toMatchObject({
      runs: [{ results: [{ locations: [{ physicalLocation: { region: { startLine: 2 } } }] }] }],
    });
  });

  it('github writes a command for the lines', async () => {
    expect(await check('github')).toContain(`,file=${MODELS},line=2,endLine=2::`);
  });

  it('markdown is the page of the job summary', async () => {
    expect(await check('markdown')).toMatch(/^## ❌ Failed: 1 error[^]*line 2\n/);
  });
});
