import { describe, expect, it } from '@jest/globals';
import { compilePattern } from '../../../src/core/patterns/dialect.js';
import {
  DEFAULT_CONFIG_PATH,
  DEFAULT_POLICY,
  type Policy,
  type Waiver,
} from '../../../src/core/policy/policy.js';
import { compareSettings } from '../../../src/core/rule-changes/compare-settings.js';
import { agentName, repoPath } from '../../../src/core/vocabulary.js';
import { TODAY } from '../../support/policies.js';
import { SIGNS } from './comparing.js';

function aWaiver(path: string, until: string): Waiver {
  const result = compilePattern(path, { section: 'cannot-touch', root: repoPath('') });
  if (!result.ok) throw new Error(path);
  const location = { file: DEFAULT_CONFIG_PATH, line: 7 };
  return { agent: agentName('testing'), path, compiled: result.pattern, reason: 'agreed', until, location };
}

const { severity, identities } = DEFAULT_POLICY;
const own = (level: 'error' | 'off'): Partial<Policy> => ({
  agents: { testing: { severity: { 'outside-owns': level } } },
});

const inShort = (before: Partial<Policy>, after: Partial<Policy>): readonly string[] =>
  compareSettings({ ...DEFAULT_POLICY, ...before }, { ...DEFAULT_POLICY, ...after }, TODAY).map(
    ({ effect, agent, key, before: from, after: to }) =>
      `${SIGNS[effect]} ${agent === null ? '' : `${agent} `}${key}: ${from} > ${to}`,
  );

/** What the first policy forbids and the second does not; the other way round it tightens. */
const CASES: readonly (readonly [string, Partial<Policy>, Partial<Policy>, string])[] = [
  ['mode', {}, { mode: 'report-only' }, 'mode: enforce > report-only'],
  [
    'a severity',
    {},
    { severity: { ...severity, 'forbidden-path': 'warning' } },
    'severity.forbidden-path: error > warning',
  ],
  [
    'a severity that is off',
    {},
    { severity: { ...severity, 'anonymous-agent': 'off' } },
    'severity.anonymous-agent: notice > off',
  ],
  [
    'the severity of a definition’s problem',
    {},
    { severity: { ...severity, 'invalid-pattern': 'notice' } },
    'severity.invalid-pattern: error > notice',
  ],
  [
    'the severity of a placeholder in CANNOT TOUCH',
    {},
    { severity: { ...severity, 'unresolved-placeholder': 'warning' } },
    'severity.unresolved-placeholder: error > warning',
  ],
  ['an agent’s severity', own('error'), {}, 'testing agents.testing.severity.outside-owns: error > off'],
  ['a trailer key', { trailers: ['Agent', 'Worker'] }, {}, 'trailers: Worker > '],
  ['a person', {}, { people: ['human', 'lead'] }, 'people:  > lead'],
  [
    'a person’s address',
    {},
    { identities: { ...identities, people: ['*@acme.org'] } },
    'identities.people:  > *@acme.org',
  ],
  ['a bot', {}, { identities: { ...identities, bots: ['ci'] } }, 'identities.bots:  > ci'],
  ['an AI', { identities: { ...identities, ai: ['gpt*'] } }, {}, 'identities.ai: gpt* > '],
  ['a protected path', { protected: ['infra/**'] }, {}, 'protected: infra/** > '],
  ['an exception to what is protected', {}, { protected: ['!infra/a'] }, 'protected:  > !infra/a'],
  [
    'a place of definitions, and an exception for another',
    { definitions: ['a/*.md', 'b/*.md'] },
    { definitions: ['b/*.md', '!b/x.md'] },
    'definitions: a/*.md > !b/x.md',
  ],
  ['a heading of READS', { headings: { reads: ['Look'] } }, {}, 'headings.reads: Look > '],
  ['several shared paths', {}, { shared: ['a', 'b'] }, 'shared:  > a, b'],
  ['several protected paths', { protected: ['a', 'b'] }, {}, 'protected: a, b > '],
  [
    'a waiver that ends today',
    {},
    { waivers: [aWaiver('a', TODAY)] },
    `testing waivers:  > a until ${TODAY}`,
  ],
  [
    'the longer one of two waivers',
    { waivers: [aWaiver('a', '2026-12-01')] },
    { waivers: [aWaiver('a', '2027-01-31'), aWaiver('a', '2026-12-24')] },
    'testing waivers: a until 2026-12-01 > a until 2027-01-31',
  ],
  [
    'the longer one of two waivers, written last',
    { waivers: [aWaiver('a', '2026-12-01')] },
    { waivers: [aWaiver('a', '2026-12-24'), aWaiver('a', '2027-01-31')] },
    'testing waivers: a until 2026-12-01 > a until 2027-01-31',
  ],
  ['a shared path', {}, { shared: ['*.lock'] }, 'shared:  > *.lock'],
  ['a trusted branch', {}, { trustedBranches: ['develop'] }, 'trusted-branches:  > develop'],
  [
    'a place of definitions',
    { definitions: ['a/*.md', 'b/*.md'] },
    { definitions: ['a/*.md'] },
    'definitions: b/*.md > ',
  ],
  [
    'a heading of CANNOT TOUCH',
    { headings: { 'cannot-touch': ['Hands off'] } },
    {},
    'headings.cannot-touch: Hands off > ',
  ],
  ['a heading of OWNS', {}, { headings: { owns: ['Mine'] } }, 'headings.owns:  > Mine'],
  ['an alias', {}, { aliases: { old: 'testing' } }, 'aliases.old:  > testing'],
  ['who may approve', {}, { allowSelf: true }, 'allow-self: false > true'],
  [
    'a waiver',
    {},
    { waivers: [aWaiver('apps/a.py', '2027-01-31')] },
    'testing waivers:  > apps/a.py until 2027-01-31',
  ],
  [
    'the end of a waiver',
    { waivers: [aWaiver('a', '2026-12-01')] },
    { waivers: [aWaiver('a', '2027-01-31')] },
    'testing waivers: a until 2026-12-01 > a until 2027-01-31',
  ],
];

