import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'yaml';
import { temporaryDirectory, type TestRepository } from '../../support/repository.js';
import { ACTION, aRepository, has, init, read, snapshot } from './scenes.js';

type Arrange = (repository: TestRepository) => unknown;

const SETTINGS = '.claude/settings.json';

const executable =
  (path: string, content: string): Arrange =>
  (repository) =>
    repository.write(path, content).setExecutable(path, true);

/** Husky as its own version 9 leaves it: `core.hooksPath` is the inner directory, which git ignores. */
const husky: Arrange = (repository) => {
  repository.git('config', 'core.hooksPath', '.husky/_');
  repository.write('.husky/_/.gitignore', '*').write('.husky/pre-commit', 'npm test\n');
};

const LEFTHOOK = `# Our hooks
pre-push:
  parallel: true
  commands: # all of them

    # slow
    tests:
      run: npm test   # all
pre-commit:
  commands:
    lint: { run: npm run lint }
`;

const STATES: readonly (readonly [string, Arrange])[] = [
  ['nothing', () => undefined],
  ['an empty object of settings', (r) => r.write(SETTINGS, '{}')],
  ['an empty object on two lines', (r) => r.write(SETTINGS, '{\n}\n')],
  [
    'settings of another plugin',
    (r) => r.write(SETTINGS, '{\n\t"z": 1,\n\t"enabledPlugins": {\n\t\t"x@y": true\n\t},\n\t"a": []\n}'),
  ],
  ['emptied plugins', (r) => r.write(SETTINGS, '{"enabledPlugins": {}, "extraKnownMarketplaces": {}}')],
  ['settings with comments', (r) => r.write(SETTINGS, '// ours\n{\n    "model": "opus", // best\n}\n')],
  [
    'settings with CRLF and a mark of order',
    (r) => r.write(SETTINGS, '\ufeff{\r\n  "model": "opus"\r\n}\r\n'),
  ],
  ['an empty .gitignore', (r) => r.write('.gitignore', '')],
  ['a .gitignore without an end of line', (r) => r.write('.gitignore', 'node_modules')],
  ['a .gitignore with CRLF', (r) => r.write('.gitignore', 'node_modules\r\ndist\r\n')],
  ['the working trees ignored', (r) => r.write('.gitignore', '.claude/*\n!.claude/agents\n')],
  [
    'empty directories',
    (r) => r.write('.github/x').write('.git/hooks/x').remove('.github/x').remove('.git/hooks/x'),
  ],
  [
    'a hook',
    executable('.git/hooks/pre-push', '#!/bin/sh\nset -e\nwhile read line; do echo "$line"; done\nexit 0'),
  ],
  ['a hook that is its first line', executable('.git/hooks/pre-push', '#!/usr/bin/env bash')],
  ['an empty hook', executable('.git/hooks/prepare-commit-msg', '')],
  ['husky', husky],
  [
    'husky with a hook',
    (r) => {
      husky(r);
      r.write('.husky/pre-push', 'npm test');
    },
  ],
  ['husky that has not run', (r) => r.write('.husky/pre-commit', 'npm test\n')],
  [
    'a directory of hooks',
    (r) => {
      r.git('config', 'core.hooksPath', '.githooks');
      executable('.githooks/pre-push', '#!/bin/bash -e\ntrue\n')(r);
    },
  ],
  ['lefthook', (r) => r.write('lefthook.yml', LEFTHOOK)],
  ['lefthook with CRLF', (r) => r.write('.lefthook.yaml', LEFTHOOK.replaceAll('\n', '\r\n'))],
  ['an empty lefthook', (r) => r.write('lefthook.yml', '# nothing yet')],
  ['pre-commit', (r) => r.write('.pre-commit-config.yaml', 'repos: []\n')],
];

it.each(STATES)('comes to the same a second time, and back to the byte, from %s', async (_, arrange) => {
  const repository = aRepository();
  arrange(repository);
  const before = snapshot(repository.directory);
  expect((await init(repository, '--git-hooks', '--uses', ACTION)).exitCode).toBe(0);
  const after = snapshot(repository.directory);
  expect(after).not.toEqual(before);
  const again = await init(repository, '--git-hooks', '--uses', ACTION);
  expect(again.exitCode).toBe(0);
  expect(again.stdout).toContain('Everything is in place');
  expect(snapshot(repository.directory)).toEqual(after);
  expect((await init(repository, '--remove')).exitCode).toBe(0);
  expect(snapshot(repository.directory)).toEqual(before);
});

