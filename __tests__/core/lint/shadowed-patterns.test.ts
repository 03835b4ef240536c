import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { Agent } from '../../../src/core/definitions/definition.js';
import { ruling } from '../../../src/core/judgement/ruling.js';
import { repoPath } from '../../../src/core/vocabulary.js';
import { anAgent, aRoster } from '../../support/builders.js';
import { aTree, lint, lintFor, someAgent } from './linting.js';

const TREE = ['src/api/a.ts', 'src/api/b/c.ts', 'src/ui/a.ts', 'docs/a.md', 'README.md'];

const shadows = (
  sections: Parameters<typeof anAgent>[1],
  tree: readonly string[] = TREE,
): readonly string[] =>
  lintFor('shadowed-pattern', [anAgent('x', sections)], tree).map(
    ({ pattern, line, effect, by }) => `${pattern}:${String(line)} ${effect} ${by?.pattern ?? '-'}`,
  );

describe('an entry is shadowed', () => {
  it.each([
    ['by a wider one below it', ['src/api/**', 'src/**'], ['src/api/**:10 covered src/**']],
    ['by a wider one above it', ['src/**', 'src/api/**'], ['src/api/**:11 covered src/**']],
    ['by one of any depth above it', ['src/', './src/**'], ['./src/**:11 covered src/']],
    ['by an equal one above it, and not the reverse', ['/src/', './src/**'], ['./src/**:11 covered /src/']],
    [
      'by an equal one above it, also the third',
      ['/src/', './src/**', 'src/*'],
      ['./src/**:11 covered /src/', 'src/*:12 covered ./src/**'],
    ],
    [
      'by an equal one below it where an exception between keeps the later one',
      ['src/**', '!src/api/**', 'src/**'],
      ['src/**:10 covered src/**'],
    ],
    ['by an exception below it', ['src/api/**', '!src/**'], ['src/api/**:10 taken-back !src/**']],
    ['as an exception to nothing', ['docs/**', '!src/api/**'], ['!src/api/**:11 takes-nothing-out -']],
    [
      'as an exception above what it is meant for',
      ['!src/api/**', 'src/**'],
      ['!src/api/**:10 takes-nothing-out -'],
    ],
    [
      'as an exception to what an exception above it takes out, too',
      ['!src/api/**', '!src/api/a.ts'],
      ['!src/api/**:10 takes-nothing-out -', '!src/api/a.ts:11 takes-nothing-out -'],
    ],
    [
      'as an exception within another one',
      ['src/**', '!src/api/**', '!src/api/b/**'],
      ['!src/api/b/**:12 covered !src/api/**'],
    ],
  ])('%s', (_, owns, expected) => {
    expect(shadows({ owns })).toEqual(expected);
  });

  it.each([
    ['that an exception between gives back', { owns: ['src/**', '!src/api/**', 'src/api/b/**'] }],
    ['of another section', { owns: ['src/**'], reads: ['src/api/**'], cannotTouch: ['docs/**'] }],
    ['of READS that CANNOT TOUCH repeats', { reads: ['src/**'], cannotTouch: ['src/**'] }],
    ['that merely overlaps', { owns: ['src/**', '*.md', '*.ts'] }],
    [
      'that carves itself out of CANNOT TOUCH',
      { owns: ['docs/**', 'docs/a.md'], cannotTouch: ['docs/*.md'] },
    ],
    [
      'that keeps an OWNS entry from being a carve-out',
      { owns: ['docs/a.md'], cannotTouch: ['docs/**', 'docs/a.md'] },
    ],
    [
      'that is a denial inside an ownership, where the wider one would be a contest',
      { owns: ['src/**'], cannotTouch: ['src/api/**', '**/api/**'] },
    ],
    ['that matches nothing, which is dead', { owns: ['lib/**', 'lib/a/**'] }],
  ])('never where it is one %s', (_, sections) => {
    expect(shadows(sections)).toEqual([]);
  });

  it('also where there is no file to look at', () => {
    expect(shadows({ cannotTouch: ['src/**', 'src/api/**'] }, [])).toEqual(['src/api/**:31 covered src/**']);
  });

  it('in no time that grows with the square of the entries', () => {
    const many = Array.from({ length: 3_000 }, (_, at) => (at % 2 === 0 ? 'src/**' : '!src/api/**'));
    expect(shadows({ owns: many }).length).toBeGreaterThan(2_000);
  });
});

