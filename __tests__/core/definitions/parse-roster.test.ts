import { describe, expect, it } from '@jest/globals';

import { parseRoster } from '../../../src/core/definitions/parse-roster.js';
import { aSource } from './reading.js';

const definition = (name: string, body = '## OWNS\n- `src/`'): string =>
  `---\nname: ${name}\ndescription: d\n---\n${body}`;

describe('parseRoster', () => {
  it('puts agents in the order of their names by code unit', () => {
    const { agents } = parseRoster([
      aSource(definition('beta'), '.claude/agents/1.md'),
      aSource(definition('Zeta'), '.claude/agents/2.md'),
      aSource(definition('alpha'), '.claude/agents/3.md'),
      aSource(definition('ähre'), '.claude/agents/4.md'),
    ]);
    expect(agents.map(({ name }) => name)).toEqual(['Zeta', 'alpha', 'beta', 'ähre']);
  });

  it('makes definitions of one name one agent and says so at each file', () => {
    const { agents, problems } = parseRoster([
      aSource(definition('a'), 'packages/api/.claude/agents/a.md'),
      aSource(definition('a'), '.claude/agents/a.md'),
      aSource(definition('A'), '.claude/agents/b.md'),
    ]);
    expect(agents.map(({ name, definitions }) => [name, definitions.map(({ file }) => file)])).toEqual([
      ['A', ['.claude/agents/b.md']],
      ['a', ['.claude/agents/a.md', 'packages/api/.claude/agents/a.md']],
    ]);
    expect(problems).toMatchObject([
      {
        code: 'duplicate-name',
        severity: 'warning',
        agent: 'a',
        file: '.claude/agents/a.md',
        otherFiles: ['packages/api/.claude/agents/a.md'],
      },
      {
        code: 'duplicate-name',
        file: 'packages/api/.claude/agents/a.md',
        otherFiles: ['.claude/agents/a.md'],
      },
    ]);
  });

  it('does not depend on the order of its sources', () => {
    const sources = [
      aSource('readme', '.claude/agents/README.md'),
      aSource(definition('a', '## OWNS\n- x\n- `{{y}}`'), '.claude/agents/a.md'),
      aSource(definition('a', '## CANNOT TOUCH\n- `z`'), '.claude/agents/b.md'),
      { path: aSource('', '.claude/agents/c.md').path, content: 'submodule' as const },
    ];
    const shape = (value: unknown) => JSON.stringify(value);
    expect(shape(parseRoster(sources.toReversed()))).toBe(shape(parseRoster(sources)));
    expect(
      parseRoster(sources).problems.map(({ file, line, code }) => `${file} ${line ?? '-'} ${code}`),
    ).toEqual([
      '.claude/agents/README.md - not-a-definition',
      '.claude/agents/a.md - duplicate-name',
      '.claude/agents/a.md - no-rules',
      '.claude/agents/a.md 6 unenforceable-entry',
      '.claude/agents/a.md 7 unresolved-placeholder',
      '.claude/agents/b.md - duplicate-name',
      '.claude/agents/c.md - unreadable-definition',
    ]);
  });

  it('hands the aliases on', () => {
    const source = aSource('## Vlastní\n- `src/`', '.claude/agents/a.md');
    expect(parseRoster([source]).agents).toEqual([]);
    expect(parseRoster([source], { headings: { owns: ['vlastní'] } }).agents).toHaveLength(1);
  });
});
