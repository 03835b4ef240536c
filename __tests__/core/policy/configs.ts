import type { ConfigFault, TextFault } from '../../../src/core/policy/config-fault.js';

/** Configs that can be used, by what they show. */
export const VALID: readonly (readonly [title: string, text: string])[] = [
  ['an empty file', ''],
  ['comments only', '# nothing yet\n'],
  ['a document that says nothing', '---\n...\n'],
  ['a byte order mark', '\uFEFFmode: report-only\n'],
  ['Windows line ends', 'mode: report-only\r\npeople:\r\n  - human\r\n'],
  ['definitions with an exception', "definitions: ['.claude/agents/**/*.md', '!.claude/agents/drafts/**']"],
  ['several trailers', 'trailers: [Agent, X-Agent-2]'],
  ['aliases, one of which leads to another', 'aliases: { old: newer, newer: newest }'],
  ['an alias with the key __proto__', 'aliases: { __proto__: testing }'],
  ['a number in quotes', "aliases: { '404': testing }"],
  ['people and nobody', 'people: []'],
  ['headings', 'headings: { owns: [Territory], reads: [], cannot-touch: [Keep out] }'],
  ['identities', "identities: { ai: ['*@robots.example'], people: [Claude Monet], bots: ['deploy*'] }"],
  ['a severity of a finding and of a problem', 'severity: { outside-owns: error, dead-pattern: off }'],
  ['a severity of one agent', 'agents: { testing: { severity: { outside-owns: warning } } }'],
  ['protected and shared paths', 'protected: [/Makefile, infra/]\nshared: [package-lock.json]'],
  ['everything protected', "protected: ['**']"],
  ['a route that is shared', "shared: ['[locale]']"],
  ['a usual heading where it belongs', 'headings: { cannot-touch: [Cannot touch] }'],
  ['trusted branches', 'trusted-branches: [develop, release/1.x, "@team"]'],
  ['a waiver', 'waivers:\n  - { agent: testing, path: src/a.ts, reason: agreed, until: 2027-01-31 }\n'],
  ...['2020-02-29', '2000-02-29', '2024-01-31'].map(
    (day) =>
      [
        `a waiver that is over since ${day}`,
        `waivers: [{ agent: a, path: b, reason: c, until: ${day} }]`,
      ] as const,
  ),
  ['a waiver for a reason of signs', "waivers: [{ agent: a, path: b, reason: '—', until: 2027-01-31 }]"],
  [
    'a waiver to the last day that is possible',
    'waivers: [{ agent: a, path: b, reason: c, until: 2027-11-22 }]',
  ],
  ['approval by oneself', 'allow-self: true'],
  ['an anchor', 'protected: &some [a, b]\nshared: *some\n'],
];

type Row = readonly [title: string, text: string, kind: string, line: number];

const waiver = (changes: Readonly<Record<string, string>>): string => {
  const keys = { agent: 'testing', path: 'src/a.ts', reason: 'agreed', until: '2027-01-31', ...changes };
  const lines = Object.entries(keys).flatMap(([key, value]) => (value === '' ? [] : [`${key}: ${value}`]));
  return `waivers:\n  - ${lines.join('\n    ')}\n`;
};

