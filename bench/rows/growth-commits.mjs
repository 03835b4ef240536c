import path from 'node:path';
import { createBranchScene } from '../branch-scene.mjs';
import { checkOf } from './check.mjs';

const SIZES = [100, 1_000, 10_000];
const SCENE = { files: 5_000, pathsPerCommit: 5, offenceEvery: 10 };

const nameOf = (commits) => `${commits.toLocaleString('en')} commits`;

/** How the work of `check` grows with the commits, a tenth of which offend. */
export const growthCommits = {
  name: 'growth-commits',
  title: 'check of 100, 1,000 and 10,000 commits with 5 changed paths each',
  mostRuns: 3,
  claims: ['seconds', 'megabytes'].flatMap((figure) => [
    { text: `${figure}, 1,000 ÷ 100`, of: nameOf(1_000), to: [nameOf(100)], figure, atMost: 10 },
    { text: `${figure}, 10,000 ÷ 1,000`, of: nameOf(10_000), to: [nameOf(1_000)], figure, atMost: 10 },
  ]),
  async prepare(directory) {
    const sides = {};
    for (const commits of SIZES) {
      const scene = path.join(directory, String(commits));
      await createBranchScene(scene, { ...SCENE, commits });
      sides[nameOf(commits)] = checkOf(scene);
    }
    return { sides };
  },
};
