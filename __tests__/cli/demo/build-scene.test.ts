import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildScene, type BuiltScene } from '../../../src/cli/demo/build-scene.js';
import { SCENE } from '../../../src/cli/demo/scene.js';

describe('buildScene', () => {
  let folder: string;
  let built: BuiltScene;

  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-C', built.repository, ...args], { encoding: 'utf8' }).trim();

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'build-scene-'));
    built = buildScene(SCENE, path.join(folder, 'repository'), process.env);
  });

  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it('gives the same commits whatever the settings of the machine', async () => {
    await writeFile(
      path.join(folder, 'config'),
      '[core]\nautocrlf = true\n[init]\ndefaultBranch = trunk\ndefaultObjectFormat = sha256\n[commit]\ngpgSign = true\n',
    );
    const elsewhere = buildScene(SCENE, path.join(folder, 'elsewhere'), {
      PATH: process.env['PATH'],
      GIT_CONFIG_GLOBAL: path.join(folder, 'config'),
      GIT_AUTHOR_NAME: 'Another developer',
      GIT_DIR: folder,
      TZ: 'Asia/Tokyo',
    });
    expect(elsewhere).toEqual({ ...built, repository: elsewhere.repository });
    expect(built.head).toBe('d61da8254f5e5ea425479f367e8a7f4aa967178a');
  });

  it('writes the commits of the scene in their order, with trailers that git reads', () => {
    const format = '--format=%s|%(trailers:key=Agent,valueonly,separator=%x2C)';
    expect(git('log', '--reverse', format, `${built.base}..${built.head}`).split('\n')).toEqual(
      SCENE.commits.map(({ subject, agents }) => `${subject}|${agents.join(',')}`),
    );
    expect(git('rev-list', '--reverse', `${built.base}..${built.head}`).split('\n')).toEqual(built.commits);
  });

  it('leaves the references and the working tree of a checkout of the pull request', () => {
    expect(git('for-each-ref', '--format=%(refname)').split('\n')).toEqual([
      'refs/remotes/origin/main',
      'refs/remotes/origin/reading-time',
      'refs/remotes/pull/7/merge',
    ]);
    expect(git('rev-parse', 'HEAD', 'HEAD^1', 'HEAD^2').split('\n')).toEqual([
      built.merge,
      built.base,
      built.head,
    ]);
    expect(git('status', '--porcelain')).toBe('');
    expect(() => git('symbolic-ref', '--quiet', 'HEAD')).toThrow();
  });

  it('makes the merge that git would make', () => {
    const merged = git('merge-tree', '--write-tree', built.base, built.head);
    expect(git('rev-parse', `${built.merge}^{tree}`)).toBe(merged);
  });

  it('counts a rename as one file, as GitHub does', () => {
    expect(git('diff', '--find-renames', '--name-status', `${built.base}...${built.head}`)).toContain(
      'R100\ttests/factories.py\tapps/blog/samples.py',
    );
    expect(built.changedFiles).toBe(8);
  });
});
