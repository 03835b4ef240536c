/**
 * Paths of a large repository, and patterns of many agents in the shapes that definitions use. Each pattern is `{ written, glob }`:
 * as a definition writes it, and what means the same to a matcher of globs.
 */

const AREAS = ['apps', 'packages', 'services', 'libs'];
const FOLDERS = ['src', 'tests', 'docs', 'migrations', 'src/api', 'src/ui/components'];
const EXTENSIONS = ['ts', 'tsx', 'py', 'md', 'json', 'sql', 'vue', 'go'];
const MODULES = 500;

const moduleOf = (number) => `${AREAS[number % AREAS.length]}/mod${number % MODULES}`;

/** In the order in which git lists them. */
export const manyPaths = (count) => Array.from({ length: count }, (_, file) => pathOf(file)).sort();

function pathOf(file) {
  const folder = FOLDERS[(file >> 3) % FOLDERS.length];
  const extension = EXTENSIONS[Math.floor(file / MODULES) % EXTENSIONS.length];
  return `${moduleOf(file)}/${folder}/file${file}.${file % 5 === 0 ? 'test.' : ''}${extension}`;
}

const anchored = (written) => ({ written, glob: written });
const floating = (name) => ({ written: name, glob: `**/${name}` });
const directory = (name) => ({ written: `${name}/`, glob: `${name}/**` });

/** By agent; five of the shapes are the same for every agent, and of four agents in five nobody else has the rest. */
export const manyPatterns = (agents, each) =>
  Array.from({ length: agents }, (_, agent) =>
    Array.from({ length: each }, (_, number) => SHAPES[number % SHAPES.length](agent, number)),
  );

const SHAPES = [
  (agent, number) => anchored(`${moduleOf(agent + number * 7)}/src/**`),
  (agent, number) => anchored(`${moduleOf(agent + number * 7)}/**/*.ts`),
  (agent, number) => anchored(`${moduleOf(agent + number)}/tests/*.test.*`),
  (agent, number) => directory(`${moduleOf(agent + number * 3)}/docs`),
  () => anchored('**/migrations/**'),
  (agent, number) => floating(`file${agent * 97 + number}.*`),
  (agent, number) => floating(`*.${agent}-${number}.ts`),
  () => floating('*.sql'),
  (agent) => anchored(`${AREAS[agent % AREAS.length]}/*/src/api/**`),
  (agent, number) => anchored(`${moduleOf(agent + number)}/src/**/*.{tsx,vue}`),
  () => floating('*.test.{ts,tsx}'),
  (agent, number) => anchored(`**/src/file${(agent * 31 + number) % 1_000}?.py`),
  (agent, number) => anchored(`${moduleOf(agent + number * 11)}/src/ui/**/file*[0-4].json`),
  () => anchored('.github/**'),
  (agent, number) => anchored(`libs/mod${agent + number}*/**`),
  () => anchored('**/secrets/**'),
  (agent, number) => anchored(`${moduleOf(agent + number * 5)}/src/api/file${agent}.go`),
  (agent, number) => anchored(`services/*/docs/*${agent}${number}.md`),
  (agent, number) => floating(`*_${agent}_${number}.go`),
  (agent, number) => anchored(`${moduleOf(agent + number * 13)}/**`),
];
