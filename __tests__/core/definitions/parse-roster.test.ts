import { describe, expect, it } from '@jest/globals';

import { parseRoster, parseRosters } from '../../../src/core/definitions/parse-roster.js';
import { identityOf } from '../../../src/core/definitions/problem-identity.js';
import type { DefinitionProblem } from '../../../src/core/definitions/problem.js';
import { agentName, repoPath } from '../../../src/core/vocabulary.js';
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

describe('the identity of a problem', () => {
  const problem: DefinitionProblem = {
    code: 'dead-pattern',
    severity: 'notice',
    file: repoPath('a.md'),
    line: 3,
    agent: agentName('a'),
    section: 'owns',
    pattern: 'src/',
    unlisted: 0,
  };

  it('stays where it only moved, and is that of its code, file, agent and pattern', () => {
    expect(identityOf({ ...problem, line: 9 })).toBe(identityOf(problem));
    const others = [
      { ...problem, file: repoPath('b.md') },
      { ...problem, agent: agentName('b') },
      { ...problem, pattern: 'lib/' },
      { ...problem, section: 'reads' as const },
    ];
    expect(new Set([problem, ...others].map(identityOf)).size).toBe(5);
  });
});

it.each(['## CANNOT TOUCH in production\nwords', '# A list'])('%j alone is no definition', (text) => {
  expect(parseRoster([aSource(text)]).agents).toEqual([]);
});

it('is a definition where a part of it could not be read', () => {
  const { agents, problems } = parseRoster([aSource(`${'- '.repeat(150)}a`)]);
  expect(agents).toHaveLength(1);
  expect(problems.map(({ code }) => code)).toContain('unreadable-definition');
});

describe('parseRosters', () => {
  const owns = (...patterns: readonly string[]) =>
    `## OWNS\n${patterns.map((each) => `- \`${each}\``).join('\n')}`;
  const rulesOf = (roster: ReturnType<typeof parseRoster> | undefined) =>
    roster?.agents.flatMap(({ name, definitions }) =>
      definitions.flatMap(({ file, sections }) =>
        sections.flatMap(({ rules }) => rules.map(({ pattern }) => `${name} ${file} ${pattern}`)),
      ),
    );
  const file = '.claude/agents/a.md';

  it.each([
    ['the same', owns('src/'), ['src/']],
    ['a byte that differs', owns('srd/'), ['srd/']],
    ['a longer text', owns('src/', 'b/'), ['src/', 'b/']],
    ['a shorter text', owns('src'), ['src']],
  ])('reads each commit as if it were alone: %s', (_, body, patterns) => {
    const commits = [owns('src/'), body, owns('src/')].map((text) => [
      aSource(definition('a', text), file),
      aSource(definition('b', text), '.claude/agents/b.md'),
    ]);
    const rosters = parseRosters(commits);
    expect(rosters).toHaveLength(3);
    expect(rosters.map(rulesOf)).toEqual(commits.map((sources) => rulesOf(parseRoster(sources))));
    expect(rulesOf(rosters[1])).toContain(`a ${file} ${patterns.at(-1) ?? ''}`);
  });

  it('reads a file anew that could not be read before, and the other way round', () => {
    const text = aSource(definition('a'), file);
    const [unread, other] = [
      { ...text, content: 'submodule' as const },
      { ...text, content: 'too-large' as const },
    ];
    const codes = parseRosters([[text], [unread], [unread], [other], [text], []]).map(
      ({ agents, problems }) => [
        agents.length,
        ...problems.map((problem) =>
          problem.code === 'unreadable-definition' ? problem.reason : problem.code,
        ),
      ],
    );
    expect(codes).toEqual([[1], [0, 'submodule'], [0, 'submodule'], [0, 'too-large'], [1], [0]]);
  });

  it('does not read what has not changed again', () => {
    const sources = () => [aSource(definition('a'), file)];
    const [one, two] = parseRosters([sources(), sources()]);
    expect(two?.agents[0]?.definitions[0]).toBe(one?.agents[0]?.definitions[0]);
    expect(two).toEqual(one);
  });

  it('takes the place of each commit, and its aliases', () => {
    const linked = {
      ...aSource(definition('a'), file),
      target: repoPath('shared/a.md'),
      links: [repoPath(file)],
    };
    const [plain] = parseRosters([[aSource('## Vlastní\n- `x/`', file)]], {
      headings: { owns: ['vlastní'] },
    });
    expect(rulesOf(plain)).toEqual([`a ${file} x/`]);
    const at = (source: typeof linked) =>
      parseRosters([[aSource(definition('a'), file)], [source, aSource(definition('a'), 'shared/a.md')]])[1];
    expect(at(linked)?.agents[0]?.definitions).toHaveLength(1);
  });
});