describe('how far the lint looks', () => {
  const fillers = (count: number): readonly string[] =>
    Array.from({ length: count }, (_, at) => `none/${String(at)}`);

  it.each([
    ['below', 198, (between: readonly string[]) => ['src/api/**', ...between, 'src/**']],
    ['above', 199, (between: readonly string[]) => ['src/**', ...between, 'src/api/**']],
  ])('for an entry %s that covers another one: past %s others', (_, most, place) => {
    expect(shadows({ owns: place(fillers(most)) })).toHaveLength(1);
    expect(shadows({ owns: place(fillers(most + 1)) })).toHaveLength(0);
  });

  it('for what an exception takes out: past 1,000 others', () => {
    expect(shadows({ owns: [...fillers(1_000), '!docs/**'] })).toHaveLength(1);
    expect(shadows({ owns: [...fillers(1_001), '!docs/**'] })).toHaveLength(0);
  });
});

describe('a shadowed entry', () => {
  it('is a notice that names the other one', () => {
    expect(lintFor('shadowed-pattern', [anAgent('x', { reads: ['src/api/**', 'src/**'] })], TREE)).toEqual([
      {
        code: 'shadowed-pattern',
        severity: 'notice',
        file: '.claude/agents/x.md',
        line: 20,
        agent: 'x',
        section: 'reads',
        pattern: 'src/api/**',
        effect: 'covered',
        by: { agent: 'x', section: 'reads', pattern: 'src/**', file: '.claude/agents/x.md', line: 21 },
      },
    ]);
  });

  it.each([
    ['the exception that takes all of it back', ['src/api/**', '!src/api/a.ts', '!src/**'], '!src/**'],
    [
      'the first of those that take it back in part',
      ['src/api/**', '!src/api/a.ts', '!**/c.ts'],
      '!src/api/a.ts',
    ],
    ['no entry between that is taken back as well', ['src/api/**', 'src/**', '!src/**'], '!src/**'],
  ])('names %s', (_, owns, by) => {
    expect(shadows({ owns })[0]).toBe(`src/api/**:10 taken-back ${by}`);
  });

  it('names no exception above it', () => {
    expect(shadows({ owns: ['!src/api/**', 'src/api/**', '!src/**'] })[1]).toBe(
      'src/api/**:11 taken-back !src/**',
    );
  });

  it.each([
    [
      'READS, whatever the agent owns',
      { owns: ['src/api/**'], reads: ['src/**', 'src/api/**'] },
      ['src/api/**:21 covered src/**'],
    ],
    [
      'OWNS, where only an entry below it is narrower than the denial',
      { owns: ['src/**', 'src/api/**', 'src/api/a.ts'], cannotTouch: ['src/api/**'] },
      ['src/api/**:11 covered src/**'],
    ],
    [
      'OWNS, where an entry above that never meets it is narrower than the denial',
      { owns: ['docs/a.md', 'src/**', 'src/api/**'], cannotTouch: ['{src/api/a.ts,docs}/**'] },
      ['src/api/**:12 covered src/**'],
    ],
  ])('is one of %s', (_, sections, expected) => {
    expect(shadows(sections)).toEqual(expected);
  });

  it('is not one of which something is left', () => {
    expect(shadows({ owns: ['src/api/**', '!src/api/a.ts'] })).toEqual([]);
  });

  it('may be one of many alternatives', () => {
    expect(shadows({ owns: ['src/{api,ui}/**', '{src,docs}/**'] })).toEqual([
      'src/{api,ui}/**:10 covered {src,docs}/**',
    ]);
    expect(shadows({ owns: ['{src,docs}/**', 'src/{api,ui}/**', 'README.md'] })).toEqual([
      'src/{api,ui}/**:11 covered {src,docs}/**',
    ]);
  });
});

