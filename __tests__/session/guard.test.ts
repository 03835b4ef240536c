import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import {
  createRepository,
  makePipe,
  openRepository,
  temporaryDirectory,
  type TestRepository,
} from '../support/repository.js';
import { aDefinition, answerCall, denialsOf, refusalsOf } from './guarding.js';

const BACKEND = aDefinition('backend-django', {
  owns: ['apps/**'],
  cannotTouch: ['apps/**/models.py', 'frontend/**'],
});
const DATABASE = aDefinition('database', { owns: ['apps/**/models.py'] });

const scene = (): TestRepository =>
  createRepository()
    .write('.claude/agents/backend-django.md', BACKEND)
    .write('.claude/agents/database.md', DATABASE)
    .write('apps/blog/models.py')
    .write('apps/blog/views.py')
    .write('docs/a.md');

const committed = (): TestRepository => {
  const repository = scene();
  repository.commit();
  return repository;
};

describe('a write by an agent', () => {
  it('is denied with the agent, the path, the rule and its place, and the owner', async () => {
    const repository = committed();
    const input = { file_path: join(repository.directory, 'apps/blog/models.py') };
    const [refusal] = refusalsOf(await answerCall(repository.directory, { input }));
    expect(refusal).toMatchObject({
      kind: 'path',
      agent: 'backend-django',
      actingAs: null,
      finding: {
        code: 'forbidden-path',
        path: 'apps/blog/models.py',
        status: 'M',
        rule: {
          section: 'cannot-touch',
          pattern: 'apps/**/models.py',
          file: '.claude/agents/backend-django.md',
          line: 12,
        },
        owners: ['database'],
      },
    });
  });

  it.each([
    ['apps/blog/views.py', []],
    ['docs/new/deep/b.md', []],
    ['apps/new/app/models.py', ['forbidden-path']],
    ['frontend/x/', ['forbidden-path']],
    ['apps/blog/../blog/models.py', ['forbidden-path']],
    ['.github/workflows/ci.yml', ['definition-edit']],
    ['.github/agent-ownership.yml', ['definition-edit']],
    ['.claude/settings.local.json', ['definition-edit']],
    ['.claude/agents/database.md', ['definition-edit']],
    ['packages/x/.claude/agents/new.md', ['definition-edit']],
    ['CODEOWNERS', ['definition-edit']],
    ['.git/hooks/pre-commit', ['git-directory']],
    ['.git/config', ['git-directory']],
    ['.git/MERGE_MSG', []],
    ['.git', ['git-directory']],
    ['apps/blog/.git', ['git-directory']],
    ['apps/blog/.git/HEAD', ['git-directory']],
    ['docs\n/../apps/blog/models.py', ['forbidden-path']],
    [`${'docs/../'.repeat(1000)}apps/blog/models.py`, ['forbidden-path']],
    ['/etc/hosts', []],
  ])('to %s is denied for %j', async (path, expected) => {
    expect(await denialsOf(committed(), path)).toEqual(expected);
  });

  it.each([
    ['a person', null],
    ['an agent that no definition names', 'general-purpose'],
    ['an agent of another name', 'backend'],
  ])('is left alone where it is that of %s', async (_, agent) => {
    expect(await denialsOf(committed(), 'apps/blog/models.py', { agent })).toEqual([]);
  });

  it.each(['backend-django', 'Backend Django', 'backend_django', 'team:backend-django'])(
    'is known by the name %s',
    async (agent) => {
      expect(await denialsOf(committed(), 'apps/blog/models.py', { agent })).toEqual(['forbidden-path']);
    },
  );

  it('is left alone where its name could mean two agents, neither of which has it', async () => {
    const repository = scene()
      .write('.claude/agents/a.md', aDefinition('data_base', { cannotTouch: ['**'] }))
      .write('.claude/agents/b.md', aDefinition('data-base', { cannotTouch: ['**'] }));
    expect(await denialsOf(repository, 'docs/a.md', { agent: 'data base' })).toEqual([]);
    expect(await denialsOf(repository, 'docs/a.md', { agent: 'data-base' })).toEqual(['forbidden-path']);
  });

  it('is judged by definitions that are not committed yet, and by all of one name', async () => {
    const repository = committed().write(
      '.claude/agents/deep/more.md',
      aDefinition('backend-django', { cannotTouch: ['docs/**'] }),
    );
    expect(await denialsOf(repository, 'docs/a.md')).toEqual(['forbidden-path']);
    expect(await denialsOf(repository, 'apps/blog/models.py')).toEqual(['forbidden-path']);
  });
});

