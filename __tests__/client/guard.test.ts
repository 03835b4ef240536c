import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { anAgentProject } from '../support/agent-project.js';
import { describeWithClaudeCode } from '../support/claude-code.js';
import { bash, delegate, introduce, read, write, type ToolCall } from '../support/model-turns.js';
import { AGENTS, placeOf, playScene } from '../support/plugin-scene.js';

const NOTEBOOK = JSON.stringify({
  cells: [{ cell_type: 'code', id: 'a', metadata: {}, source: ['1'], outputs: [], execution_count: null }],
  metadata: {},
  nbformat: 4,
  nbformat_minor: 5,
});

const FILE_SERVER = join(import.meta.dirname, '../support/mcp-file-server.mjs');

const edit = (path: string): ToolCall => ({
  tool: 'Edit',
  input: { file_path: path, old_string: 'before', new_string: 'after' },
});

describeWithClaudeCode('guards writes', (client) => {
  it('refuses a subagent’s forbidden write with the rule, its place and the owner, and lets an allowed one through', async () => {
    const scene = await playScene({
      client,
      script: {
        main: [delegate('backend-django')],
        'backend-django': [write('migrations/1.sql'), write('apps/views.py'), bash('ls migrations')],
      },
    });
    const [refusal, allowed] = scene.told('backend-django');
    expect(refusal).toContain('migrations/**');
    expect(refusal).toContain(placeOf('backend-django'));
    expect(refusal).toContain('database');
    expect(allowed).toContain('File created successfully');
    expect([scene.has('migrations/1.sql'), scene.has('apps/views.py')]).toEqual([false, true]);
    expect(scene).toMatchObject({ exitCode: 0, outside: [] });
  });

  it('refuses Edit, NotebookEdit and a file tool of an MCP server, by relative and absolute path', async () => {
    const repository = anAgentProject({
      agents: AGENTS,
      files: {
        'migrations/1.sql': 'before\n',
        'migrations/notes.ipynb': NOTEBOOK,
        '.mcp.json': JSON.stringify({ mcpServers: { files: { command: 'node', args: [FILE_SERVER] } } }),
      },
    });
    const mcp = (path: string): ToolCall => ({ tool: 'mcp__files__write_file', input: { path, text: 'x' } });
    const scene = await playScene({
      client,
      repository,
      script: {
        main: [delegate('backend-django')],
        'backend-django': [
          read('migrations/1.sql'),
          edit('migrations/1.sql'),
          read('migrations/notes.ipynb'),
          {
            tool: 'NotebookEdit',
            input: {
              notebook_path: join(repository.directory, 'migrations/notes.ipynb'),
              cell_id: 'a',
              new_source: '2',
            },
          },
          mcp('migrations/2.sql'),
          mcp(join(repository.directory, 'migrations/3.sql')),
          mcp('README.md'),
        ],
      },
    });
    const told = scene.told('backend-django');
    for (const turn of [1, 3, 4, 5]) expect(told[turn]).toContain(placeOf('backend-django'));
    expect(told[6]).toContain('Wrote README.md');
    expect(repository.git('status', '--short')).toBe(' M README.md');
  });

  it('leaves the main thread and agents without rules alone', async () => {
    const scene = await playScene({
      client,
      script: {
        main: [write('migrations/1.sql'), delegate('general-purpose', { prompt: introduce('helper') })],
        helper: [write('migrations/2.sql'), bash('git add -A && git commit -qm "Two tables"')],
      },
    });
    expect([scene.has('migrations/1.sql'), scene.has('migrations/2.sql')]).toEqual([true, true]);
    expect(scene.agentsOfCommits()).toEqual(['']);
  });

  it('binds the main thread that runs as an agent', async () => {
    const scene = await playScene({
      client,
      args: ['--agent', 'backend-django'],
      script: {
        'backend-django': [
          write('migrations/1.sql'),
          write('apps/a.py'),
          bash('git add -A && git commit -qm "A"'),
        ],
      },
    });
    expect(scene.told('backend-django')[0]).toContain(placeOf('backend-django'));
    expect(scene.has('migrations/1.sql')).toBe(false);
    expect(scene.agentsOfCommits()).toEqual(['backend-django']);
  });

  it('binds an agent without rules to those of the agent that started it', async () => {
    const scene = await playScene({
      client,
      script: {
        main: [delegate('backend-django')],
        'backend-django': [delegate('general-purpose', { prompt: introduce('helper') })],
        helper: [write('migrations/1.sql'), write('apps/a.py'), bash('git add -A && git commit -qm "A"')],
      },
    });
    expect(scene.told('helper')[0]).toContain(placeOf('backend-django'));
    expect([scene.has('migrations/1.sql'), scene.has('apps/a.py')]).toEqual([false, true]);
    expect(scene.agentsOfCommits()).toEqual(['backend-django']);
  });
});