/** One agent with two sections of one kind. */
const inTwo = (kind: 'owns' | 'cannotTouch', first: readonly string[], second: readonly string[]): Agent => {
  const agent = anAgent('x', { [kind]: first });
  const more = anAgent('x', { [kind]: second });
  const [one] = agent.definitions;
  const [other] = more.definitions;
  if (one === undefined || other === undefined) throw new Error('no definition');
  return { ...agent, definitions: [{ ...one, sections: [...one.sections, ...other.sections] }] };
};

describe('two sections of one kind', () => {
  const told = (agent: Agent): readonly string[] =>
    lintFor('shadowed-pattern', [agent], TREE).map(
      ({ pattern, by }) => `${pattern} by ${by?.pattern ?? '-'}`,
    );

  it.each([
    [['src/api/**'], ['src/**'], ['src/api/** by src/**']],
    [['src/**'], ['src/api/**'], ['src/api/** by src/**']],
    [['src/**'], ['./src/**'], ['./src/** by src/**']],
    [['src/api/**'], ['src/**', '!src/api/b/**'], []],
    [['src/**', '!src/api/b/**'], ['src/api/**'], []],
    [['!src/api/**', 'src/**'], ['src/api/a.ts'], ['!src/api/** by -', 'src/api/a.ts by src/**']],
    [['src/**'], ['src/api/**', '!src/api/a.ts'], ['src/api/** by src/**']],
    [
      ['src/**', '!docs/**', 'docs/a.md'],
      ['docs/**', 'src/ui/**'],
      ['!docs/** by -', 'src/ui/** by src/**'],
    ],
    [['!src/api/**'], ['src/**', '!src/api/**'], ['!src/api/** by -']],
  ])('%j and %j', (first, second, expected) => {
    expect(told(inTwo('owns', first, second))).toEqual(expected);
  });

  it('may repeat each other in CANNOT TOUCH', () => {
    expect(told(inTwo('cannotTouch', ['src/api/**'], ['src/**']))).toEqual(['src/api/** by src/**']);
  });
});

describe('an entry of OWNS', () => {
  it.each([
    [['docs/a.md', 'docs/**'], ['docs/*.md'], ['docs/a.md']],
    [['docs/**', 'docs/a.md'], ['docs/**'], []],
    [['docs/**', 'docs/a.md'], ['src/**'], ['docs/a.md']],
    [['docs/**', 'docs/a.md'], ['!docs/**'], ['docs/a.md']],
    [['docs/*.md', 'docs/**'], ['docs/a.md'], ['docs/*.md']],
  ])('among %j with CANNOT TOUCH %j: %j can go', (owns, cannotTouch, expected) => {
    expect(
      lintFor('shadowed-pattern', [anAgent('x', { owns, cannotTouch })], TREE)
        .filter(({ section }) => section === 'owns')
        .map(({ pattern }) => pattern),
    ).toEqual(expected);
  });
});

describe('an entry of CANNOT TOUCH', () => {
  it.each([
    [['docs/a.md'], ['docs/**', 'docs/*.md'], ['docs/*.md']],
    [['docs/a.md'], ['docs/a.md', 'docs/**'], []],
    [['docs/*.md'], ['docs/a.md', 'docs/**'], []],
    [['docs/*.md'], ['docs/**', 'docs/*.md'], []],
    [['docs/**'], ['docs/a.md', 'docs/*.md'], ['docs/a.md']],
    [['src/**'], ['docs/a.md', 'docs/**'], ['docs/a.md']],
  ])('with OWNS %j among %j: %j can go', (owns, cannotTouch, expected) => {
    expect(
      lintFor('shadowed-pattern', [anAgent('x', { owns, cannotTouch })], TREE)
        .filter(({ section }) => section === 'cannot-touch')
        .map(({ pattern }) => pattern),
    ).toEqual(expected);
  });
});

/** The agent without one of its rules. */
const without = (agent: Agent, pattern: string, line: number | null, section: string): readonly Agent[] =>
  agent.definitions.flatMap((definition, at) =>
    definition.sections.flatMap((holding) =>
      holding.rules
        .filter((rule) => rule.pattern === pattern && rule.location.line === line && rule.section === section)
        .map((rule) => ({
          ...agent,
          definitions: agent.definitions.with(at, {
            ...definition,
            sections: definition.sections.map((other) =>
              other === holding ? { ...other, rules: other.rules.filter((one) => one !== rule) } : other,
            ),
          }),
        })),
    ),
  );

