import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findClaimLines } from '../../src/core/attribution/claim-lines.js';
import { findMarks } from '../../src/core/attribution/find-marks.js';
import { createIdentityTest } from '../../src/core/attribution/identities.js';
import { readMessage } from '../../src/core/attribution/message-lines.js';
import { parseFrontMatter } from '../../src/core/definitions/front-matter.js';
import { parseOutline } from '../../src/core/definitions/outline.js';
import { parseDefinition } from '../../src/core/definitions/parse-definition.js';
import { parseRoster } from '../../src/core/definitions/parse-roster.js';
import { parseCall, parseSnapshot } from '../../src/core/journal/call.js';
import { parseHeadLog } from '../../src/core/journal/head-log.js';
import { parseNotes } from '../../src/core/journal/note.js';
import { parseWatch } from '../../src/core/journal/watch.js';
import { findContractDrift } from '../../src/core/lint/contract.js';
import { compilePattern } from '../../src/core/patterns/dialect.js';
import { parseConfig } from '../../src/core/policy/parse-config.js';
import { parseEvent as parsePayload } from '../../src/core/session/parse-event.js';
import { writtenPaths } from '../../src/core/session/written-paths.js';
import { readCommand } from '../../src/core/shell/read-command.js';
import { parseYaml } from '../../src/core/yaml/parse-yaml.js';
import { repoPath, type Day } from '../../src/core/vocabulary.js';
import { readIndex } from '../../src/sources/git/index-file.js';
import { createLogParser } from '../../src/sources/git/parse-log.js';
import { parseTree } from '../../src/sources/git/parse-tree.js';
import { parsePushLines } from '../../src/sources/git/push-lines.js';
import { isAtEnd, takeChange } from '../../src/sources/git/raw-change.js';
import { parseEvent } from '../../src/sources/github/event.js';
import { temporaryDirectory } from '../support/repository.js';

/** A reader of text that somebody else writes. */
export interface Parser {
  readonly name: string;
  /** What its language is made of: put together at random, it gets further than characters do. */
  readonly words: readonly string[];
  readonly parse: (text: string) => unknown;
}

const OID = 'a1'.repeat(20);
const PLACE = { section: 'cannot-touch', root: repoPath('') } as const;
const TODAY = '2026-11-30' as Day;
const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');
const source = (text: string) => ({ path: repoPath('.claude/agents/a.md'), content: Buffer.from(text) });
const isKind = createIdentityTest({ people: [], ai: [], bots: [] });
const indexFile = join(temporaryDirectory(), 'index');

const MARKDOWN = [
  '---\n',
  'name: a\n',
  'description: ',
  '## ',
  'OWNS',
  'CANNOT TOUCH',
  'READS',
  'cannot-touch:',
  '```\n',
  '~~~\n',
  '- ',
  '* ',
  '1. ',
  '> ',
  '`',
  'src/**',
  '`apps/`',
  ', ',
  ' — ',
  '# ',
  '(',
  ')',
  'except ',
  'without approval',
  '├── ',
  '│   ',
  '└── ',
  '    ',
  '\t',
  '| a ',
  '|\n',
  '|---|\n',
  '<cannot-touch>',
  '</cannot-touch>',
  '<!--',
  '-->',
  '**',
  '__',
  '[x](y)',
  ':',
  '!',
  '{a,b}',
  '[ab]',
  '{{X}}',
  '\r\n',
  '\n',
  '\n\n',
  '\ufeff',
  'everything but ',
  'never edit ',
  '\\',
  '/',
  '.tsx',
  '\0',
];
const YAML = [
  ...Array.from('{}[]:,&*!|>%@`"\'#-?~ \n\t'),
  '---\n',
  '...\n',
  '<<',
  ': ',
  '- ',
  '&a ',
  '*a',
  '!!js/function ',
  'null',
  '1e999',
  '\r\n',
  'waivers',
  'severity',
  'agents',
  'trailers',
  'until',
  '2026-12-01',
  'path',
  '**',
];
const MESSAGE = [
  'Agent',
  ':',
  ' ',
  '=',
  '\n',
  '\n\n',
  'a',
  ', ',
  'human',
  '#',
  '>',
  '---',
  '```',
  '\t',
  '* ',
  '(#1)',
  'This reverts commit ',
  'Co-authored-by: ',
  'Claude',
  '<noreply@anthropic.com>',
  '\r',
  '\u200b',
  '：',
];
const JSON_WORDS = [
  ...Array.from('{}[]:,"'),
  'null',
  'true',
  '1',
  '"v"',
  '"tool_input"',
  '"hook_event_name"',
  '"PreToolUse"',
  '"cwd"',
  '"/x"',
  '"tool_name"',
  '"Write"',
  '"__proto__"',
  '\n',
  '"pull_request"',
  '"head"',
  '"base"',
  '"sha"',
  `"${OID}"`,
  '"ref"',
  '"main"',
];
const SHELL = [
  'git',
  ' ',
  'commit',
  ' -m ',
  "'",
  '"',
  '`',
  '$(',
  ')',
  '{',
  '}',
  ';',
  '&&',
  '|',
  '<<E\n',
  'E\n',
  '\\',
  '\n',
  '--',
  '-C x',
  'cd y',
  '#',
  '$x',
  '${',
  '[[',
  ']]',
  'if ',
  'then ',
  'fi',
  'for i in a; do ',
  'done',
  '<(',
  '>',
  '((',
  '))',
  '=',
  '~',
  '*',
  '\0',
];
const LOG = [
  '\u0001',
  OID,
  '\0',
  ' ',
  ':100644 100644 ',
  ` ${OID} `,
  'M',
  '\0path',
  'Agent: a',
  '\n',
  ':',
  '160000',
  '\u001e',
];
const TREE = [
  '100644 a\0',
  '40000 b\0',
  '120000 ',
  '\0',
  '/',
  'x'.repeat(20),
  '\u0001'.repeat(20),
  '999999999999 c\0',
  ' ',
];
const INDEX = [
  'DIRC',
  '\0\0\0\u0002',
  '\0\0\0\u0003',
  '\0\0\0\u0004',
  '\0\0\0\u0001',
  '\u00ff\u00ff\u00ff\u00ff',
  '\0'.repeat(24),
  '\0\0\u0081\u00a4',
  '\0'.repeat(12),
  'x'.repeat(20),
  '\0\u0004a.md\0\0\0\0',
  '\u0080',
  'link',
];
const JOURNAL = [...JSON_WORDS, '"agent"', '"path"', '"before"', '"after"', '\n', '1', '-1', '1e400'];
const PATTERN = [
  ...Array.from('*?[]{}!,/\\.()^-~ #@+'),
  '**',
  'a',
  'src',
  '{1..9}',
  '[a-z]',
  '..',
  '{{X}}',
  '\u200b',
  '\u00e9',
  'e\u0301',
  '.tsx',
];

