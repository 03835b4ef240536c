import { parseDefinition } from '../../src/core/definitions/parse-definition.js';
import { compilePattern } from '../../src/core/patterns/dialect.js';
import { parseConfig } from '../../src/core/policy/parse-config.js';
import { writtenPaths } from '../../src/core/session/written-paths.js';
import { readCommand } from '../../src/core/shell/read-command.js';
import { repoPath } from '../../src/core/vocabulary.js';
import { followLinks, type FileTree } from '../../src/sources/git/links.js';
import { isBranchName } from '../../src/sources/github/payload.js';

/** A limit of a parser: the most that it takes, a text of a given size, and what is said of one that is larger by one. */
export interface Limit {
  readonly limit: string;
  readonly most: number;
  readonly text: (size: number) => string;
  /** The codes, or words that stand for an outcome. */
  readonly read: (text: string) => readonly string[];
  readonly said: string;
}

const problemsOf = (text: string) =>
  parseDefinition({ path: repoPath('.claude/agents/a.md'), content: Buffer.from(text) }).problems;
const codesOf = (text: string): readonly string[] => problemsOf(text).map(({ code }) => code);
const summedUp = (text: string): readonly string[] =>
  problemsOf(text).flatMap((problem) => ('further' in problem ? ['further'] : []));
const patternOf = (text: string): readonly string[] => {
  const compiled = compilePattern(text, { section: 'owns', root: repoPath('') });
  return compiled.ok ? [] : [compiled.code];
};
const configOf = (text: string): readonly string[] => {
  const read = parseConfig(text, repoPath('c.yml'), '2026-11-30');
  return 'problems' in read ? read.problems.map(({ fault }) => fault.kind) : [];
};
const commandOf = (text: string): readonly string[] => (readCommand(text).doubtful ? ['doubtful'] : []);
const branchOf = (text: string): readonly string[] => (isBranchName(text) ? [] : ['refused']);
/** What an MCP tool names, as JSON. */
const missedOf = (json: string): readonly string[] => {
  const input = JSON.parse(json) as Readonly<Record<string, unknown>>;
  const paths = writtenPaths({ tool: 'mcp__files__write', input, id: null });
  return paths.some(({ text }) => text.endsWith('models.py')) ? [] : ['not looked at'];
};

const about = (keys: string, body = ''): string => `---\nname: a\ndescription: d\n${keys}---\n${body}`;
const denying = (lines: string): string => about('', `\n## CANNOT TOUCH\n\n${lines}`);
const listOf = (count: number, item: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => item(index)).join('');
const braces = (count: number): string =>
  count === 1 ? '0' : `{${listOf(count, (index) => `,${index.toString(36)}`).slice(1)}}`;
const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;

/** The end of a chain of so many symbolic links. */
function linksOf(count: string): readonly string[] {
  const tree: FileTree = {
    files: () => [],
    kindOf: (path) => (path === 'link0' ? 'file' : 'link'),
    targetOf: (link) => `link${Number(link.slice(4)) - 1}`,
  };
  const end = followLinks(tree, repoPath(`link${count}`));
  return end.kind === 'nowhere' ? [end.reason] : [];
}

