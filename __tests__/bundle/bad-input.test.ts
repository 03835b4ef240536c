import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { StepResult } from '../../src/cli/demo/run-action.js';
import { runActionBundle } from '../support/action-runner.js';
import { aPullRequestEvent } from '../support/pull-request-event.js';
import {
  aPullRequest,
  commitAs,
  DEFINITIONS,
  definitionText,
  runAction,
  type PullRequest,
} from '../support/pull-request.js';
import { createRepository, temporaryDirectory } from '../support/repository.js';

interface Report {
  readonly violations: readonly {
    code: string;
    path: string | null;
    pathEncoding: string | null;
    message: string;
  }[];
  readonly problems: readonly { code: string; counts: boolean; file: string; message: string }[];
}

const reportOf = ({ outputs }: StepResult): Report =>
  JSON.parse(readFileSync(outputs['report'] ?? '', 'utf8')) as Report;

/** Where nobody says which repository this is, only what is checked out counts. */
const NOWHERE_TO_FETCH_FROM = { variables: { GITHUB_REPOSITORY: '' } };

const VIEW = { 'apps/blog/views.py': 'views\n' };

/** A pull request of one good commit by `backend-django`, with these files at the base. */
function aGoodPullRequest(files: Readonly<Record<string, string | Buffer>> = DEFINITIONS): PullRequest {
  const pullRequest = aPullRequest(files);
  commitAs(pullRequest, ['backend-django'], VIEW);
  return pullRequest;
}

describe('what cannot be checked fails with a code and a sentence', () => {
  const folderWithGit = (script: string): string => {
    const folder = temporaryDirectory();
    writeFileSync(join(folder, 'git'), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, 'git'), 0o755);
    return folder;
  };
  const event = aPullRequestEvent();

  const onGood = (step: Parameters<typeof runAction>[1]) => () => runAction(aGoodPullRequest(), step);

  it.each<[string, () => Promise<StepResult>]>([
    ['unreadable-event', onGood({ variables: { GITHUB_EVENT_PATH: '/does/not/exist.json' } })],
    ['unreadable-event', onGood({ variables: { GITHUB_EVENT_PATH: '' } })],
    [
      'unreadable-event',
      () => runActionBundle({ workspace: aGoodPullRequest().repository.directory, event: '{"cut off' }),
    ],
    [
      'unreadable-event',
      () => runActionBundle({ workspace: aGoodPullRequest().repository.directory, event: {} }),
    ],
    [
      'unreadable-event',
      () =>
        runActionBundle({
          workspace: aGoodPullRequest().repository.directory,
          event: { ...event, pull_request: { ...event.pull_request, head: null } },
        }),
    ],
    [
      'unreadable-event',
      () =>
        runActionBundle({ workspace: aGoodPullRequest().repository.directory, event: {}, eventName: 'push' }),
    ],
    [
      'unsupported-event',
      () =>
        runActionBundle({
          workspace: aGoodPullRequest().repository.directory,
          event: {},
          eventName: 'workflow_run',
        }),
    ],
    [
      'incomplete-history',
      () => runActionBundle({ workspace: aGoodPullRequest().repository.directory, event }),
    ],
    [
      'incomplete-history',
      () => {
        const { repository, base } = aGoodPullRequest();
        const shallow = repository.clone('--depth=1', '--branch=topic');
        return runAction({ repository: shallow, base }, NOWHERE_TO_FETCH_FROM);
      },
    ],
    ['not-a-repository', () => runActionBundle({ workspace: temporaryDirectory(), event })],
    ['git-missing', onGood({ variables: { PATH: temporaryDirectory() } })],
    [
      'git-too-old',
      onGood({ variables: { PATH: `${folderWithGit('echo git version 2.30.0')}:/usr/bin:/bin` } }),
    ],
    [
      'git-failed',
      onGood({
        variables: {
          PATH: `${folderWithGit('case "$*" in *--version*|version) echo git version 2.45.0;; *) kill -9 $$;; esac')}:/usr/bin:/bin`,
        },
      }),
    ],
    [
      'no-merge-base',
      () => {
        const pullRequest = aPullRequest();
        pullRequest.repository.checkout('orphan', '');
        commitAs(pullRequest, [], VIEW);
        return runAction(pullRequest);
      },
    ],
  ])('%s', async (code, run) => {
    const { exitCode, outputs, annotations, summary, stderr } = await run();
    expect(exitCode).toBe(1);
    expect(outputs['conclusion']).toBe('unknown');
    expect(outputs['violations']).toBeUndefined();
    expect(annotations.map(({ level }) => level)).toEqual(['error']);
    expect(annotations[0]?.message).toContain(`Could not check (${code})`);
    expect(summary).toContain(code);
    expect(stderr).toBe('');
  });

  it('names fetch-depth: 0 where the checkout is shallow and nobody says where to fetch from', async () => {
    const { repository, base } = aGoodPullRequest();
    const shallow = repository.clone('--depth=1', '--branch=topic');
    const { annotations } = await runAction({ repository: shallow, base }, NOWHERE_TO_FETCH_FROM);
    expect(annotations[0]?.message).toContain('fetch-depth: 0');
  });
});

