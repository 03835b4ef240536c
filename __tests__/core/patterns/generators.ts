import fc from 'fast-check';

/** Few letters, so that a pattern and a path often meet; and those that mean something somewhere. */
const SPECIAL = ['B', '1', '.', '-', '_', '!', '^', '(', ')', '@', '+', '#', ' ', ']', '|', ',', '$', '~'];
const RARE = ['*', '?', '[', '\\', '{', '}', 'é', '\u{1f600}', '\udcff'];
const ESCAPES = ['\\*', '\\?', '\\[', '\\]', '\\!', '\\#', '\\-', '\\\\', '\\{', '\\}', '\\ '];
const MEMBERS = [
  'a-b',
  'A-Z',
  'b-a',
  '0-9',
  '\\]',
  '\\^',
  '\\-',
  '\\\\',
  '[',
  '[:alpha:]',
  '[:digit:]',
  '[:punct:]',
];

const character = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('a', 'b') },
  { weight: 2, arbitrary: fc.constantFrom(...SPECIAL) },
);

const joined = (arbitrary: fc.Arbitrary<string>, maxLength: number): fc.Arbitrary<string> =>
  fc.array(arbitrary, { minLength: 1, maxLength }).map((parts) => parts.join(''));

const aName = joined(
  fc.oneof({ weight: 12, arbitrary: character }, { weight: 1, arbitrary: fc.constantFrom(...RARE) }),
  4,
).filter((name) => name !== '.' && name !== '..' && name.trim() === name);

/** A path of a repository. */
export const aPath = fc
  .oneof(
    { weight: 3, arbitrary: fc.array(aName, { minLength: 1, maxLength: 4 }) },
    { weight: 1, arbitrary: fc.array(fc.constantFrom('a', 'b'), { minLength: 1, maxLength: 6 }) },
  )
  .map((names) => names.join('/'));

const aClass = fc
  .tuple(fc.constantFrom('', '', '!', '^'), joined(fc.oneof(character, fc.constantFrom(...MEMBERS)), 4))
  .map(([negation, members]) => `[${negation}${members}]`);

const aSegment = fc.oneof(
  {
    weight: 6,
    arbitrary: joined(
      fc.oneof(
        { weight: 6, arbitrary: character },
        { weight: 2, arbitrary: fc.constantFrom('*', '?', '**') },
        { weight: 1, arbitrary: aClass },
        { weight: 1, arbitrary: fc.constantFrom(...ESCAPES) },
      ),
      4,
    ),
  },
  { weight: 2, arbitrary: fc.constantFrom('**', '*') },
  { weight: 1, arbitrary: fc.constantFrom('***', '?', 'a', 'b') },
);

/** A pattern without braces, which gitignore(5) can read too. */
export const aPattern = fc
  .tuple(
    fc.constantFrom('', '', '', '/'),
    fc.oneof(
      { weight: 4, arbitrary: fc.array(aSegment, { minLength: 1, maxLength: 4 }) },
      {
        weight: 1,
        arbitrary: fc.array(fc.constantFrom('a', 'b', '*', '**'), { minLength: 2, maxLength: 6 }),
      },
    ),
    fc.constantFrom('', '', '', '/'),
  )
  .map(([start, segments, end]) => `${start}${segments.join('/')}${end}`);

/** A pattern with braces, and its results as one who expands them by hand would write them. */
export const aBracedPattern = fc
  .array(fc.oneof(aSegment, fc.constant('/'), fc.array(aPattern, { minLength: 2, maxLength: 3 })), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => ({
    pattern: parts
      .map((part) => (typeof part === 'string' ? plain(part) : `{${part.map(plain).join(',')}}`))
      .join(''),
    results: parts.reduce<readonly string[]>(
      (results, part) => results.flatMap((result) => [part].flat().map((text) => result + plain(text))),
      [''],
    ),
  }));

const plain = (text: string): string => text.replace(/\\?[,{}]|\$|^ +|(?<!\\) +$/g, 'b');

/** A path that the pattern has a good chance to match. */
const aPathLike = (pattern: string): fc.Arbitrary<string> => {
  const names = pattern
    .replace(/[{}!]|\\(?=.)/g, '')
    .split('/')
    .map(aNameLike);
  return fc
    .tuple(fc.constantFrom('', '', 'a', 'b/a'), fc.tuple(...names), fc.constantFrom('', '', 'a', 'b/a'))
    .map(([before, middle, after]) =>
      [before, ...middle, after].filter((name) => !['', '.', '..'].includes(name)),
    )
    .map((path) => (path.length === 0 ? 'a' : path.join('/')));
};

const aNameLike = (name: string): fc.Arbitrary<string> =>
  /^\*+$/.test(name)
    ? fc.constantFrom('', 'a', 'a/b', 'ab')
    : fc.constantFrom('', 'a', 'b', 'ab', '1').map((filling) =>
        name
          .replace(/\*+/g, filling)
          .replace(/\[[^\]]+\]?\]|\?/g, filling.slice(0, 1) || '_')
          .replace(/,.*/, ''),
      );

/** Paths of which some are likely to match the pattern. */
export const pathsFor = (pattern: string): fc.Arbitrary<readonly string[]> =>
  fc.array(fc.oneof(aPath, aPathLike(pattern)), { minLength: 3, maxLength: 6 });
