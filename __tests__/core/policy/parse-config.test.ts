import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AGENT_CODES, AGENTLESS_CODES, FIXED_CODES, SETTABLE_CODES } from '../../../src/core/policy/codes.js';
import { toConfigSchema } from '../../../src/core/policy/config-schema.js';
import { parseConfig, readConfig, unreadableConfig } from '../../../src/core/policy/parse-config.js';
import { DEFAULT_POLICY, type Policy } from '../../../src/core/policy/policy.js';
import { repoPath } from '../../../src/core/vocabulary.js';
import { parseYaml } from '../../../src/core/yaml/parse-yaml.js';
import { TITLED_CODES } from '../../support/codes.js';
import { TODAY } from '../../support/policies.js';
import { configSchema, errorsOfConfig } from '../../support/schemas.js';
import { FAULTS, MISSHAPEN, UNUSABLE, VALID } from './configs.js';

const FILE = repoPath('.github/agent-ownership.yml');
const parse = (text: string) => parseConfig(text, FILE, TODAY);

function policyOf(text: string): Policy {
  const parsed = parse(text);
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  return parsed.policy;
}

function faultsOf(text: string) {
  const parsed = parse(text);
  return 'problems' in parsed ? parsed.problems.map(({ line, fault }) => ({ line, ...fault })) : [];
}

const dataOf = (text: string): unknown => {
  const reading = parseYaml(text.replace('\uFEFF', ''));
  return reading.ok ? reading.data : reading;
};

