import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { aPullRequest, commitAs, DEFINITIONS } from '../support/pull-request.js';
import { temporaryDirectory, type TestRepository } from '../support/repository.js';

const CLI = join(import.meta.dirname, '../../dist/cli/index.js');

/** git as a person runs it, with the hooks installed. */
function withHooks(repository: TestRepository) {
  for (const hook of ['prepare-commit-msg', 'pre-push']) {
    repository.write(
      `.git/hooks/${hook}`,
      `#!/bin/sh\nexec '${process.execPath}' '${CLI}' git-hook ${hook} "$@"\n`,
    );
    repository.setExecutable(`.git/hooks/${hook}`, true);
  }
  repository.git('config', 'user.name', 'Author');
  repository.git('config', 'user.email', 'author@example.com');
  const run = (
    args: readonly string[],
    variables: Readonly<Record<string, string>> = {},
    directory = repository.directory,
  ) => {
    const { status, stderr } = spawnSync('git', args, {
      cwd: directory,
      encoding: 'utf8',
      env: {
        PATH: process.env['PATH'],
        HOME: temporaryHome,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_EDITOR: 'true',
        LC_ALL: 'C',
        ...variables,
      },
    });
    return { status, stderr };
  };
  const as = (name: string, ...args: readonly string[]) => run(args, { AGENT_NAME: name });
  const trailers = (revision = 'HEAD', directory = repository.directory): string =>
    execFileSync('git', ['log', '-1', '--format=%(trailers:key=Agent,valueonly,separator=%x2C)', revision], {
      cwd: directory,
      encoding: 'utf8',
    }).trim();
  const message = (): string => repository.git('log', '-1', '--format=%B');
  return { repository, run, as, trailers, message };
}

const temporaryHome = temporaryDirectory();
const aScene = () => {
  const pullRequest = aPullRequest({ ...DEFINITIONS, 'apps/blog/views.py': 'a\n' });
  return { ...withHooks(pullRequest.repository), pullRequest };
};

describe('git-hook prepare-commit-msg', () => {
  it('does nothing for a person', () => {
    const { repository, run, message } = aScene();
    repository.write('a').git('add', '-A');
    expect(run(['commit', '-m', 'Add a'])).toMatchObject({ status: 0, stderr: '' });
    expect(message()).toBe('Add a\n');
  });

  it('stamps a commit however it is made, once', () => {
    const { repository, run, as, trailers, message } = aScene();
    repository.write('a').git('add', '-A');
    as('backend-django', 'commit', '-m', 'Add a', '-m', 'Signed-off-by: A <a@example.com>');
    expect(message()).toBe('Add a\n\nSigned-off-by: A <a@example.com>\nAgent: backend-django\n');
    repository.write('a', 'all\n');
    as('Backend_Django', 'commit', '-am', 'Change a');
    expect(trailers()).toBe('backend-django');
    repository.write('a', 'file\n');
    as('backend-django', 'commit', 'a', '-m', 'Change a again');
    expect(trailers()).toBe('backend-django');
    as('backend-django', 'commit', '--amend', '--no-edit');
    expect(message()).toBe('Change a again\n\nAgent: backend-django\n');
    as('backend-django', 'commit', '--allow-empty', '-C', 'HEAD');
    as('backend-django', 'commit', '--allow-empty', '-m', 'Own', '--trailer', 'Agent: backend-django');
    expect(trailers()).toBe('backend-django');
    run(['-C', '.claude', 'commit', '--allow-empty', '-m', 'Below'], { AGENT_NAME: 'backend-django' });
    expect(trailers()).toBe('backend-django');
  });

  it('stamps merges, squashes, reverts and picks', () => {
    const { repository, as, run, trailers } = aScene();
    repository.checkout('other', 'main').write('b');
    repository.commit('Add b');
    repository.checkout('topic').write('c');
    repository.commit('Add c');
    expect(as('backend-django', 'merge', '--no-edit', 'other').status).toBe(0);
    expect(trailers()).toBe('backend-django');
    expect(as('backend-django', 'revert', '--no-edit', 'HEAD^').status).toBe(0);
    expect(trailers()).toBe('backend-django');
    run(['reset', '-q', '--hard', 'main']);
    expect(as('backend-django', 'cherry-pick', 'other').status).toBe(0);
    expect(trailers()).toBe('backend-django');
    run(['reset', '-q', '--hard', 'main']);
    run(['merge', '--squash', 'other']);
    expect(as('backend-django', 'commit', '--no-edit').status).toBe(0);
    expect(trailers()).toBe('backend-django');
  });

  it('leaves a commit whose it is: amended, picked, rebased', () => {
    const { repository, as, run, trailers, pullRequest } = aScene();
    commitAs(pullRequest, ['database'], { 'apps/blog/models.py': 'b\n' });
    const amended = as('backend-django', 'commit', '--amend', '--no-edit');
    expect(amended).toMatchObject({ status: 0, stderr: expect.stringContaining('database') });
    expect(trailers()).toBe('database');
    repository.write('d').commit('Add d');
    repository.checkout('moved', 'main').write('e');
    repository.commit('Add e');
    run(['checkout', '-q', 'topic']);
    expect(as('backend-django', 'rebase', 'moved').status).toBe(0);
    expect([trailers(), trailers('HEAD^')]).toEqual(['', 'database']);
  });

  it('finds the place of the trailer above comments, a diff and line ends', () => {
    const { repository, run, trailers, message } = aScene();
    const editor = join(temporaryHome, 'editor.sh');
    writeFileSync(editor, '#!/bin/sh\nsed "1s/.*/Subject/" "$1" > "$1.new" && mv "$1.new" "$1"\n');
    const variables = { AGENT_NAME: 'backend-django', GIT_EDITOR: `sh ${editor}` };
    for (const comment of ['#', ';', 'auto']) {
      repository.write('a', comment).git('add', '-A');
      repository.git('config', 'core.commentChar', comment);
      run(['commit', '-v'], variables);
      expect([comment, message()]).toEqual([comment, 'Subject\n\nAgent: backend-django\n']);
    }
    writeFileSync(join(temporaryHome, 'message'), 'Subject\r\n\r\nBody');
    run(['commit', '--allow-empty', '--cleanup=verbatim', '-F', join(temporaryHome, 'message')], variables);
    expect(message()).toBe('Subject\r\n\r\nBody\r\n\r\nAgent: backend-django\r\n');
    expect(trailers()).toBe('backend-django');
  });

  it('works in a linked worktree', () => {
    const { repository, run, trailers } = aScene();
    const linked = join(temporaryDirectory(), 'linked');
    repository.git('worktree', 'add', '-q', linked, '-b', 'linked');
    writeFileSync(join(linked, 'a'), 'a');
    run(['add', '-A'], {}, linked);
    expect(run(['commit', '-m', 'Add a'], { AGENT_NAME: 'backend-django' }, linked).status).toBe(0);
    expect(trailers('HEAD', linked)).toBe('backend-django');
  });

  it('refuses a name that nobody has, and says how to go on', () => {
    const { repository, as, run } = aScene();
    repository.write('a').git('add', '-A');
    const refused = as('bakend-django', 'commit', '-m', 'Add a');
    expect(refused.status).not.toBe(0);
    expect(refused.stderr).toContain('backend-django');
    expect(run(['commit', '-m', 'Add a']).status).toBe(0);
  });

  it('knows an agent that the commit itself defines', () => {
    const { repository, as, trailers } = aScene();
    repository.write(
      '.claude/agents/frontend.md',
      DEFINITIONS['.claude/agents/database.md']?.replace('name: database', 'name: frontend'),
    );
    repository.git('add', '-A');
    expect(as('frontend', 'commit', '-m', 'Define').status).toBe(0);
    expect(trailers()).toBe('frontend');
  });
});

