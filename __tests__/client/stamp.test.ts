import { expect, it } from '@jest/globals';
import { anAgentProject } from '../support/agent-project.js';
import { describeWithClaudeCode } from '../support/claude-code.js';
import { runCommandLine } from '../support/command-line.js';
import { bash, delegate, write } from '../support/model-turns.js';
import { AGENTS, playScene } from '../support/plugin-scene.js';

describeWithClaudeCode('puts the agent’s name on its commits', (client) => {
  it('however they are written, and the check agrees', async () => {
    const { repository, agentsOfCommits } = await playScene({
      client,
      script: {
        main: [delegate('backend-django')],
        'backend-django': [
          write('apps/one.py'),
          bash('git add apps/one.py'),
          bash('git commit -m "One"'),
          write('apps/two.py'),
          bash(`git add -A && git commit -m "$(cat <<'EOF'\nTwo\n\nWith 'quotes' and "more".\nEOF\n)"`),
          bash('git commit --allow-empty -F - <<EOF\nThree\n\nFrom a here-document.\nEOF'),
          bash('touch apps/four.py && git add apps && echo four >apps/one.py && git commit -am "Four" | cat'),
          bash('cd apps && git -C .. commit --allow-empty -m "Five" >/dev/null'),
        ],
      },
    });
    expect(repository.git('log', '--reverse', '--format=%s', 'main..topic')).toBe(
      'One\nTwo\nThree\nFour\nFive',
    );
    expect(agentsOfCommits()).toEqual(Array.from({ length: 5 }, () => 'backend-django'));
    const checked = runCommandLine(repository.directory, ['check', '--base', 'main', '--format', 'json']);
    expect(checked).toMatchObject({ exitCode: 0, stderr: '' });
    expect(JSON.parse(checked.stdout)).toMatchObject({ conclusion: 'success' });
  });

  it('each with its own name where two work at once', async () => {
    const commitBoth = [
      bash('git add -A; git commit -m "All that is there"'),
      bash('git commit --allow-empty -m "Nothing"'),
    ];
    const { agentsOfCommits, repository } = await playScene({
      client,
      script: {
        main: [
          [
            delegate('backend-django', { isolation: 'worktree' }),
            delegate('database', { isolation: 'worktree' }),
          ],
        ],
        'backend-django': [write('apps/a.py'), ...commitBoth],
        database: [write('migrations/1.sql'), ...commitBoth],
      },
    });
    const branches = repository.git('for-each-ref', '--format=%(refname:short)', 'refs/heads/worktree-*');
    const named = branches.split('\n').map((branch) => agentsOfCommits(`main..${branch}`));
    expect(named.sort()).toEqual([
      ['backend-django', 'backend-django'],
      ['database', 'database'],
    ]);
  });

  it('and the user’s rules for commands keep their effect', async () => {
    const repository = anAgentProject({
      agents: AGENTS,
      permissions: {
        allow: ['Write', 'Bash(git add:*)', 'Bash(git commit -m:*)'],
        deny: ['Bash(git commit --no-verify:*)'],
      },
    });
    const scene = await playScene({
      client,
      repository,
      script: {
        main: [delegate('backend-django')],
        'backend-django': [
          write('apps/a.py'),
          bash('git add apps'),
          bash('git commit --no-verify -m "Denied"'),
          bash('git commit --allow-empty -m "Not allowed"'),
          bash('git commit -m "Allowed"'),
        ],
      },
    });
    expect(repository.git('log', '--format=%s', 'main..topic')).toBe('Allowed');
    expect(scene.agentsOfCommits()).toEqual(['backend-django']);
    expect(scene.told('backend-django')[2]).toContain('has been denied');
  });
});
