import { readFileSync } from 'node:fs';

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseDefinition } from '../../../src/core/definitions/parse-definition.js';
import type { DefinitionProblemCode, UnreadableReason } from '../../../src/core/definitions/problem.js';
import { repoPath } from '../../../src/core/vocabulary.js';
import { aSource, codesOf, readBody } from './reading.js';

const parse = (text: string, path?: string) => parseDefinition(aSource(text, path));
const OWNS = '\n## OWNS\n- `src/`\n';

describe('the definition backend-django', () => {
  const fixture = new URL('../../fixtures/definitions/backend-django.md', import.meta.url);
  const { definition, problems } = parseDefinition({
    path: repoPath('.claude/agents/backend-django.md'),
    content: readFileSync(fixture),
  });

  it('has no problems', () => {
    expect(problems).toEqual([]);
    expect(definition).toMatchObject({
      name: 'backend-django',
      root: '',
      file: '.claude/agents/backend-django.md',
    });
  });

  it('is read to the letter', () => {
    const sections = definition?.sections.map(({ kind, heading, line, rules }) => ({
      section: `${line} ${heading}: ${kind}`,
      rules: rules.map(({ location, pattern, remark, condition }) => [
        location.line,
        pattern,
        remark,
        condition,
      ]),
    }));
    expect(sections).toEqual([
      {
        section: '59 OWNS: owns',
        rules: [
          [61, 'apps/**/views.py', 'DRF views', null],
          [62, 'apps/**/viewsets.py', 'DRF viewsets', null],
          [63, 'apps/**/serializers.py', 'DRF serializers', null],
          [64, 'apps/**/urls.py', 'URL routing', null],
          [65, 'apps/**/permissions.py', 'Custom permissions', null],
          [66, 'apps/**/filters.py', 'Custom filters', null],
          [67, 'apps/**/services.py', 'Business logic', null],
          [68, 'apps/**/signals.py', 'Django signals', null],
          [69, 'config/**/*', 'Project config', null],
          [70, 'manage.py', 'Django management', null],
        ],
      },
      {
        section: '73 READS: reads',
        rules: [
          [75, 'apps/**/models.py', 'Django models (database agent)', null],
          [76, 'apps/**/migrations/**/*', 'Migrations (database agent)', null],
          [77, '.claude/CONTRACT.md', 'Ownership rules', null],
          [78, 'requirements.txt', 'Dependencies', null],
        ],
      },
      {
        section: '81 CANNOT TOUCH: cannot-touch',
        rules: [
          [83, 'apps/**/models.py', 'Models (database agent)', null],
          [84, 'apps/**/migrations/**/*', 'Migrations (database agent)', null],
          [85, 'tests/**/*', 'Tests (testing agent)', null],
          [86, 'frontend/**/*', 'Frontend code', null],
        ],
      },
    ]);
  });
});

describe('the name', () => {
  it.each([
    ['name: reviewer', 'reviewer'],
    ['name: " Upper Case_Name "', 'Upper Case_Name'],
    ['name: "agént"', 'agént'],
    ['name: yes', 'yes'],
    ['name: two  blanks', 'two blanks'],
    ['name: hash # c', 'hash'],
    ['name: a\nname: b', 'b'],
    ['name: |\n  two\n  lines', 'two lines'],
  ])('is what %j says', (frontMatter, name) => {
    const { definition, problems } = parse(`---\n${frontMatter}\ndescription: d\n---\n${OWNS}`);
    expect(definition?.name).toBe(name);
    expect(problems).toEqual([]);
  });

  it.each(['name: 123', 'name: true', 'name:', 'name: ""', 'name: [a]', 'title: x', ''])(
    'is the file’s with %j',
    (frontMatter) => {
      const { definition, problems } = parse(
        `---\n${frontMatter}\n---\n${OWNS}`,
        '.github/agents/web.agent.md',
      );
      expect(definition?.name).toBe('web');
      expect(problems).toMatchObject([
        { code: 'missing-name', severity: 'warning', used: 'web', line: null },
      ]);
    },
  );

  it.each([
    ['.claude/agents/a.md', 'a'],
    ['.claude/agents/team/b.MD', 'b'],
    ['agents/c.agent.md', 'c'],
    ['agents/c.mdx', 'c.mdx'],
    ['.claude/agents/.md', '.md'],
    ['d', 'd'],
  ])('of %j is %j', (path, name) => {
    expect(parse(OWNS, path).definition?.name).toBe(name);
  });
});

