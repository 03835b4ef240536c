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
