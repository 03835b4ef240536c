import { describe, expect, it } from '@jest/globals';

import { ruling } from '../../../src/core/judgement/ruling.js';
import { repoPath } from '../../../src/core/vocabulary.js';
import { anAgent, mergeAgents } from '../../support/builders.js';
import { lint, lintFor, read } from './linting.js';

const TREE = ['src/a.test.ts', 'src/a.ts', 'src/b.test.ts', 'lib/a.test.ts', 'src/legacy/c.test.ts'];

describe('contested paths', () => {
  it('are those that OWNS and CANNOT TOUCH both cover, said once for the OWNS entry', () => {
    const agent = anAgent('testing', { owns: ['*.test.ts'], cannotTouch: ['src/**/*.ts'] });
    expect(lintFor('contested-paths', [agent], TREE)).toEqual([
      {
        code: 'contested-paths',
        severity: 'warning',
        file: '.claude/agents/testing.md',
        line: 10,
        agent: 'testing',
        pattern: '*.test.ts',
        denial: {
          agent: 'testing',
          section: 'cannot-touch',
          pattern: 'src/**/*.ts',
          file: '.claude/agents/testing.md',
          line: 30,
        },
        paths: { examples: ['src/a.test.ts', 'src/b.test.ts', 'src/legacy/c.test.ts'], count: 3 },
        otherwiseDenied: 0,
        exceptions: [{ line: '!*.test.ts', entry: expect.objectContaining({ line: 30 }) }],
        keepBelow: [],
      },
    ]);
  });

  it.each([
    ['a denial inside the ownership', { owns: ['src/**'], cannotTouch: ['src/legacy/**'] }],
    [
      'a denial inside the ownership that a wider one repeats',
      { owns: ['src/**'], cannotTouch: ['src/legacy/**', '**'] },
    ],
    ['a carve-out', { owns: ['src/a.ts'], cannotTouch: ['src/*.ts'] }],
    ['a denial that is lifted', { owns: ['*.test.ts'], cannotTouch: ['src/**', '!*.test.ts'] }],
    ['an ownership with an exception', { owns: ['*.test.ts', '!src/**'], cannotTouch: ['src/**'] }],
    ['an overlap without a file', { owns: ['*.spec.ts'], cannotTouch: ['src/**'] }],
  ])('are not %s', (_, sections) => {
    expect(lintFor('contested-paths', [anAgent('x', sections)], TREE)).toEqual([]);
  });

  it('are told under the entry that denies most, with the number of the others', () => {
    const agent = anAgent('x', { owns: ['*.test.ts'], cannotTouch: ['src/*.ts', 'lib/**'] });
    expect(lintFor('contested-paths', [agent], TREE)).toMatchObject([
      { denial: { pattern: 'src/*.ts' }, paths: { count: 2 }, otherwiseDenied: 1 },
    ]);
  });

  it('name the denials that have to stay below the new line', () => {
    const agent = anAgent('x', { owns: ['src/**'], cannotTouch: ['src/legacy/**', '*.test.ts'] });
    expect(lintFor('contested-paths', [agent], TREE)).toMatchObject([
      { exceptions: [{ line: '!src/**' }], keepBelow: ['src/legacy/**'], paths: { count: 2 } },
    ]);
  });

  it.each([
    ['the same entry', 'src/**', 'src/**'],
    ['an equal entry in another spelling', 'src/**', '/src/'],
    [
      'an equal entry with its braces in another order',
      '{src/a.ts,src/*.test.ts}',
      '{src/*.test.ts,src/a.ts}',
    ],
  ])('have no line that would leave nothing of the denial: %s', (_, owns, denied) => {
    const agent = anAgent('x', { owns: [owns], cannotTouch: [denied] });
    expect(lintFor('contested-paths', [agent], TREE)).toMatchObject([{ exceptions: [], keepBelow: [] }]);
  });

  it('have no line where a definition of another root could not say it', () => {
    const both = mergeAgents(
      anAgent('x', { owns: ['*/a.test.ts'] }),
      anAgent('x', { cannotTouch: ['*.ts'], root: 'src', file: 'src/.claude/agents/x.md' }),
    );
    expect(lintFor('contested-paths', [both], TREE)).toMatchObject([{ exceptions: [], paths: { count: 1 } }]);
  });
});

