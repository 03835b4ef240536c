import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Agent } from '../../../src/core/definitions/definition.js';
import { ruling } from '../../../src/core/judgement/ruling.js';
import { anAgent } from '../../support/builders.js';
import { aTree, someAgent } from '../lint/linting.js';
import { compare, inShort } from './comparing.js';

type Sections = Parameters<typeof anAgent>[1];

const TREE = [
  'apps/a/models.py',
  'apps/a/views.py',
  'apps/b/deep/models.py',
  'apps/b/models.py',
  'docs/api.md',
  'docs/guide.md',
  'packages/web/apps/a/models.py',
];

const between = (before: Sections, after: Sections, tree: readonly string[] = TREE): readonly string[] =>
  inShort(compare([anAgent('x', before)], [anAgent('x', after)], tree));

describe('the rules of two rosters', () => {
  it.each<[string, Sections, Sections, readonly string[]]>([
    [
      'an entry is gone',
      { cannotTouch: ['apps/**', 'docs/**'] },
      { cannotTouch: ['docs/**'] },
      ['- denial apps/** (4)'],
    ],
    [
      'an entry is narrower',
      { cannotTouch: ['apps/**/models.py'] },
      { cannotTouch: ['apps/*/models.py'] },
      ['- denial apps/**/models.py (1)'],
    ],
    [
      'an entry is wider',
      { cannotTouch: ['apps/*/models.py'] },
      { cannotTouch: ['apps/**/models.py'] },
      ['+ denial apps/**/models.py (1)'],
    ],
    [
      'another entry covers what is gone',
      { cannotTouch: ['apps/**', 'apps/a/views.py'] },
      { cannotTouch: ['apps/**'] },
      [],
    ],
    [
      'braces are written out',
      { cannotTouch: ['{apps,docs}/**'] },
      { cannotTouch: ['docs/**', 'apps/**'] },
      [],
    ],
    [
      'an entry is split so that nothing proves them equal',
      { cannotTouch: ['docs/*.md'] },
      { cannotTouch: ['docs/[a-f]*.md', 'docs/[g-z]*.md'] },
      ['- denial docs/*.md (0)'],
    ],
    [
      'an exception comes',
      { cannotTouch: ['apps/**'] },
      { cannotTouch: ['apps/**', '!apps/a/**'] },
      ['- carve-out !apps/a/** (2)'],
    ],
    [
      'an exception to nothing tracked comes',
      { cannotTouch: ['apps/**'] },
      { cannotTouch: ['apps/**', '!apps/new/**'] },
      ['- carve-out !apps/new/** (0)'],
    ],
    [
      'an exception to nothing denied comes',
      { cannotTouch: ['apps/**'] },
      { cannotTouch: ['apps/**', '!docs/**'] },
      [],
    ],
    [
      'a wide exception becomes a narrow one',
      { cannotTouch: ['apps/**', '!apps/a/**'] },
      { cannotTouch: ['apps/**', '!apps/a/views.py'] },
      ['+ carve-out !apps/a/** (1)'],
    ],
    [
      'a new denial brings its exception',
      { cannotTouch: ['apps/**'] },
      { cannotTouch: ['apps/**', 'docs/**', '!docs/api.md'] },
      ['+ denial docs/** (1)'],
    ],
    [
      'an OWNS entry carves out',
      { owns: [], cannotTouch: ['apps/**'] },
      { owns: ['apps/a/*.py'], cannotTouch: ['apps/**'] },
      ['- carve-out apps/a/*.py (2)'],
    ],
    [
      'an OWNS entry that carves out goes',
      { owns: ['apps/a/*.py'], cannotTouch: ['apps/**'] },
      { owns: [], cannotTouch: ['apps/**'] },
      ['+ carve-out apps/a/*.py (2)'],
    ],
    [
      'an OWNS entry meets an equal denial',
      { owns: [], cannotTouch: ['apps/**'] },
      { owns: ['apps/**'], cannotTouch: ['apps/**'] },
      [],
    ],
    [
      'an OWNS entry would carve out nothing tracked',
      { cannotTouch: ['apps/**'] },
      { owns: ['apps/new/*'], cannotTouch: ['apps/**'] },
      ['- carve-out apps/new/* (0)'],
    ],
    [
      'a denial grows around an OWNS entry',
      { owns: ['apps/a/*'], cannotTouch: ['apps/a/*'] },
      { owns: ['apps/a/*'], cannotTouch: ['apps/**'] },
      ['- carve-out apps/a/* (2)', '+ denial apps/** (2)'],
    ],
    [
      'an exception comes to stand below',
      { cannotTouch: ['!apps/a/**', 'apps/**'] },
      { cannotTouch: ['apps/**', '!apps/a/**'] },
      ['- carve-out !apps/a/** (2)'],
    ],
    [
      'the order changes without effect',
      { cannotTouch: ['apps/**', 'docs/**'] },
      { cannotTouch: ['docs/**', 'apps/**'] },
      [],
    ],
    [
      'the spelling changes without effect',
      { cannotTouch: ['apps/**', 'docs/**'] },
      { cannotTouch: ['./apps/**', '/docs/**'] },
      [],
    ],
    ['READS alone changes', { reads: ['docs/**'] }, { reads: [] }, []],
    [
      'the definition moves',
      { cannotTouch: ['apps/**'] },
      { cannotTouch: ['apps/**'], root: 'packages/web', file: 'packages/web/.claude/agents/x.md' },
      ['- denial apps/** (4)', '+ denial packages/web/apps/** (1)'],
    ],
    [
      'an OWNS entry names a protected place',
      { owns: ['apps/**'] },
      { owns: ['apps/**', '.github/workflows/ci.yml'] },
      ['- protected-path .github/workflows/ci.yml (0)'],
    ],
    ['a wide OWNS entry comes', { owns: ['apps/**'] }, { owns: ['**'] }, []],
  ])('are told apart where %s', (_, before, after, expected) => {
    expect(between(before, after)).toEqual(expected);
    const reversed = expected.map((line) => line.replace(/^[-+]/, (sign) => (sign === '-' ? '+' : '-')));
    expect(new Set(between(after, before))).toEqual(new Set(reversed));
  });

  it.each([
    [499, 1],
    [500, 0],
    [501, 0],
  ])('tell that a protected place opens behind %i files that were open before', (count, counted) => {
    const open = Array.from(
      { length: count },
      (_, at) => `.github/workflows/a${String(at).padStart(3, '0')}.yml`,
    );
    const [before, after] = [{ owns: ['.github/workflows/a*'] }, { owns: ['.github/workflows/**'] }];
    expect(between(before, after, [...open, '.github/workflows/z.yml'])).toEqual([
      `- protected-path .github/workflows/** (${counted})`,
    ]);
    expect(between(before, after, open.slice(0, 500))).toEqual([]);
  });

  it('tell of an entry that another section denied before an exception of this one', () => {
    const split = anAgent('x', { cannotTouch: ['apps/**', '!apps/a/views.py'] });
    const [definition] = split.definitions;
    const [more] = anAgent('x', { cannotTouch: ['apps/a/views.py'] }).definitions;
    if (definition === undefined || more === undefined) throw new Error('no definition');
    const before: Agent = {
      ...split,
      definitions: [{ ...definition, sections: [...definition.sections, ...more.sections] }],
    };
    expect(inShort(compare([before], [split], TREE))).toEqual(['- denial apps/a/views.py (1)']);
  });

  const rules = { cannotTouch: ['docs/**'] };
  it.each<[string, readonly Agent[], readonly Agent[], readonly string[]]>([
    ['goes', [anAgent('x', rules)], [], ['- agent x (2)']],
    ['comes', [], [anAgent('x', rules)], ['+ agent x (2)']],
    ['goes without ever having had a rule', [anAgent('x')], [], []],
    [
      'is renamed',
      [anAgent('x', rules)],
      [anAgent('y', { ...rules, file: '.claude/agents/x.md' })],
      ['- agent x y (2)', '+ agent y x (2)'],
    ],
    ['is written another way', [anAgent('data-base', rules)], [anAgent('Data Base', rules)], []],
    [
      'can no longer be told from another',
      [anAgent('a b', rules)],
      [anAgent('a-b', rules), anAgent('a_b', rules)],
      ['- agent a b (2)', '+ agent a-b (2)', '+ agent a_b (2)'],
    ],
  ])('are compared by name: an agent %s', (_, before, after, expected) => {
    expect(inShort(compare(before, after, TREE))).toEqual(expected);
  });

  it('follow an alias of the head to the agent that a trailer will mean', () => {
    const [before, after] = [[anAgent('old', rules)], [anAgent('new', { cannotTouch: ['apps/**'] })]];
    expect(inShort(compare(before, after, TREE, { old: 'new' }))).toEqual([
      '- denial docs/** (2)',
      '+ denial apps/** (4)',
    ]);
  });

  it('lose no path: the differences together hold those on which the ruling differs, and no other', () => {
    const seen = { loosened: 0, tightened: 0 };
    fc.assert(
      fc.property(someAgent, someAgent, aTree, (before, after, tree) => {
        const found = compare([before], [after], tree);
        const denies = (agent: Agent, path: string): boolean =>
          ruling(agent, path as never).verdict === 'cannot-touch';
        const changed = {
          loosened: tree.filter((path) => denies(before, path) && !denies(after, path)),
          tightened: tree.filter((path) => denies(after, path) && !denies(before, path)),
        };
        for (const effect of ['loosened', 'tightened'] as const) {
          const told = found.filter((one) => one.effect === effect).flatMap(({ paths }) => paths);
          expect(new Set(told)).toEqual(new Set(changed[effect]));
          seen[effect] += told.length;
        }
      }),
      { numRuns: 600 },
    );
    expect(Math.min(seen.loosened, seen.tightened)).toBeGreaterThan(200);
  });

  it('lose no path either where the rules differ by little', () => {
    const edit = fc.record({ agent: someAgent, section: fc.nat(), rule: fc.nat() });
    fc.assert(
      fc.property(edit, aTree, ({ agent, section, rule }, tree) => {
        const after = withoutOne(agent, section, rule);
        const found = compare([agent], [after], tree);
        for (const [effect, from, to] of [
          ['loosened', agent, after],
          ['tightened', after, agent],
        ] as const) {
          const told = found.filter((one) => one.effect === effect).flatMap(({ paths }) => paths);
          const denied = (of: Agent, path: string) => ruling(of, path as never).verdict === 'cannot-touch';
          expect(new Set(told)).toEqual(
            new Set(tree.filter((path) => denied(from, path) && !denied(to, path))),
          );
        }
      }),
      { numRuns: 600 },
    );
  });
});

/** The agent less one of its rules. */
function withoutOne(agent: Agent, section: number, rule: number): Agent {
  const [definition, ...others] = agent.definitions;
  if (definition === undefined) return agent;
  const sections = definition.sections.map((one, at) =>
    at === section % definition.sections.length
      ? { ...one, rules: one.rules.filter((_, index) => index !== rule % Math.max(1, one.rules.length)) }
      : one,
  );
  return { ...agent, definitions: [{ ...definition, sections }, ...others] };
}
