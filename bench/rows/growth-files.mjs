import { growthRow } from '../growth.mjs';

export const growthFiles = growthRow({
  name: 'growth-files',
  title: 'over tracked files: 100 agents of 20 patterns (matching), of 10 kB and 37 patterns (lint)',
  steps: [1_000, 10_000, 100_000],
  unit: 'files',
  matching: (paths) => ({ paths, agents: 100, each: 20 }),
  roster: (files) => ({ files, agents: 100 }),
});
