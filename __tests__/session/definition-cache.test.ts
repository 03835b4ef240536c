import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { main } from '../../src/hook/main.js';
import {
  createRepository,
  environment,
  temporaryDirectory,
  type TestRepository,
} from '../support/repository.js';
import { aDefinition } from './guarding.js';

const DENIES = aDefinition('backend', { cannotTouch: ['docs/**'] });
const ALLOWS = aDefinition('backend', { cannotTouch: ['apps/**'] });

const scene = () => createRepository().write('.claude/agents/backend.md', DENIES);

const kept = ({ directory }: TestRepository): readonly string[] =>
  readdirSync(join(directory, '.git/agent-ownership/definitions'));

async function decisionOf({ directory }: TestRepository, program: string): Promise<unknown> {
  const payload = {
    hook_event_name: 'PreToolUse',
    session_id: 's',
    cwd: directory,
    agent_type: 'backend',
    agent_id: 'a',
    tool_name: 'Write',
    tool_input: { file_path: join(directory, 'docs/a.md') },
  };
  const output = await main(JSON.stringify(payload), { environment, now: new Date(0), program });
  return (JSON.parse(output) as { hookSpecificOutput?: { permissionDecision: unknown } }).hookSpecificOutput
    ?.permissionDecision;
}

describe('what was read of a definition', () => {
  it('is kept, once for each text', async () => {
    const repository = scene();
    const program = temporaryDirectory();
    expect(await decisionOf(repository, program)).toBe('deny');
    expect(await decisionOf(repository, program)).toBe('deny');
    expect(kept(repository)).toHaveLength(1);
    repository.write('.claude/agents/backend.md', ALLOWS);
    expect(await decisionOf(repository, program)).toBeUndefined();
    expect(kept(repository)).toHaveLength(2);
    repository.write('.claude/agents/backend.md', DENIES);
    expect(await decisionOf(repository, program)).toBe('deny');
    expect(kept(repository)).toHaveLength(2);
  });

  it('is used', async () => {
    const repository = scene();
    const program = temporaryDirectory();
    await decisionOf(repository, program);
    const [file = ''] = kept(repository);
    writeFileSync(
      join(repository.directory, '.git/agent-ownership/definitions', file),
      '{"definition":{"name":"backend","file":"x","root":"","sections":[]},"problems":[]}',
    );
    expect(await decisionOf(repository, program)).toBeUndefined();
  });

  it('is not used by another program', async () => {
    const repository = scene();
    const program = temporaryDirectory();
    await decisionOf(repository, program);
    writeFileSync(join(program, 'index.js'), 'another version');
    await decisionOf(repository, program);
    expect(kept(repository)).toHaveLength(2);
  });

  it.each(['', '{}', 'null', '[]', '{"definition":{"sections":[{}]}}', '{"definition":7}', 'no JSON'])(
    'is read anew where it is %s',
    async (content) => {
      const repository = scene();
      const program = temporaryDirectory();
      await decisionOf(repository, program);
      const [file = ''] = kept(repository);
      writeFileSync(join(repository.directory, '.git/agent-ownership/definitions', file), content);
      expect(await decisionOf(repository, program)).toBe('deny');
    },
  );

  it('is read each time where nothing can be written', async () => {
    const repository = scene();
    writeFileSync(join(repository.directory, '.git/agent-ownership'), 'in the way');
    expect(await decisionOf(repository, temporaryDirectory())).toBe('deny');
  });
});
