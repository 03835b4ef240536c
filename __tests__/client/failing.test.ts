import { expect, it } from '@jest/globals';
import { anAgentProject } from '../support/agent-project.js';
import { describeWithClaudeCode, type ClientRun } from '../support/claude-code.js';
import { delegate, introduce, write } from '../support/model-turns.js';
import { aDamagedPlugin, AGENTS, playScene, type Scene } from '../support/plugin-scene.js';

const WRITERS = ['main', 'backend-django', 'helper'] as const;

/** The main thread, a bound agent and one without rules each write a file that nobody forbids. */
async function letAllWrite(run: Omit<Parameters<typeof playScene>[0], 'script'>): Promise<Scene> {
  return playScene({
    ...run,
    script: {
      main: [
        write('by-main'),
        delegate('backend-django'),
        delegate('general-purpose', { prompt: introduce('helper') }),
      ],
      'backend-django': [write('by-backend-django')],
      helper: [write('by-helper')],
    },
  });
}

const writers = ({ has }: Scene): readonly string[] => WRITERS.filter((writer) => has(`by-${writer}`));

const BROKEN = '\n## CANNOT TOUCH\n- `{{ module }}/**`\n';

describeWithClaudeCode(
  'stops a bound agent, and nobody else, where it cannot tell what is allowed',
  (client) => {
    it('because the definition cannot be read as meant', async () => {
      const repository = anAgentProject({ agents: { ...AGENTS, 'backend-django': BROKEN } });
      const scene = await letAllWrite({ client, repository });
      expect(writers(scene)).toEqual(['main', 'helper']);
      expect(scene.told('backend-django')[0]).toContain('.claude/agents/backend-django.md');
    });

    it.each<[string, () => Partial<ClientRun>]>([
      // The wrapper also looks where a short PATH does not, and this machine may have a Node there.
      [
        'because there is no Node',
        () => ({ without: ['node'], environment: { AGENT_OWNERSHIP_NODE: '/nowhere/node' } }),
      ],
      ['because the hook crashes', () => ({ plugins: [aDamagedPlugin('throw new Error("torn");')] })],
      ['because the hook is cut off', () => ({ plugins: [aDamagedPlugin('import {')] })],
      ['because the hook talks nonsense', () => ({ plugins: [aDamagedPlugin('console.log("nonsense");')] })],
      [
        'because the hook hangs',
        () => ({
          plugins: [aDamagedPlugin('setInterval(() => {}, 1000);')],
          environment: { AGENT_OWNERSHIP_DEADLINE: '1' },
        }),
      ],
    ])('%s', async (_, damage) => {
      const scene = await letAllWrite({ client, ...damage() });
      expect(writers(scene)).toEqual(['main', 'helper']);
      expect(scene.told('backend-django')[0]).toContain('agent-ownership');
    });
  },
);
