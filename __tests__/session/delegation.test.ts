import { mkdirSync, utimesSync, writeFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { createRepository, temporaryDirectory, type TestRepository } from '../support/repository.js';
import { aDefinition, answerCall, denialsOf, refusalsOf, type Call } from './guarding.js';

const scene = (): TestRepository =>
  createRepository()
    .write(
      '.claude/agents/backend-django.md',
      aDefinition('backend-django', { cannotTouch: ['frontend/**'] }),
    )
    .write('.claude/agents/database.md', aDefinition('database', { cannotTouch: ['docs/**'] }));

/** A client's folder of conversations, in which each subagent has the call that started it. */
function createTranscripts() {
  const folder = temporaryDirectory();
  return {
    fields: { transcript_path: join(folder, 'session.jsonl') },
    start: (agentId: string, toolUseId: string) => {
      mkdirSync(join(folder, 'session/subagents'), { recursive: true });
      writeFileSync(
        join(folder, `session/subagents/agent-${agentId}.meta.json`),
        JSON.stringify({ toolUseId }),
      );
    },
  };
}

const starts = (repository: TestRepository, call: Call, toolUseId: string) =>
  answerCall(repository.directory, {
    tool: 'Agent',
    input: { prompt: 'x', subagent_type: 'general-purpose' },
    ...call,
    fields: { ...call.fields, tool_use_id: toolUseId },
  });

describe('an agent without rules', () => {
  it('has those of the agent that started it, and so has whom it starts', async () => {
    const repository = scene();
    const { fields, start } = createTranscripts();
    await starts(repository, { agent: 'backend-django', agentId: 'parent', fields }, 'toolu_a');
    start('child', 'toolu_a');
    const child = { agent: 'general-purpose', agentId: 'child', fields };
    expect(await denialsOf(repository, 'frontend/x', child)).toEqual(['forbidden-path']);
    expect(await denialsOf(repository, 'docs/x', child)).toEqual([]);
    await starts(repository, child, 'toolu_b');
    start('grandchild', 'toolu_b');
    const input = { file_path: join(repository.directory, 'frontend/x') };
    const answer = await answerCall(repository.directory, {
      agent: 'Explore',
      agentId: 'grandchild',
      fields,
      input,
    });
    expect(refusalsOf(answer)).toMatchObject([{ agent: 'backend-django', actingAs: 'Explore' }]);
  });

  it('has them where only the answer to the call tells its name', async () => {
    const repository = scene();
    await answerCall(repository.directory, {
      tool: 'Agent',
      agentId: 'parent',
      fields: {
        hook_event_name: 'PostToolUse',
        tool_response: { status: 'async_launched', agentId: 'child' },
      },
    });
    expect(await denialsOf(repository, 'frontend/x', { agent: 'Plan', agentId: 'child' })).toEqual([
      'forbidden-path',
    ]);
  });

  it('has none where a person started it, also while a bound agent starts another of its kind', async () => {
    const repository = scene();
    const { fields, start } = createTranscripts();
    await starts(repository, { agent: null, fields }, 'toolu_person');
    await starts(repository, { agent: 'backend-django', agentId: 'parent', fields }, 'toolu_agent');
    start('free', 'toolu_person');
    start('bound', 'toolu_agent');
    const kind = 'general-purpose';
    expect(await denialsOf(repository, 'frontend/x', { agent: kind, agentId: 'free', fields })).toEqual([]);
    expect(await denialsOf(repository, 'frontend/x', { agent: kind, agentId: 'bound', fields })).toEqual([
      'forbidden-path',
    ]);
    expect(await denialsOf(repository, 'frontend/x', { agent: kind, agentId: 'unheard-of', fields })).toEqual(
      [],
    );
  });

  it('is bound in a linked working tree too', async () => {
    const repository = scene();
    repository.commit();
    const { fields, start } = createTranscripts();
    await starts(repository, { agentId: 'parent', fields }, 'toolu_a');
    start('child', 'toolu_a');
    repository.git('worktree', 'add', '-q', '.claude/worktrees/agent-child', '-b', 'other');
    const directory = join(repository.directory, '.claude/worktrees/agent-child');
    expect(await denialsOf({ directory }, 'frontend/x', { agent: 'Plan', agentId: 'child', fields })).toEqual(
      ['forbidden-path'],
    );
  });
});

it('has its own rules only where it has some', async () => {
  const repository = scene();
  const { fields, start } = createTranscripts();
  await starts(repository, { agentId: 'parent', fields }, 'toolu_a');
  start('child', 'toolu_a');
  const database = { agent: 'database', agentId: 'child', fields };
  expect(await denialsOf(repository, 'frontend/x', database)).toEqual([]);
  expect(await denialsOf(repository, 'docs/x', database)).toEqual(['forbidden-path']);
});

it('forgets sessions that are long over, and notes nothing under a name that is no file’s', async () => {
  const repository = scene();
  await starts(repository, {}, 'toolu_a');
  const notes = join(repository.directory, '.git/agent-ownership/delegations');
  utimesSync(join(notes, 'session'), new Date('2026-01-01'), new Date('2026-01-01'));
  await starts(repository, { fields: { session_id: 'other' } }, 'toolu_b');
  await starts(repository, { fields: { session_id: '..' } }, 'toolu_c');
  expect(existsSync(join(notes, 'session'))).toBe(false);
  expect(existsSync(join(notes, 'other/call-toolu_b'))).toBe(true);
  expect(existsSync(join(notes, '../call-toolu_c'))).toBe(false);
});
