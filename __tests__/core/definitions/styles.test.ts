import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parseDefinition } from '../../../src/core/definitions/parse-definition.js';
import { repoPath } from '../../../src/core/vocabulary.js';

const FOLDER = new URL('../../fixtures/definitions/styles/', import.meta.url);
const STYLES = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.md'))
  .map((file) => file.slice(0, -'.md'.length));

/** `line section pattern (condition)` for a rule, `line code` for a problem, in the order of the lines. */
function understand(style: string): readonly string[] {
  const content = readFileSync(new URL(`${style}.md`, FOLDER));
  const { definition, problems } = parseDefinition({
    path: repoPath(`.claude/agents/${style}.md`),
    content,
  });
  const rules = (definition?.sections ?? []).flatMap((section) => section.rules);
  return [
    ...rules.map(({ location: { line }, section, pattern, condition }) => ({
      line,
      text: `${section} ${pattern}${condition === null ? '' : ` (${condition})`}`,
    })),
    ...problems.filter(({ code }) => code !== 'no-rules').map(({ code, line }) => ({ line, text: code })),
  ]
    .toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0))
    .map(({ line, text }) => `${line} ${text}`);
}

const expected = (style: string): readonly string[] =>
  readFileSync(new URL(`${style}.expected`, FOLDER), 'utf8')
    .trim()
    .split('\n');

describe('definitions in the styles of different houses', () => {
  it.each(STYLES)('are read to the line: %s', (style) => {
    expect(understand(style)).toEqual(expected(style));
  });
});
