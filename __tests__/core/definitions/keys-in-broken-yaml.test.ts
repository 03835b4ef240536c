import { describe, expect, it } from '@jest/globals';

import { parseDefinition } from '../../../src/core/definitions/parse-definition.js';
import { aSource } from './reading.js';

/** What the keys of front matter say, whose first line is line 2: rules, and what no rule was made of. */
const read = (frontMatter: string) => {
  const { definition, problems } = parseDefinition(aSource(`---\n${frontMatter}\n---\nWords.\n`));
  return {
    name: definition?.name,
    rules: (definition?.sections ?? []).flatMap(({ kind, rules }) =>
      rules.map(({ location, pattern }) => `${kind} ${location.line} ${pattern}`),
    ),
    unread: problems.flatMap((problem) =>
      problem.code === 'unenforceable-entry' && 'text' in problem
        ? [`${problem.section} ${problem.line ?? 0} ${problem.reason} ${problem.text}`]
        : [],
    ),
  };
};

describe('an ownership key inside another one is reported at its own line', () => {
  it.each([
    [
      'name: web\npaths:\n  owns: src/\n  more:\n    - cannot-touch: db/',
      ['owns 4 unknown-shape owns: src/', 'cannot-touch 6 unknown-shape - cannot-touch: db/'],
    ],
    ['name: web\nx:\n  - a\n  - y: b\n    reads:\n      - docs/', ['reads 6 unknown-shape reads:']],
    [
      'name: web\nx: { y: [{ z: 1 }, { owns: src/ }] }',
      ['owns 3 unknown-shape x: { y: [{ z: 1 }, { owns: src/ }] }'],
    ],
    [
      'name: web\nx: y: z\n  owns: src/\n  - "cannot touch": db/',
      ['owns 4 unknown-shape owns: src/', 'cannot-touch 5 unknown-shape - "cannot touch": db/'],
    ],
    ['name: web\nx: y: z\n  owns:', ['owns 4 unknown-shape owns:']],
    ['name: web\nx: y: z\n  readonly:\n  read-only: yes', []],
    ['name: web\nx: y: z\n  other: src/\n  words only', []],
  ])('%j', (frontMatter, unread) => {
    expect(read(frontMatter)).toEqual({ name: 'web', rules: [], unread });
  });
});

describe('front matter that is no YAML as a whole', () => {
  it.each([
    ['x: y: z\nname: web\ndescription: says\nname: other', 'web'],
    ["x: y: z\n'name': web", 'web'],
    ['x: y: z\nname: "web"  # the shop', 'web'],
    ["x: y: z\nname: 'web'", 'web'],
    ['name: web', 'web'],
  ])('has the name of its first such line: %j', (frontMatter, name) => {
    expect(read(frontMatter).name).toBe(name);
  });

  it.each([
    [
      'name: web\nx: y: z\nowns:\n  - src/\n  - lib/\ncannot-touch: >\n  db/,\n  infra/',
      ['owns 5 src/', 'owns 6 lib/', 'cannot-touch 8 db/', 'cannot-touch 9 infra/'],
    ],
    [
      'name: web\nx: y: z\nowns: src/,\n  lib/\nreads: docs/',
      ['owns 4 src/', 'owns 5 lib/', 'reads 6 docs/'],
    ],
    ['name: web\nx: y: z\nowns: a/\nowns: b/', ['owns 4 a/', 'owns 5 b/']],
    ['name: web\nowns: *.md', ['owns 3 *.md']],
    [
      'name: web\nowns:\n  - *.md\n  - "src/x"\n  - \'lib/\'  # the rest',
      ['owns 4 *.md', 'owns 5 src/x', 'owns 6 lib/'],
    ],
    ['name: web\nowns: [*.md, "src/#x", lib/]  # the rest', ['owns 3 *.md', 'owns 3 src/#x', 'owns 3 lib/']],
    ['name: web\nowns: *.md,\n  lib/\n  db/', ['owns 3 *.md', 'owns 4 lib/', 'owns 5 db/']],
    ['name: web\nowns: *.md, src/[id]', ['owns 3 *.md', 'owns 3 src/[id]']],
    [
      'name: web\nowns: [*.md, lib/\n  , src/, docs/x]',
      ['owns 3 *.md', 'owns 3 lib/', 'owns 4 src/', 'owns 4 docs/x'],
    ],
    ['name: web\nowns:\n  - *.md\nother:\n  - lib/', ['owns 4 *.md']],
  ])('has each key read alone, at its own lines: %j', (frontMatter, rules) => {
    expect(read(frontMatter)).toEqual({ name: 'web', rules, unread: [] });
  });

  it.each([
    [
      'name: web\ncannot-touch: *.md and\n  the rest of lib/',
      ['cannot-touch 3 complement *.md and the rest of lib/'],
    ],
    ['name: web\nx: y: z\ncannot-touch: the rest of\n  lib/', ['cannot-touch 4 complement the rest of lib/']],
    ['name: web\nowns: *.md "and" x', ['owns 3 unknown-shape *.md "and" x']],
  ])('has what is no list of paths reported: %j', (frontMatter, unread) => {
    expect(read(frontMatter)).toEqual({ name: 'web', rules: [], unread });
  });

  it.each(['see: "lib/"', '"lib/" of the API'])(
    'has an item that is more than a quoted path reported: %s',
    (item) => {
      expect(read(`name: web\nowns:\n  - *.md\n  - ${item}`)).toMatchObject({
        rules: ['owns 4 *.md'],
        unread: [`owns 5 unknown-shape ${item}`],
      });
    },
  );
});