describe('the entries that contested paths are told under', () => {
  const told = (sections: Parameters<typeof anAgent>[1], tree: readonly string[] = TREE) =>
    lintFor('contested-paths', [anAgent('x', sections)], tree).map(
      ({ pattern, denial, paths, otherwiseDenied }) =>
        `${pattern} by ${denial.pattern} on ${paths.examples.join(' ')}, ${String(otherwiseDenied)} more`,
    );

  it.each([
    [
      'the first of two that deny as many',
      { owns: ['*.test.ts'], cannotTouch: ['src/a*', 'src/b*'] },
      ['*.test.ts by src/a* on src/a.test.ts, 1 more'],
    ],
    [
      'the one that denies most',
      { owns: ['*.test.ts'], cannotTouch: ['lib/**', 'src/*.ts'] },
      ['*.test.ts by src/*.ts on src/a.test.ts src/b.test.ts, 1 more'],
    ],
    [
      'the last that matches',
      { owns: ['*.test.ts'], cannotTouch: ['src/*', '*/*.test.*'] },
      ['*.test.ts by */*.test.* on lib/a.test.ts src/a.test.ts src/b.test.ts, 1 more'],
    ],
    [
      'no exception',
      { owns: ['*.test.ts'], cannotTouch: ['src/*', '!src/b*', 'lib/*'] },
      ['*.test.ts by src/* on src/a.test.ts src/legacy/c.test.ts, 1 more'],
    ],
    [
      'each OWNS entry for what it decides',
      { owns: ['*.test.ts', '*/a.*'], cannotTouch: ['{src,lib}/**'] },
      [
        '*.test.ts by {src,lib}/** on src/b.test.ts src/legacy/c.test.ts, 0 more',
        '*/a.* by {src,lib}/** on lib/a.test.ts src/a.test.ts src/a.ts, 0 more',
      ],
    ],
  ])('are %s', (_, sections, expected) => {
    expect(told(sections)).toEqual(expected);
  });

  it('are those of the last section and of the last definition that deny', () => {
    const first = anAgent('x', { owns: ['*.test.ts'], cannotTouch: ['src/**', 'lib/**'] });
    const second = anAgent('x', { cannotTouch: ['src/a*'], file: 'b.md' });
    expect(lintFor('contested-paths', [mergeAgents(first, second)], TREE)).toMatchObject([
      {
        denial: { file: first.definitions[0]?.file, pattern: 'src/**' },
        paths: { count: 2 },
        otherwiseDenied: 2,
      },
    ]);
    const sections = read({
      'x.md':
        '---\nname: x\n---\n\n## OWNS\n\n- `*.test.ts`\n\n## CANNOT TOUCH\n\n- `src/**`\n\n## Never edit\n\n- `*/b.*`\n',
    });
    expect(lintFor('contested-paths', sections.agents, TREE)).toMatchObject([
      { denial: { pattern: 'src/**', line: 11 }, paths: { count: 2 }, otherwiseDenied: 1 },
    ]);
  });

  it('are those of CANNOT TOUCH, wherever OWNS stands', () => {
    const { agents } = read({
      'x.md':
        '---\nname: x\n---\n\n## CANNOT TOUCH\n\n- `src/**`\n\n## OWNS\n\n- `*.test.ts`\n\n## READS\n\n- `**`\n',
    });
    expect(lintFor('contested-paths', agents, TREE)).toMatchObject([
      { pattern: '*.test.ts', denial: { section: 'cannot-touch', pattern: 'src/**' }, paths: { count: 3 } },
    ]);
  });

  it('are told of the entries above the new line only where they would be opened', () => {
    const agent = anAgent('x', {
      owns: ['src/**'],
      cannotTouch: ['src/legacy/**', 'lib/**', 'src/none/**', '!src/legacy/d', '*.test.ts', 'src/legacy/**'],
    });
    expect(lintFor('contested-paths', [agent], TREE)).toMatchObject([{ keepBelow: ['src/legacy/**'] }]);
  });
});

