import { execFileSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { prepareStep } from '../action-step.mjs';
import { createBranchScene } from '../branch-scene.mjs';
import { compile } from '../compile.mjs';

const SCENE = { files: 2_000, commits: 20, pathsPerCommit: 5 };

/**
 * The action, whole, on a checkout of the scene of `check`, against a step that only lists the changed files. The target was
 * set against dorny/paths-filter, which no package registry has: the lister does less than it.
 */
export const action = {
  name: 'action',
  title: 'the action on a checkout, 20 commits of 10 agents, 100 changed paths, 2,000 files',
  claims: [{ text: 'action ÷ lister of changed files', of: 'action', to: ['lister'] }],
  async prepare(directory) {
    const git = path.join(directory, 'repository');
    const workspace = path.join(directory, 'workspace');
    await createBranchScene(git, SCENE);
    execFileSync('git', ['clone', '--quiet', '--branch', 'topic', git, workspace]);
    await mkdir(path.join(directory, 'lister'));
    const lister = await compile('bench/lister.mjs', path.join(directory, 'lister'));
    const facts = {
      git,
      workspace,
      commits: SCENE.commits,
      changedFiles: SCENE.commits * SCENE.pathsPerCommit,
    };
    const ours = await prepareStep(path.join(directory, 'ours'), facts);
    const listing = await prepareStep(path.join(directory, 'listing'), { ...facts, program: lister });
    return {
      sides: {
        lister: async () => {
          await listing();
        },
        action: async () => {
          const { conclusion } = await ours();
          if (conclusion !== 'success') throw new Error(`The action concluded ${conclusion}.`);
        },
      },
    };
  },
};
