import { setTimeout as delay } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import { describeWithClaudeCode } from '../support/claude-code.js';
import { runCommandLine } from '../support/command-line.js';
import { bash, delegate, write } from '../support/model-turns.js';
import { commandIn, placeOf, playScene } from '../support/plugin-scene.js';

/** A commit in a form that nobody can be certain of. */
const HIDDEN_COMMIT = `sh -c 'git add -A && git commit -qm "Hidden"'`;

const AMEND = 'git -c trailer.ifexists=add commit --amend';

describeWithClaudeCode('verifies what the shell did', (client) => {
  it('and tells an agent of a forbidden file that it wrote behind the guard’s back, and how to take it back', async () => {
    const { told, repository } = await playScene({
      client,
      script: {
        main: [delegate('backend-django')],
        'backend-django': [
          bash('mkdir migrations && echo x >migrations/1.sql && git add -A'),
          (report) => bash(`${commandIn(report, 'git rm')} && ${commandIn(report, 'rm -f')}`),
          'Done.',
        ],
      },
    });
    const [report] = told('backend-django');
    expect(report).toContain('migrations/1.sql');
    expect(report).toContain(placeOf('backend-django'));
    expect(repository.git('status', '--short')).toBe('');
    expect(told('backend-django')).toHaveLength(2);
  });

  it.each([
    ['', HIDDEN_COMMIT],
    [', also where a command after it fails', `${HIDDEN_COMMIT}; false`],
  ])('and tells how to name the agent on a commit that it could not stamp%s', async (_, command) => {
    const { agentsOfCommits, repository } = await playScene({
      client,
      script: {
        main: [delegate('backend-django')],
        'backend-django': [write('apps/a.py'), bash(command), (told) => bash(commandIn(told, AMEND))],
      },
    });
    expect(agentsOfCommits()).toEqual(['backend-django']);
    expect(repository.git('log', '--format=%s', 'main..topic')).toBe('Hidden');
    expect(runCommandLine(repository.directory, ['check', '--base', 'main']).exitCode).toBe(0);
  });

  it('of a commit in the background, when the agent is about to stop', async () => {
    const { agentsOfCommits } = await playScene({
      client,
      script: {
        main: [delegate('backend-django')],
        'backend-django': [
          write('apps/a.py'),
          bash(HIDDEN_COMMIT, { run_in_background: true }),
          async () => {
            await delay(1000);
            return 'Done.';
          },
          (told) => bash(commandIn(told, AMEND)),
        ],
      },
    });
    expect(agentsOfCommits()).toEqual(['backend-django']);
  });

  it('of a stamped commit that a failing command follows, with nothing to say', async () => {
    const { agentsOfCommits, told } = await playScene({
      client,
      script: {
        main: [delegate('backend-django')],
        'backend-django': [write('apps/a.py'), bash('git add apps && git commit -qm "A"; false'), 'Done.'],
      },
    });
    expect(agentsOfCommits()).toEqual(['backend-django']);
    expect(told('backend-django')).toHaveLength(2);
  });
});