const TEXTS: readonly Parser[] = [
  { name: 'front matter', words: [...YAML, ...MARKDOWN], parse: parseFrontMatter },
  { name: 'outline', words: MARKDOWN, parse: (text) => parseOutline(text, 1) },
  { name: 'definition', words: MARKDOWN, parse: (text) => parseDefinition(source(text)) },
  {
    name: 'entries of a section',
    words: MARKDOWN,
    parse: (text) => parseDefinition(source(`## CANNOT TOUCH\n\n${text}`)),
  },
  {
    name: 'contract',
    words: [...MARKDOWN, '| Agent | OWNS |\n|---|---|\n', '| a |'],
    parse: (text) => findContractDrift(source(text), parseRoster([]), []),
  },
  { name: 'pattern', words: PATTERN, parse: (text) => compilePattern(text, PLACE) },
  { name: 'YAML', words: YAML, parse: parseYaml },
  { name: 'config', words: YAML, parse: (text) => parseConfig(text, repoPath('c.yml'), TODAY) },
  { name: 'message', words: MESSAGE, parse: (text) => findClaimLines(readMessage(text, 1), ['Agent', 'By']) },
  {
    name: 'marks',
    words: MESSAGE,
    parse: (text) => findMarks({ authorName: text, authorEmail: text }, readMessage(text, 1), isKind),
  },
  { name: 'shell', words: SHELL, parse: readCommand },
  { name: 'hook payload', words: JSON_WORDS, parse: parsePayload },
  {
    name: 'paths of a tool',
    words: SHELL,
    parse: (text) => writtenPaths({ tool: 'mcp__x__write', input: { text, list: [{ text }] }, id: null }),
  },
  {
    name: 'journal',
    words: JOURNAL,
    parse: (text) => [parseNotes(text), parseWatch(text), parseCall(text), parseSnapshot(text)],
  },
  { name: 'log of HEAD', words: [...LOG, ...MESSAGE], parse: parseHeadLog },
  { name: 'lines of a push', words: [OID, ' ', '\n', 'refs/heads/x', '0'.repeat(40)], parse: parsePushLines },
];

const FACTS = { sha: null } as const;

const WORLDS: readonly Parser[] = [
  { name: 'git log', words: LOG, parse: (text) => readLog(bytes(text)) },
  {
    name: 'git log, a record',
    words: LOG,
    parse: (text) => readLog(bytes(`\u0001${OID}\0${OID}\0${OID}\0A\0a@b\0${text}\0\0`)),
  },
  { name: 'tree object', words: TREE, parse: (text) => [...parseTree(bytes(text), 20)] },
  { name: 'raw changes', words: LOG, parse: (text) => readChanges(bytes(`:100644 100644 ${text}`)) },
  { name: 'index file', words: INDEX, parse: (text) => readIndexOf(text) },
  {
    name: 'event of the runner',
    words: JSON_WORDS,
    parse: (text) => parseEvent('pull_request', toJson(text), FACTS, { base: text, head: text }),
  },
];

export const PARSERS: readonly Parser[] = [...TEXTS, ...WORLDS];

function readLog(log: Buffer): unknown {
  const parser = createLogParser();
  parser.push(log);
  return parser.finish();
}

function readChanges(raw: Buffer): unknown {
  const cursor = { bytes: raw, position: 0 };
  const changes: unknown[] = [];
  while (!isAtEnd(cursor)) changes.push(takeChange(cursor));
  return changes;
}

function readIndexOf(text: string): unknown {
  writeFileSync(indexFile, bytes(`DIRC\0\0\0\u0002${text}`));
  return readIndex(indexFile, { ending: '.md', objectBytes: 20 });
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return { pull_request: { head: { sha: text, ref: text }, base: { sha: text, ref: text }, number: text } };
  }
}
