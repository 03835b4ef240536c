import path from 'node:path';
import { createBranchScene } from '../branch-scene.mjs';
import { command, emptyNode, node } from '../measure.mjs';
import { CLI } from '../programs.mjs';

const SCENE = { files: 2_000, commits: 20, pathsPerCommit: 5 };

/** `check` of a branch, against the least that any such check must do. */
export const check = {
  name: 'check',
  title: '20 commits of 10 agents, 100 changed paths, 2,000 files',
  claims: [
    { text: 'clean branch ÷ (empty Node + git log)', of: 'clean', to: ['node', 'git'], atMost: 2 },
    { text: 'branch with findings ÷ the same', of: 'findings', to: ['node', 'git'] },
  ],
  async prepare(directory) {
    const [clean, offending] = ['clean', 'offending'].map((name) => path.join(directory, name));
    await createBranchScene(clean, SCENE);
    await createBranchScene(offending, { ...SCENE, offenceEvery: 7 });
    return {
      sides: {
        node: emptyNode(),
        git: command('git', ['log', '--raw', '-z', 'main..topic'], { cwd: clean }),
        clean: checkOf(clean),
        findings: checkOf(offending),
      },
    };
  },
};

/** The verdict on the branch of a scene. */
export const checkOf = (cwd) =>
  node([CLI, 'check', '--base', 'main', '--head', 'topic'], { cwd, exits: [0, 1] });