/** What the published schema refuses as well. */
export const MISSHAPEN: readonly Row[] = [
  ['a list instead of keys', '- mode', 'wrong-type', 1],
  ['a text instead of keys', 'report-only', 'wrong-type', 1],
  ['an unknown key', 'mode: enforce\nseverty: {}', 'unknown-key', 2],
  ['a key in capitals', 'Mode: enforce', 'unknown-key', 1],
  ['an unknown key of identities', 'identities:\n  robots: []', 'unknown-key', 2],
  ['an unknown heading', 'headings:\n  writes: []', 'unknown-key', 2],
  ['an unknown code', 'severity:\n  forbiden-path: off', 'unknown-key', 2],
  ['an unknown code of an agent', 'agents:\n  a:\n    severity:\n      x: off', 'unknown-key', 4],
  ['an unknown key of an agent', 'agents:\n  a:\n    severity: {}\n    mode: off', 'unknown-key', 4],
  ['an unknown key of a waiver', waiver({ who: 'me' }), 'unknown-key', 6],
  ['a merge key', 'mode: enforce\n<<: {}', 'unknown-key', 2],
  ['a code that always fails', 'severity:\n  unreadable-definition: off', 'refused-key', 2],
  ['the code of the config itself', 'severity:\n  invalid-config: off', 'refused-key', 2],
  ['a code of no agent', 'agents:\n  a:\n    severity:\n      unknown-agent: off', 'refused-key', 4],
  ['an agent without a severity', 'agents:\n  a: {}', 'missing-key', 2],
  ['a level that there is not', 'severity:\n  forbidden-path: fatal', 'not-a-choice', 2],
  ['a level in capitals', 'severity:\n  forbidden-path: Error', 'not-a-choice', 2],
  ['a mode that there is not', 'mode: strict', 'not-a-choice', 1],
  ['a flag for a level', 'severity:\n  forbidden-path: false', 'wrong-type', 2],
  ['no mode', 'mode:', 'wrong-type', 1],
  ['no waivers, by nothing', 'waivers:\n', 'wrong-type', 1],
  ['no severity, by nothing', 'severity: ~', 'wrong-type', 1],
  ['no definitions', 'definitions: []', 'empty-list', 1],
  ['no trailers', 'trailers: []', 'empty-list', 1],
  ['a text for a list', 'people: human', 'wrong-type', 1],
  ['a mapping for a list', 'shared: { a: b }', 'wrong-type', 1],
  ['a list for a mapping', 'aliases: [a]', 'wrong-type', 1],
  ['a number for a text', 'people: [1]', 'wrong-type', 1],
  ['a flag for a text', 'protected: [true]', 'wrong-type', 1],
  ['nothing for a text', 'protected:\n  - a\n  -', 'wrong-type', 3],
  ['a list for a text', 'trailers: [[Agent]]', 'wrong-type', 1],
  ['a number for an alias', 'aliases: { a: 1 }', 'wrong-type', 1],
  ['a text for a flag', 'allow-self: "true"', 'wrong-type', 1],
  ['a word for a flag', 'allow-self: yes', 'wrong-type', 1],
  ['a waiver that is a text', 'waivers: [testing]', 'wrong-type', 1],
  ...['agent', 'path', 'reason', 'until'].map((key): Row => [
    `a waiver without ${key}`,
    waiver({ [key]: '' }),
    'missing-key',
    2,
  ]),
  ['a blank reason', waiver({ reason: '" "' }), 'unusable-text', 4],
  ['a blank agent', waiver({ agent: "''" }), 'unusable-text', 2],
  ['a blank person', 'people: [""]', 'unusable-text', 1],
  ['a blank alias', 'aliases: { "": a }', 'unusable-text', 1],
  ['a day in other words', waiver({ until: '31.01.2027' }), 'unusable-text', 5],
  ['a moment for a day', waiver({ until: '2027-01-31T00:00:00Z' }), 'unusable-text', 5],
  ['an exception for a waiver', waiver({ path: "'!src/a.ts'" }), 'unusable-text', 3],
  ['an exception in shared', 'shared: ["!a"]', 'unusable-text', 1],
  ['an exception in protected', 'protected: ["  !a"]', 'unusable-text', 1],
  ['a trailer with a colon', 'trailers: ["Agent:"]', 'unusable-text', 1],
  ['a trailer with a blank', 'trailers: [Written by]', 'unusable-text', 1],
  ['a trailer with an underscore', 'trailers: [my_agent]', 'unusable-text', 1],
  ['everybody with an address as a person', "identities: { people: ['*@*.*'] }", 'unusable-text', 1],
  ['everybody as a bot', "identities: { bots: ['**'] }", 'unusable-text', 1],
  ['a pattern of branches', "trusted-branches: ['release/*']", 'unusable-text', 1],
  ['a full ref', 'trusted-branches: [refs/heads/main]', 'unusable-text', 1],
  ['a branch that is an option', 'trusted-branches: [--all]', 'unusable-text', 1],
  ['a range as a branch', 'trusted-branches: [a..b]', 'unusable-text', 1],
  ['a heading as long as a text', `headings: { owns: [${'a'.repeat(200)}] }`, 'unusable-text', 1],
];

