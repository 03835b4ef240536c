import { parseDefinition } from '../../src/core/definitions/parse-definition.js';
import { compilePattern } from '../../src/core/patterns/dialect.js';
import { parseConfig } from '../../src/core/policy/parse-config.js';
import { readCommand } from '../../src/core/shell/read-command.js';
import { repoPath } from '../../src/core/vocabulary.js';

/** A limit of a parser: what is just within it, what is beyond, and what is said of that. */
export interface Limit {
  readonly limit: string;
  readonly within: string;
  readonly beyond: string;
  /** The codes, or words that stand for an outcome. */
  readonly read: (text: string) => readonly string[];
  readonly said: string;
}

const problemsOf = (text: string): readonly string[] =>
  parseDefinition({ path: repoPath('.claude/agents/a.md'), content: Buffer.from(text) }).problems.map(
    ({ code }) => code,
  );
const patternOf = (text: string): readonly string[] => {
  const compiled = compilePattern(text, { section: 'owns', root: repoPath('') });
  return compiled.ok ? [] : [compiled.code];
};
const configOf = (text: string): readonly string[] => {
  const read = parseConfig(text, repoPath('c.yml'), '2026-11-30');
  return 'problems' in read ? read.problems.map(({ code }) => code) : [];
};
const commandOf = (text: string): readonly string[] => (readCommand(text).doubtful ? ['doubtful'] : []);

const about = (keys: string, body = ''): string => `---\nname: a\ndescription: d\n${keys}---\n${body}`;
const denying = (lines: string): string => about('', `\n## CANNOT TOUCH\n\n${lines}`);
const braces = (count: number): string =>
  `{${Array.from({ length: count }, (_, index) => `a${index}`).join(',')}}`;
const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;

export const LIMITS: readonly Limit[] = [
  {
    limit: 'a definition of 1,048,576 bytes',
    within: about('').padEnd(1_048_576, '\n'),
    beyond: about('').padEnd(1_048_577, '\n'),
    read: problemsOf,
    said: 'unreadable-definition',
  },
  {
    limit: 'front matter of 65,536 characters',
    within: about(`x: ${'y'.repeat(60_000)}\n`),
    beyond: about(`x: ${'y'.repeat(66_000)}\n`),
    read: problemsOf,
    said: 'recovered-front-matter',
  },
  {
    limit: 'front matter of 32 levels',
    within: about(`x: ${nested(30)}\n`),
    beyond: about(`x: ${nested(40)}\n`),
    read: problemsOf,
    said: 'recovered-front-matter',
  },
  {
    limit: 'lists of 100 levels',
    within: denying(`${'> '.repeat(40)}x\n`),
    beyond: denying(`${'> '.repeat(200)}x\n`),
    read: problemsOf,
    said: 'unreadable-definition',
  },
  {
    limit: 'a pattern of 4,000 characters',
    within: 'a'.repeat(4_000),
    beyond: 'a'.repeat(4_001),
    read: patternOf,
    said: 'invalid-pattern',
  },
  {
    limit: 'a pattern of 1,000 alternatives',
    within: braces(400),
    beyond: `${braces(40)}${braces(40)}`,
    read: patternOf,
    said: 'invalid-pattern',
  },
  {
    limit: 'a definition of 20,000 alternatives',
    within: denying(`- \`${braces(300)}\`\n`),
    beyond: denying(Array.from({ length: 60 }, (_, index) => `- \`d${index}/${braces(400)}\`\n`).join('')),
    read: problemsOf,
    said: 'invalid-pattern',
  },
  {
    limit: 'a config of 65,536 characters',
    within: `mode: enforce\n${'#'.repeat(60_000)}\n`,
    beyond: `mode: enforce\n${'#'.repeat(66_000)}\n`,
    read: configOf,
    said: 'invalid-config',
  },
  {
    limit: 'a config of 32 levels',
    within: 'protected: []\n',
    beyond: `protected: ${nested(40)}\n`,
    read: configOf,
    said: 'invalid-config',
  },
  {
    limit: 'a shell text of 131,072 characters',
    within: `echo ${'x'.repeat(100_000)}`,
    beyond: `echo ${'x'.repeat(140_000)}; git commit`,
    read: commandOf,
    said: 'doubtful',
  },
  {
    limit: 'a shell text of 1,000 commands',
    within: 'true\n'.repeat(900),
    beyond: 'true\n'.repeat(1_100),
    read: commandOf,
    said: 'doubtful',
  },
];