describe('where a path leads', () => {
  it('counts as well as how it is written', async () => {
    const repository = committed().symlink('alias.py', 'apps/blog/models.py').symlink('blog', 'apps/blog');
    expect(await denialsOf(repository, 'alias.py')).toEqual(['forbidden-path']);
    expect(await denialsOf(repository, 'blog/models.py')).toEqual(['forbidden-path']);
    expect(await denialsOf(repository, 'blog/views.py')).toEqual([]);
  });

  it('counts for a link to what does not exist yet', async () => {
    const repository = committed().symlink('soon.py', 'apps/new/models.py');
    expect(await denialsOf(repository, 'soon.py')).toEqual(['forbidden-path']);
  });

  it('counts from outside of the repository', async () => {
    const repository = committed();
    const outside = temporaryDirectory();
    symlinkSync(repository.directory, join(outside, 'link'));
    expect(await denialsOf(repository, join(outside, 'link/apps/blog/models.py'))).toEqual([
      'forbidden-path',
    ]);
    expect(await denialsOf(repository, join(outside, 'other.py'))).toEqual([]);
  });

  it('does not excuse a forbidden path that is a link out of the repository', async () => {
    const outside = temporaryDirectory();
    const repository = committed().symlink('frontend', outside);
    expect(await denialsOf(repository, 'frontend/x.tsx')).toEqual(['forbidden-path']);
  });

  it('is the same in either Unicode form', async () => {
    const repository = scene().write(
      '.claude/agents/c.md',
      aDefinition('c', { cannotTouch: ['caf\u00e9/**'] }),
    );
    expect(await denialsOf(repository, 'cafe\u0301/x', { agent: 'c' })).toEqual(['forbidden-path']);
  });
});

describe('other working trees', () => {
  it('have their own rules: a linked one inside of the main one', async () => {
    const repository = scene().write(
      '.claude/agents/backend-django.md',
      aDefinition('backend-django', { cannotTouch: ['.claude/**', '*.sql'] }),
    );
    repository.commit();
    repository.git('worktree', 'add', '-q', '.claude/worktrees/agent-a1', '-b', 'other');
    const worktree = join(repository.directory, '.claude/worktrees/agent-a1');
    expect(await denialsOf({ directory: worktree }, 'docs/a.md')).toEqual([]);
    expect(await denialsOf({ directory: worktree }, 'x.sql')).toEqual(['forbidden-path']);
    expect(await denialsOf({ directory: worktree }, '.git')).toEqual(['git-directory']);
    expect(await denialsOf({ directory: worktree }, join(repository.directory, '.git/hooks/x'))).toEqual([
      'git-directory',
    ]);
    expect(await denialsOf({ directory: worktree }, join(repository.directory, '.claude/x'))).toEqual([
      'forbidden-path',
    ]);
  });

  it('are another repository’s: its rules hold for the agents that it names', async () => {
    const here = committed();
    const there = createRepository().write(
      '.claude/agents/x.md',
      aDefinition('backend-django', { cannotTouch: ['docs/**'] }),
    );
    expect(await denialsOf(here, join(there.directory, 'docs/a.md'))).toEqual(['forbidden-path']);
    expect(await denialsOf(here, join(there.directory, 'apps/blog/models.py'))).toEqual([]);
  });

  it('leave a nested repository alone, and hold in a submodule', async () => {
    const library = createRepository().write('src/models.py');
    library.commit();
    const repository = scene().write(
      '.claude/agents/b.md',
      aDefinition('backend-django', { cannotTouch: ['vendor/**', 'nested/**'] }),
    );
    repository.git('submodule', '--quiet', 'add', library.directory, 'vendor/lib');
    const nested = join(repository.directory, 'nested');
    mkdirSync(nested);
    openRepository(nested).git('init', '-q');
    expect(await denialsOf(repository, 'vendor/lib/src/models.py')).toEqual(['forbidden-path']);
    expect(await denialsOf(repository, 'nested/x')).toEqual([]);
  });

  it('find definitions below the root, whose patterns are relative to their place', async () => {
    const repository = scene().write(
      'packages/api/.claude/agents/api.md',
      aDefinition('api', { cannotTouch: ['db/**'] }),
    );
    repository.commit();
    expect(await denialsOf(repository, 'packages/api/db/x', { agent: 'api' })).toEqual(['forbidden-path']);
    expect(await denialsOf(repository, 'db/x', { agent: 'api' })).toEqual([]);
    expect(await denialsOf(repository, '.github/workflows/ci.yml', { agent: 'api' })).toEqual([
      'definition-edit',
    ]);
  });

  it('find definitions behind links inside of the tree', async () => {
    const repository = createRepository()
      .write('shared/agents/one.md', aDefinition('one', { cannotTouch: ['docs/**'] }))
      .symlink('.claude/agents', '../shared/agents');
    expect(await denialsOf(repository, 'docs/a', { agent: 'one' })).toEqual(['forbidden-path']);
    expect(await denialsOf(repository, 'shared/agents/one.md', { agent: 'one' })).toEqual([
      'definition-edit',
    ]);
  });
});

