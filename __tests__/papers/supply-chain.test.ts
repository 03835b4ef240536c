import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { runCommandLine } from '../support/command-line.js';
import { createRepository } from '../support/repository.js';
import { errorsOfAction, faultsOf, pinsOf, type Workflow } from '../support/workflow-rules.js';

const ROOT = join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

const WORKFLOWS = readdirSync(join(ROOT, '.github/workflows')).map((name) => `.github/workflows/${name}`);

const jobsOf = (file: string) => Object.entries((parse(read(file)) as Workflow).jobs);

describe('the workflows of this repository', () => {
  it.each(WORKFLOWS)('%s keeps the rules', (file) => {
    expect(faultsOf(read(file))).toEqual([]);
  });

  it('pin an action by one commit everywhere', () => {
    const pins = new Map<string, Set<string>>();
    for (const [action, pin] of WORKFLOWS.flatMap((file) => pinsOf(read(file))))
      pins.set(action, (pins.get(action) ?? new Set()).add(pin));
    expect(pins.size).toBeGreaterThan(3);
    for (const commits of pins.values()) expect(commits.size).toBe(1);
  });

  it('write nothing but in a release', () => {
    for (const file of WORKFLOWS.filter((name) => !name.endsWith('/release.yml')))
      for (const [, { permissions }] of jobsOf(file))
        expect(Object.values(permissions as object).every((level) => level === 'read')).toBe(true);
  });

  it('sign a release in a job that runs nothing of this repository', () => {
    const signing = jobsOf('.github/workflows/release.yml').filter(
      ([, { permissions }]) => (permissions as Record<string, string>)['id-token'] === 'write',
    );
    expect(signing).toHaveLength(1);
    const steps = signing.flatMap(([, { steps = [] }]) => steps);
    expect(steps.some(({ run, uses }) => run !== undefined || uses?.startsWith('actions/checkout'))).toBe(
      false,
    );
  });

  it('judge a pull request by the action and the rules of its base', () => {
    const [job] = jobsOf('.github/workflows/self-check.yml').map(([, { steps = [] }]) => steps);
    expect(job?.[0]?.with?.['ref']).toMatch(/base\.sha .*base_sha/);
    expect(job?.[1]?.uses).toBe(`./${String(job?.[0]?.with?.['path'])}`);
  });

  const checkout = /\n {6}- uses: actions\/checkout(?:.|\n)*?persist-credentials: false/;

  it.each<[string, (text: string) => string]>([
    ['pin:', (text) => text.replace(/@[0-9a-f]{40} # v[\d.]+/, '@v7')],
    ['pin:', (text) => text.replace(/ # v[\d.]+/, '')],
    ['event', (text) => text.replace('  pull_request:', '  pull_request_target:')],
    ['permissions: of the workflow', (text) => text.replace('permissions: {}', 'permissions: write-all')],
    ['permissions: check-dist', (text) => text.replace(/ {4}permissions:\n.*\n/, '')],
    ['timeout: check-dist', (text) => text.replace(/ {4}timeout-minutes:.*\n/, '')],
    ['concurrency', (text) => text.replace(/concurrency:\n(?: .*\n)+/, '')],
    ['expression in run', (text) => text.replace('npm ci', 'echo ${{ github.head_ref }}; npm ci')],
    ['persist-credentials', (text) => text.replace(checkout, (step) => step.replace('false', 'true'))],
    ['Unexpected value', (text) => text.replace('runs-on', 'run-on')],
  ])('would not keep them: %s', (fault, spoil) => {
    const text = read('.github/workflows/check-dist.yml');
    expect(spoil(text)).not.toBe(text);
    expect(faultsOf(spoil(text)).some((found) => found.includes(fault))).toBe(true);
  });
});

describe('action.yml', () => {
  it('is one by GitHub’s own parser', () => {
    expect(errorsOfAction(read('action.yml'))).toEqual([]);
  });

  it.each([
    ['using: node24', 'using: node'],
    ['main:', 'mian:'],
    ['inputs:', 'input:'],
  ])('would be none with %j as %j', (right, wrong) => {
    expect(errorsOfAction(read('action.yml').replace(right, wrong))).not.toEqual([]);
  });
});

describe('the agents of this repository', () => {
  it('are understood, and own what there is', () => {
    const repository = createRepository();
    for (const entry of readdirSync(ROOT, { withFileTypes: true, recursive: true })) {
      const path = join(entry.parentPath, entry.name).slice(ROOT.length + 1);
      if (!entry.isFile() || /^(?:\.git|node_modules|lib|coverage)(?:\/|$)/.test(path)) continue;
      repository.write(path, path.startsWith('.claude/') ? read(path) : '');
    }
    const { stdout } = runCommandLine(repository.directory, ['lint', '--format', 'json']);
    const { agents, problems } = JSON.parse(stdout) as {
      agents: { cannotTouch: unknown[] }[];
      problems: { severity: string }[];
    };
    expect(agents.length).toBeGreaterThan(1);
    for (const { cannotTouch } of agents) expect(cannotTouch).not.toEqual([]);
    expect(problems.filter(({ severity }) => severity !== 'notice')).toEqual([]);
  });
});

describe('what is shipped', () => {
  it.each(['dist/action', 'dist/cli', 'plugin/hook'])(
    '%s holds the text of a permissive licence for every package in it',
    (bundle) => {
      const parts = read(`${bundle}/licenses.txt`).split(/^(?=\S+ \d+\.\d+\.\d+\S*: )/m);
      expect(parts.length).toBeGreaterThan(10);
      for (const part of parts) {
        expect(part).toMatch(/^\S+ \S+: (?:MIT|ISC|Apache-2\.0|BlueOak-1\.0\.0|BSD-[23]-Clause)\n/);
        expect(part.length).toBeGreaterThan(400);
      }
    },
  );
});
