import { growthRow } from '../growth.mjs';

const USUAL = 37;

export const growthPatterns = growthRow({
  name: 'growth-patterns',
  title: 'over patterns of each of 20 agents: 10,000 files; a definition of lint has 37 at least',
  steps: [10, 100, 1_000],
  unit: 'patterns',
  matching: (each) => ({ paths: 10_000, agents: 20, each }),
  roster: (each) => ({ files: 10_000, agents: 20, further: Math.max(0, each - USUAL), bytes: 0 }),
});