/** What only the reading finds. */
export const UNUSABLE: readonly Row[] = [
  ['a day that is none', waiver({ until: '2027-02-30' }), 'unusable-text', 5],
  ['the 29th of February of another year', waiver({ until: '2027-02-29' }), 'unusable-text', 5],
  ['the 29th of February of 1900', waiver({ until: '1900-02-29' }), 'unusable-text', 5],
  ['the day before the first', waiver({ until: '2027-01-00' }), 'unusable-text', 5],
  ['the thirteenth month', waiver({ until: '2027-13-01' }), 'unusable-text', 5],
  ['more than a year', waiver({ until: '2027-11-23' }), 'too-far-ahead', 5],
  ['a waiver of everything', waiver({ path: "'**'" }), 'unusable-text', 3],
  ...['**/', '*/', '*/**', '[a-z]*', '*.*', '[!a]*/*', '{a,*.*}'].map(
    (path) =>
      [`a waiver of almost everything, ${path}`, waiver({ path: `'${path}'` }), 'unusable-text', 3] as const,
  ),
  ['a waiver of everything by a star', waiver({ path: "'*'" }), 'unusable-text', 3],
  ['a waiver of everything at the root', waiver({ path: '/**' }), 'unusable-text', 3],
  ['a waiver of everything by braces', waiver({ path: "'{**,x}'" }), 'unusable-text', 3],
  ['a waiver of everything with a name', waiver({ path: "'?*'" }), 'unusable-text', 3],
  ['everything shared', "shared: [a, '**/*']", 'unusable-text', 1],
  ['a path out of the repository', waiver({ path: '../a' }), 'invalid-pattern', 3],
  ['an unclosed bracket', "shared: ['a[b']", 'invalid-pattern', 1],
  ['an absolute path', "protected: ['C:\\a']", 'invalid-pattern', 1],
  ['a placeholder', "definitions: ['{{DIR}}/*.md']", 'invalid-pattern', 1],
  ['exceptions only', "mode: enforce\ndefinitions: ['!a', ' !b']", 'only-exceptions', 2],
  ['an alias of itself', 'aliases:\n  a: b\n  testing: Testing', 'alias-circle', 3],
  ['aliases in a circle', 'aliases:\n  x: a\n  a: b\n  b: c\n  c: a', 'alias-circle', 3],
  ['an alias in two spellings', 'aliases:\n  old-name: a\n  Old_Name: b', 'duplicate-key', 3],
  [
    'a heading of CANNOT TOUCH for another section',
    'headings:\n  reads: [Cannot touch]',
    'heading-of-denials',
    2,
  ],
  ['a heading of two sections', 'headings:\n  owns: [Mine]\n  reads: [MINE]', 'contrary-heading', 3],
  ['a heading without words', 'headings: { owns: ["---"] }', 'unusable-text', 1],
  ['a key twice', 'mode: enforce\nmode: report-only', 'duplicate-key', 2],
  ['a code twice', 'severity:\n  forbidden-path: error\n  forbidden-path: off', 'duplicate-key', 3],
  ['an open list', 'mode: enforce\npeople: [a', 'not-yaml', 2],
  ['a tab as indentation', 'identities:\n\tai: []', 'not-yaml', 2],
  ['an unquoted star', 'protected:\n  - *.sql', 'not-yaml', 2],
  ['a tag', 'people: !!js/function x', 'not-yaml', 1],
  ['an alias that nothing defines', 'people: *who', 'not-yaml', 1],
  ['several documents', 'mode: enforce\n---\nmode: report-only', 'several-documents', 2],
];