describe('problems', () => {
  it.each<[DefinitionProblemCode, string, string]>([
    ['unclosed-front-matter', `---\nname: a\n${OWNS}`, `---\nname: a\n---\n${OWNS}`],
    [
      'invalid-front-matter',
      `---\ndescription: x: y\n---\n${OWNS}`,
      `---\nname: a\ndescription: "x: y"\n---\n${OWNS}`,
    ],
    ['recovered-front-matter', `---\nname: a\ndescription: x: y\n---\n${OWNS}`, `---\nname: a\n---\n${OWNS}`],
    ['missing-name', `---\ntools: Read\n---\n${OWNS}`, `---\nname: a\n---\n${OWNS}`],
    ['invalid-pattern', `${OWNS}- \`a\\\``, `${OWNS}- \`a\``],
    ['skipped-by-claude-code', `---\nname: a\n---\n${OWNS}`, `---\nname: a\ndescription: d\n---\n${OWNS}`],
    ['unresolved-placeholder', `${OWNS}- \`{{X}}\``, `${OWNS}- \`{x,y}\``],
    ['unenforceable-entry', `${OWNS}- The API`, `${OWNS}- \`api/\``],
    ['no-rules', `---\nname: a\n---\n# Title`, `---\nname: a\n---\n${OWNS}`],
    ['not-a-definition', '# A list of agents\n', OWNS],
  ])('are %s where it applies only', (code, bad, good) => {
    expect(parse(bad).problems.map((problem) => problem.code)).toContain(code);
    expect(parse(good).problems.map((problem) => problem.code)).not.toContain(code);
  });

  it.each<[string, Uint8Array | UnreadableReason, UnreadableReason]>([
    ['invalid UTF-8', Uint8Array.of(0x61, 0xff), 'not-utf8'],
    ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x61, 0x00), 'utf-16'],
    ['UTF-16, the other way round', Uint8Array.of(0xfe, 0xff, 0x00, 0x61), 'utf-16'],
    ['the first half of its mark', Uint8Array.of(0xff, 0x61), 'not-utf8'],
    ['the other half of its mark', Uint8Array.of(0x61, 0xfe), 'not-utf8'],
    ['the first half of the other mark', Uint8Array.of(0xfe, 0x61), 'not-utf8'],
    ['Latin-1', Uint8Array.of(0x61, 0xe4, 0x62), 'not-utf8'],
    ['a NUL', Uint8Array.of(0x61, 0x00), 'nul-byte'],
    ['more than a megabyte', new Uint8Array(1_048_577).fill(0x61), 'too-large'],
    ['a link that leads outside', 'link-leads-outside', 'link-leads-outside'],
    ['a submodule', 'submodule', 'submodule'],
  ])('say that a file with %s is unreadable', (_, content, reason) => {
    expect(parseDefinition({ path: repoPath('.claude/agents/a.md'), content })).toEqual({
      definition: null,
      problems: [
        {
          code: 'unreadable-definition',
          severity: 'error',
          file: '.claude/agents/a.md',
          line: null,
          agent: null,
          reason,
        },
      ],
    });
  });

  it('say that a body is nested too deeply to be read', () => {
    const { definition, problems } = parse(`## READS\n- \`a/\`\n\n# A list\n\n${'- '.repeat(150)}a\n${OWNS}`);
    expect(definition?.sections.map(({ kind }) => kind)).toEqual(['reads']);
    expect(problems).toContainEqual({
      code: 'unreadable-definition',
      severity: 'error',
      file: '.claude/agents/reviewer.md',
      agent: 'reviewer',
      line: 6,
      reason: 'nested-too-deeply',
    });
  });

  it('allow a megabyte', () => {
    const content = new Uint8Array(1_048_576).fill(0x61);
    expect(codesOf(parseDefinition({ path: repoPath('a.md'), content }).problems)).toEqual([
      'notice not-a-definition',
    ]);
  });

  it('weigh a placeholder by its section', () => {
    expect(
      codesOf(parse('## OWNS\n- `{{X}}`\n## CANNOT TOUCH\n- `{{Y}}`\n- `{{Z}}`\n- `a`').problems),
    ).toEqual([
      'warning missing-name',
      'warning skipped-by-claude-code',
      'warning unresolved-placeholder',
      'error unresolved-placeholder',
      'error unresolved-placeholder',
    ]);
  });

  it('name the agent, the section and what is wrong with a pattern', () => {
    expect(parse('---\nname: a\ndescription: d\n---\n## CANNOT TOUCH\n- `../x`').problems[0]).toEqual({
      code: 'invalid-pattern',
      severity: 'error',
      file: '.claude/agents/reviewer.md',
      line: 6,
      agent: 'a',
      section: 'cannot-touch',
      pattern: '../x',
      fault: 'parent-segment',
    });
  });
});