describe('a definition that cannot be read', () => {
  it.each([
    ['not UTF-8', Buffer.from('---\nname: other\ndescription: d\n---\n## OWNS\n- `caf\xe9/`\n', 'latin1')],
    ['NUL', '---\nname: other\ndescription: d\n---\n\0## OWNS\n'],
    ['UTF-16', Buffer.from('\ufeff---\nname: other\ndescription: d\n---\n', 'utf16le')],
    ['too large', 'x'.repeat(1_048_577)],
  ])('fails the check: %s', async (_, content) => {
    const result = await runAction(aGoodPullRequest({ ...DEFINITIONS, '.claude/agents/other.md': content }));
    expect(result.exitCode).toBe(1);
    expect(reportOf(result).problems).toMatchObject([
      { code: 'unreadable-definition', counts: true, file: '.claude/agents/other.md' },
    ]);
  });

  it('does not fail the pull request that mends it', async () => {
    const broken = { ...DEFINITIONS, '.claude/agents/other.md': '---\nname: other\ndescription: d\n---\n\0' };
    const pullRequest = aPullRequest(broken);
    commitAs(pullRequest, [], { '.claude/agents/other.md': definitionText('other', { OWNS: ['docs/**'] }) });
    expect((await runAction(pullRequest)).outputs['conclusion']).toBe('success');
  });
});

describe('a broken rule', () => {
  const withBrokenRule = {
    ...DEFINITIONS,
    '.claude/agents/database.md': definitionText('database', { 'CANNOT TOUCH': ['src/[ab', 'tests/**'] }),
  };

  it('fails a pull request with a commit of that agent', async () => {
    const pullRequest = aPullRequest(withBrokenRule);
    commitAs(pullRequest, ['database'], VIEW);
    const result = await runAction(pullRequest);
    expect(reportOf(result).problems).toMatchObject([{ code: 'invalid-pattern', counts: true }]);
    expect(result.exitCode).toBe(1);
  });

  it('does not fail a pull request of other agents', async () => {
    const result = await runAction(aGoodPullRequest(withBrokenRule));
    expect(reportOf(result).problems).toMatchObject([{ code: 'invalid-pattern', counts: false }]);
    expect(result.exitCode).toBe(0);
  });

  it('fails the pull request that introduces it', async () => {
    const pullRequest = aPullRequest();
    commitAs(pullRequest, [], withBrokenRule);
    const result = await runAction(pullRequest);
    expect(reportOf(result).problems).toMatchObject([{ code: 'invalid-pattern', counts: true }]);
    expect(result.exitCode).toBe(1);
  });
});