describe('generated definitions', () => {
  it('say the same of every path without an entry that is called covered', () => {
    let [found, definitions] = [0, 0];
    fc.assert(
      fc.property(someAgent, aTree, aTree, (agent, tree, others) => {
        definitions += 1;
        for (const { effect, pattern, line, section } of lintFor('shadowed-pattern', [agent], tree)) {
          if (effect !== 'covered') continue;
          const candidates = without(agent, pattern, line, section);
          // Lines of the builder repeat: what is ambiguous proves nothing.
          const [rest] = candidates;
          if (candidates.length !== 1 || rest === undefined) continue;
          found += 1;
          for (const path of [...tree, ...others].map(repoPath)) {
            expect(ruling(rest, path).verdict).toBe(ruling(agent, path).verdict);
          }
        }
      }),
      { numRuns: 1_500 },
    );
    expect(found / definitions).toBeGreaterThan(0.07);
  });
});

describe('dead patterns', () => {
  const dead = (sections: Parameters<typeof anAgent>[1], tree: readonly string[]) =>
    lintFor('dead-pattern', [anAgent('x', sections)], tree).map(({ section, pattern }) => [section, pattern]);

  it('are the rules of any section that match no tracked file, exceptions too', () => {
    expect(
      dead(
        { owns: ['src/**', 'lib/**'], reads: ['README.md'], cannotTouch: ['src/a.ts', '!src/b.ts', '*.sql'] },
        ['src/a.ts'],
      ),
    ).toEqual([
      ['owns', 'lib/**'],
      ['reads', 'README.md'],
      ['cannot-touch', '!src/b.ts'],
      ['cannot-touch', '*.sql'],
    ]);
  });

  it('are none where nothing is tracked', () => {
    expect(lint(aRoster(anAgent('x', { owns: ['a'] })), [])).toEqual([]);
  });

  it('are listed twenty at a time, and the last one says how many more there are', () => {
    const owns = ['src/**', ...Array.from({ length: 30 }, (_, at) => `no/${String(at)}`)];
    const found = lintFor('dead-pattern', [anAgent('x', { owns })], ['src/a.ts']);
    expect(found.map(({ unlisted }) => unlisted)).toEqual([...Array.from({ length: 19 }, () => 0), 10]);
  });

  it('are one problem where all rules of a definition are dead', () => {
    const found = lintFor('dead-pattern', [anAgent('x', { owns: ['a', 'b'], reads: ['c'] })], ['src/a.ts']);
    expect(found).toMatchObject([{ pattern: 'a', unlisted: 2 }]);
  });
});

describe('the dead patterns of a definition', () => {
  const unlisted = (live: number, dead: number): readonly number[] => {
    const owns = [
      ...Array.from({ length: live }, () => 'src/**'),
      ...Array.from({ length: dead }, (_, at) => `no/${String(at)}`),
    ];
    return lintFor('dead-pattern', [anAgent('x', { owns })], ['src/a.ts']).map((problem) => problem.unlisted);
  };

  it.each([
    ['twenty of more', 1, 20, Array.from({ length: 20 }, () => 0)],
    ['one more than twenty', 1, 21, [...Array.from({ length: 19 }, () => 0), 1]],
    ['the only one', 0, 1, [0]],
    ['none', 1, 0, []],
  ])('are told where they are %s', (_, live, dead, expected) => {
    expect(unlisted(live, dead)).toEqual(expected);
  });

  it('are a notice at the entry', () => {
    expect(lintFor('dead-pattern', [anAgent('x', { owns: ['src/**', 'lib/**'] })], ['src/a'])).toEqual([
      {
        code: 'dead-pattern',
        severity: 'notice',
        file: '.claude/agents/x.md',
        line: 11,
        agent: 'x',
        section: 'owns',
        pattern: 'lib/**',
        unlisted: 0,
      },
    ]);
  });
});
