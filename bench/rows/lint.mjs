import { node } from '../measure.mjs';
import { CLI } from '../programs.mjs';
import { createRepository } from '../repository.mjs';

const FILES = 100_000;
const AGENTS = 1_000;
const BYTES = 10_000;

const AREAS = ['apps', 'packages', 'services', 'libs'];
const FOLDERS = ['src', 'tests', 'docs', 'migrations', 'src/api', 'src/ui/components'];
const EXTENSIONS = ['ts', 'tsx', 'py', 'md', 'json', 'sql', 'vue', 'go'];

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
    await createRepository(directory, scene());
    const args = [CLI, 'lint', '--at', 'main', '--format', 'json'];
    return { sides: { lint: node(args, { cwd: directory, exits: [0, 1] }) } };
  },
};

function* scene() {
  for (let agent = 0; agent < AGENTS; agent += 1)
    yield [`.claude/agents/agent-${agent}.md`, definition(agent)];
  for (let file = 0; file < FILES; file += 1) {
    const folder = FOLDERS[(file >> 3) % FOLDERS.length];
    const test = file % 5 === 0 ? 'test.' : '';
    const extension = EXTENSIONS[Math.floor(file / AGENTS) % EXTENSIONS.length];
    yield [`${moduleOf(file)}/${folder}/file${file}.${test}${extension}`, `${file}\n`];
  }
}

const moduleOf = (number) => {
  const at = number % AGENTS;
  return `${AREAS[at % AREAS.length]}/mod${at}`;
};

/** About 40 patterns, most of them of this agent alone. */
function definition(agent) {
  const own = moduleOf(agent);
  const area = AREAS[agent % AREAS.length];
  const owns = [
    `${own}/src/**/*.ts          # code`,
    `${own}/src/**/*.{tsx,vue}   # views`,
    `${own}/docs/*.md`,
    `${own}/migrations/`,
    `${own}/tests/**/*.test.*`,
    `${own}/package.json`,
    `${own}/Makefile`,
    `${area}/*/tests/file${agent}*`,
    `**/*_${agent}.go`,
    `*.mod${agent}.ts`,
    `/file${agent}.md`,
    ...(agent % 10 === 0 ? ['**/*.md', '*.test.ts'] : []),
  ];
  const reads = [
    'README.md',
    '*.md',
    '**/*.json',
    '.claude/CONTRACT.md',
    'libs/**/*.ts',
    `${own}/**/*.sql`,
    `${moduleOf(agent + 1)}/**`,
    `${moduleOf(agent + 2)}/src/api/**`,
    'packages/*/src/api/**',
    'requirements.txt',
    'pyproject.toml',
    'docs/**',
  ];
  const cannotTouch = [
    '.github/**',
    '.claude/**',
    'infra/**',
    'vendor/**',
    '*.lock',
    '**/secrets/**',
    '**/migrations/**',
    `!${own}/migrations/**`,
    `${AREAS[(agent + 1) % AREAS.length]}/**`,
    `${moduleOf(agent + 4)}/**/*.ts`,
    `${moduleOf(agent + 8)}/`,
    `${moduleOf(agent + 12)}/src/{api,ui}/**`,
    `**/generated-${agent}/**`,
    `**/*.${agent}.sql`,
  ];
  const text = [
    `---\nname: agent-${agent}\ndescription: Works on ${own}\n---\n\nYou are the agent of ${own}.\n`,
    '## File Ownership\n',
    ...[
      ['OWNS', owns],
      ['READS', reads],
      ['CANNOT TOUCH', cannotTouch],
    ].map(([heading, patterns]) => `### ${heading}\n\`\`\`\n${patterns.join('\n')}\n\`\`\`\n`),
    '## How you work\n',
  ].join('\n');
  const filler = '- Write the test first, keep `functions` small, and ask when in doubt.\n';
  return text + filler.repeat(Math.max(0, Math.ceil((BYTES - text.length) / filler.length)));
}
