import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import MarkdownIt from 'markdown-it';
import { parseWorkflowCommands } from '../../src/cli/demo/workflow-commands.js';
import type { StepResult } from '../../src/cli/demo/run-action.js';
import { runOnPullRequest } from '../support/action-runner.js';
import { runCommandLine } from '../support/command-line.js';
import { aPoisonedPullRequest, POISONS } from '../support/hostile-repository.js';
import { aPullRequestEvent } from '../support/pull-request-event.js';
import type { PullRequest } from '../support/pull-request.js';
import { temporaryDirectory } from '../support/repository.js';

interface Run {
  readonly result: StepResult;
  /** What the step left in the files by which it could speak to the runner. */
  readonly files: Readonly<Record<string, string>>;
}

/** The action on the pull request, with a hostile event around it. */
async function runActionOn({ repository, base }: PullRequest, text: string): Promise<Run> {
  const head = repository.sha();
  const event = aPullRequestEvent({
    title: text,
    base: { ref: 'main', sha: base },
    head: { ref: `topic-${text}`, sha: head },
    labels: [text],
  });
  const runnerFolder = join(temporaryDirectory(), 'runner');
  const result = await runOnPullRequest(event, head, { workspace: repository.directory, runnerFolder });
  const names = ['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_PATH', 'GITHUB_ENV'];
  const files = names.map((name) => [name, readFileSync(join(runnerFolder, name), 'utf8')] as const);
  return { result, files: Object.fromEntries(files) };
}

const markdown = new MarkdownIt({ html: true, linkify: true });

/** What the summary and the Markdown of the command line are made of; a link leads to the repository and nowhere else. */
const TAGS =
  /^<\/?(?:h[1-4]|p|ul|ol|li|strong|em|code|pre|table|thead|tbody|tr|th|td|details|summary|br|hr|sub|blockquote)(?: (?:start="\d+"|style="text-align:right"|class="language-sh"))?>$|^<a href="https:\/\/github\.com\/octo-org\/octo-repo\/[^"]*">$|^<\/a>$/;

const foreignTags = (source: string): readonly string[] =>
  (markdown.render(source).match(/<[^>]*>/g) ?? []).filter((tag) => !TAGS.test(tag));

/** What a terminal acts on and what nobody sees, but for line ends. */
const HIDDEN =
  /[^\P{Cc}\n]|[\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069\u200b-\u200f\ufeff\u{e0000}-\u{e007f}]/gu;

/** The commands that a runner would find in a log and that are none of an annotation or a group. */
const foreignCommands = (log: string): readonly string[] =>
  parseWorkflowCommands(log)
    .map(({ name, properties }) => [name, ...Object.keys(properties)].join(' '))
    .filter(
      (command) =>
        !/^(?:error|(?:error|warning|notice) title(?: file)?(?: line(?: endline)?)?)$/.test(command),
    );

const OUTPUTS = ['agents', 'conclusion', 'report', 'sarif', 'violations', 'warnings'];

describe.each(POISONS)('a pull request that speaks to %s with every text of it', (_, text) => {
  let scene: PullRequest;
  let run: Run;

  beforeAll(async () => {
    scene = aPoisonedPullRequest(text);
    run = await runActionOn(scene, text);
  });

  const command = (...args: readonly string[]) => runCommandLine(scene.repository.directory, args);

  it('is judged, and gives the runner no command but those of the action', () => {
    const { exitCode, stdout, stderr, outputs, annotations } = run.result;
    expect({ exitCode, stderr, conclusion: outputs['conclusion'] }).toEqual({
      exitCode: 1,
      stderr: '',
      conclusion: 'failure',
    });
    expect(foreignCommands(stdout)).toEqual([]);
    expect(stdout).not.toContain('##[');
    expect(stdout.match(HIDDEN)).toBeNull();
    expect(annotations.length).toBeGreaterThan(4);
    // A file that an annotation names is one of the repository.
    const files = scene.repository.git('ls-tree', '-r', '-z', '--name-only', 'HEAD').split('\0');
    for (const { path } of annotations) expect(path === null || files.includes(path)).toBe(true);
  });

  it('writes nothing into the files of the step but the outputs', () => {
    const { GITHUB_OUTPUT: output = '', ...others } = run.files;
    expect(Object.values(others).join('')).toBe('');
    expect(Object.keys(run.result.outputs).sort()).toEqual(OUTPUTS);
    expect(output.match(/^\w+<<ghadelimiter_.*$/gm)).toHaveLength(OUTPUTS.length);
    expect(run.result.outputs['violations']).toMatch(/^[3-9]$/);
    expect(JSON.parse(run.result.outputs['agents'] ?? '')).toEqual(expect.any(Array));
  });

  it('is code and nothing else in the summary', () => {
    expect(foreignTags(run.result.summary)).toEqual([]);
    expect(run.result.summary.match(HIDDEN)).toBeNull();
  });

  it.each([
    ['check', '--format', 'text'],
    ['check', '--format', 'github'],
    ['check', '--format', 'markdown'],
    ['lint', '--at', 'main'],
    ['explain', '--at', 'main', `secret/p ${text} p`],
  ])('commands neither a log nor a terminal by %s %s %s', (...args) => {
    const { stdout, stderr, exitCode } = command(...args);
    const all = `${stdout}${stderr}`;
    expect(exitCode).toBeLessThan(2);
    expect(foreignCommands(all)).toEqual([]);
    expect(all).not.toContain('##[');
    expect(all.match(HIDDEN)).toBeNull();
    if (args.includes('markdown')) expect(foreignTags(stdout)).toEqual([]);
  });

  it('is data in JSON and SARIF, and gets into no command that is offered', () => {
    const sarif = command('check', '--format', 'sarif').stdout;
    const json = command('check', '--format', 'json').stdout;
    for (const output of [json, sarif]) {
      expect(parseWorkflowCommands(output)).toEqual([]);
      expect(output.match(HIDDEN)).toBeNull();
    }
    expect(JSON.parse(sarif)).toMatchObject({ version: '2.1.0' });
    const { violations } = JSON.parse(json) as {
      violations: readonly { remedy: { commands: readonly string[] } }[];
    };
    const offered = violations.flatMap(({ remedy }) => remedy.commands);
    expect(offered.length).toBeGreaterThan(0);
    for (const shell of [['sh'], ['bash', '--norc']]) expect(programsRunBy(shell, offered)).toEqual(['git']);
  });
});

/** The programs that a shell starts for these commands; each is a trap that only says that it was called. */
function programsRunBy(
  [shell = '', ...options]: readonly string[],
  commands: readonly string[],
): readonly string[] {
  const folder = temporaryDirectory();
  mkdirSync(join(folder, 'bin'));
  for (const name of ['git', 'touch', 'rm']) {
    writeFileSync(join(folder, 'bin', name), `#!/bin/sh\necho ${name} >>'${folder}/ran'\n`);
    chmodSync(join(folder, 'bin', name), 0o755);
  }
  const { stderr } = spawnSync(`/bin/${shell}`, [...options, '-c', commands.join('\n')], {
    cwd: folder,
    env: { PATH: join(folder, 'bin') },
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(readdirSync(folder).sort()).toEqual(['bin', 'ran']);
  return [...new Set(readFileSync(join(folder, 'ran'), 'utf8').trim().split('\n'))];
}
