import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { severityOf } from '../../../src/core/definitions/problem-severities.js';
import { AGENT_CODES, SETTABLE_CODES } from '../../../src/core/policy/codes.js';
import { raiseToFloor } from '../../../src/core/policy/floor.js';
import { readConfig, toPolicy, type StatedPolicy } from '../../../src/core/policy/parse-config.js';
import { DEFAULT_POLICY, type Code, type Level, type Policy } from '../../../src/core/policy/policy.js';
import { weighProblems } from '../../../src/core/policy/weigh-problems.js';
import { agentName, repoPath } from '../../../src/core/vocabulary.js';
import { EVERY_PROBLEM } from '../../support/every-problem.js';
import { TODAY } from '../../support/policies.js';

function stated(text: string, role: 'config' | 'floor' = 'config'): StatedPolicy {
  const reading = readConfig(text, repoPath('x'), TODAY, role);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.stated;
}

const raise = (config: string, floor: string): Policy =>
  raiseToFloor(toPolicy(stated(config)), stated(floor, 'floor'));

describe('raiseToFloor', () => {
  it.each<[string, string, string, Partial<Policy>]>([
    ['adds definitions', 'definitions: [a, b]', 'definitions: [b, c]', { definitions: ['a', 'b', 'c'] }],
    [
      'adds trailers, in whatever case',
      'trailers: [agent, Bot]',
      'trailers: [Agent, X]',
      { trailers: ['agent', 'Bot', 'X'] },
    ],
    [
      'adds headings',
      'headings: { owns: [A], cannot-touch: [No] }',
      'headings: { owns: [B], cannot-touch: [C] }',
      { headings: { owns: ['A', 'B'], reads: [], 'cannot-touch': ['No', 'C'] } },
    ],
    [
      'puts its definitions behind exceptions',
      "definitions: [a, '!a/b', c]",
      'definitions: [a]',
      { definitions: ['a', '!a/b', 'c', 'a'] },
    ],
    [
      'puts its definitions behind exceptions with a blank before them',
      "definitions: [a, ' !a/b']",
      'definitions: [a]',
      { definitions: ['a', ' !a/b', 'a'] },
    ],
    ['adds protected paths', 'protected: [a]', 'protected: [b]', { protected: ['a', 'b'] }],
    [
      'adds identities of an AI',
      'identities: { ai: [a] }',
      'identities: { ai: [b] }',
      { identities: { ai: ['a', 'b'], people: [], bots: [] } },
    ],
    ['keeps of people those that it lists', 'people: [human, me]', 'people: [me, you]', { people: ['me'] }],
    ['keeps nobody where its list is empty', 'people: [human]', 'people: []', { people: [] }],
    [
      'keeps all where it says nothing',
      'people: [me]\nshared: [a]',
      'mode: enforce',
      { people: ['me'], shared: ['a'] },
    ],
    [
      'keeps identities that it lists',
      'identities: { people: [a, b], bots: [c] }',
      'identities: { people: [b] }',
      { identities: { ai: [], people: ['b'], bots: ['c'] } },
    ],
    ['keeps shared paths that it lists', 'shared: [a, b]', 'shared: [b, c]', { shared: ['b'] }],
    ['keeps no shared path where its list is empty', 'shared: [a]', 'shared: []', { shared: [] }],
    [
      'keeps trusted branches that it lists',
      'trusted-branches: [a, b]',
      'trusted-branches: [a]',
      { trustedBranches: ['a'] },
    ],
    [
      'keeps aliases that it has too',
      'aliases: { a: x, b: y, c: z }',
      'aliases: { a: x, b: other }',
      { aliases: { a: 'x' } },
    ],
    [
      'keeps no alias that only looks like its own',
      'aliases: { constructor: x, __proto__: y }',
      'aliases: {}',
      { aliases: {} },
    ],
    [
      'keeps no waiver where its list is empty',
      'waivers: [{ agent: a, path: b, reason: c, until: 2027-01-01 }]',
      'waivers: []',
      { waivers: [] },
    ],
    ['forbids approval by oneself', 'allow-self: true', 'allow-self: false', { allowSelf: false }],
    [
      'leaves approval by oneself where it has it too',
      'allow-self: true',
      'allow-self: true',
      { allowSelf: true },
    ],
    ['does not bring approval by oneself', '', 'allow-self: true', { allowSelf: false }],
    ['enforces', 'mode: report-only', 'mode: enforce', { mode: 'enforce' }],
    ['does not weaken the mode', 'mode: enforce', 'mode: report-only', { mode: 'enforce' }],
    ['leaves the mode where it says nothing', 'mode: report-only', 'people: []', { mode: 'report-only' }],
  ])('%s', (_, config, floor, expected) => {
    const raised = raise(config, floor);
    for (const [key, value] of Object.entries(expected)) expect(raised).toHaveProperty(key, value);
  });

  it('leaves a config that it says nothing of', () => {
    const config = toPolicy(
      stated(
        [
          'definitions: [a, b]\ntrailers: [Bot]\naliases: { a: b, constructor: c }\npeople: [me]',
          'identities: { ai: [a], people: [b], bots: [c] }\nmode: report-only\nprotected: [d]\nshared: [e]',
          'severity: { forbidden-path: off }\nagents: { testing: { severity: { outside-owns: error } } }',
          'headings: { owns: [A], reads: [B], cannot-touch: [C] }\ntrusted-branches: [f]\nallow-self: true',
          'waivers: [{ agent: a, path: b, reason: c, until: 2027-01-31 }]',
        ].join('\n'),
      ),
    );
    const headings = { owns: [], reads: [], 'cannot-touch': [] };
    expect(raiseToFloor(config, {})).toStrictEqual(config);
    expect(raiseToFloor(DEFAULT_POLICY, {})).toStrictEqual({ ...DEFAULT_POLICY, headings });
  });

  it('keeps a waiver of the same agent and path, for no longer than it allows', () => {
    const waiver = (path: string, until: string, agent = 'a') =>
      `{ agent: ${agent}, path: ${path}, reason: r, until: ${until} }`;
    const config = `waivers: [${waiver('b', '2027-05-01')}, ${waiver('c', '2027-01-01')}, ${waiver('d', '2027-01-01')}]`;
    const floor = `waivers: [${waiver('b', '2027-02-01')}, ${waiver('b', '2027-01-01')}, ${waiver('c', '2027-03-01')}, ${waiver('d', '2027-01-01', 'other')}]`;

    expect(raise(config, floor).waivers.map(({ path, until }) => [path, until])).toEqual([
      ['b', '2027-02-01'],
      ['c', '2027-01-01'],
    ]);
  });

  it.each<[string, string, string, Code, Level | undefined]>([
    [
      'raises what the config lowers',
      'severity: { forbidden-path: off }',
      'severity: { forbidden-path: warning }',
      'forbidden-path',
      'warning',
    ],
    [
      'leaves what the config raises',
      'severity: { outside-owns: error }',
      'severity: { outside-owns: notice }',
      'outside-owns',
      'error',
    ],
    ['raises a default', '', 'severity: { outside-owns: error }', 'outside-owns', 'error'],
    ['does not lower a default', '', 'severity: { forbidden-path: notice }', 'forbidden-path', 'error'],
    ['raises the default of a problem', '', 'severity: { dead-pattern: error }', 'dead-pattern', 'error'],
    [
      'leaves the default of a problem to itself',
      '',
      'severity: { unresolved-placeholder: warning }',
      'unresolved-placeholder',
      undefined,
    ],
  ])('%s', (_, config, floor, code, level) => {
    const { severity } = raise(config, floor);
    expect(severity[code]).toBe(level);
    expect(Object.hasOwn(severity, code)).toBe(level !== undefined);
  });

  it('sets for an agent only what binds it', () => {
    const config = 'agents: { testing: { severity: { outside-owns: warning } } }';
    const floor = `severity: { outside-owns: notice, dead-pattern: notice }
agents: { database: { severity: { outside-owns: error } } }`;
    expect(raise(config, floor).agents).toStrictEqual({
      testing: { severity: { 'outside-owns': 'warning' } },
      database: { severity: { 'outside-owns': 'error' } },
    });
  });

  const level = fc.constantFrom<Level>('error', 'warning', 'notice', 'off');
  const levels = (codes: readonly Code[]) =>
    fc.dictionary(fc.constantFrom(...codes), level, { maxKeys: 6 }) as fc.Arbitrary<
      Partial<Record<Code, Level>>
    >;
  const NAMES = ['testing', 'database'];
  const policy: fc.Arbitrary<StatedPolicy> = fc.record({
    severity: levels(SETTABLE_CODES),
    agents: fc.dictionary(fc.constantFrom(...NAMES), fc.record({ severity: levels(AGENT_CODES) })),
  });
  const RANKS: readonly Level[] = ['off', 'notice', 'warning', 'error'];
  const levelIn = ({ severity = {}, agents = {} }: Partial<StatedPolicy>, code: Code, name: string | null) =>
    (name === null ? undefined : agents[name]?.severity[code]) ?? severity[code];

  it('is looser in no severity than the floor, nor than the config', () => {
    fc.assert(
      fc.property(policy, policy, (config, floor) => {
        const own = toPolicy(config);
        const raised = raiseToFloor(own, floor);
        for (const name of [null, 'frontend', ...NAMES])
          for (const code of SETTABLE_CODES) {
            const found = levelIn(raised, code, name);
            const bound = levelIn(floor, code, name);
            const before = levelIn(own, code, name);
            if (before !== undefined)
              expect(RANKS.indexOf(found ?? 'off')).toBeGreaterThanOrEqual(RANKS.indexOf(before));
            if (bound !== undefined && found !== undefined)
              expect(RANKS.indexOf(found)).toBeGreaterThanOrEqual(RANKS.indexOf(bound));
          }
      }),
    );
  });

  it('lets no problem weigh less than the floor says', () => {
    fc.assert(
      fc.property(policy, policy, (config, floor) => {
        const raised = raiseToFloor(toPolicy(config), floor);
        for (const problem of EVERY_PROBLEM.filter(({ code }) => code !== 'unreadable-definition')) {
          const { code } = problem;
          const usual = severityOf(code, 'section' in problem ? problem.section : undefined);
          const [weighed] = weighProblems(
            [{ ...problem, severity: usual, agent: agentName('testing') }],
            raised,
          );
          const least = levelIn(floor, code, 'testing') ?? 'off';
          expect(RANKS.indexOf(weighed?.severity ?? 'off')).toBeGreaterThanOrEqual(RANKS.indexOf(least));
        }
      }),
      { numRuns: 50 },
    );
  });

  it('takes no exception to definitions', () => {
    expect(readConfig("definitions: [a, '!b']", repoPath('floor'), TODAY, 'floor')).toMatchObject({
      ok: false,
      problems: [{ line: 1, fault: { kind: 'unusable-text', key: 'definitions', value: '!b' } }],
    });
    const reading = readConfig("mode: enforce\ndefinitions: [a, ' !b']", repoPath('x'), TODAY, 'floor');
    expect(reading).toMatchObject({ problems: [{ line: 2, fault: { fault: 'exception' } }] });
  });
});
