import { describe, expect, it } from '@jest/globals';

import { parseDefinition } from '../../../src/core/definitions/parse-definition.js';
import type { SectionKind } from '../../../src/core/vocabulary.js';
import { aSource, codesOf } from './reading.js';

const rulesOf = (frontMatter: string) => {
  const { definition, problems } = parseDefinition(
    aSource(`---\nname: a\n${frontMatter}\ndescription: d\n---\n`),
  );
  return {
    rules: (definition?.sections ?? []).flatMap(({ kind, rules }) =>
      rules.map(({ location, pattern }) => `${kind} ${location.line} ${pattern}`),
    ),
    problems: codesOf(problems).filter((code) => code !== 'notice no-rules'),
  };
};

describe('keys of the front matter', () => {
  it.each<[string, SectionKind]>([
    ['owns', 'owns'],
    ['owner_paths', 'owns'],
    ['owned_paths', 'owns'],
    ['allowed_paths', 'owns'],
    ['allowedFiles', 'owns'],
    ['write_scope', 'owns'],
    ['can_touch', 'owns'],
    ['reads', 'reads'],
    ['cannot-touch', 'cannot-touch'],
    ['cannot_touch', 'cannot-touch'],
    ['cannotTouch', 'cannot-touch'],
    ['CANNOT TOUCH', 'cannot-touch'],
    ['forbidden_paths', 'cannot-touch'],
    ['blocked_write_paths', 'cannot-touch'],
    ['write_paths', 'owns'],
    ['writable-files', 'owns'],
    ['ownedFiles', 'owns'],
    ['read_paths', 'reads'],
    ['readonly', 'reads'],
    ['read-only', 'reads'],
    ['read only', 'reads'],
    ['read_only_paths', 'reads'],
    ['denied_paths', 'cannot-touch'],
    ['deniedFiles', 'cannot-touch'],
    ['forbiddenFiles', 'cannot-touch'],
    ['protected_paths', 'cannot-touch'],
    ['off_limits', 'cannot-touch'],
    ['off limits', 'cannot-touch'],
    ['never_touch', 'cannot-touch'],
    ['do not touch', 'cannot-touch'],
  ])('%s is %s', (key, kind) => {
    expect(rulesOf(`${key}: src/**`)).toEqual({ rules: [`${kind} 3 src/**`], problems: [] });
  });

  it.each([
    ...[
      'tools',
      'disallowedTools',
      'permissionMode',
      'skills',
      'memory',
      'mcpServers',
      'hooks',
      'background',
    ],
    ...['isolation', 'initialPrompt', 'model', 'color', 'effort', 'maxTurns'],
    ...['target', 'mcp-servers', 'metadata', 'kind', 'mode', 'permission', 'is_background', 'temperature'],
    ...['paths', 'files', 'owner', 'write', 'read', 'allowed', 'denied', 'constructor'],
  ])('%s is none', (key) => {
    expect(rulesOf(`${key}: src/**`)).toEqual({ rules: [], problems: [] });
  });

  it.each([
    ['owns: src/**, lib/*.{ts,js}', ['owns 3 src/**', 'owns 3 lib/*.{ts,js}']],
    ['owns: [src/**, "*.md"]', ['owns 3 src/**', 'owns 3 *.md']],
    ['owns:\n  - src/**\n  # comment\n  - "*.md (root level)"', ['owns 4 src/**', 'owns 6 /*.md']],
    ['owns: |\n  src/**\n  lib/  # a remark', ['owns 4 src/**', 'owns 5 lib/']],
    ['owns: >-\n  src/**,\n  lib/, docs/', ['owns 4 src/**', 'owns 5 lib/', 'owns 5 docs/']],
    ['owns: >\n  src/**\n  lib/  # a remark', ['owns 4 src/**', 'owns 5 lib/']],
    ['owns: >\n  src/**', ['owns 4 src/**']],
    ['owns: src/**,\n  lib/', ['owns 3 src/**', 'owns 4 lib/']],
    ['owns: "src/**,\n  lib/"', ['owns 3 src/**', 'owns 4 lib/']],
    ['owns:\n  - src/** - one\n    lib/ - two', ['owns 4 src/**', 'owns 5 lib/']],
    ['owns:\n  - |\n    src/**\n    lib/\n  - db/', ['owns 5 src/**', 'owns 6 lib/', 'owns 7 db/']],
    ['owns: [src/**, # a remark\n  lib/]', ['owns 3 src/**', 'owns 4 lib/']],
    ['owns: [~, src/**, [], ]', ['owns 3 src/**']],
    ['owns:\n  -\n  - src/**', ['owns 5 src/**']],
    ['owns: &x [a]\nreads: *x', ['owns 3 a', 'reads 3 a']],
  ])('hold a list or commas: %j', (frontMatter, rules) => {
    expect(rulesOf(frontMatter)).toEqual({ rules, problems: [] });
  });

  it.each(['owns:', 'owns: []', 'owns: none', 'owns: ""', 'owns:\n  - None', 'owns: ~'])(
    'are empty with %j',
    (text) => {
      expect(rulesOf(text)).toEqual({ rules: [], problems: [] });
    },
  );

  it.each([
    'owns: { path: src/ }',
    'owns:\n  - path: src/',
    'owns: 3',
    'owns: true',
    'owns: the API',
    'owns: [[a]]',
    'cannot-touch: >\n  everything outside of\n  apps/web',
    'cannot-touch: everything outside of\n  apps/web',
    'cannot-touch:\n  - everything outside of\n    apps/web',
    'cannot-touch: >\n  src/** - one\n  and lib/ - two',
  ])('are reported with %j', (text) => {
    expect(rulesOf(text)).toEqual({ rules: [], problems: ['warning unenforceable-entry'] });
  });

  it('are not empty where "none" stands beside something else', () => {
    expect(rulesOf('owns:\n  - None\n  - the API').problems).toEqual([
      'warning unenforceable-entry',
      'warning unenforceable-entry',
    ]);
  });

  it.each([
    ['cannot-touch: [infra/]\ncannot-touch: [db/]', ['cannot-touch 3 infra/', 'cannot-touch 4 db/'], []],
    ['"cannot-touch": [infra/]', ['cannot-touch 3 infra/'], []],
    [
      'x: y: z\n"cannot-touch": [infra/]\ncannot touch:\n  - db/\n\'owns\': a/',
      ['cannot-touch 4 infra/', 'cannot-touch 6 db/', 'owns 7 a/'],
      ['warning recovered-front-matter'],
    ],
    ['ownership:\n  cannot-touch: [infra/]', [], ['warning unenforceable-entry']],
    [
      'x: y: z\n  cannot-touch: [infra/]',
      [],
      ['warning recovered-front-matter', 'warning skipped-by-claude-code', 'warning unenforceable-entry'],
    ],
    ['ownership: { cannot-touch: [infra/] }', [], ['warning unenforceable-entry']],
    ['ownership:\n  - paths:\n      "cannot touch": infra/', [], ['warning unenforceable-entry']],
    ['description: |\n  reads: the docs', [], []],
  ])('are never lost: %j', (text, rules, problems) => {
    expect(rulesOf(text)).toEqual({ rules, problems });
  });

  it.each(['readonly: true', 'readonly: false', 'readonly: yes', 'readOnly:', 'agent:\n  readonly: true'])(
    'do not make paths of a flag: %j',
    (text) => {
      expect(rulesOf(text)).toEqual({ rules: [], problems: [] });
      expect(rulesOf(`x: y: z\n${text}`)).toEqual({
        rules: [],
        problems: ['warning recovered-front-matter'],
      });
    },
  );

  it.each([
    ['owns: [*.md, src/**]', ['owns 3 *.md', 'owns 3 src/**'], 0],
    ['owns: [*.md, "b"]  # c', ['owns 3 *.md', 'owns 3 b'], 0],
    ['owns: [\n  *.md,\n  src/**, # remark\n]', ['owns 4 *.md', 'owns 5 src/**'], 0],
    ['owns:\n  [*.md,\n  src/**]', ['owns 4 *.md', 'owns 5 src/**'], 0],
    ['owns: *.md,\n  src/**', ['owns 3 *.md', 'owns 4 src/**'], 0],
    [
      'owns:\n  - *.md,\n    src/**\n  # remark\n  - lib/',
      ['owns 4 *.md', 'owns 5 src/**', 'owns 7 lib/'],
      0,
    ],
    ['cannot-touch: *.md, everything outside of\n  apps/web', [], 1],
    ['cannot-touch:\n  except:\n    - *.md\n    - lib/', [], 1],
    ['cannot-touch:\n  - *.md\n  the rest of\n  lib/', [], 1],
  ])('are recovered where globs need quotes: %j', (text, rules, unread) => {
    const { rules: read, problems } = rulesOf(text);
    expect(read).toEqual(rules);
    expect(problems.filter((code) => code === 'warning unenforceable-entry')).toHaveLength(unread);
    expect(problems).toContain('warning recovered-front-matter');
  });

  it('are read from broken YAML, with their lines', () => {
    expect(rulesOf('description: Use: this\ncannot-touch:\n  - **/*.sql\n  - !docs/**')).toEqual({
      rules: ['cannot-touch 5 **/*.sql', 'cannot-touch 6 !docs/**'],
      problems: ['warning recovered-front-matter', 'warning skipped-by-claude-code'],
    });
  });
});

it.each([
  ['color: blue', 'blue'],
  ['color: " blue "', 'blue'],
  [`color: ${'a'.repeat(32)}`, 'a'.repeat(32)],
  [`color: ${'a'.repeat(33)}`, undefined],
  ['color: 3', undefined],
  ['color: ""', undefined],
  ['colour: blue', undefined],
])('the colour of %j is %j', (key, colour) => {
  const { definition } = parseDefinition(aSource(`---\nname: a\n${key}\n---\n`));
  expect(definition?.colour).toBe(colour);
  expect(definition).not.toBeNull();
});

it.each([
  ['---\nname: a\n# x', { code: 'unclosed-front-matter', severity: 'error', line: 1 }],
  [
    '---\nname: a\nx: y: z\n---',
    { code: 'recovered-front-matter', severity: 'warning', line: 3, detail: expect.stringMatching(/./) },
  ],
])('what is wrong with %j is told', (text, problem) => {
  const file = '.claude/agents/reviewer.md';
  expect(parseDefinition(aSource(text)).problems).toContainEqual({ file, agent: 'a', ...problem });
});