describe('a broken definition', () => {
  it.each([
    ['without a second fence', '---\nname: broken\n\n## CANNOT TOUCH\n\n- docs/**\n', ['unreadable-rules']],
    [
      'with a pattern that does not compile',
      aDefinition('broken', { cannotTouch: ['../x'] }),
      ['unreadable-rules'],
    ],
    ['in UTF-16', Buffer.from(`\ufeff${aDefinition('broken', {})}`, 'utf16le'), ['unreadable-rules']],
    ['with a NUL', `${aDefinition('broken', {})}\0`, ['unreadable-rules']],
    [
      'larger than what is read',
      `${aDefinition('broken', {})}${'x'.repeat(1_100_000)}`,
      ['unreadable-rules'],
    ],
    [
      'that says what is forbidden all the same',
      '---\nname: broken\n\n## CANNOT TOUCH\n\n- apps/**\n',
      ['forbidden-path'],
    ],
  ])('blocks its own agent: %s', async (_, content, expected) => {
    const repository = scene().write('.claude/agents/odd.md', content);
    expect(await denialsOf(repository, 'apps/x', { agent: 'broken' })).toEqual(expected);
    expect(await denialsOf(repository, 'docs/a.md')).toEqual([]);
  });

  it('blocks the agent whose file was replaced by a pipe, and waits for no one to write to it', async () => {
    const file = '.claude/agents/piped.md';
    const repository = scene().write(file, aDefinition('piped', {}));
    repository.commit();
    makePipe(join(repository.directory, file));
    expect(await denialsOf(repository, 'docs/a.md', { agent: 'piped' })).toEqual(['unreadable-rules']);
    expect(await denialsOf(repository, 'docs/a.md')).toEqual([]);
  });

  it('blocks the agent that its file names where nothing can be read', async () => {
    const repository = scene().symlink('.claude/agents/gone.md', 'nowhere.md');
    expect(await denialsOf(repository, 'docs/a.md', { agent: 'gone' })).toEqual(['unreadable-rules']);
    expect(await denialsOf(repository, 'docs/a.md')).toEqual([]);
  });
});

