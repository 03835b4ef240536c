import { describe, expect, it } from '@jest/globals';
import { aPullRequest, commitAs, definitionText, type PullRequest } from '../support/pull-request.js';
import { runMain } from '../support/terminal.js';

const DEFINITION = '.claude/agents/testing.md';
const OWNS = ['*.test.ts'];
const CONTESTED = definitionText('testing', { OWNS, 'CANNOT TOUCH': ['src/**/*.ts'] });
const CLEAR = definitionText('testing', { OWNS, 'CANNOT TOUCH': ['src/**/*.ts', '!*.test.ts'] });
const FILES = { 'src/a.test.ts': 'x\n', 'src/a.ts': 'x\n' };

async function conflictsOf({ repository }: PullRequest) {
  const { exitCode, stdout } = await runMain(repository.directory, ['check', '--format', 'json']);
  const { problems } = JSON.parse(stdout) as {
    problems: readonly { code: string; severity: string; introduced: boolean }[];
  };
  expect(exitCode).toBe(0);
  return problems
    .filter(({ code }) => code === 'contested-paths')
    .map(({ severity, introduced }) => [severity, introduced]);
}

describe('check of a branch that changes definitions', () => {
  it.each<[string, string, Readonly<Record<string, string>>, readonly unknown[]]>([
    ['brings a conflict', CLEAR, { [DEFINITION]: CONTESTED }, [['warning', true]]],
    ['leaves a conflict as it is', CONTESTED, { [DEFINITION]: `${CONTESTED}\nMore.\n` }, []],
    ['settles a conflict', CONTESTED, { [DEFINITION]: CLEAR }, []],
    ['changes files only', CONTESTED, { 'src/b.test.ts': 'x\n' }, []],
    [
      'adds a contested file and a word',
      CONTESTED,
      { 'src/b.test.ts': 'x\n', [DEFINITION]: `x\n${CONTESTED}` },
      [],
    ],
  ])('tells of what it brings: it %s', async (_, before, changed, expected) => {
    const pullRequest = aPullRequest({ ...FILES, [DEFINITION]: before });
    commitAs(pullRequest, [], changed);

    expect(await conflictsOf(pullRequest)).toEqual(expected);
  });
});