describe('broken front matter', () => {
  it.each([
    ['js', '---js\n{ name: (globalThis.executed = "a") }\n---\n', 'error invalid-front-matter'],
    ['no second fence', '---\nname: reviewer\n', 'error unclosed-front-matter'],
    ['no YAML', '---\nname: reviewer\nx: y: z\n---\n', 'warning recovered-front-matter'],
    ['no mapping', '---\n[]\n---\n', 'error invalid-front-matter'],
  ])('with %s leaves the rules of the body in force', (_, frontMatter, problem) => {
    const { definition, problems } = parse(`${frontMatter}## CANNOT TOUCH\n- \`infra/\`\n`);
    expect(definition?.name).toBe('reviewer');
    expect(definition?.sections.flatMap(({ rules }) => rules.map(({ pattern }) => pattern))).toEqual([
      'infra/',
    ]);
    expect(codesOf(problems)).toContain(problem);
    expect(globalThis).not.toHaveProperty('executed');
  });
});

describe('rules', () => {
  it('keep the condition of their section, and of their own', () => {
    const { definition } = parse('## CANNOT TOUCH (Without approval)\n- `a`\n- `b` (unless asked)');
    expect(definition?.sections[0]?.rules.map(({ condition }) => condition)).toEqual([
      'Without approval',
      'unless asked',
    ]);
  });

  it('with an exception of their own open no other rule', () => {
    const { definition } = parse('## CANNOT TOUCH\n- `a/`\n- `src/*.rs` (except `*_test.rs`)\n- `b/`');
    expect(definition?.sections.map(({ rules }) => rules.map(({ pattern }) => pattern))).toEqual([
      ['a/'],
      ['src/*.rs', '!*_test.rs'],
      ['b/'],
    ]);
  });

  it('with an exception of their own open no other rule where the section has exceptions too', () => {
    const { definition } = parse('## CANNOT TOUCH\n- `web/keys/`\n- Everything outside `web/`\n- `!docs/`');
    expect(definition?.sections.map(({ rules }) => rules.map(({ pattern }) => pattern))).toEqual([
      ['**', '!web/', '!docs/'],
      ['web/keys/', '!docs/'],
    ]);
  });

  it('with an exception of their own heed those of the section', () => {
    const { definition } = parse('## CANNOT TOUCH\n- `docs/*` (except `docs/a`)\n- `!docs/b`');
    expect(definition?.sections.map(({ rules }) => rules.map(({ pattern }) => pattern))).toEqual([
      ['docs/*', '!docs/a', '!docs/b'],
    ]);
  });

  it('stand in the order of sections and lines, front matter first', () => {
    const { definition } = parse(
      '---\nname: a\ncannot-touch: [x]\n---\n## OWNS\n- `y`\n## CANNOT TOUCH\n- `z`',
    );
    expect(definition?.sections.map(({ kind, heading, line }) => [kind, heading, line])).toEqual([
      ['cannot-touch', 'cannot-touch', 3],
      ['owns', 'OWNS', 5],
      ['cannot-touch', 'CANNOT TOUCH', 7],
    ]);
  });
});

