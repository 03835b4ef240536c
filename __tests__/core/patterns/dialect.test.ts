import { describe, expect, it } from '@jest/globals';

import { compileGlob } from '../../../src/core/patterns/dialect.js';
import { repoPath } from '../../../src/core/vocabulary.js';
import { compilation, compiled, matches, spelled } from './compiling.js';
import { dialect } from './dialect-table.js';

describe('a pattern', () => {
  it.each(dialect.rows)('$name: $pattern', ({ pattern, paths, ...context }) => {
    const found = Object.fromEntries(
      Object.keys(paths).map((path) => [path, matches(pattern, path, context)]),
    );
    expect(found).toEqual(paths);
  });

  it.each(dialect.refused)('is refused as $fault for $name', ({ pattern, fault }) => {
    expect(compilation(pattern)).toEqual(
      fault === 'unresolved-placeholder'
        ? { ok: false, code: 'unresolved-placeholder' }
        : { ok: false, code: 'invalid-pattern', fault },
    );
  });

  it.each([
    ['too many characters', 'a'.repeat(4_001), 'too-long'],
    ['too many times any depth', 'a/**/'.repeat(65), 'too-long'],
    ['too many readings of its route segments', '[ab]/'.repeat(10), 'too-many-braces'],
    ['too many results of single ranges', '{1..2000}', 'too-many-braces'],
    ['far too many readings of its route segments', '[ab]/'.repeat(60), 'too-many-braces'],
    ['too many results that are the same', `{${'a,'.repeat(1_000)}b}`, 'too-many-braces'],
    [
      'braces that nest deeper than the expansion follows',
      `${'{x'.repeat(1_002)},y${'}'.repeat(1_002)}`,
      'too-many-braces',
    ],
    ['a range that nests', '{a,{1..1000}}', 'too-many-braces'],
  ])('is refused for %s', (_, pattern, fault) => {
    expect(compilation(pattern, { section: 'cannot-touch' })).toEqual({
      ok: false,
      code: 'invalid-pattern',
      fault,
    });
  });

  it('may be as long and as branched as the limits allow', () => {
    const long = `{${Array.from({ length: 499 }, (_, index) => `f${index}`).join(',')}}/{a,b}`;
    expect(compiled(long).alternatives).toHaveLength(998);
    expect(matches('a'.repeat(4_000), 'a'.repeat(4_000))).toBe(true);
    expect(matches(`${'a/**/'.repeat(64)}x`, `${'a/'.repeat(64)}x`)).toBe(true);
  });

  it('loses no result where every character is escaped', () => {
    const name = '\\-'.repeat(900);
    const pattern = `{${Array.from({ length: 30 }, (_, index) => `${index}${'\\+'.repeat(10)}`).join(',')}}{${'x,'.repeat(30)}y}/${name}`;
    expect(pattern.length).toBeLessThan(4_000);
    expect(matches(pattern, `29${'+'.repeat(10)}y/${'-'.repeat(900)}`)).toBe(true);
  });

  it.each([
    ['!docs/**', true],
    [' ! docs/**', true],
    ['!!x', true],
    ['docs/**', false],
    ['\\!docs', false],
    ['{!a,b}', false],
  ])('%s is an exception: %s', (pattern, negated) => {
    expect(compiled(pattern).negated).toBe(negated);
  });

  it('says nothing with blanks after an exclamation mark', () => {
    expect(matches('! docs/**', 'docs/a.md')).toBe(true);
  });

  it('takes a second exclamation mark for part of the name', () => {
    expect([matches('!!x', '!x'), matches('!!x', 'x')]).toEqual([true, false]);
  });
});

