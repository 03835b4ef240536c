import path from 'node:path';
import { createBranchScene } from '../branch-scene.mjs';
import { command } from '../measure.mjs';
import { checkOf } from './check.mjs';

const SCENE = { files: 20_000, commits: 10_000, pathsPerCommit: 10 };

/** `check` of what nobody pushes at once, but a long-lived branch may hold. */
export const checkLarge = {
  name: 'check-large',
  title: '10,000 commits of 10 agents, 100,000 changed paths, 20,000 files',
  mostRuns: 5,
  claims: [
    { text: 'clean branch ÷ git log', of: 'clean', to: ['git'], atMost: 1.5 },
    { text: 'branch with 100 offending commits ÷ git log', of: 'findings', to: ['git'] },
    { text: 'memory', of: 'clean', figure: 'megabytes', atMost: 512 },
    { text: 'memory, with findings', of: 'findings', figure: 'megabytes', atMost: 512 },
  ],
  async prepare(directory) {
    const [clean, offending] = ['clean', 'offending'].map((name) => path.join(directory, name));
    await createBranchScene(clean, SCENE);
    await createBranchScene(offending, { ...SCENE, offenceEvery: 100 });
    return {
      sides: {
        git: command('git', ['log', '--raw', '-z', 'main..topic'], { cwd: clean }),
        clean: checkOf(clean),
        findings: checkOf(offending),
      },
    };
  },
};
