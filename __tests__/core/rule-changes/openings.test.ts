import { describe, expect, it } from '@jest/globals';
import type { Agent, Rule } from '../../../src/core/definitions/definition.js';
import { createCoverage } from '../../../src/core/rule-changes/coverage.js';
import { resolvedPattern } from '../../../src/core/rule-changes/resolved-pattern.js';
import { repoPath } from '../../../src/core/vocabulary.js';
import { anAgent, mergeAgents } from '../../support/builders.js';
import { compare, inShort } from './comparing.js';

type Sections = Parameters<typeof anAgent>[1];

const TREE = ['apps/a/models.py', 'apps/a/views.py', 'apps/b/models.py', 'docs/api.md', 'docs/guide.md'];

const between = (before: Sections, after: Sections, tree: readonly string[] = TREE): readonly string[] =>
  inShort(compare([anAgent('x', before)], [anAgent('x', after)], tree));

/** One definition with several sections of CANNOT TOUCH. */
function denyingIn(...sections: readonly (readonly string[])[]): Agent {
  const made = sections.flatMap(
    (cannotTouch) => anAgent('x', { cannotTouch }).definitions[0]?.sections.slice(2) ?? [],
  );
  const agent = anAgent('x');
  return { ...agent, definitions: agent.definitions.map((one) => ({ ...one, sections: made })) };
}

describe('what opens a path', () => {
  it.each([998, 999, 1_000, 1_500])(
    'is told of an exception %i entries below the denial that it may speak of',
    (count) => {
      const others = Array.from({ length: count }, (_, at) => `docs/${at}/**`);
      const cannotTouch = ['apps/**', ...others];
      expect(between({ cannotTouch }, { cannotTouch: [...cannotTouch, '!apps/new/**'] })).toEqual([
        '- carve-out !apps/new/** (0)',
      ]);
    },
  );

  it.each<[string, Sections, Sections, readonly string[]]>([
    [
      'a denial that goes although an OWNS entry of the same pattern stays',
      { owns: ['new/**'], cannotTouch: ['new/**'] },
      { owns: ['new/**'] },
      ['- denial new/** (0)'],
    ],
    [
      'a denial of which one half is still covered',
      { cannotTouch: ['{apps,docs}/**'] },
      { cannotTouch: ['docs/**'] },
      ['- denial {apps,docs}/** (3)'],
    ],
    [
      'no exception to a denial that came with it, whoever owns the place',
      { owns: ['docs/**'], cannotTouch: ['apps/**'] },
      { owns: ['docs/**'], cannotTouch: ['apps/**', 'docs/**', '!docs/new/**'] },
      ['+ denial docs/** (2)'],
    ],
    [
      'an exception beside one for another place',
      { cannotTouch: ['apps/**', 'docs/**', '!docs/api.md'] },
      { cannotTouch: ['apps/**', 'docs/**', '!docs/api.md', '!apps/new/**'] },
      ['- carve-out !apps/new/** (0)'],
    ],
    [
      'no exception that a wider one covers',
      { cannotTouch: ['apps/**', '!apps/new/**'] },
      { cannotTouch: ['apps/**', '!apps/new/**', '!apps/new/x/**'] },
      [],
    ],
    [
      'an exception that only an OWNS entry covers',
      { owns: ['apps/new/**'], cannotTouch: ['apps/**'] },
      { owns: ['apps/new/**'], cannotTouch: ['apps/**', '!apps/new/x/**'] },
      ['- carve-out !apps/new/x/** (0)'],
    ],
    [
      'an exception that only an exception of OWNS covers',
      { owns: ['docs/**', '!apps/new/**'], cannotTouch: ['apps/**'] },
      { owns: ['docs/**', '!apps/new/**'], cannotTouch: ['apps/**', '!apps/new/**'] },
      ['- carve-out !apps/new/** (0)'],
    ],
    [
      'an OWNS entry that only an exception of OWNS covers',
      { owns: ['!apps/new/**'], cannotTouch: ['apps/**'] },
      { owns: ['!apps/new/**', 'apps/new/*'], cannotTouch: ['apps/**'] },
      ['- carve-out apps/new/* (0)'],
    ],
    [
      'no exception of OWNS where a denial goes',
      { cannotTouch: ['apps/**'] },
      { owns: ['apps/**', '!apps/a/**'] },
      ['- denial apps/** (3)'],
    ],
    [
      'no exception above the denial',
      { cannotTouch: ['apps/**'] },
      { cannotTouch: ['!apps/new/**', 'apps/**'] },
      [],
    ],
    [
      'no OWNS entry that a second denial is equal to',
      { cannotTouch: ['apps/**', 'apps/new/*'] },
      { owns: ['apps/new/*'], cannotTouch: ['apps/**', 'apps/new/*'] },
      [],
    ],
    [
      'an OWNS entry that a second denial meets and does not cover',
      { cannotTouch: ['apps/**', 'apps/*/x'] },
      { owns: ['apps/new/*'], cannotTouch: ['apps/**', 'apps/*/x'] },
      ['- carve-out apps/new/* (0)'],
    ],
  ])('is told: %s', (_, before, after, expected) => {
    expect(between(before, after)).toEqual(expected);
  });

  it('counts for a denial that goes only what its section denied', () => {
    const before = denyingIn(['docs/**', '!docs/api.md'], ['docs/*.md']);
    expect(inShort(compare([before], [anAgent('x')], TREE))).toEqual([
      '- denial docs/** (1)',
      '- denial docs/*.md (2)',
    ]);
  });

  it('is no exception to what its own section does not deny', () => {
    const [before, after] = [denyingIn(['apps/**'], ['docs/**']), denyingIn(['apps/**', '!docs/**'])];
    expect(inShort(compare([before], [after], TREE))).toEqual(['- denial docs/** (2)']);
  });

  it.each<[string, Sections, Sections, string, string]>([
    [
      'the nearest above an exception that takes paths out of it',
      { cannotTouch: ['docs/**', 'apps/**', 'apps/a/*', 'docs/guide.md'] },
      { cannotTouch: ['docs/**', 'apps/**', 'apps/a/*', 'docs/guide.md', '!apps/a/**'] },
      '!apps/a/**',
      'apps/a/*',
    ],
    [
      'the nearest above an exception to nothing tracked, other exceptions left aside',
      { cannotTouch: ['docs/**', 'apps/**', '!apps/q/**'] },
      { cannotTouch: ['docs/**', 'apps/**', '!apps/q/**', '!apps/new/**'] },
      '!apps/new/**',
      'apps/**',
    ],
    [
      'the first that an OWNS entry is narrower than',
      { cannotTouch: ['docs/**', 'apps/**', 'apps/*/**'] },
      { owns: ['apps/a/*.py'], cannotTouch: ['docs/**', 'apps/**', 'apps/*/**'] },
      'apps/a/*.py',
      'apps/**',
    ],
  ])('names the denial: %s', (_, before, after, pattern, denial) => {
    const [found, ...others] = compare([anAgent('x', before)], [anAgent('x', after)], TREE);
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      effect: 'loosened',
      agent: 'x',
      file: '.claude/agents/x.md',
      subject: {
        kind: 'carve-out',
        pattern,
        denial: { agent: 'x', section: 'cannot-touch', pattern: denial },
      },
    });
    const at = after?.cannotTouch?.indexOf(denial) ?? -1;
    expect(found?.subject).toMatchObject({ denial: { file: '.claude/agents/x.md', line: 30 + at } });
  });

  it('names the first denial of its section where more than a thousand stand between', () => {
    const denials = ['apps/**', ...Array.from({ length: 1_000 }, (_, at) => `z${at}/x`)];
    const before = anAgent('x', { cannotTouch: denials });
    const [found] = compare([before], [anAgent('x', { cannotTouch: [...denials, '!apps/a/**'] })], TREE);
    expect(found?.subject).toMatchObject({ pattern: '!apps/a/**', denial: { pattern: 'apps/**' } });
  });

  it('is told as it would be written at the root of the repository', () => {
    const below = { root: 'web', file: 'web/.claude/agents/x.md' };
    const [found] = compare(
      [anAgent('x', { ...below, cannotTouch: ['apps/**'] })],
      [anAgent('x', { ...below, cannotTouch: ['apps/**', '!apps/a/**'] })],
    );
    expect(found?.subject).toMatchObject({ pattern: '!web/apps/a/**', denial: { pattern: 'web/apps/**' } });
  });
});