describe('git-hook pre-push', () => {
  const withRemote = () => {
    const scene = aScene();
    const remote = join(temporaryDirectory(), 'remote.git');
    execFileSync('git', ['init', '-q', '--bare', remote]);
    scene.repository.git('remote', 'add', 'origin', remote);
    scene.repository.git('push', '-q', '--no-verify', 'origin', 'main');
    scene.repository.git('fetch', '-q', 'origin');
    return { ...scene, remote };
  };

  it('lets a clean branch through in silence', () => {
    const { run, pullRequest } = withRemote();
    commitAs(pullRequest, ['backend-django'], { 'apps/blog/views.py': 'b\n' });
    expect(run(['push', '-q', 'origin', 'topic'])).toEqual({ status: 0, stderr: '' });
  });

  it('holds a branch back that an agent left its boundary in, among several refs', () => {
    const { run, repository, pullRequest, remote } = withRemote();
    commitAs(pullRequest, ['backend-django'], { 'apps/blog/models.py': 'b\n' });
    repository.git('branch', 'fine', 'main');
    const { status, stderr } = run(['push', 'origin', 'topic', 'fine']);
    expect(status).not.toBe(0);
    expect(stderr).toMatch(/error\[forbidden-path\].*apps\/blog\/models\.py/);
    expect(stderr).toContain('refs/heads/topic');
    expect(execFileSync('git', ['branch'], { cwd: remote, encoding: 'utf8' })).not.toContain('topic');
    expect(run(['push', '-q', '--no-verify', 'origin', 'topic']).status).toBe(0);
    expect(run(['push', '-q', 'origin', ':topic']).status).toBe(0);
  });

  it('does not judge tags, and lets the first push of a repository through', () => {
    const { run, repository, pullRequest } = withRemote();
    commitAs(pullRequest, ['backend-django'], { 'apps/blog/models.py': 'b\n' });
    repository.git('tag', 'v1');
    expect(run(['push', '-q', 'origin', 'v1']).status).toBe(0);
    const fresh = withRemote();
    fresh.repository.git('branch', '-m', 'main', 'trunk');
    fresh.repository.git('update-ref', '-d', 'refs/remotes/origin/main');
    expect(fresh.run(['push', '-q', 'origin', 'trunk:trunk']).status).toBe(0);
  });

  it('holds back what it cannot judge, and says so', () => {
    const { run, repository } = withRemote();
    repository.git('branch', '-m', 'main', 'trunk');
    repository.git('update-ref', 'refs/remotes/origin/trunk', 'trunk');
    repository.git('update-ref', '-d', 'refs/remotes/origin/main');
    const { status, stderr } = run(['push', 'origin', 'topic']);
    expect(status).not.toBe(0);
    expect(stderr).toContain('--no-verify');
  });
});

it('is told by the help of the command itself only', () => {
  const help = (args: readonly string[]) =>
    execFileSync(process.execPath, [CLI, ...args], { encoding: 'utf8' });
  expect(help(['--help'])).not.toContain('git-hook');
  expect(help(['git-hook', '--help'])).toContain('prepare-commit-msg');
});
