import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { aClaudeDefinition } from '../support/agent-project.js';
import { describeWithClaudeCode } from '../support/claude-code.js';
import { bash, delegate, write } from '../support/model-turns.js';
import { placeOf, PLUGIN, playScene } from '../support/plugin-scene.js';
import { aPlugin } from '../support/probe-plugin.js';

const COMMIT = bash('git add -A && git commit -qm "Work"');

describeWithClaudeCode('finds the agent’s rules', (client) => {
  it('in a working tree of its own', async () => {
    const { told, repository, agentsOfCommits } = await playScene({
      client,
      script: {
        main: [delegate('backend-django', { isolation: 'worktree' })],
        'backend-django': [write('migrations/1.sql'), write('apps/a.py'), COMMIT],
      },
    });
    expect(told('backend-django')[0]).toContain(placeOf('backend-django'));
    const branch = repository.git('for-each-ref', '--format=%(refname:short)', 'refs/heads/worktree-*');
    expect(repository.git('diff', '--name-only', 'main', branch)).toBe('apps/a.py');
    expect(agentsOfCommits(`main..${branch}`)).toEqual(['backend-django']);
  });

  it('for an agent of a plugin whose name the repository defines', async () => {
    const team = aPlugin({});
    mkdirSync(join(team, 'agents'));
    writeFileSync(join(team, 'agents/backend-django.md'), aClaudeDefinition('backend-django'));
    const { told, has, agentsOfCommits } = await playScene({
      client,
      plugins: [PLUGIN, team],
      script: {
        main: [delegate('probe:backend-django')],
        'backend-django': [write('migrations/1.sql'), write('apps/a.py'), COMMIT],
      },
    });
    expect(told('backend-django')[0]).toContain(placeOf('backend-django'));
    expect([has('migrations/1.sql'), has('apps/a.py')]).toEqual([false, true]);
    expect(agentsOfCommits()).toEqual(['backend-django']);
  });

  it('from a directory below the root', async () => {
    const { told, has } = await playScene({
      client,
      script: {
        main: [bash('mkdir apps && cd apps'), delegate('backend-django')],
        'backend-django': [write('../migrations/1.sql'), write('a.py')],
      },
    });
    expect(told('backend-django')[0]).toContain(placeOf('backend-django'));
    expect([has('migrations/1.sql'), has('apps/a.py')]).toEqual([false, true]);
  });
});
