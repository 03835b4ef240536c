import { chmodSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { temporaryDirectory, type TestRepository } from '../../support/repository.js';
import { aRepository, init, read, snapshot } from './scenes.js';

const SETTINGS = '.claude/settings.json';
const HOOK = '.git/hooks/pre-push';

const hook = (repository: TestRepository, content: string | Buffer, executable = true) =>
  repository.write(HOOK, content).setExecutable(HOOK, executable);

const CASES: readonly (readonly [string, string, (repository: TestRepository) => unknown])[] = [
  ['settings that are no JSON', 'invalid-settings', (r) => r.write(SETTINGS, '{ "a": 1 "b": 2 }')],
  ['empty settings', 'invalid-settings', (r) => r.write(SETTINGS, '')],
  ['settings that are a list', 'invalid-settings', (r) => r.write(SETTINGS, '[]')],
  ['plugins that are a list', 'settings-shape', (r) => r.write(SETTINGS, '{"enabledPlugins": []}')],
  [
    'a key that stands twice',
    'settings-shape',
    (r) => r.write(SETTINGS, '{"enabledPlugins": {}, "enabledPlugins": {}}'),
  ],
  ['a directory in the place of a file', 'unusable-file', (r) => r.write('.gitignore/x')],
  ['a file in the place of a directory', 'unusable-file', (r) => r.write('.github')],
  ['no UTF-8', 'unusable-file', (r) => r.write('.gitignore', Buffer.from([0xe9, 0x0a]))],
  ['NUL', 'unusable-file', (r) => r.write(SETTINGS, '{}\0')],
  ['more than a megabyte', 'unusable-file', (r) => r.write('.gitignore', '#'.repeat(1_000_001))],
  ['a link that leads nowhere', 'unusable-file', (r) => r.symlink('.gitignore', 'nowhere')],
  [
    'another workflow of that name',
    'workflow-name-taken',
    (r) => r.write('.github/workflows/agent-ownership.yml'),
  ],
  ['a hook in Python', 'hook-not-shell', (r) => hook(r, '#!/usr/bin/env python3\nprint(1)\n')],
  ['a hook that is a program', 'hook-not-shell', (r) => hook(r, Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1]))],
  ['a hook that is switched off', 'hook-disabled', (r) => hook(r, '#!/bin/sh\nexit 1\n', false)],
  ['half a block', 'block-damaged', (r) => hook(r, '#!/bin/sh\n# >>> agent-ownership\nexit 1\n')],
  [
    'hooks of other repositories',
    'hooks-outside',
    (r) => r.git('config', 'core.hooksPath', temporaryDirectory()),
  ],
  ['lefthook in TOML', 'lefthook-shape', (r) => r.write('lefthook.toml', '')],
  ['lefthook in braces', 'lefthook-shape', (r) => r.write('lefthook.yml', 'pre-push: { commands: {} }\n')],
];

it.each(CASES)('changes nothing at all for %s', async (_, code, arrange) => {
  const repository = aRepository();
  arrange(repository);
  const before = snapshot(repository.directory);
  const { exitCode, stderr } = await init(repository, '--git-hooks');
  expect(exitCode).toBe(2);
  expect(stderr).toContain(`error[${code}]`);
  expect(snapshot(repository.directory)).toEqual(before);
});

it('does not write through a directory that is a link out of the repository', async () => {
  const repository = aRepository();
  const outside = temporaryDirectory();
  symlinkSync(outside, join(repository.directory, '.github'));
  const { exitCode, stderr } = await init(repository);
  expect(exitCode).toBe(2);
  expect(stderr).toContain('error[unusable-file]');
  expect(snapshot(outside)).toEqual([]);
});

it('writes through a link that stays inside, and keeps it', async () => {
  const repository = aRepository();
  repository.write('config/claude.json', '{}\n').symlink('.claude/settings.json', '../config/claude.json');
  expect((await init(repository)).exitCode).toBe(0);
  expect(read(repository, 'config/claude.json')).toContain('enabledPlugins');
  expect(snapshot(repository.directory)).toContain('.claude/settings.json -> ../config/claude.json');
});

const isRoot = process.getuid?.() === 0;

(isRoot ? it.skip : it)('puts everything back where one file cannot be written', async () => {
  const repository = aRepository();
  repository.write('.gitignore', 'x\n');
  chmodSync(join(repository.directory, '.claude'), 0o555);
  const before = snapshot(repository.directory);
  const { exitCode, stderr } = await init(repository);
  expect(exitCode).toBe(2);
  expect(stderr).toContain('error[unwritable-file]');
  expect(snapshot(repository.directory)).toEqual(before);
});