describe('resolvedPattern', () => {
  it.each([
    ['apps/**', 'web/apps/**'],
    ['/apps', 'web/apps'],
    ['./apps/x', 'web/apps/x'],
    ['.//./apps/x', 'web/apps/x'],
    ['//apps/x', 'web/apps/x'],
    ['*.sql', 'web/**/*.sql'],
    ['logs/', 'web/**/logs/'],
    ['!apps/a', '!web/apps/a'],
    ['!*.sql', '!web/**/*.sql'],
    ['a\nb/c', 'web/a\nb/c'],
  ])('writes %j below a folder as %j, and at the root as it is', (pattern, expected) => {
    expect(resolvedPattern({ pattern }, repoPath('web'))).toBe(expected);
    expect(resolvedPattern({ pattern }, repoPath(''))).toBe(pattern);
  });
});

describe('createCoverage', () => {
  const rules = (...patterns: readonly string[]): readonly Rule[] =>
    denyingIn(patterns).definitions.flatMap(({ sections }) => sections.flatMap((section) => section.rules));
  const [narrow] = rules('apps/a/x');
  const wide = rules('docs/**', 'apps/**');
  const lengthOf = (rule: Rule | undefined): number => rule?.compiled.alternatives[0]?.length ?? 0;
  const cost = wide.reduce((sum, one) => sum + 1 + lengthOf(one) * lengthOf(narrow), 0);

  it.each([
    ['the effort is there', cost, true],
    ['the effort ends before the proof', cost - 1, false],
    ['there is none left', 0, false],
  ])('proves that another entry covers one where %s', (_, left, expected) => {
    const effort = { left };
    if (narrow === undefined) throw new Error('no rule');
    expect(createCoverage(wide, effort)(narrow)).toBe(expected);
    expect(effort.left < 0).toBe(!expected);
  });

  it('wants every alternative to be covered', () => {
    const [both] = rules('{apps,docs}/new/**');
    if (both === undefined) throw new Error('no rule');
    expect(createCoverage(rules('apps/**'), { left: 1_000 })(both)).toBe(false);
    expect(createCoverage(rules('docs/**'), { left: 1_000 })(both)).toBe(false);
    expect(createCoverage(wide, { left: 1_000 })(both)).toBe(true);
  });

  it('needs no effort for what is there in the same words', () => {
    const effort = { left: 0 };
    if (narrow === undefined) throw new Error('no rule');
    expect(createCoverage([narrow], effort)(narrow)).toBe(true);
    expect(effort.left).toBe(0);
  });
});