describe('compareSettings', () => {
  it.each(CASES)('says what is loosened and what is tightened: %s', (_, before, after, expected) => {
    expect(inShort(before, after)).toEqual([`- ${expected}`]);
    const [key, values = ''] = expected.split(': ');
    const [from, to] = values.split(' > ');
    expect(inShort(after, before)).toEqual([`+ ${key}: ${to} > ${from}`]);
  });

  it.each<[string, Partial<Policy>, Partial<Policy>]>([
    ['equal values', own('error'), own('error')],
    [
      'another order',
      { trailers: ['A', 'B'], shared: ['x', 'y'] },
      { trailers: ['b', 'A'], shared: ['y', 'x'] },
    ],
    ['equal aliases', { aliases: { old: 'a', older: 'a' } }, { aliases: { older: 'a', old: 'a' } }],
    ['a waiver that is over', {}, { waivers: [aWaiver('a', '2026-11-21')] }],
    [
      'another reason or line of a waiver',
      { waivers: [aWaiver('a', '2027-01-01')] },
      { waivers: [{ ...aWaiver('a', '2027-01-01'), reason: 'b' }] },
    ],
    ['a severity of an agent that is that of all', {}, own('off')],
  ])('is silent about %s', (_, before, after) => {
    expect(inShort(before, after)).toEqual([]);
  });

  it('is silent about the very same policy', () => {
    expect(compareSettings(DEFAULT_POLICY, DEFAULT_POLICY, TODAY)).toEqual([]);
  });

  it('tells each waiver by itself', () => {
    const [a, b] = [aWaiver('a', '2027-01-31'), aWaiver('b', '2027-01-31')];
    const other = { ...a, agent: agentName('database') };
    expect(inShort({}, { waivers: [a, b, other] })).toEqual([
      '- testing waivers:  > a until 2027-01-31',
      '- testing waivers:  > b until 2027-01-31',
      '- database waivers:  > a until 2027-01-31',
    ]);
  });

  it('tells an alias with another target as loosened', () => {
    expect(inShort({ aliases: { old: 'a' } }, { aliases: { old: 'b' } })).toEqual(['- aliases.old: a > b']);
  });

  it('tells a severity for all once, not for each agent', () => {
    const stricter = { severity: { ...severity, 'outside-owns': 'error' as const } };
    expect(inShort({ ...own('off'), ...stricter }, own('off'))).toEqual([
      '- severity.outside-owns: error > off',
    ]);
  });
});
