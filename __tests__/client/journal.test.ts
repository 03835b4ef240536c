import { expect, it } from '@jest/globals';
import { describeWithClaudeCode } from '../support/claude-code.js';
import { runCommandLine } from '../support/command-line.js';
import { bash, delegate, write } from '../support/model-turns.js';
import { commandIn, placeOf, playScene } from '../support/plugin-scene.js';

describeWithClaudeCode('knows whose work the main thread commits', (client) => {
  it('where one subagent wrote by tool and by shell', async () => {
    const { agentsOfCommits, repository } = await playScene({
      client,
      script: {
        main: [delegate('backend-django'), bash('git add -A && git commit -qm "Work of another"')],
        'backend-django': [write('apps/a.py'), bash('echo b >apps/b.py')],
      },
    });
    expect(agentsOfCommits()).toEqual(['backend-django']);
    expect(runCommandLine(repository.directory, ['check', '--base', 'main']).exitCode).toBe(0);
  });

  it('where two did, each charged with its own', async () => {
    const { agentsOfCommits, repository } = await playScene({
      client,
      script: {
        main: [
          [delegate('backend-django'), delegate('database')],
          bash('git add apps && git commit -m "Apps"'),
          bash('git add -A && git commit -m "The rest"'),
        ],
        'backend-django': [write('apps/a.py')],
        database: [write('migrations/1.sql')],
      },
    });
    expect(agentsOfCommits()).toEqual(['backend-django', 'database']);
    expect(runCommandLine(repository.directory, ['check', '--base', 'main']).exitCode).toBe(0);
  });

  it('and names both where one commit holds the work of two', async () => {
    const { agentsOfCommits, repository } = await playScene({
      client,
      script: {
        main: [
          [delegate('backend-django'), delegate('database')],
          bash('git add -A && git commit -m "Both"'),
        ],
        'backend-django': [write('apps/a.py')],
        database: [write('migrations/1.sql')],
      },
    });
    expect(agentsOfCommits().map((agents) => agents.split(',').sort())).toEqual([
      ['backend-django', 'database'],
    ]);
    expect(runCommandLine(repository.directory, ['check', '--base', 'main']).exitCode).toBe(0);
  });

  it('and names nobody where a person’s thread did the work', async () => {
    const { agentsOfCommits } = await playScene({
      client,
      script: {
        main: [
          delegate('backend-django'),
          write('NOTES.md'),
          bash('git add NOTES.md && git commit -m "By hand" NOTES.md'),
        ],
        'backend-django': [write('apps/a.py')],
      },
    });
    expect(agentsOfCommits()).toEqual(['']);
  });

  it('and refuses a commit with what the subagent may not touch, until it is taken out', async () => {
    const restore = 'git restore --staged';
    const { agentsOfCommits, told, repository } = await playScene({
      client,
      script: {
        main: [
          delegate('backend-django'),
          bash('git add -A'),
          bash('git commit -m "All of it"'),
          (refusal) => bash(commandIn(refusal, restore)),
          bash('git commit -m "What is right"'),
        ],
        'backend-django': [write('apps/a.py'), bash('mkdir migrations && echo x >migrations/1.sql')],
      },
    });
    expect(told('main')[2]).toContain(placeOf('backend-django'));
    expect(told('main')[2]).toContain('migrations/1.sql');
    expect(repository.git('log', '--format=%s', 'main..topic')).toBe('What is right');
    expect(repository.git('diff', '--name-only', 'main', 'topic')).toBe('apps/a.py');
    expect(agentsOfCommits()).toEqual(['backend-django']);
  });
});