describe('the limits of a pattern', () => {
  it.each([
    ['{1..999}', 999],
    ['{1..1000}', null],
    ['{[ab]/{1..499},z}', 999],
    ['{[ab]/{1..499},y,z}', null],
  ])('lie at 1,000 alternatives: %s', (pattern, count) => {
    const result = compilation(pattern, { section: 'cannot-touch' });
    if (count === null) expect(result).toMatchObject({ ok: false, fault: 'too-many-braces' });
    else expect(result.ok && result.pattern.alternatives.length).toBe(count);
  });

  it('count what is left of the pattern where it says nothing with its blanks', () => {
    expect(compilation(`  !  ${'a'.repeat(4_000)}`).ok).toBe(true);
  });

  it('hold for a name that minimatch would refuse, which throws at once', () => {
    expect(() => compileGlob('?'.repeat(70_000))).toThrow();
  });
});

/** The printable ASCII characters, less the slash: each is a name of one character. */
const CHARACTERS = Array.from({ length: 95 }, (_, index) => String.fromCharCode(0x20 + index)).filter(
  (character) => character !== '/',
);
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const DIGITS = '0123456789';

describe('a class', () => {
  const members = (pattern: string): string =>
    CHARACTERS.filter((character) => matches(`x${pattern}y`, `x${character}y`)).join('');
  const allBut = (excluded: string): string =>
    CHARACTERS.filter((character) => !excluded.includes(character)).join('');

  it.each([
    ['[ab]', 'ab'],
    ['[a-c]', 'abc'],
    ['[a-cx-z]', 'abcxyz'],
    ['[a-ca-c]', 'abc'],
    ['[c-a]', 'c'],
    ['[c-ax]', 'cx'],
    ['[a-]', '-a'],
    ['[-a]', '-a'],
    ['[a\\-c]', '-ac'],
    ['[+--]', '+,-'],
    ['[]a]', ']a'],
    ['[]-_]', ']^_'],
    ['[a\\]b]', ']ab'],
    ['[\\\\a]', '\\a'],
    ['[[a]', '[a'],
    ['[*?]', '*?'],
    ['[a!]', '!a'],
    ['[a^]', '^a'],
    ['[\\^]', '^'],
    ['[\\^a]', '^a'],
    ['[\\^-a]', '^_`a'],
    ['[Z-\\^]', 'Z[\\]^'],
    ['[\\!a]', '!a'],
    ['[!a]', allBut('a')],
    ['[^a]', allBut('a')],
    ['[!^]', allBut('^')],
    ['[^^a]', allBut('^a')],
    ['[!]]', allBut(']')],
    ['[!]a]', allBut(']a')],
    ['[!a-y]', allBut('abcdefghijklmnopqrstuvwxy')],
    ['[[:alnum:]]', DIGITS + LETTERS + LETTERS.toLowerCase()],
    ['[[:alpha:]]', LETTERS + LETTERS.toLowerCase()],
    ['[[:blank:]]', ' '],
    ['[[:digit:]]', DIGITS],
    ['[[:lower:]]', LETTERS.toLowerCase()],
    ['[[:upper:]]', LETTERS],
    ['[[:xdigit:]]', `${DIGITS}ABCDEFabcdef`],
    ['[[:space:]]', ' '],
    ['[[:print:]]', allBut('')],
    ['[[:graph:]]', allBut(' ')],
    ['[[:punct:]]', allBut(` ${DIGITS}${LETTERS}${LETTERS.toLowerCase()}`)],
    ['[![:alnum:]]', allBut(DIGITS + LETTERS + LETTERS.toLowerCase())],
    ['[[:digit:]-a]', `-${DIGITS}a`],
    ['[x[:digit:]y]', `${DIGITS}xy`],
    ['[[:digit]', ':[dgit'],
    ['[[:]', ':['],
    ['[[xdigit:]', ':[dgitx'],
    ['[a:digit:]', ':adgit'],
    ['[a-[:digit:]]', ''],
  ])('%s holds %j', (pattern, expected) => {
    expect(members(pattern)).toBe(Array.from(expected).sort().join(''));
  });

  it.each([
    ['x[[::]]', 'not-compilable'],
    ['x[[:Alpha:]]', 'not-compilable'],
    ['x[[:alpha:]', 'unclosed-bracket'],
    ['x[!]', 'unclosed-bracket'],
    ['x[a-', 'unclosed-bracket'],
    ['x[', 'unclosed-bracket'],
  ])('is refused in %s', (pattern, fault) => {
    expect(compilation(pattern)).toMatchObject({ ok: false, fault });
  });

  it('ends where its bracket closes', () => {
    expect(spelled(compiled('[ab]-[cd]]'))).toEqual(['[**][[ab]-[cd]\\]][**]']);
  });

  it('of one character is that character, so that no glob is left', () => {
    expect(['[a]', '[aa]b', '[a-a]', '[?]b'].map((pattern) => spelled(compiled(pattern)))).toEqual([
      ['[**][a][**]'],
      ['[**][ab][**]'],
      ['[**][a][**]'],
      ['[**][?b][**]'],
    ]);
    expect(spelled(compiled('[!a]'))).toEqual(['[**][[!a]][**]']);
  });
});

