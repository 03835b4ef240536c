import { describe, expect, it } from '@jest/globals';

import { parseDefinition } from '../../../src/core/definitions/parse-definition.js';
import { ruling } from '../../../src/core/judgement/ruling.js';
import { repoPath, type SectionKind } from '../../../src/core/vocabulary.js';
import { aSource, readBody } from './reading.js';

const HEADINGS = { owns: 'OWNS', reads: 'READS', 'cannot-touch': 'CANNOT TOUCH' } as const;

/** The patterns of a line as a bullet and as a line of a fence; both must agree. */
function below(kind: SectionKind, text: string) {
  const [bullet, fenced] = [`- ${text}`, `\`\`\`\n${text}\n\`\`\``].map((lines) => {
    const { rules, problems } = readBody(`## ${HEADINGS[kind]}\n${lines}`, kind);
    return {
      patterns: rules.map((row) => row.replace(/^\d+ /, '')),
      reasons: problems.map((row) => row.split(' ', 2)[1]),
    };
  });
  expect(fenced).toEqual(bullet);
  return bullet;
}

describe('everything', () => {
  it.each([
    'Everything',
    'everything',
    'Anything',
    'All files',
    'any file',
    'Any file (read-only agent)',
    'every file',
    'The entire codebase',
    'the whole repository',
    'Everything in the repository',
    'All files and folders',
    'All of the repository',
    'Everything — this agent only reads',
    '**Everything**',
    'Everything.',
  ])('is every path: %s', (text) => {
    expect(below('cannot-touch', text)).toEqual({ patterns: ['**'], reasons: [] });
  });

  it.each([
    ['Everything outside `apps/web/`', ['apps/web/']],
    ['everything outside apps/web/', ['apps/web/']],
    ['All files outside of apps/web', ['apps/web']],
    ['Everything outside of the `apps/web/` directory', ['apps/web/']],
    ['Everything except `x/`, `y/`', ['x/', 'y/']],
    ['Everything except x/, y/', ['x/', 'y/']],
    ['Anything but `docs/`', ['docs/']],
    ['Everything other than `a/` and `b/` (other agents)', ['a/', 'b/']],
    ['Everything **outside** `apps/web/`', ['apps/web/']],
    ['Everything that is not in `apps/web/`', ['apps/web/']],
    ['Everything (except `a/`)', ['a/']],
    ['Everything outside `apps/web/` is off limits', ['apps/web/']],
    ['The entire repository except `docs/`', ['docs/']],
    ['Any file outside `.claude/memory/`', ['.claude/memory/']],
    ['Everything outside apps/web/ - others', ['apps/web/']],
    ['Everything __outside__ `apps/web/`', ['apps/web/']],
    ['Everything outside of the apps/web/ directory', ['apps/web/']],
    ['Everything except a/, b.x/ and c/ folders', ['a/', 'b.x/', 'c/']],
    ['Everything except a/, and b/.', ['a/', 'b/']],
    ['Everything outside `apps/web/` (see `docs/web.md`)', ['apps/web/']],
  ])('less some paths is all but these: %s', (text, excepted) => {
    const patterns = ['**', ...excepted.map((pattern) => `!${pattern}`)];
    expect(below('cannot-touch', text)).toEqual({ patterns, reasons: [] });
    expect(below('owns', text.replace(' is off limits', ''))).toEqual({ patterns, reasons: [] });
  });

  it.each([
    'Everything you need is in `docs/`',
    'Everything outside your own folder `apps/web/`',
    'Everything except tests',
    'Everything except `docs/` and the tests',
    'Everything except docs',
    'Everything is allowed',
    'Everything under the sun',
    'Everything outside `apps/web/` in production',
    'Everything outside `!x`',
    'Everything outside `npm test`',
    'Everything — `src/`, `docs/`',
    'Everything outside `a/` (except `a/b/`)',
    'Everything else: `docs/`',
    'Everything else in `src/`',
    'Everything outside `apps/web/` (or `apps/api/`)',
    'Everything outside `a/`, `npm test`',
    'Everything outside `a/` `b/`',
    'Everything outside `a/` of the `b/`',
    'Everything except a/ and tests',
    'Everything only where it matters',
  ])('is reported where it is not unmistakable: %s', (text) => {
    expect(below('cannot-touch', text)).toEqual({ patterns: [], reasons: ['complement'] });
  });

  it('is not owned where it is off limits', () => {
    expect(below('owns', 'Everything outside `apps/web/` is off limits')).toEqual({
      patterns: [],
      reasons: ['complement'],
    });
  });

  it.each([
    ['Everything outside\n  `apps/web/`', ['**', '!apps/web/']],
    ['Everything outside of the\n  `apps/web/` - ops', ['**', '!apps/web/']],
    ['`src/`, except\n  `src/gen/`', ['src/', '!src/gen/']],
    ['All files but\n  `docs/`', ['**', '!docs/']],
  ])('may be wrapped before the paths that are taken out: %j', (text, patterns) => {
    expect(readBody(`## CANNOT TOUCH\n- ${text}`, 'cannot-touch')).toEqual({
      rules: patterns.map((pattern) =>
        expect.stringMatching(new RegExp(`^\\d ${pattern.replace(/[*/]/g, '\\$&')}$`)),
      ),
      problems: [],
    });
  });

  it.each([
    ['Everything outside `a/` (see `docs/a.md`)', 'see `docs/a.md`', null],
    ['Everything only with approval', 'only with approval', 'only with approval'],
    ['Everything  outside\n  `a/` - ops', 'ops', null],
  ])('keeps its remark: %j', (text, remark, condition) => {
    const { definition } = parseDefinition(aSource(`## CANNOT TOUCH\n- ${text}`));
    expect(definition?.sections[0]?.rules[0]).toMatchObject({ pattern: '**', remark, condition });
  });

  it('keeps its condition', () => {
    const { definition } = parseDefinition(
      aSource('## CANNOT TOUCH\n- Everything outside `a/` without approval'),
    );
    expect(definition?.sections[0]?.rules).toMatchObject([
      { pattern: '**', condition: 'without approval' },
      { pattern: '!a/', condition: 'without approval' },
    ]);
  });

  it.each(['All files (read only)', 'Any file (read-only agent)', '✗ Everything'])(
    'contradicts OWNS where it says so: %s',
    (text) => {
      expect(below('owns', text)?.patterns).toEqual([]);
    },
  );

  it('stands in a label, a table and a key', () => {
    expect(readBody('**Cannot touch:** everything outside `a/`', 'cannot-touch').rules).toEqual([
      '1 **',
      '1 !a/',
    ]);
    expect(readBody('| CANNOT TOUCH |\n|---|\n| Everything outside `a/` |', 'cannot-touch').rules).toEqual([
      '3 **',
      '3 !a/',
    ]);
    const { definition } = parseDefinition(
      aSource('---\nname: a\ncannot-touch: everything outside a/\n---\n'),
    );
    expect(definition?.sections[0]?.rules.map(({ pattern }) => pattern)).toEqual(['**', '!a/']);
  });
});

