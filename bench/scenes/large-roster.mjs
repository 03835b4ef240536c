/** Definitions and a tree of any size, in which what an agent owns, reads and may not touch lies here and there. */

const AREAS = ['apps', 'packages', 'services', 'libs'];
const FOLDERS = ['src', 'tests', 'docs', 'migrations', 'src/api', 'src/ui/components'];
const EXTENSIONS = ['ts', 'tsx', 'py', 'md', 'json', 'sql', 'vue', 'go'];

const MODULES = 1_000;
const BYTES = 10_000;
const FILLER = '- Write the test first, keep `functions` small, and ask when in doubt.\n';

/** Pairs of path and content. An agent has about 40 patterns, most of them its own; `further` adds to its CANNOT TOUCH. */
export function* largeRoster({ files, agents, further = 0, bytes = BYTES }) {
  for (let agent = 0; agent < agents; agent += 1)
    yield [`.claude/agents/agent-${agent}.md`, definition(agent, further, bytes)];
  for (let file = 0; file < files; file += 1) yield [pathOf(file), `${file}\n`];
}

function pathOf(file) {
  const folder = FOLDERS[(file >> 3) % FOLDERS.length];
  const test = file % 5 === 0 ? 'test.' : '';
  const extension = EXTENSIONS[Math.floor(file / MODULES) % EXTENSIONS.length];
  return `${moduleOf(file)}/${folder}/file${file}.${test}${extension}`;
}

const moduleOf = (number) => {
  const at = number % MODULES;
  return `${AREAS[at % AREAS.length]}/mod${at}`;
};

function definition(agent, further, bytes) {
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
    ...Array.from({ length: further }, (_, number) => furtherPattern(agent, number)),
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
  return text + FILLER.repeat(Math.max(0, Math.ceil((bytes - text.length) / FILLER.length)));
}

/** In turn a directory, a suffix, a name at any depth and a glob in the middle. */
function furtherPattern(agent, number) {
  const at = moduleOf(agent * 7 + number + 16);
  switch (number % 4) {
    case 0:
      return `${at}/src/ui/part${number}/**`;
    case 1:
      return `*.${agent}-${number}.ts`;
    case 2:
      return `**/file${agent * 31 + number}.md`;
    default:
      return `${at}/*/file*${number}.py`;
  }
}