describe('parseConfig', () => {
  it.each(VALID)('reads %s', (_, text) => {
    expect(faultsOf(text)).toEqual([]);
    expect(errorsOfConfig(dataOf(text) ?? {})).toEqual([]);
  });

  it.each(MISSHAPEN)('refuses %s, and so does the schema', (_, text, kind, line) => {
    expect(faultsOf(text)).toMatchObject([{ kind, line }]);
    expect(errorsOfConfig(dataOf(text))).not.toEqual([]);
  });

  it.each(UNUSABLE)('refuses %s', (_, text, kind, line) => {
    expect(faultsOf(text)).toMatchObject([{ kind, line }]);
  });

  it.each(FAULTS)('says what is wrong with %j, and where', (text, fault) => {
    const parsed = parse(text);
    expect('problems' in parsed && parsed.problems).toMatchObject([
      { code: 'invalid-config', severity: 'error', file: FILE, agent: null },
    ]);
    expect('problems' in parsed && parsed.problems.map((problem) => problem.fault)).toStrictEqual([fault]);
  });

  it('says in which way a text is no YAML', () => {
    expect(faultsOf('people: [a')).toEqual([
      { line: 1, kind: 'not-yaml', detail: expect.stringMatching(/\w/) },
    ]);
    expect(faultsOf('['.repeat(60_000))).toMatchObject([
      { line: 1, kind: 'beyond-limits', detail: expect.stringMatching(/\w/) },
    ]);
  });

  it('says of a file that cannot be read why, and no line', () => {
    expect(unreadableConfig(FILE, 'directory')).toEqual([
      {
        code: 'invalid-config',
        severity: 'error',
        file: FILE,
        line: null,
        agent: null,
        fault: { kind: 'unreadable', reason: 'directory' },
      },
    ]);
  });

  it('states nothing where nothing is said', () => {
    expect(readConfig('', FILE, TODAY)).toStrictEqual({ ok: true, stated: {} });
  });

  it('takes a byte order mark for one only at the beginning', () => {
    expect(policyOf("people: ['a\uFEFFb']").people).toEqual(['a\uFEFFb']);
  });

  it('keeps the defaults where nothing is said', () => {
    expect(policyOf('')).toEqual(DEFAULT_POLICY);
    expect(policyOf('severity: {}\nidentities: {}\nagents: {}')).toEqual(DEFAULT_POLICY);
  });

  it('puts every setting in force', () => {
    const policy = policyOf(
      [
        'definitions: [agents/*.md]',
        'trailers: [Bot]',
        'aliases: { old: new, __proto__: testing }',
        'people: [me]',
        'headings: { owns: [Mine], cannot-touch: [Not mine] }',
        'identities: { ai: [a], bots: [b] }',
        'mode: report-only',
        'severity: { forbidden-path: warning, no-rules: error }',
        'agents: { testing: { severity: { outside-owns: error, dead-pattern: off } } }',
        'protected: [Makefile]',
        'shared: ["*.lock"]',
        'trusted-branches: [develop]',
        'waivers: [{ agent: testing, path: src/, reason: agreed, until: 2027-01-31 }]',
        'allow-self: true',
      ].join('\n'),
    );

    expect(policy).toEqual({
      definitions: ['agents/*.md'],
      trailers: ['Bot'],
      aliases: Object.fromEntries([
        ['old', 'new'],
        ['__proto__', 'testing'],
      ]),
      people: ['me'],
      headings: { owns: ['Mine'], 'cannot-touch': ['Not mine'] },
      identities: { ai: ['a'], people: [], bots: ['b'] },
      mode: 'report-only',
      severity: { ...DEFAULT_POLICY.severity, 'forbidden-path': 'warning', 'no-rules': 'error' },
      agents: { testing: { severity: { 'outside-owns': 'error', 'dead-pattern': 'off' } } },
      protected: ['Makefile'],
      shared: ['*.lock'],
      trustedBranches: ['develop'],
      waivers: [
        {
          agent: 'testing',
          path: 'src/',
          reason: 'agreed',
          until: '2027-01-31',
          compiled: expect.objectContaining({ negated: false }),
          location: { file: FILE, line: 13 },
        },
      ],
      allowSelf: true,
    });
    expect(policy.waivers[0]?.compiled.matches(repoPath('src/a.ts'))).toBe(true);
  });

  it('tells every fault, in the order of the lines', () => {
    const text = 'mode: strict\nwaivers:\n  - { agent: a, until: 2027-02-30 }\nsevrity: {}';

    expect(faultsOf(text).map(({ line, kind }) => [line, kind])).toEqual([
      [1, 'not-a-choice'],
      [3, 'missing-key'],
      [3, 'missing-key'],
      [3, 'unusable-text'],
      [4, 'unknown-key'],
    ]);
    expect(faultsOf('people: [a]\nx: 1\npeople: [b]').map(({ line }) => line)).toEqual([2, 3]);
  });

  it('tells the first fifty faults', () => {
    expect(faultsOf(`people: [${'1,'.repeat(49)}]`)).toHaveLength(49);
    expect(faultsOf(`people: [${'1,'.repeat(51)}]`)).toHaveLength(50);
    expect(faultsOf(Array.from({ length: 51 }, (_, index) => `k${index}: 1`).join('\n'))).toHaveLength(50);
  });

  it.each([
    ['severty: {}', 'severity'],
    ['trusted_branches: []', 'trusted-branches'],
    ['severity: { forbidden-paths: off }', 'forbidden-path'],
    ['waivers: [{ agent: a, path: b, reason: c, until: 2027-01-31, untill: x }]', 'until'],
    ['wailers: []', 'waivers'],
    ['severity: { no_ruxys: off }', 'no-rules'],
    ['severity: { no_ruxyz: off }', null],
    ['severity: { unattributed-comxyz: off }', 'unattributed-commit'],
    ['severity: { uxxxxxxbuted-commit: off }', 'unattributed-commit'],
    ['severity: { uxxxxxxxuted-commit: off }', null],
    ['wholly-different-words: 1', null],
    ['constructor: 1', null],
  ])('names the nearest key in %s', (text, nearest) => {
    expect(faultsOf(text)).toMatchObject([{ kind: 'unknown-key', nearest }]);
  });

  it('knows every code, and each of them in one way', () => {
    expect([...SETTABLE_CODES, ...FIXED_CODES].toSorted()).toEqual(TITLED_CODES.toSorted());
    expect([...AGENT_CODES, ...AGENTLESS_CODES].toSorted()).toEqual(SETTABLE_CODES.toSorted());
    for (const code of SETTABLE_CODES)
      for (const level of ['error', 'warning', 'notice', 'off'])
        expect(policyOf(`severity: { ${code}: ${level} }`).severity[code]).toBe(level);
  });

  it.each([
    ['aliases that multiply', bomb(12)],
    ['an alias within itself', 'people: &x [*x]'],
    ['many aliases', `people: &x [${'a,'.repeat(300)}]\nshared: [${'*x,'.repeat(3000)}]`],
    ['deep lists', '['.repeat(60_000)],
    ['deep blocks', '- '.repeat(30_000)],
    ['explicit keys', '? '.repeat(30_000)],
    ['a long text', `people: [${'a'.repeat(300_000)}]`],
    ['many unknown keys', Array.from({ length: 8_000 }, (_, index) => `k${index}: 1`).join('\n')],
    ['a long unknown key', `${'severity'.repeat(7_000)}: 1`],
    [
      'many aliases of names',
      `aliases:\n${Array.from({ length: 4_000 }, (_, i) => `  a${i}: a${i + 1}`).join('\n')}\n  a4000: a0`,
    ],
    ['braces', `shared: ['${'{a,b}'.repeat(30)}']`],
    ['many patterns', `shared: [${"'{a,b}{c,d}/*?x',".repeat(3_500)}]`],
  ])('refuses %s or reads it, without an end to its faults', (_, text) => {
    const faults = faultsOf(text);
    expect(faults.length).toBeLessThanOrEqual(50);
  });

  const words = fc.constantFrom(
    ...VALID.map(([, text]) => text),
    ...MISSHAPEN.map(([, text]) => text),
    ...[
      'waivers:',
      '- ',
      '  ',
      '\n',
      ': ',
      '{',
      '}',
      '[',
      ']',
      '&a ',
      '*a',
      '---\n',
      "'",
      '"',
      '|',
      '#',
      '\t',
      '\r',
    ],
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(words, { maxLength: 8 }).map((parts) => parts.join('')),
  );

  it('gives a policy or problems with lines of the file, whatever the text', () => {
    fc.assert(
      fc.property(text, (given) => {
        const parsed = parse(given);
        if ('policy' in parsed) return;
        expect(parsed.problems.length).toBeGreaterThan(0);
        for (const { line } of parsed.problems) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(given.split(/\r\n?|\n/).length);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('goes by the same description as the published schema', () => {
    expect(toConfigSchema()).toStrictEqual(configSchema);
  });

  it('reads only what the schema takes', () => {
    fc.assert(
      fc.property(text, (given) => {
        if ('policy' in parse(given)) expect(errorsOfConfig(dataOf(given) ?? {})).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

function bomb(depth: number): string {
  const lines = Array.from(
    { length: depth },
    (_, index) => `a${index + 1}: &a${index + 1} [${`*a${index},`.repeat(9)}]`,
  );
  return `a0: &a0 [x]\n${lines.join('\n')}\n`;
}
