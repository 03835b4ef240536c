import { spawnSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { parseWorkflowCommands } from '../../src/cli/demo/workflow-commands.js';
import { toGithubCommands } from '../../src/reporters/github-lint.js';
import { toWorkflowCommand } from '../../src/reporters/workflow-command.js';
import { EVERY_PROBLEM } from '../support/every-problem.js';
import { HOSTILE } from '../support/hostile.js';
import { lintReportAbout } from '../support/hostile-reports.js';
import { aLintReport, aPlaceholder } from '../support/report-builders.js';

describe('toWorkflowCommand', () => {
  it('escapes as the toolkit does', () => {
    const texts = HOSTILE.map(([, text]) => text).filter((text) => !/\p{Cs}/u.test(text));
    const script = `
      const core = await import('@actions/core');
      for (const text of JSON.parse(process.argv[1])) core.error(text, { title: text, file: text, startLine: 3 });`;
    const { stdout } = spawnSync(
      process.execPath,
      ['--input-type=module', '--eval', script, JSON.stringify(texts)],
      { encoding: 'utf8', env: { PATH: process.env['PATH'] } },
    );

    expect(
      texts
        .map((text) => `${toWorkflowCommand('error', { title: text, file: text, line: 3 }, text)}\n`)
        .join(''),
    ).toBe(stdout);
  });

  it('leaves out properties without a value', () => {
    expect(toWorkflowCommand('notice', { file: null, title: '' }, 'x')).toBe('::notice::x');
  });
});

describe('toGithubCommands', () => {
  it('gives one command for each problem, errors first, and a plain last line', () => {
    const problems = [...EVERY_PROBLEM, aPlaceholder];
    const text = toGithubCommands(aLintReport({ problems }));
    const lines = text.trimEnd().split('\n');

    expect(parseWorkflowCommands(text)).toHaveLength(problems.length);
    expect(lines[0]).toMatchInlineSnapshot(
      `"::error file=.github/agent-ownership.yml,line=3,title=Config that cannot be used (invalid-config)::\`.github/agent-ownership.yml:3\`: There is no file in the place of the config. Put the config there, as a file."`,
    );
    expect(lines.at(-1)).toMatchInlineSnapshot(
      `"1 definition: 41 errors, 67 warnings, 0 notices; GitHub shows the first 10 of each."`,
    );
  });

  it('warns where no definition was found, and says where it looked', () => {
    expect(toGithubCommands(aLintReport({ definitions: [] }))).toMatchInlineSnapshot(`
      "::warning title=No agent definition (no-definitions)::No definition was found: the tool looks for \`.claude/agents/**/*.md\`.
      0 definitions: 0 errors, 0 warnings, 0 notices.
      "
    `);
    expect(toGithubCommands(aLintReport({ definitions: [], lookedFor: [] }))).not.toContain('::');
  });

  it('says nothing of a limit that is not met', () => {
    expect(
      toGithubCommands(aLintReport({ problems: [aPlaceholder] }))
        .trimEnd()
        .split('\n')
        .at(-1),
    ).toBe('1 definition: 1 error, 0 warnings, 0 notices.');
  });

  it.each(HOSTILE)('commands nothing else, whatever a definition holds: %s', (_title, text) => {
    const { problems } = lintReportAbout(text);
    const log = toGithubCommands(lintReportAbout(text));
    const commands = parseWorkflowCommands(log);

    expect(log.trimEnd().split('\n')).toHaveLength(problems.length + 1);
    expect(commands.map(({ name }) => name)).toEqual(problems.map(() => 'error'));
    for (const { properties, message } of commands) {
      expect(Object.keys(properties).filter((key) => !['file', 'line', 'title'].includes(key))).toEqual([]);
      expect([undefined, text]).toContain(properties['file']);
      expect(message).not.toBe('');
    }
  });
});