const unusable = (key: string, value: string, fault: TextFault): ConfigFault => ({
  kind: 'unusable-text',
  key,
  value,
  fault,
});
const mistyped = (
  key: string,
  expected: Extract<ConfigFault, { readonly kind: 'wrong-type' }>['expected'],
  found: Extract<ConfigFault, { readonly kind: 'wrong-type' }>['found'],
): ConfigFault => ({ kind: 'wrong-type', key, expected, found });

/** Configs of one fault each, with all that is said of it. */
export const FAULTS: readonly (readonly [text: string, fault: ConfigFault])[] = [
  ['- mode', mistyped('', 'mapping', 'list')],
  ['people: [a, 1]', mistyped('people[1]', 'text', 'number')],
  ['mode: [enforce]', mistyped('mode', 'text', 'list')],
  ['shared: a', mistyped('shared', 'list', 'text')],
  ['aliases: [a]', mistyped('aliases', 'mapping', 'list')],
  ['identities: true', mistyped('identities', 'mapping', 'flag')],
  ['allow-self:', mistyped('allow-self', 'flag', 'nothing')],
  ['agents: { a: { severity: [] } }', mistyped('agents.a.severity', 'mapping', 'list')],
  ["identities: { ai: ['  '] }", unusable('identities.ai[0]', '  ', 'blank')],
  ["trailers: ['']", unusable('trailers[0]', '', 'blank')],
  ["headings: { owns: [' '] }", unusable('headings.owns[0]', ' ', 'blank')],
  ["aliases: { a: '' }", unusable('aliases.a', '', 'blank')],
  ["people: [' ']", unusable('people[0]', ' ', 'blank')],
  ["identities: { ai: ['**'] }", unusable('identities.ai[0]', '**', 'only-stars')],
  ['trailers: [a_b]', unusable('trailers[0]', 'a_b', 'not-a-trailer-key')],
  ['trusted-branches: [a..b]', unusable('trusted-branches[0]', 'a..b', 'not-a-branch')],
  ["headings: { owns: ['--'] }", unusable('headings.owns[0]', '--', 'no-words')],
  [waiver({ until: 'soon' }), unusable('waivers[0].until', 'soon', 'not-a-day')],
  [waiver({ until: '2027-02-30' }), unusable('waivers[0].until', '2027-02-30', 'not-a-day')],
  ["protected: ['!a']", unusable('protected[0]', '!a', 'exception')],
  ["shared: ['**/*']", unusable('shared[0]', '**/*', 'matches-everything')],
  ["shared: ['*.*']", unusable('shared[0]', '*.*', 'names-nothing')],
  [
    waiver({ until: '2027-11-23' }),
    { kind: 'too-far-ahead', key: 'waivers[0].until', until: '2027-11-23', latest: '2027-11-22' },
  ],
  [
    'shared: [a/../b]',
    { kind: 'invalid-pattern', key: 'shared[0]', pattern: 'a/../b', fault: 'parent-segment' },
  ],
  [
    "shared: ['{{X}}']",
    { kind: 'invalid-pattern', key: 'shared[0]', pattern: '{{X}}', fault: 'placeholder' },
  ],
  ["definitions: ['!a']", { kind: 'only-exceptions', key: 'definitions' }],
  [
    'aliases: { Old Name: New_Name, new-name: old-name }',
    { kind: 'alias-circle', key: 'aliases', names: ['Old Name', 'new-name'] },
  ],
  ['mode: enforce\n---\nmode: enforce', { kind: 'several-documents' }],
  [
    'waivers: [{ agent: a, path: b, reason: c }]',
    { kind: 'missing-key', key: 'waivers[0]', missing: 'until' },
  ],
  ['people: []\npeople: []', { kind: 'duplicate-key', key: 'people' }],
];