describe('little to judge by', () => {
  it('warns where there is no definition at all', async () => {
    const pullRequest = aPullRequest({});
    commitAs(pullRequest, [], VIEW);
    const result = await runAction(pullRequest);
    expect([result.exitCode, result.outputs['warnings']]).toEqual([0, '1']);
    expect(reportOf(result).violations.map(({ code }) => code)).toEqual(['no-definitions']);
  });

  it('says that an agent without CANNOT TOUCH is held to nothing', async () => {
    const result = await runAction(
      aGoodPullRequest({
        '.claude/agents/backend-django.md': '---\nname: backend-django\ndescription: d\n---\nWrites views.\n',
      }),
    );
    expect(result.exitCode).toBe(0);
    expect(result.summary).toContain('held to nothing');
  });

  it('passes an empty range with a sentence', async () => {
    const pullRequest = aPullRequest();
    const result = await runAction(pullRequest);
    expect(result.exitCode).toBe(0);
    expect(result.summary).toContain('Nothing to judge');
  });

  it('passes commits without trailers, which are people’s', async () => {
    const pullRequest = aPullRequest();
    commitAs(pullRequest, [], { 'apps/blog/models.py': 'models\n' });
    expect((await runAction(pullRequest)).outputs).toMatchObject({ conclusion: 'success', agents: '[]' });
  });

  it('fails a claim of an unknown name and suggests the nearest', async () => {
    const pullRequest = aPullRequest();
    commitAs(pullRequest, ['backend-djagno'], VIEW);
    const result = await runAction(pullRequest);
    expect(result.exitCode).toBe(1);
    expect(reportOf(result).violations.map(({ code }) => code)).toEqual(['unknown-agent']);
    expect(result.annotations.map(({ message }) => message).join()).toContain('backend-django');
  });
});

describe('hostile text', () => {
  const NAMES = [
    'new\nline.py',
    'quote".py',
    "apostrophe'.py",
    '::error::forged.py',
    '##[error]forged.py',
    '-rf.py',
    '\u001b[31mred.py',
    '\u202egnp.py',
    '<img src=x>.py',
    '`tick`|pipe.py',
  ];

  it.each(NAMES)('judges the path %j and lets it command nothing', async (name) => {
    const pullRequest = aPullRequest();
    commitAs(pullRequest, ['backend-django'], { [`tests/${name}`]: 'x\n', [name]: 'x\n' });
    const result = await runAction(pullRequest);
    expect(reportOf(result).violations.map(({ code }) => code)).toEqual(['forbidden-path']);
    expect(
      result.commands.map(({ name: command }) => command).filter((command) => command !== 'error'),
    ).toEqual([]);
    expect(result.annotations).toHaveLength(2);
    // eslint-disable-next-line no-control-regex -- control characters are what it is about
    expect(result.stdout + result.summary).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u202e]/);
  });

  it('judges a path that is no UTF-8 and shows it as git does', async () => {
    const pullRequest = aPullRequest();
    pullRequest.repository.write(Buffer.from('tests/caf\xe9.py', 'latin1'), 'x\n');
    commitAs(pullRequest, ['backend-django'], {});
    const [violation] = reportOf(await runAction(pullRequest)).violations;
    expect(violation).toMatchObject({
      code: 'forbidden-path',
      path: '"tests/caf\\351.py"',
      pathEncoding: 'c-quoted',
    });
  });

  it('reads a message of a megabyte', async () => {
    const pullRequest = aPullRequest();
    pullRequest.repository.write('tests/a.py');
    pullRequest.repository.commit(`Long\n\n${'word '.repeat(200_000)}\n\nAgent: backend-django\n`);
    expect(reportOf(await runAction(pullRequest)).violations.map(({ code }) => code)).toEqual([
      'forbidden-path',
    ]);
  });

  it('lets a subject and a trailer command nothing', async () => {
    const pullRequest = aPullRequest();
    commitAs(pullRequest, ['::error::x ##[error]y <b>'], VIEW, '##[error]subject ::warning::x');
    const result = await runAction(pullRequest);
    expect(result.exitCode).toBe(1);
    expect(result.annotations.every(({ level }) => level === 'error')).toBe(true);
    expect(result.annotations).toHaveLength(2);
  });

  it('fails a commit whose message holds NUL', async () => {
    const pullRequest = aPullRequest();
    pullRequest.repository.rawCommit({ message: 'Subject\n\nbody\0\n\nAgent: backend-django\n' });
    const result = await runAction(pullRequest);
    expect(reportOf(result).violations.map(({ code }) => code)).toContain('unreadable-commit');
    expect(result.exitCode).toBe(1);
  });
});

it('keeps a repository whose folder has an odd name readable', async () => {
  const repository = createRepository({ name: 'a "b" \n c' });
  for (const [path, content] of Object.entries(DEFINITIONS)) repository.write(path, content);
  const base = repository.commit('Begin');
  repository.write('tests/a.py');
  repository.commit({ subject: 'Test', trailers: [['Agent', 'backend-django']] });
  expect((await runAction({ repository, base })).outputs['violations']).toBe('1');
});
