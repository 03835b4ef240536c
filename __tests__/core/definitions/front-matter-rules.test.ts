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
  ])('%s is %s', (key, kind) => {
    expect(rulesOf(`${key}: src/**`)).toEqual({ rules: [`${kind} 3 src/**`], problems: [] });
  });

  it.each(['tools', 'description', 'paths', 'owner', 'constructor'])('%s is none', (key) => {
    expect(rulesOf(`${key}: src/**`)).toEqual({ rules: [], problems: [] });
  });

  it.each([
    ['owns: src/**, lib/*.{ts,js}', ['owns 3 src/**', 'owns 3 lib/*.{ts,js}']],
    ['owns: [src/**, "*.md"]', ['owns 3 src/**', 'owns 3 *.md']],
    ['owns:\n  - src/**\n  # comment\n  - "*.md (root level)"', ['owns 4 src/**', 'owns 6 /*.md']],
    ['owns: |\n  src/**\n  lib/  # a remark', ['owns 4 src/**', 'owns 5 lib/']],
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
  ])('are reported with %j', (text) => {
    expect(rulesOf(text)).toEqual({ rules: [], problems: ['warning unenforceable-entry'] });
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

  it('are read from broken YAML, with their lines', () => {
    expect(rulesOf('description: Use: this\ncannot-touch:\n  - **/*.sql\n  - !docs/**')).toEqual({
      rules: ['cannot-touch 5 **/*.sql', 'cannot-touch 6 !docs/**'],
      problems: ['warning recovered-front-matter', 'warning skipped-by-claude-code'],
    });
  });
});
