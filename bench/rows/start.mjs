import path from 'node:path';
import { createBranchScene } from '../branch-scene.mjs';
import { emptyNode, node } from '../measure.mjs';
import { CLI } from '../programs.mjs';

/** What a command of the command line costs before and beside its work. */
export const start = {
  name: 'start',
  title: 'cold start of the command line, 10 agents',
  claims: [
    { text: '--version ÷ empty Node', of: '--version', to: ['node'] },
    { text: '--help ÷ empty Node', of: '--help', to: ['node'] },
    { text: 'explain ÷ empty Node', of: 'explain', to: ['node'] },
    { text: 'check of one commit ÷ empty Node', of: 'check', to: ['node'] },
  ],
  async prepare(directory) {
    const cwd = path.join(directory, 'repository');
    await createBranchScene(cwd, { files: 1_000, commits: 1, pathsPerCommit: 1 });
    const side = (...args) => node([CLI, ...args], { cwd });
    return {
      sides: {
        node: emptyNode({ cwd }),
        '--version': side('--version'),
        '--help': side('--help'),
        explain: side('explain', '--at', 'main', 'apps/area1/src/file1.ts'),
        check: side('check', '--base', 'main', '--head', 'topic'),
      },
    };
  },
};