describe('the line to add, written for the root of the definition that denies', () => {
  it.each([
    ['', 'docs/*.md', '', '*/a.*', 'docs/a.md', '!docs/*.md'],
    ['', '/docs/', '', '*.md', 'docs/a.md', '!/docs/'],
    ['pkg', '*.md', '', '*/a.*', 'pkg/a.md', '!pkg/**/*.md'],
    ['pkg', 'docs/', '', '*.md', 'pkg/x/docs/a.md', '!pkg/**/docs/'],
    ['pkg', '/docs/', '', '*.md', 'pkg/docs/a.md', '!pkg/docs/'],
    ['pkg', 'docs/*.md', '', '*/*/a.*', 'pkg/docs/a.md', '!pkg/docs/*.md'],
    ['pkg/api', '*.md', 'pkg', '*/a.*', 'pkg/api/a.md', '!api/**/*.md'],
    ['[p]{q}', '*.md', '', '*/a.*', '[p]{q}/a.md', '!\\[p\\]\\{q\\}/**/*.md'],
  ])('from %j, %s, for %j and %s', (ownRoot, owns, root, denied, path, line) => {
    const agent = mergeAgents(
      anAgent('x', { owns: [owns], root: ownRoot, file: 'own.md' }),
      anAgent('x', { cannotTouch: [denied], root, file: 'deny.md' }),
    );
    expect(lintFor('contested-paths', [agent], [path])).toMatchObject([
      { exceptions: [{ line, entry: { file: 'deny.md', pattern: denied } }] },
    ]);
  });

  it.each([
    ['beside it', 'pkg', 'api'],
    ['of a name that only begins alike', 'pkgs', 'pkg'],
    ['below it', '', 'pkg'],
  ])('is none where that root is %s', (_, ownRoot, root) => {
    const agent = mergeAgents(
      anAgent('x', { owns: ['*.md'], root: ownRoot, file: 'own.md' }),
      anAgent('x', { cannotTouch: ['**/a.*'], root, file: 'deny.md' }),
    );
    const paths = ['pkg/a.md', 'pkgs/a.md', 'api/a.md'];
    for (const problem of lintFor('contested-paths', [agent], paths))
      expect(problem).toMatchObject({ exceptions: [] });
  });

  it.each([
    [5, 5],
    [6, 0],
  ])('is given for up to five sections: %s', (count, lines) => {
    const denials = Array.from({ length: count }, (_, at) =>
      anAgent('x', { cannotTouch: ['src/*.ts'], file: `${String(at)}.md` }),
    );
    const agent = [anAgent('x', { owns: ['*.test.ts'] }), ...denials].reduce(mergeAgents);
    const [problem] = lintFor('contested-paths', [agent], ['src/a.test.ts']);
    expect(problem?.exceptions).toHaveLength(lines);
  });
});

const owning = (owns: string): string => `---\nname: x\ndescription: x\n---\n\n## OWNS\n\n- \`${owns}\`\n`;

const OWN = '.claude/agents/x.md';
const NESTED = 'src/.claude/agents/x.md';

describe('the line to add', () => {
  it.each([
    ['a fence', { [OWN]: `${owning('*.test.ts')}\n## CANNOT TOUCH\n\n\`\`\`\nsrc/**/*.ts\n+\n\`\`\`\n` }],
    ['bullets', { [OWN]: `${owning('*.test.ts')}\n## CANNOT TOUCH\n\n- \`src/*.ts\`\n- \`docs/**\`\n+\n` }],
    [
      'bullets of which one has an exception of its own',
      {
        [OWN]: `${owning('*.test.ts')}\n## CANNOT TOUCH\n\n- \`src/*.ts\` (except \`src/z.ts\`)\n- \`src/a.*\`\n+\n`,
      },
    ],
    [
      'several sections',
      {
        [OWN]: `${owning('*.test.ts')}\n## CANNOT TOUCH\n\n- \`src/*.ts\`\n+\n\n## Never edit\n\n- \`src/**\`\n+\n`,
      },
    ],
    [
      'another definition of the same name',
      {
        [OWN]: owning('*.test.ts'),
        '.claude/agents/y.md': `---\nname: x\n---\n\n## CANNOT TOUCH\n\n- \`src/**\`\n+\n`,
      },
    ],
    [
      'a definition above the owning one',
      {
        [NESTED]: owning('/a.test.ts'),
        [OWN]: `---\nname: x\n---\n\n## CANNOT TOUCH\n\n- \`src/*.ts\`\n+\n`,
      },
    ],
    [
      'a definition above the owning one, for a pattern of any depth',
      { [NESTED]: owning('*.test.ts'), [OWN]: `---\nname: x\n---\n\n## CANNOT TOUCH\n\n- \`src/*.ts\`\n+\n` },
    ],
  ])('lifts the denial in %s', (_, files: Readonly<Record<string, string>>) => {
    const before = read(withLine(files, null));
    const found = lint(before, TREE).filter((problem) => problem.code === 'contested-paths');
    const [problem] = found;
    const [example] = problem?.paths.examples ?? [];
    expect([problem?.code, example]).toEqual(['contested-paths', 'src/a.test.ts']);
    const lines = new Set(problem?.exceptions.map(({ line }) => line));
    expect(lines.size).toBe(1);
    const places = Object.values(files).flatMap((text) => text.match(/^\+$/gm) ?? []);
    expect(problem?.exceptions).toHaveLength(places.length);
    const after = read(withLine(files, [...lines].join('')));
    const [agent] = after.agents;
    if (agent === undefined) throw new Error('no agent');
    expect(ruling(agent, repoPath('src/a.test.ts')).verdict).toBe('owns');
  });
});

/** Puts the line where the text has a `+`, as a bullet below bullets. */
const withLine = (
  files: Readonly<Record<string, string>>,
  line: string | null,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(files).map(([path, content]) => [
      path,
      content.replace(/^(.*)\n\+$/gm, (_, above: string) =>
        line === null ? above : `${above}\n${above.startsWith('-') ? `- \`${line}\`` : line}`,
      ),
    ]),
  );
