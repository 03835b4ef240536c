import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
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
const tagsOf = (source: string): readonly string[] =>
  (markdown.render(source).match(/<[^>]*>/g) ?? []).map((tag) => tag.replace(/ href="[^"]*"/, ''));

/** What a terminal acts on and what nobody sees, but for line ends. */
const HIDDEN =
  /[^\P{Cc}\n]|[\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069\u200b-\u200f\ufeff\u{e0000}-\u{e007f}]/gu;

const kindsOf = (log: string) =>
  parseWorkflowCommands(log).map(({ name, properties }) => [name, Object.keys(properties)]);

let plain: { readonly scene: PullRequest; readonly run: Run };

beforeAll(async () => {
  const scene = aPoisonedPullRequest('plain');
  plain = { scene, run: await runActionOn(scene, 'plain') };
});

describe.each(POISONS)('a pull request that speaks to %s with every text of it', (_, text) => {
  let scene: PullRequest;
  let run: Run;

  beforeAll(async () => {
    scene = aPoisonedPullRequest(text);
    run = await runActionOn(scene, text);
  });

  const check = (...args: readonly string[]) => runCommandLine(scene.repository.directory, args);

  it('is judged like one that does not', () => {
    const { exitCode, outputs, stderr } = run.result;
    const { conclusion, violations, warnings } = plain.run.result.outputs;
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: '' });
    expect(outputs).toMatchObject({ conclusion, violations, warnings });
    expect(Number(violations)).toBeGreaterThan(3);
  });

  it('gives the runner no command but those of the action', () => {
    expect(kindsOf(run.result.stdout)).toEqual(kindsOf(plain.run.result.stdout));
    expect(run.result.stdout).not.toContain('##[');
    expect(run.result.stdout.match(HIDDEN)).toBeNull();
    expect(run.result.annotations.map(({ title }) => title)).toEqual(
      plain.run.result.annotations.map(({ title }) => title),
    );
  });

  it('writes nothing into the files of the step but the outputs', () => {
    const { GITHUB_OUTPUT: output = '', ...others } = run.files;
    expect(Object.values(others).join('')).toBe('');
    expect(Object.keys(run.result.outputs).sort()).toEqual(Object.keys(plain.run.result.outputs).sort());
    expect(output.match(/^[^\n]*<<[^\n]*$/gm)).toHaveLength(Object.keys(run.result.outputs).length);
    const agents = JSON.parse(run.result.outputs['agents'] ?? '') as readonly string[];
    expect(agents.some((agent) => agent.includes(text))).toBe(true);
  });

  it('is code and nothing else in the summary', () => {
    expect(tagsOf(run.result.summary)).toEqual(tagsOf(plain.run.result.summary));
    expect(run.result.summary.match(HIDDEN)).toBeNull();
  });

  it.each(['text', 'github', 'markdown'])('commands nobody in %s of the command line', (format) => {
    for (const args of [
      ['check', '--format', format],
      ['lint', '--format', format === 'github' ? format : 'text'],
      ['explain', `secret/p ${text} p`],
    ]) {
      const { stdout, stderr, exitCode } = check(...args);
      expect(exitCode).toBeLessThan(2);
      const expected = runCommandLine(
        plain.scene.repository.directory,
        args.map((arg) => arg.replace(text, 'plain')),
      );
      expect(kindsOf(stdout)).toEqual(kindsOf(expected.stdout));
      expect(`${stdout}${stderr}`).not.toContain('##[');
      expect(`${stdout}${stderr}`.match(HIDDEN)).toBeNull();
      if (format === 'markdown' && args[0] === 'check')
        expect(tagsOf(stdout)).toEqual(tagsOf(expected.stdout));
    }
  });

  it('is data in JSON and SARIF', () => {
    for (const format of ['json', 'sarif']) {
      const { stdout } = check('check', '--format', format);
      expect(kindsOf(stdout)).toEqual([]);
      expect(stdout.match(HIDDEN)).toBeNull();
      expect(() => JSON.parse(stdout) as unknown).not.toThrow();
    }
  });

  it('gets into no command that is offered', () => {
    const { violations } = JSON.parse(check('check', '--format', 'json').stdout) as {
      violations: readonly { remedy: { commands: readonly string[] } }[];
    };
    const commands = violations.flatMap(({ remedy }) => remedy.commands);
    expect(commands.length).toBeGreaterThan(0);
    const folder = temporaryDirectory();
    mkdirSync(join(folder, 'bin'));
    // Every program but git is a trap; git only says that it was called.
    for (const name of ['git', 'touch', 'rm']) {
      writeFileSync(join(folder, 'bin', name), `#!/bin/sh\necho ${name} >>'${folder}/ran'\n`);
      chmodSync(join(folder, 'bin', name), 0o755);
    }
    const ran = spawnSync('/bin/sh', ['-c', commands.join('\n')], {
      cwd: folder,
      env: { PATH: join(folder, 'bin') },
      encoding: 'utf8',
    });
    expect(ran.stderr).toBe('');
    expect(new Set(readFileSync(join(folder, 'ran'), 'utf8').trim().split('\n'))).toEqual(new Set(['git']));
    expect(readdirSync(folder).sort()).toEqual(['bin', 'ran']);
    expect(existsSync(join(folder, 'pwned'))).toBe(false);
  });
});
