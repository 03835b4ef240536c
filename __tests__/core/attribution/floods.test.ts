import { describe, expect, it } from '@jest/globals';
import { attribute } from '../../../src/core/attribution/attribute.js';
import { DEFAULT_POLICY } from '../../../src/core/policy/policy.js';
import { aCommit, anAgent, aRoster } from '../../support/builders.js';

const agents = Array.from({ length: 100 }, (_, index) => anAgent(`agent-${index}`));
const base = aRoster(...agents, anAgent('database'));
const rosters = { base, mergeBases: [], defaultBranch: null, head: base };

const fill = (line: (index: number) => string, size = 1_000_000): string => {
  const lines: string[] = [];
  for (let length = 0; length < size; length += lines.at(-1)?.length ?? 1) lines.push(line(lines.length));
  return lines.join('');
};

const MESSAGES: readonly (readonly [string, string])[] = [
  ['one claim again and again', fill(() => 'Agent: database\n')],
  ['ever new claims', fill((index) => `Agent: nobody-${index}\n`)],
  ['ever new lists', fill((index) => `Agent: database, agent-1, x${index}\n`)],
  ['one list', `S\n\nAgent: ${fill(() => 'database,')}\n`],
  ['co-authors', fill((index) => `Co-authored-by: Person ${index} <p${index}@example.com>\n`)],
  ['angle brackets', fill(() => 'Co-authored-by: <<<<<>\n')],
  ['one long line', `Co-authored-by: ${'<'.repeat(1_000_000)}`],
  ['blanks', `S\n\nAgent:${' '.repeat(1_000_000)}x`],
  ['blank lines', '\n'.repeat(1_000_000)],
  ['indented lines', fill(() => '    Agent: database\n')],
  ['fences', fill(() => '```\nAgent: x\n~~~\n')],
  ['fences that stay open', fill((index) => (index % 2 === 0 ? '```\n' : '~~~\n'))],
  ['colons', ':'.repeat(1_000_000)],
  ['dashes', fill(() => 'Agent - - - - - - - - database\n')],
  ['markup', fill(() => '**`Agent`**: **`database`**\n')],
  ['signatures', fill(() => '🤖🤖 Generated with [')],
  ['brackets', `[${'['.repeat(1_000_000)}`],
  ['bullets of a squash', `S (#1)\n\n${fill((index) => `* Agent: x${index}\n`)}`],
  ['misspelt keys', fill((index) => `Agnet: agent-${index % 100}\n`)],
];

/** Ten times what it takes on a slow machine; what is not linear takes minutes. */
const LIMIT = 10_000;

describe('a megabyte of', () => {
  it.each(MESSAGES)(
    '%s is read in time',
    (_, message) => {
      const trailers = [...message.matchAll(/^Agent: (.*)$/gm)].map(([, value = '']) => ({
        key: 'Agent',
        value,
      }));
      const commits = [aCommit({ message }), aCommit({ message: 'S\n', trailers })];
      const results = attribute(commits, rosters, DEFAULT_POLICY);
      expect(results).toHaveLength(2);
      for (const { unknown, marks } of results) {
        expect(unknown.length).toBeLessThanOrEqual(50);
        expect(marks.length).toBeLessThanOrEqual(20);
      }
    },
    LIMIT,
  );
});