describe('what is protected', () => {
  const CI = '.github/workflows/ci.yml';
  const PROTECTED = [...TREE, CI, '.github/workflows/cd.yml', '.github/other.yml'];
  const WORKFLOWS = '.github/workflows/**';

  it.each<[string, Sections, Sections, readonly string[], readonly string[]]>([
    ['all of a place', {}, { owns: [WORKFLOWS] }, PROTECTED, [`- protected-path ${WORKFLOWS} (2)`]],
    ['one file', {}, { owns: [CI] }, PROTECTED, [`- protected-path ${CI} (1)`]],
    ['one file that is not there yet', {}, { owns: [CI] }, TREE, [`- protected-path ${CI} (0)`]],
    [
      'one of two files',
      {},
      { owns: [`.github/workflows/{new,newer}.yml`] },
      PROTECTED,
      ['- protected-path .github/workflows/{new,newer}.yml (0)'],
    ],
    ['not what only a wildcard would name', {}, { owns: ['.github/workflows/*.yml'] }, TREE, []],
    ['not what lies around the place', {}, { owns: ['.github/**', '**'] }, PROTECTED, []],
    ['not what nothing protects', {}, { owns: ['apps/new.py', '.github/other.yml'] }, PROTECTED, []],
    [
      'not what an entry of another spelling opens',
      { owns: [`./${CI}`] },
      { owns: [`/${CI}`] },
      PROTECTED,
      [],
    ],
    ['not what a wider entry opens', { owns: [WORKFLOWS] }, { owns: [WORKFLOWS, CI] }, PROTECTED, []],
    [
      'more than a narrower entry opens',
      { owns: [CI] },
      { owns: [CI, WORKFLOWS] },
      PROTECTED,
      [`- protected-path ${WORKFLOWS} (1)`],
    ],
    ['once what stands twice', {}, { owns: [CI, `./${CI}`] }, PROTECTED, [`- protected-path ${CI} (1)`]],
    ['not what is only read', {}, { owns: ['apps/**'], reads: [CI] }, PROTECTED, []],
    ['not what an exception names', {}, { owns: ['apps/**', `!${CI}`] }, PROTECTED, []],
  ])('is opened by an OWNS entry: %s', (_, before, after, tree, expected) => {
    expect(between(before, after, tree)).toEqual(expected);
    const reversed = expected.map((line) => line.replace('-', '+'));
    expect(between(after, before, tree)).toEqual(reversed);
  });
});

describe('an agent', () => {
  const [F, G] = ['.claude/agents/f.md', '.claude/agents/g.md'];
  const rules = { cannotTouch: ['docs/**'] };

  it('that keeps its name in another file has not become the one that stands there now', () => {
    const before = [anAgent('x', { ...rules, file: F })];
    const after = [
      anAgent('x', { cannotTouch: ['docs/**', 'apps/**'], file: G }),
      anAgent('y', { ...rules, file: F }),
    ];
    expect(inShort(compare(before, after, TREE))).toEqual(['+ denial apps/** (3)', '+ agent y (2)']);
  });

  it('of several files is told by any of them that holds rules, and by any that holds another agent now', () => {
    const both = mergeAgents(anAgent('x', { file: F }), anAgent('x', { ...rules, file: G }));
    expect(inShort(compare([both], [], TREE))).toEqual(['- agent x (2)']);
    expect(inShort(compare([both], [anAgent('y', { ...rules, file: G })], TREE))).toEqual([
      '- agent x y (2)',
      '+ agent y x (2)',
    ]);
  });

  it('that is there stays itself, whatever an alias says', () => {
    const [x, y] = [anAgent('x', rules), anAgent('y', { cannotTouch: ['apps/**'] })];
    expect(inShort(compare([x], [x, y], TREE, { x: 'y' }))).toEqual(['+ agent y (3)']);
  });
});