describe('brackets that make up a segment', () => {
  it.each([
    '[id]',
    '[...slug]',
    '[[lang]]',
    '[[...slug]]',
    '[id].tsx',
    '[id].test.tsx',
    '[user_id]',
    '[user-id]',
    '[_x]',
    '[a-zebra]',
    '[A-b]',
    '[ab1-2c]',
  ])('%s is a name', (segment) => {
    expect(matches(`app/${segment}/x`, `app/${segment}/x`)).toBe(true);
  });

  it.each([
    '[a]',
    '[1a]',
    '[a b]',
    '[ab]x',
    'x[ab]',
    '[ab]-[cd]',
    '[[ab]',
    '[..ab]',
    '[a-z]',
    '[A-Z]',
    '[a-z0-9]',
    '[a-zA-Z0-9_-]',
    '[!ab]',
  ])('%s is a class', (segment) => {
    const result = compilation(`app/${segment}/x`);
    expect(result.ok && result.pattern.matches(repoPath(`app/${segment}/x`))).toBe(false);
    expect(result.ok).toBe(true);
  });
});

describe('blanks beside braces', () => {
  it.each([
    ['{a, b}', ['a', 'b']],
    ['{ a , b }', ['a', 'b']],
    ['{a  ,  b}', ['a', 'b']],
    ['{a b,c}', ['a b', 'c']],
    ['x {a, b} y', ['x a y', 'x b y']],
    ['{a, {b , c} }', ['a', 'b', 'c']],
    ['{ {a, b} , c}', ['a', 'b', 'c']],
    ['{{a, b} c, d}', ['a c', 'b c', 'd']],
    ['{a,b} , {c, d}', ['a , c', 'a , d', 'b , c', 'b , d']],
    ['x , y', ['x , y']],
  ])('in %j', (pattern, names) => {
    expect(spelled(compiled(pattern))).toEqual(names.map((name) => `[**][${name}][**]`));
  });
});

describe('braces', () => {
  it.each([
    ['{1..3}', ['1', '2', '3']],
    ['{3..1}', ['3', '2', '1']],
    ['{-1..1}', ['-1', '0', '1']],
    ['{1..5..2}', ['1', '3', '5']],
    ['{a..c}', ['a', 'b', 'c']],
    ['{a..e..2}', ['a', 'c', 'e']],
    ['{01..03}', ['01', '02', '03']],
    ['{a,b{1,2}}', ['a', 'b1', 'b2']],
  ])('expand as in a shell: %s', (pattern, names) => {
    expect(spelled(compiled(pattern))).toEqual(names.map((name) => `[**][${name}][**]`));
  });

  it.each(['{1..}', '{a..1}', '{ab..cd}', '{x}', '{ }', 'a${b}', '<a>', '<a b>/c'])(
    '%s is left for someone to fill in',
    (pattern) => {
      expect(compilation(pattern)).toEqual({ ok: false, code: 'unresolved-placeholder' });
    },
  );

  it.each(['a<b', 'a>b', '<>', 'a$b'])('%s is a name', (pattern) => {
    expect(spelled(compiled(pattern))).toEqual([`[**][${pattern}][**]`]);
  });
});