describe('the config', () => {
  const withConfig = (...lines: readonly string[]): TestRepository =>
    scene().write('.github/agent-ownership.yml', `${lines.join('\n')}\n`);
  const waiver = (until: string): string =>
    `waivers: [{ agent: backend-django, path: apps/blog/models.py, reason: agreed, until: ${until} }]`;

  it.each([
    ['report-only', 'mode: report-only', []],
    ['a lower severity', 'severity: { forbidden-path: warning }', []],
    [
      'a lower severity for the agent',
      'agents: { backend-django: { severity: { forbidden-path: off } } }',
      [],
    ],
    [
      'a lower severity for another agent',
      'agents: { database: { severity: { forbidden-path: off } } }',
      ['forbidden-path'],
    ],
    ['a shared path', 'shared: [apps/blog/models.py]', []],
    ['a waiver', waiver('2026-06-01'), []],
    ['a waiver that is over', waiver('2026-05-31'), ['forbidden-path']],
    ['a protected path', 'protected: [apps/blog/models.py]', ['definition-edit', 'forbidden-path']],
    ['other places of definitions', 'definitions: [".cursor/agents/*.md"]', []],
    ['a mistake', 'sharde: [apps/blog/models.py]', ['forbidden-path']],
  ])('has a say: %s', async (_, config, expected) => {
    expect(await denialsOf(withConfig(config), 'apps/blog/models.py')).toEqual(expected);
  });

  it('makes a warning an error', async () => {
    const repository = withConfig('severity: { outside-owns: error, case-collision: error }');
    expect(await denialsOf(repository, 'docs/a.md')).toEqual(['outside-owns']);
    repository.commit();
    expect(await denialsOf(repository, 'apps/blog/Models.py')).toEqual(['case-collision']);
  });

  it('is said to be out of force where it cannot be used', async () => {
    const repository = withConfig('sharde: []');
    const input = { file_path: join(repository.directory, 'apps/blog/models.py') };
    const [refusal] = refusalsOf(await answerCall(repository.directory, { input }));
    expect(refusal).toMatchObject({ config: [{ code: 'invalid-config', line: 1 }] });
  });

  it('has aliases', async () => {
    const repository = withConfig('aliases: { old-backend: backend-django }');
    expect(await denialsOf(repository, 'apps/blog/models.py', { agent: 'old-backend' })).toEqual([
      'forbidden-path',
    ]);
  });
});

describe('an MCP tool', () => {
  const denied = (
    repository: TestRepository,
    tool: string,
    input: Readonly<Record<string, unknown>>,
    cwd = '',
  ) =>
    denialsOf(repository, 'docs/a.md', {
      tool,
      input,
      cwd: join(repository.directory, cwd),
      variables: { CLAUDE_PROJECT_DIR: repository.directory, HOME: repository.directory },
    });

  it.each([
    [
      'a relative path, from where the client was started',
      { path: 'apps/blog/models.py' },
      ['forbidden-path'],
    ],
    ['a path of the home directory', { path: '~/apps/blog/models.py' }, ['forbidden-path']],
    ['a text that is a file', { argument: 'apps/blog/models.py' }, ['forbidden-path']],
    ['a text that could be a file', { argument: 'frontend' }, []],
    ['a web address', { url: 'https://example.com/apps/blog/models.py' }, []],
    ['a nested one', { files: [{ path: 'docs/a.md' }, { path: 'apps/blog/models.py' }] }, ['forbidden-path']],
  ])('is denied by %s', async (_, input, expected) => {
    expect(await denied(committed(), 'mcp__files__write', input, 'apps')).toEqual(expected);
  });

  it('is denied by a file URL', async () => {
    const repository = committed();
    const uri = pathToFileURL(join(repository.directory, 'apps/blog/models.py')).href;
    expect(await denied(repository, 'mcp__files__write', { uri })).toEqual(['forbidden-path']);
  });

  it('may read', async () => {
    expect(await denied(committed(), 'mcp__files__read_file', { path: 'apps/blog/models.py' })).toEqual([]);
  });
});

it('is silent outside of any repository', async () => {
  const directory = temporaryDirectory();
  writeFileSync(join(directory, 'a'), '');
  expect(await denialsOf({ directory }, 'a')).toEqual([]);
});