export const LIMITS: readonly Limit[] = [
  {
    limit: 'bytes of a definition',
    most: 1_048_576,
    text: (size) => about('').padEnd(size, '\n'),
    read: codesOf,
    said: 'unreadable-definition',
  },
  {
    limit: 'characters of front matter',
    most: 65_536,
    text: (size) => about(`${'x: '.padEnd(size - 1 - 'name: a\ndescription: d\n'.length, 'y')}\n`),
    read: codesOf,
    said: 'recovered-front-matter',
  },
  {
    limit: 'levels of front matter',
    most: 32,
    text: (size) => about(`x: ${nested(size - 1)}\n`),
    read: codesOf,
    said: 'recovered-front-matter',
  },
  {
    limit: 'explicit keys of front matter',
    most: 64,
    text: (size) => about(`x: {${listOf(size, (index) => ` ? a${index} : b,`)} }\n`),
    read: codesOf,
    said: 'recovered-front-matter',
  },
  {
    limit: 'aliases of front matter',
    most: 99,
    text: (size) => about(`x: &x y\nz: [${listOf(size, () => '*x, ')}]\n`),
    read: codesOf,
    said: 'recovered-front-matter',
  },
  {
    limit: 'levels of a quotation',
    most: 99,
    text: (size) => denying(`${'> '.repeat(size)}x\n`),
    read: codesOf,
    said: 'unreadable-definition',
  },
  {
    limit: 'characters of an entry',
    most: 4_000,
    text: (size) => denying(`- src/${'a'.repeat(size - 4)}\n`),
    read: codesOf,
    said: 'unenforceable-entry',
  },
  {
    limit: 'lines that are told one by one',
    most: 101,
    text: (size) => denying(listOf(size, (index) => `- Whatever seems to be wise ${index}\n`)),
    read: summedUp,
    said: 'further',
  },
  {
    limit: 'characters of a pattern',
    most: 4_000,
    text: (size) => 'a'.repeat(size),
    read: patternOf,
    said: 'invalid-pattern',
  },
  { limit: 'alternatives of a pattern', most: 999, text: braces, read: patternOf, said: 'invalid-pattern' },
  {
    limit: 'times `**` in a pattern',
    most: 64,
    text: (size) => `${'**/a/'.repeat(size)}b`,
    read: patternOf,
    said: 'invalid-pattern',
  },
  {
    limit: 'alternatives of a definition',
    most: 20_000,
    text: (size) =>
      denying(
        listOf(
          Math.ceil(size / 400),
          (index) => `- \`d${index}/${braces(Math.min(400, size - index * 400))}\`\n`,
        ),
      ),
    read: codesOf,
    said: 'invalid-pattern',
  },
  {
    limit: 'characters of a config',
    most: 65_536,
    text: (size) => `mode: enforce\n${'#'.repeat(size - 15)}\n`,
    read: configOf,
    said: 'beyond-limits',
  },
  {
    limit: 'levels of a config',
    most: 32,
    text: (size) => `protected: ${nested(size - 1)}\n`,
    read: configOf,
    said: 'beyond-limits',
  },
  {
    limit: 'values of a config',
    most: 50_000,
    text: (size) =>
      `x: &x [${listOf(97, () => 'a,')}a]\ny:\n${listOf(Math.floor((size - 101) / 100), () => '- *x\n')}${listOf((size - 101) % 100, () => '- a\n')}`,
    read: configOf,
    said: 'beyond-limits',
  },
  {
    limit: 'characters of a shell text',
    most: 131_072,
    text: (size) => `echo ${'x'.repeat(size - 5)}`,
    read: commandOf,
    said: 'doubtful',
  },
  {
    limit: 'commands of a shell text',
    most: 1_000,
    text: (size) => 'true\n'.repeat(size),
    read: commandOf,
    said: 'doubtful',
  },
  {
    limit: 'here-documents of a shell text',
    most: 99,
    text: (size) => 'cat <<A\nA\n'.repeat(size),
    read: commandOf,
    said: 'doubtful',
  },
  {
    limit: 'characters of a branch',
    most: 1_024,
    text: (size) => 'b'.repeat(size),
    read: branchOf,
    said: 'refused',
  },
  { limit: 'links in a chain', most: 40, text: String, read: linksOf, said: 'link-loops' },
  {
    limit: 'texts of a call',
    most: 10_000,
    text: (size) => JSON.stringify({ a: Array.from({ length: size - 1 }, () => ''), path: 'apps/models.py' }),
    read: missedOf,
    said: 'not looked at',
  },
  {
    limit: 'levels of a call',
    most: 20,
    text: (size) => `{"a":`.repeat(size - 1) + `{"path":"apps/models.py"}` + '}'.repeat(size - 1),
    read: missedOf,
    said: 'not looked at',
  },
  {
    limit: 'characters of what may be a path',
    most: 4_096,
    text: (size) => JSON.stringify({ a: 'models.py'.padStart(size, 'd/') }),
    read: missedOf,
    said: 'not looked at',
  },
];
