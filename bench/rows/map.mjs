import { node } from '../measure.mjs';
import { CLI } from '../programs.mjs';
import { createRepository } from '../repository.mjs';

const FILES = 100_000;
const AGENTS = 100;
const FOLDERS = ['src', 'src/api', 'src/ui/components', 'tests', 'docs', 'migrations'];
const EXTENSIONS = ['ts', 'tsx', 'py', 'md', 'sql'];

/** `map --html` of 100,000 files and 100 agents: reading, the answers for every file, and the page. */
export const map = {
  name: 'map',
  title: 'map --html, 100 definitions, 100,000 files',
  mostRuns: 3,
  claims: [
    { text: 'seconds', of: 'map', atMost: 5 },
    { text: 'memory', of: 'map', figure: 'megabytes', atMost: 512 },
  ],
  async prepare(directory) {
    await createRepository(directory, createMapScene());
    return { sides: { map: node([CLI, 'map', '--at', 'main', '--html', '/dev/null'], { cwd: directory }) } };
  },
};

/** 100,000 files of 500 packages, of which 100 agents have five each. */
export function* createMapScene() {
  for (let agent = 0; agent < AGENTS; agent += 1)
    yield [`.claude/agents/agent-${agent}.md`, definition(agent)];
  for (let file = 0; file < FILES; file += 1) {
    const folder = FOLDERS[(file >> 3) % FOLDERS.length];
    yield [
      `packages/mod${file % 500}/${folder}/file${file}.${EXTENSIONS[(file >> 5) % EXTENSIONS.length]}`,
      '\n',
    ];
  }
}

function definition(agent) {
  const own = [0, 1, 2, 3, 4].map((step) => `packages/mod${agent + step * AGENTS}/**`);
  const next = [0, 1, 2, 3, 4].map((step) => `packages/mod${((agent + 1) % AGENTS) + step * AGENTS}/**`);
  const section = (heading, patterns) => `### ${heading}\n\`\`\`\n${patterns.join('\n')}\n\`\`\`\n`;
  return [
    `---\nname: agent-${agent}\ndescription: Works\n---\n\n## File Ownership\n`,
    section('OWNS', agent % 10 === 0 ? [...own, '**/*.md'] : own),
    section('READS', ['**/*.md', '**/*.json']),
    section('CANNOT TOUCH', [...next, '**/migrations/**', '*.sql']),
  ].join('\n');
}
