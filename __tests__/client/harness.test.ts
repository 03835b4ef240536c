import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { describeWithClaudeCode, runClaudeCode } from '../support/claude-code.js';
import { bash, delegate, introduce, write } from '../support/model-turns.js';
import { createRepository } from '../support/repository.js';

function aProject() {
  const repository = createRepository();
  repository
    .write(
      '.claude/agents/database.md',
      `---\nname: database\ndescription: tables\n---\n${introduce('database')}\n`,
    )
    .write('.claude/settings.json', JSON.stringify({ permissions: { allow: ['Bash', 'Write'] } }))
    .commit();
  return repository;
}

describeWithClaudeCode('plays a script', (client) => {
  it('in the main thread and in a subagent, and asks nobody but this machine', async () => {
    const { directory } = aProject();
    const session = await runClaudeCode({
      client,
      directory,
      script: {
        main: [delegate('database'), bash('git status --short')],
        database: [write('db/table.sql', 'create table a;\n'), (told) => `I was told: ${told}`],
      },
    });
    expect(session).toMatchObject({ exitCode: 0, stderr: '', outside: [] });
    expect(existsSync(join(directory, 'db/table.sql'))).toBe(true);
    expect(session.told('database')).toEqual([expect.stringContaining('File created successfully')]);
    expect(session.told('main')).toEqual([
      expect.stringContaining('I was told: File created successfully'),
      expect.stringContaining('?? db/'),
    ]);
  });
});
