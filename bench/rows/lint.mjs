import { node } from '../measure.mjs';
import { CLI } from '../programs.mjs';
import { createRepository } from '../repository.mjs';
import { largeRoster } from '../scenes/large-roster.mjs';

/** `lint` of 1,000 definitions of 10 kB on 100,000 files: reading, parsing, and every check that looks at the tree. */
export const lint = {
  name: 'lint',
  title: '1,000 definitions of 10 kB, 100,000 files',
  mostRuns: 3,
  claims: [
    { text: 'seconds', of: 'lint', atMost: 5 },
    { text: 'memory', of: 'lint', figure: 'megabytes', atMost: 512 },
  ],
  async prepare(directory) {
    await createRepository(directory, largeRoster({ files: 100_000, agents: 1_000 }));
    const args = [CLI, 'lint', '--at', 'main', '--format', 'json'];
    return { sides: { lint: node(args, { cwd: directory, exits: [0, 1] }) } };
  },
};
