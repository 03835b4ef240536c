import { join } from 'node:path';
import { git, gitWithInput } from './served-repository.js';
import { temporaryDirectory } from './repository.js';

const START = 1_767_225_600;
const FILES = 300;

/**
 * A bare repository of about so many commits, every tenth of which merges a short side branch, and a pull request of 15
 * commits, one of them a merge of main, that stands under `refs/pull/1/head` alone. The same bytes in every run.
 */
export function aLongRepository(commits: number): string {
  const lines: string[] = [];
  const random = createRandom();
  let mark = 0;
  const text = (): string =>
    Array.from({ length: 12 }, (_, index) => `line ${index} ${random(1e9).toString(36)}\n`).join('');
  const commit = (
    ref: string,
    message: string,
    parents: readonly number[],
    files: readonly (readonly [string, string])[],
  ) => {
    mark += 1;
    const [from, ...merged] = parents;
    const person = `Somebody <somebody@example.com> ${START + mark * 60} +0000`;
    lines.push(
      `commit ${ref}\nmark :${mark}\nauthor ${person}\ncommitter ${person}\n${toData(message)}`,
      from === undefined ? '' : `from :${from}\n`,
      ...merged.map((parent) => `merge :${parent}\n`),
      ...files.map(([path, content]) => `M 100644 inline ${path}\n${toData(content)}`),
      '\n',
    );
    return mark;
  };
  const fileOf = (index: number): string => `apps/d${index % 20}/e${index % 7}/f${index}.py`;
  const change = (): readonly (readonly [string, string])[] => [[fileOf(random(FILES)), text()]];
  const main = [
    commit(
      'refs/heads/main',
      'Begin\n',
      [],
      [
        ...Array.from({ length: FILES }, (_, index) => [fileOf(index), text()] as const),
        ['.claude/agents/db.md', '---\nname: db\ndescription: d\n---\n## CANNOT TOUCH\n- `apps/d1/**`\n'],
      ],
    ),
  ];
  const before = (count: number): number => main.at(-1 - Math.min(count, main.length - 1)) ?? 1;
  for (let index = 1; index < commits; index += 1) {
    const isMerge = index % 10 === 0 && index > 20;
    const side = isMerge
      ? [commit(`refs/side/${index}`, 'Side\n', [before(random(8))], [[`apps/s${random(99)}.py`, text()]])]
      : [];
    main.push(commit('refs/heads/main', `Commit ${index}\n`, [before(0), ...side], isMerge ? [] : change()));
  }
  const topic = 'refs/pull/1/head';
  let tip = before(8);
  const agent = 'Work\n\nAgent: db\n';
  for (let index = 0; index < 7; index += 1)
    tip = commit(topic, agent, [tip], [[`apps/d2/t${index}.py`, text()]]);
  tip = commit(topic, 'Merge main\n', [tip, before(3)], []);
  for (let index = 0; index < 7; index += 1)
    tip = commit(topic, agent, [tip], [[`apps/d1/u${index}.py`, text()]]);
  const directory = join(temporaryDirectory(), 'long.git');
  git('init', '-q', '--bare', '-b', 'main', '--template=', directory);
  gitWithInput(lines.join(''), '--git-dir', directory, 'fast-import', '--quiet', '--force');
  git('--git-dir', directory, 'repack', '-adq');
  return directory;
}

const toData = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`;

/** A linear congruential generator: the repository must not differ from run to run. */
function createRandom(): (limit: number) => number {
  let state = 12_345;
  return (limit) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % limit;
  };
}
