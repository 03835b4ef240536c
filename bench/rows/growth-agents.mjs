import { growthRow } from '../growth.mjs';

export const growthAgents = growthRow({
  name: 'growth-agents',
  title: 'over agents: 10,000 files; of 20 patterns (matching), of 10 kB and 37 patterns (lint)',
  steps: [10, 100, 1_000],
  unit: 'agents',
  matching: (agents) => ({ paths: 10_000, agents, each: 20 }),
  roster: (agents) => ({ files: 10_000, agents }),
});
