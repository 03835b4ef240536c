import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { anAgentProject } from '../support/agent-project.js';
import { describeWithClaudeCode, runClaudeCode } from '../support/claude-code.js';
import { bash, delegate, introduce, write } from '../support/model-turns.js';
import { aPlugin, aProbePlugin, type Payload } from '../support/probe-plugin.js';

const short = ({ hook_event_name, agent_type, tool_name }: Payload): string =>
  [agent_type ?? '-', hook_event_name, ...(tool_name === undefined ? [] : [tool_name])].join(' ');

/** What the plugin rests on, none of it ours: a client that changes it fails here, by name. */
describeWithClaudeCode('does what the plugin relies on', (client) => {
  it('tells a hook who acts, and in which order', async () => {
    const { directory } = anAgentProject({ agents: { 'Data Base': '', frontend: '' } });
    const probe = aProbePlugin();
    await runClaudeCode({
      client,
      directory,
      plugins: [probe.folder],
      script: {
        main: [delegate('frontend'), bash('git log --oneline')],
        frontend: [delegate('data-base'), write('page.ts')],
        'Data Base': [bash('git commit -q --allow-empty -m one; false')],
      },
    });
    const payloads = probe.payloads();
    expect(payloads.map(short)).toEqual([
      '- PreToolUse Agent',
      'frontend SubagentStart',
      'frontend PreToolUse Agent',
      'Data Base SubagentStart',
      'Data Base PreToolUse Bash',
      'Data Base PostToolUseFailure Bash',
      'Data Base SubagentStop',
      'frontend PostToolUse Agent',
      'frontend PreToolUse Write',
      'frontend PostToolUse Write',
      'frontend SubagentStop',
      '- PostToolUse Agent',
      '- PreToolUse Bash',
      '- PostToolUse Bash',
      '- Stop',
    ]);
    const write_ = payloads.find(({ tool_name }) => tool_name === 'Write');
    expect(write_).toMatchObject({ cwd: directory, tool_input: { file_path: join(directory, 'page.ts') } });
    expect(payloads.at(-1)).toMatchObject({ stop_hook_active: false });

    // The agent that another one started: its record names the call that started it.
    const child = payloads.find((payload) => short(payload) === 'Data Base PreToolUse Bash');
    const call = payloads.find((payload) => short(payload) === 'frontend PreToolUse Agent');
    const records = join(String(child?.transcript_path).replace(/\.jsonl$/, ''), 'subagents');
    const record = readFileSync(join(records, `agent-${child?.agent_id ?? ''}.meta.json`), 'utf8');
    expect(JSON.parse(record)).toMatchObject({ agentType: 'Data Base', toolUseId: call?.tool_use_id });
  });

  it('names the main thread’s agent, agents without definition, and the working tree of an isolated one', async () => {
    const { directory } = anAgentProject({ agents: { frontend: '', database: '' } });
    const probe = aProbePlugin();
    await runClaudeCode({
      client,
      directory,
      plugins: [probe.folder],
      args: ['--agent', 'frontend'],
      script: {
        frontend: [
          delegate('database', { isolation: 'worktree' }),
          delegate('general-purpose', { prompt: introduce('helper') }),
        ],
        database: [write('table.sql')],
        helper: [write('note.md')],
      },
    });
    const writes = probe.payloads().filter((payload) => short(payload).endsWith('PreToolUse Write'));
    const [isolated, helper] = writes;
    const tree = join(directory, '.claude/worktrees', `agent-${isolated?.agent_id ?? ''}`);
    expect(isolated).toMatchObject({ agent_type: 'database', cwd: tree });
    expect(isolated?.tool_input).toMatchObject({ file_path: join(tree, 'table.sql') });
    expect(helper).toMatchObject({ agent_type: 'general-purpose', cwd: directory });
    expect(probe.payloads().filter(({ agent_id }) => agent_id === undefined)).not.toHaveLength(0);
    for (const payload of probe.payloads().filter(({ agent_id }) => agent_id === undefined))
      expect(payload.agent_type).toBe('frontend');
  });

  it('lets a call through whatever becomes of its hook, except exit status 2', async () => {
    const { directory } = anAgentProject({ agents: {} });
    const plugin = aPlugin({
      PreToolUse: [
        {
          command:
            'case $(cat) in *fails*) exit 1;; *is-missing*) no-such-program;; *is-killed*) kill -9 $$;; *talks*) echo nonsense;; *hangs*) sleep 5;; *refuses*) echo NO >&2; exit 2;; esac',
          timeout: 1,
        },
      ],
    });
    const outcomes = ['fails', 'is-missing', 'is-killed', 'talks', 'hangs', 'refuses'];
    const session = await runClaudeCode({
      client,
      directory,
      plugins: [plugin],
      script: { main: [...outcomes.map((outcome) => write(`hook-${outcome}`)), 'Done.'] },
    });
    const written = outcomes.filter((outcome) => existsSync(join(directory, `hook-${outcome}`)));
    expect(written).toEqual(['fails', 'is-missing', 'is-killed', 'talks', 'hangs']);
    expect(session.told('main').at(-1)).toContain('NO');
  });
});