/** What another clone lacks: the notes of what files held before. */
const forget = (repository: TestRepository) => repository.remove('.git/agent-ownership');
const withoutBlankEnds = (text: string): string => text.replaceAll('\r', '').trimEnd();

it.each(STATES)('takes out what is ours in another clone too, from %s', async (_, arrange) => {
  const repository = aRepository();
  arrange(repository);
  const files = [
    SETTINGS,
    '.gitignore',
    '.git/hooks/pre-push',
    '.husky/pre-push',
    '.githooks/pre-push',
    'lefthook.yml',
    '.lefthook.yaml',
  ];
  const contents = () =>
    files.map((file) => (has(repository, file) ? withoutBlankEnds(read(repository, file)) : ''));
  const before = contents();
  await init(repository, '--git-hooks');
  forget(repository);
  expect((await init(repository, '--remove')).exitCode).toBe(0);
  const after = contents();
  expect(toData(after[0])).toEqual(toData(before[0]));
  expect(after.slice(1)).toEqual(before.slice(1));
  expect((await init(repository, '--remove')).stdout).toContain('nothing to remove');
});

/** Of settings what they say: emptied keys are gone, and a file that says nothing may be. */
function toData(text = ''): unknown {
  const plain = text.replace('\ufeff', '').replaceAll(/\/\/.*$/gm, '');
  const data = (text === '' ? {} : parse(plain)) as Record<string, unknown>;
  return Object.fromEntries(Object.entries(data).filter(([, value]) => JSON.stringify(value) !== '{}'));
}

it('keeps what was changed since', async () => {
  const repository = aRepository();
  repository.write('.gitignore', 'dist\n');
  await init(repository);
  writeFileSync(join(repository.directory, '.gitignore'), `${read(repository, '.gitignore')}coverage\n`);
  const workflow = '.github/workflows/agent-ownership.yml';
  repository.write(workflow, `${read(repository, workflow)}        with: { comment: true }\n`);
  const { stdout } = await init(repository, '--remove');
  expect(read(repository, '.gitignore')).toBe('dist\ncoverage\n');
  expect(has(repository, workflow)).toBe(true);
  expect(stdout).toContain('was changed since');
});

it('remembers the first state over several runs', async () => {
  const repository = aRepository();
  repository.write(SETTINGS, '{\n}');
  const before = snapshot(repository.directory);
  await init(repository);
  await init(repository, '--git-hooks');
  await init(repository, '--uses', 'acme/agent-ownership@v9');
  await init(repository, '--remove');
  expect(snapshot(repository.directory)).toEqual(before);
});

it('keeps every key, value and order of any settings', async () => {
  const repository = aRepository();
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(fc.string(), fc.jsonValue(), { noNullPrototype: true }),
      fc.constantFrom(0, 2, 4, '\t'),
      async (data, space) => {
        delete data['enabledPlugins'];
        delete data['extraKnownMarketplaces'];
        const text = JSON.stringify(data, null, space);
        repository.write(SETTINGS, text);
        await init(repository, '--uses', ACTION);
        const merged = read(repository, SETTINGS);
        expect(
          JSON.stringify({ ...(JSON.parse(merged) as object), enabledPlugins: 0, extraKnownMarketplaces: 0 }),
        ).toBe(JSON.stringify({ ...data, extraKnownMarketplaces: 0, enabledPlugins: 0 }));
        await init(repository, '--remove');
        expect(readFileSync(join(repository.directory, SETTINGS), 'utf8')).toBe(text);
      },
    ),
    { numRuns: 20 },
  );
});

it('does not write into a remembered path that leaves the repository', async () => {
  const repository = aRepository();
  const victim = join(temporaryDirectory(), 'victim');
  writeFileSync(victim, 'x');
  await init(repository);
  repository.write(
    '.git/agent-ownership/init.json',
    JSON.stringify({ files: [{ path: victim, before: 'y', after: 'x' }], directories: [] }),
  );
  await init(repository, '--remove');
  expect(readFileSync(victim, 'utf8')).toBe('x');
});