describe('whatever it is given, parseDefinition', () => {
  const line = fc.constantFrom(
    ...['---', '# OWNS', '### CANNOT TOUCH (x)', '- `a/`', '  - b', '```', '| OWNS |', '|---|', '| `a` |'],
    ...[
      '**READS:** `x`',
      '<!--',
      '-->',
      'name: a',
      'cannot-touch:',
      '  - *x',
      '{{X}}',
      '`a',
      '> q',
      '1. (',
      '',
    ],
  );

  it('does not throw on text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(line, fc.string(), fc.string({ unit: 'grapheme' })), { maxLength: 30 }),
        (lines) => {
          expect(() => parse(lines.join('\n'))).not.toThrow();
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('does not throw on bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (content) => {
        expect(() => parseDefinition({ path: repoPath('a.md'), content })).not.toThrow();
      }),
    );
  });

  it('makes every bullet of a section a rule or a problem', () => {
    const word = fc.constantFrom(
      '`src/**`',
      '`a`',
      ',',
      'and',
      '— x',
      '(except',
      '`b`)',
      'only',
      'None',
      '`',
      'unless',
      'ß',
      '`npm i`',
    );
    const bullet = fc.oneof(
      fc.string({ unit: 'grapheme' }).map((text) => `x${text.replace(/[\r\n]/g, '')}`),
      fc.array(word, { minLength: 1 }).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(fc.array(bullet, { minLength: 2, maxLength: 6 }), (bullets) => {
        const { rules, problems } = readBody(['## OWNS', ...bullets.map((text) => `- ${text}`)].join('\n'));
        const told = new Set([...rules, ...problems].map((row) => Number(row.split(' ', 1)[0])));
        const lost = bullets.filter((text, index) => !told.has(index + 2) && !/^None[^`]*$/.test(text));
        if (lost.length > 0) throw new Error(`lost: ${JSON.stringify(lost)}`);
      }),
      { numRuns: 3_000 },
    );
  });

  it('makes every line of a fence a rule, a problem, a comment or blank', () => {
    const word = fc.constantFrom(
      'src/**',
      '*.ts',
      'a',
      'everything',
      'else',
      '#',
      '-',
      '(except',
      'b/c)',
      ',',
      'only',
      '✗',
      '`',
      '->',
      ':',
    );
    const entry = fc.oneof(
      fc.string().filter((text) => !/[\r\n]|^\s*```/.test(text)),
      fc.array(word).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 8 }), (entries) => {
        const { rules, problems } = readBody(
          ['## CANNOT TOUCH', '```', 'anchor/', ...entries, '```'].join('\n'),
          'cannot-touch',
        );
        const told = new Set([...rules, ...problems].map((row) => Number(row.split(' ', 1)[0])));
        for (const [index, text] of entries.entries()) {
          const isParent = /\/\s*$/.test(text) && isDeeper(entries.slice(index + 1), text);
          const isLost = !/^[\s]*(?:$|#|\/\/|<!--)/.test(text) && !told.has(index + 4);
          if (isLost && !isParent && !saysNothing(text)) throw new Error(`lost: ${JSON.stringify(text)}`);
        }
      }),
      { numRuns: 3_000 },
    );
  });
});

const indentOf = (text = ''): number => /^\s*/.exec(text)?.[0].length ?? 0;
const isDeeper = (below: readonly string[], text: string): boolean =>
  indentOf(below.find((line) => line.trim() !== '')) > indentOf(text);

/** Bullets and marks with nothing behind them. */
const saysNothing = (text: string): boolean => !/[^\s\-+*•–—.)\d[\]xX✗]/.test(text);