describe('everything else', () => {
  const OWNS = '## OWNS\n- `apps/web/`\n- `!apps/web/gen/`\n- `*.css`\n\n';
  const rest = (text: string, owns = OWNS) => readBody(`${owns}## CANNOT TOUCH\n- ${text}`, 'cannot-touch');

  it.each([
    'Everything else',
    'everything else',
    'All other files',
    'Any other files',
    'Anything not listed above',
    'The rest of the codebase',
    'The rest',
    'Everything you do not own',
    'Anything outside your ownership',
    'Everything else is off-limits',
    'Everything else (ask the owner)',
    'Everything not owned',
  ])('is all but what the definition owns: %s', (text) => {
    expect(rest(text)).toMatchObject({ problems: [] });
    expect(rest(text).rules.map((row) => row.replace(/^\d+ /, ''))).toEqual(['**']);
  });

  it.each([
    ['apps/web/a.ts', 'owns'],
    ['apps/web/b/c.ts', 'owns'],
    ['docs/a.css', 'owns'],
    ['apps/web/gen/a.ts', 'cannot-touch'],
    ['apps/api/a.ts', 'cannot-touch'],
    ['docs/a.md', 'cannot-touch'],
    ['README.md', 'cannot-touch'],
    ['apps/web/secret/x', 'cannot-touch'],
  ])('rules %s as %s', (path, verdict) => {
    const { definition } = parseDefinition(
      aSource(`${OWNS}## READS\n- \`docs/\`\n## CANNOT TOUCH\n- Everything else\n- \`apps/web/secret/\``),
    );
    if (definition === null) throw new Error('no definition');
    const agent = { name: definition.name, definitions: [definition] };
    expect(ruling(agent, repoPath(path)).verdict).toBe(verdict);
  });

  it.each([
    ['nothing is owned', ''],
    ['OWNS is empty', '## OWNS\nNone\n\n'],
    ['all is owned', '## OWNS\n- `**`\n\n'],
    ['a line of OWNS was not read', '## OWNS\n- `a/`\n- The tests\n\n'],
    ['a pattern of OWNS does not compile', '## OWNS\n- `a/`\n- `../b`\n\n'],
    ['a heading of OWNS was not read', '## OWNS\n- `a/`\n## OWNS in production\n- `b/`\n\n'],
  ])('is reported where %s', (_, owns) => {
    const { rules, problems } = rest('Everything else', owns);
    expect(rules).toEqual([]);
    expect(problems.filter((row) => row.includes(' complement Everything else'))).toHaveLength(1);
  });

  it.each([
    ['front matter was recovered', '---\nname: a\nx: y: z\n---\n', ''],
    ['a key inside of another may own more', '---\nname: a\nx:\n  owns: b/\n---\n', ''],
    ['a part of "File ownership" has no name', '', '## File ownership\n### Soubory\n- `b/`\n'],
    ['the end could not be read', '', `\n\n${'- '.repeat(150)}a\n`],
  ])('is reported where %s', (_, frontMatter, behind) => {
    const { definition, problems } = parseDefinition(
      aSource(`${frontMatter}${OWNS}## CANNOT TOUCH\n- Everything else\n${behind}`),
    );
    const rules = definition?.sections
      .filter(({ kind }) => kind === 'cannot-touch')
      .flatMap((each) => each.rules);
    expect(rules).toEqual([]);
    expect(problems).toContainEqual(
      expect.objectContaining({ reason: 'complement', text: 'Everything else' }),
    );
  });

  it('counts what the front matter owns', () => {
    const { definition } = parseDefinition(
      aSource('---\nname: a\nowns: src/\ncannot-touch: everything else\n---\n'),
    );
    expect(definition?.sections.map(({ rules }) => rules.map(({ pattern }) => pattern))).toEqual([
      ['src/'],
      ['**'],
    ]);
  });

  it('cannot be owned', () => {
    expect(below('owns', 'Everything else')).toEqual({ patterns: [], reasons: ['complement'] });
  });

  it('can be read', () => {
    expect(readBody(`${OWNS}## READS\n- Everything else`, 'reads').rules).toEqual(['7 **']);
  });
});
