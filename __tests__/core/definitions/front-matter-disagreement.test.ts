import { describe, expect, it } from '@jest/globals';

import { parseDefinition } from '../../../src/core/definitions/parse-definition.js';
import { aSource } from './reading.js';

const parse = (keys: string, body: string) =>
  parseDefinition(aSource(`---\nname: a\ndescription: d\n${keys}\n---\n${body}`));

const disagreements = (keys: string, body: string) =>
  parse(keys, body).problems.flatMap((problem) =>
    problem.code === 'front-matter-disagrees'
      ? [[problem.line, problem.key, problem.section, problem.onlyInFrontMatter, problem.onlyInBody] as const]
      : [],
  );

describe('front matter and body', () => {
  it.each([
    ['only the front matter has the section', 'owns: src/', '## READS\n- `docs/`'],
    ['only the body has it', 'model: opus', '## OWNS\n- `src/`'],
    ['both have the same', 'owns: src/, lib/', '## OWNS\n- `lib/`\n- `src/`'],
    ['they differ in spelling only', 'owns: ["./a", "apps/api/**"]', '## OWNS\n- `a`\n- `apps/api/`'],
    ['one uses braces', 'owns: "{a,b}.ts"', '## OWNS\n- `a.ts`\n- `b.ts`'],
    ['the body has it in two parts', 'owns: a/, b/', '## OWNS\n- `a/`\n## Can write\n- `b/`'],
    ['the front matter has it in two keys', 'owns: a/\nowned_paths: b/', '## OWNS\n- `a/`\n- `b/`'],
    ['both are empty', 'owns: none', '## OWNS\n- None'],
    ['a heading only begins like a section', 'cannot-touch: a/', '## CANNOT TOUCH in production\n- `b/`'],
  ])('agree where %s', (_, keys, body) => {
    expect(disagreements(keys, body)).toEqual([]);
  });

  it.each<[string, string, string, ReturnType<typeof disagreements>]>([
    [
      'each has its own',
      'cannot-touch: infra/, db/',
      '## CANNOT TOUCH\n- `infra/`\n- `web/`',
      [[4, 'cannot-touch', 'cannot-touch', ['db/'], ['web/']]],
    ],
    [
      'one is rooted and the other is not',
      'owns: src/**',
      '## OWNS\n- `src/`',
      [[4, 'owns', 'owns', ['src/**'], ['src/']]],
    ],
    ['an exception is missing', 'owns: a/, "!a/b"', '## OWNS\n- `a/`', [[4, 'owns', 'owns', ['!a/b'], []]]],
    ['one is empty', 'owns: []', '## OWNS\n- `a/`', [[4, 'owns', 'owns', [], ['a/']]]],
    [
      'two sections differ',
      'owned_paths: a/\nreads: b/',
      '## OWNS\n- `c/`\n## READS\n- `d/`',
      [
        [4, 'owned_paths', 'owns', ['a/'], ['c/']],
        [5, 'reads', 'reads', ['b/'], ['d/']],
      ],
    ],
  ])('disagree where %s', (_, keys, body, expected) => {
    expect(disagreements(keys, body)).toEqual(expected);
  });

  it('are compared part by part', () => {
    expect(disagreements('owns: "{a,b}.ts"', '## OWNS\n- `a.ts`')).toEqual([
      [4, 'owns', 'owns', ['{a,b}.ts'], []],
    ]);
    expect(disagreements('owns: a/', '## OWNS\n- `c/`\n## OWNS in production\n- `d/`')).toEqual([
      [4, 'owns', 'owns', ['a/'], ['c/']],
    ]);
    expect(disagreements('owns: a/', '## OWNS\n- `c/`\n## Can write\n- the rest of `b/`')).toEqual([
      [4, 'owns', 'owns', [], ['c/']],
    ]);
  });

  it('say nothing of patterns that a line which was not read may hold', () => {
    expect(disagreements('owns: a/, b/', '## OWNS\n- `a/`\n- the rest of `b/`')).toEqual([]);
    expect(disagreements('owns: a/', '## OWNS\n- `c/`\n- the rest of `b/`')).toEqual([
      [4, 'owns', 'owns', [], ['c/']],
    ]);
  });

  it('both count all the same', () => {
    const { definition } = parse('owns: a/', '## OWNS\n- `b/`');
    expect(definition?.sections.flatMap(({ rules }) => rules.map(({ pattern }) => pattern))).toEqual([
      'a/',
      'b/',
    ]);
  });
});
