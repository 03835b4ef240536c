import { describe, expect, it } from '@jest/globals';
import { attribute } from '../../../src/core/attribution/attribute.js';
import type { Agent } from '../../../src/core/definitions/definition.js';
import type { DefinitionSource } from '../../../src/core/definitions/roster.js';
import type { Change } from '../../../src/core/history.js';
import { DEFAULT_CONFIG_PATH, DEFAULT_POLICY } from '../../../src/core/policy/policy.js';
import type { RuleChange } from '../../../src/core/policy/rule-changes.js';
import { sourcesAfterMerge, whatIsBrought } from '../../../src/core/rule-changes/after-merge.js';
import { findRuleChanges, type RuleComparison } from '../../../src/core/rule-changes/find-rule-changes.js';
import { repoPath } from '../../../src/core/vocabulary.js';
import { aHistory, anAgent, anEntry, aRoster, aSha, type Step } from '../../support/builders.js';
import { aWaiver, TODAY } from '../../support/policies.js';
import { PLACES, SIGNS } from './comparing.js';

const LINKED = '.claude/agents/linked.md';
const TARGET = 'shared/linked.md';

/** Where the definitions come from: a file of its own, and one that a link leads to. */
const SOURCES: readonly DefinitionSource[] = [
  aSource('.claude/agents/backend-django.md'),
  { ...aSource(LINKED), target: repoPath(TARGET), links: [repoPath('shared')] },
];

function aSource(path: string): DefinitionSource {
  return { path: repoPath(path), content: new Uint8Array() };
}

const ROSTER = aRoster(anAgent('database'), anAgent('testing'));

function changesOf(
  base: readonly Agent[],
  head: readonly Agent[],
  { steps = [], ...overrides }: Partial<RuleComparison> & { readonly steps?: readonly Step[] } = {},
): readonly RuleChange[] {
  const { commits } = aHistory(steps).history;
  return findRuleChanges({
    base: aRoster(...base),
    head: aRoster(...head),
    before: DEFAULT_POLICY,
    after: overrides.before ?? DEFAULT_POLICY,
    tracked: [],
    places: PLACES,
    config: DEFAULT_CONFIG_PATH,
    configPlaces: [DEFAULT_CONFIG_PATH],
    today: TODAY,
    sources: SOURCES,
    attributed: attribute(
      commits,
      { base: ROSTER, mergeBases: [], defaultBranch: null, head: ROSTER },
      DEFAULT_POLICY,
    ),
    ...overrides,
  });
}

const inShort = (changes: readonly RuleChange[]): readonly string[] =>
  changes.map(({ effect, agent, subject }) => {
    const what =
      'pattern' in subject ? subject.pattern : subject.kind === 'setting' ? subject.key : subject.kind;
    return `${SIGNS[effect]} ${agent ?? 'all'} ${what}`;
  });

const denying = (name: string, ...cannotTouch: readonly string[]): Agent => anAgent(name, { cannotTouch });

describe('findRuleChanges', () => {
  it('lists what is loosened first, each by agent in the order of the base, new agents next, settings last', () => {
    const changes = changesOf(
      [denying('a', 'x/**'), denying('b', 'x/**'), denying('gone', 'x/**')],
      [denying('a', 'y/**'), denying('b', 'y/**'), denying('new', 'x/**')],
      { after: { ...DEFAULT_POLICY, mode: 'report-only', protected: ['infra/**'] } },
    );
    expect(inShort(changes)).toEqual([
      '- a x/**',
      '- b x/**',
      '- gone agent',
      '- all mode',
      '+ a y/**',
      '+ b y/**',
      '+ new agent',
      '+ all protected',
    ]);
  });

  it('finds nothing where definitions and config mean the same', () => {
    const agents = [denying('a', 'x/**')];
    expect(changesOf(agents, agents)).toEqual([]);
  });

  it('finds one difference of the definitions and one of the config', () => {
    const after = { ...DEFAULT_POLICY, mode: 'report-only' as const };
    const changes = changesOf([denying('a', 'x/**')], [denying('a')], { after });
    expect(inShort(changes)).toEqual(['- a x/**', '- all mode']);
  });

  it('counts the files and shows the first three', () => {
    const tracked = ['x/a', 'x/b', 'x/c', 'x/d', 'y'].map(repoPath);
    expect(changesOf([denying('a', 'x/**')], [denying('a', 'z/**')], { tracked })).toMatchObject([
      { effect: 'loosened', paths: { examples: ['x/a', 'x/b', 'x/c'], count: 4 } },
      { effect: 'tightened', paths: { examples: [], count: 0 } },
    ]);
  });

  it('places a setting in the config, and at a line only where it is new there', () => {
    const config = repoPath('ci/policy.yml');
    const after = { ...DEFAULT_POLICY, allowSelf: true, waivers: [aWaiver('testing', 'a.py')] };
    expect(changesOf([], [], { after, config })).toEqual([
      {
        effect: 'loosened',
        agent: null,
        file: config,
        line: null,
        subject: { kind: 'setting', key: 'allow-self', before: 'false', after: 'true' },
        paths: { examples: [], count: 0 },
        commit: null,
        by: [],
      },
      {
        effect: 'loosened',
        agent: 'testing',
        file: config,
        line: 7,
        subject: { kind: 'setting', key: 'waivers', before: '', after: 'a.py until 2026-11-29' },
        paths: { examples: [], count: 0 },
        commit: null,
        by: [],
      },
    ]);
  });

  it('looks a name up through the aliases that the branch leaves behind', () => {
    const after = { ...DEFAULT_POLICY, aliases: { old: 'new' } };
    const [before, then] = [[denying('old', 'x/**')], [denying('new', 'x/**')]];
    expect(inShort(changesOf(before, then, { after }))).toEqual(['- all aliases.old']);
    expect(inShort(changesOf(before, then, { before: after, after: DEFAULT_POLICY }))).toEqual([
      '- old agent',
      '+ new agent',
      '+ all aliases.old',
    ]);
  });

  const [{ path: file } = aSource('')] = SOURCES;
  const AT_FILE = [denying('backend-django', 'x/**')] as const;
  const AT_LINK = [anAgent('linked', { cannotTouch: ['x/**'], file: LINKED })] as const;
  const wrote = (id: string, path: string, ...agents: readonly string[]): Step => ({
    id,
    agents,
    write: { [path]: id },
  });
  it.each<[string, readonly Agent[], readonly Step[], string | null, readonly string[]]>([
    ['an agent’s commit', AT_FILE, [wrote('1', file, 'database')], '1', ['database']],
    ['a joint commit', AT_FILE, [wrote('1', file, 'testing', 'database')], '1', ['testing', 'database']],
    ['a person’s commit', AT_FILE, [wrote('1', file)], '1', []],
    [
      'the last of several commits',
      AT_FILE,
      [wrote('1', file, 'database'), wrote('2', file, 'testing'), wrote('3', 'x', 'database')],
      '2',
      ['testing'],
    ],
    ['nobody', AT_FILE, [wrote('1', 'other.md', 'database')], null, []],
    ['nobody, in a branch without commits', AT_FILE, [], null, []],
    [
      'the file that its link leads to, changed last',
      AT_LINK,
      [wrote('1', LINKED, 'database'), wrote('2', TARGET, 'testing')],
      '2',
      ['testing'],
    ],
    [
      'its link, changed last',
      AT_LINK,
      [wrote('1', TARGET, 'database'), wrote('2', LINKED, 'testing')],
      '2',
      ['testing'],
    ],
    ['a link on the way', AT_LINK, [wrote('1', 'shared', 'database')], '1', ['database']],
    [
      'the config alone',
      AT_FILE,
      [wrote('1', DEFAULT_CONFIG_PATH, 'database'), wrote('2', 'x', 'testing')],
      '1',
      ['database'],
    ],
    [
      'the file, although the config was changed later',
      AT_FILE,
      [wrote('1', file, 'database'), wrote('2', DEFAULT_CONFIG_PATH, 'testing')],
      '1',
      ['database'],
    ],
    [
      'the file, although that of another agent was changed later',
      AT_FILE,
      [wrote('1', file, 'database'), wrote('2', LINKED, 'testing')],
      '1',
      ['database'],
    ],
  ])('says who loosened a definition: %s', (_, before, steps, commit, by) => {
    expect(
      changesOf(
        before,
        before.map(({ name, definitions }) => anAgent(name, definitions[0])),
        { steps },
      ),
    ).toMatchObject([{ effect: 'loosened', commit: commit === null ? null : aSha(commit), by }]);
  });

  it('names a definition that no source is known of by its own path', () => {
    const steps = [wrote('1', file, 'database')];
    expect(changesOf(AT_FILE, [], { steps, sources: [] })).toMatchObject([{ commit: aSha('1') }]);
  });

  it('knows the places of both sides where a definition is a link at one of them', () => {
    const target = { ...aSource(LINKED), target: repoPath('elsewhere.md') };
    const sources = [...SOURCES, target, aSource(LINKED)];
    for (const path of [TARGET, 'elsewhere.md', LINKED])
      expect(changesOf(AT_LINK, [], { steps: [wrote('1', path, 'database')], sources })).toMatchObject([
        { commit: aSha('1'), by: ['database'] },
      ]);
  });

  it('says of a setting who changed the config, by whichever of its places', () => {
    const configPlaces = [DEFAULT_CONFIG_PATH, repoPath('.github')];
    const after = { ...DEFAULT_POLICY, allowSelf: true };
    const steps = [wrote('1', DEFAULT_CONFIG_PATH, 'database'), wrote('2', '.github', 'testing')];
    expect(changesOf([], [], { after, configPlaces, steps })).toMatchObject([
      { commit: aSha('2'), by: ['testing'] },
    ]);
  });
});

describe('many changes', () => {
  /** The first directory holds most files, so that the heaviest entry is the last one written. */
  const directories = (count: number): readonly string[] =>
    Array.from({ length: count }, (_, at) => `d${count - at}`);
  const filesIn = (names: readonly string[]) =>
    names.flatMap((name, at) => Array.from({ length: at + 1 }, (_, file) => repoPath(`${name}/${file}`)));
  const entries = (names: readonly string[]) => names.map((name) => `${name}/**`);

  it('of one agent are listed one by one up to six', () => {
    const names = directories(6);
    const changes = changesOf([denying('a', ...entries(names))], [denying('a')], {
      tracked: filesIn(names),
    });
    expect(inShort(changes)).toEqual(entries(names).map((entry) => `- a ${entry}`));
  });

  it('of one agent are summed up past six: the heaviest five, and what is left with all its files', () => {
    const names = directories(10);
    const changes = changesOf([denying('a', ...entries(names))], [denying('a')], {
      tracked: filesIn(names),
    });
    expect(changes.map(({ paths }) => paths.count)).toEqual([10, 9, 8, 7, 6, 15]);
    expect(changes.at(-1)).toMatchObject({
      effect: 'loosened',
      agent: 'a',
      file: '.claude/agents/a.md',
      line: null,
      subject: { kind: 'further-entries', count: 5, patterns: ['d6/**', 'd7/**', 'd8/**'] },
    });
    expect(changes.slice(0, 5).every(({ line }) => line !== null)).toBe(true);
  });

  it('are summed up for each agent and direction alone', () => {
    const names = directories(6);
    const [all, none] = [
      [denying('a', ...entries(names)), denying('b')],
      [denying('a'), denying('b', ...entries(names))],
    ];
    expect(changesOf(all, none).map(({ subject }) => subject.kind)).toEqual(Array(12).fill('denial'));
    const both = changesOf(
      [denying('a', ...entries(names))],
      [denying('a', 'x1', 'x2', 'x3', 'x4', 'x5', 'x6')],
    );
    expect(both.map(({ subject }) => subject.kind)).toEqual(Array(12).fill('denial'));
  });

  it.each<[string, readonly number[], number]>([
    ['sixty, so that each is listed', Array<number>(10).fill(6), 60],
    ['sixty-one, so that each agent has two', [6, ...Array<number>(11).fill(5)], 24],
  ])('of many agents are counted together: %s', (_, sizes, lines) => {
    const agents = sizes.map((size, at) => denying(`agent-${at}`, ...entries(directories(size))));
    const changes = changesOf(
      agents,
      agents.map(({ name }) => denying(name)),
    );
    expect(changes).toHaveLength(lines);
    const told = changes.map(({ subject }) => (subject.kind === 'further-entries' ? subject.count : 1));
    expect(told.reduce((sum, one) => sum + one)).toBe(sizes.reduce((sum, size) => sum + size));
  });
});

describe('whatIsBrought', () => {
  const PATH = repoPath('a.md');
  const change = (before: string | null, after: string | null, path = PATH): Change => ({
    path,
    before: before === null ? null : anEntry(before),
    after: after === null ? null : anEntry(after),
  });
  const base = (content: string | null) => new Map(content === null ? [] : [[PATH, anEntry(content)]]);

  it.each<[string, readonly (readonly Change[])[], string | null, boolean, boolean]>([
    ['the branch alone changed it', [[change('1', '2')]], '1', true, false],
    ['the base has gained another content', [[change('1', '2')]], '3', true, true],
    ['both came to the same content', [[change('1', '2')]], '2', true, true],
    ['the base has dropped it', [[change('1', '2')]], null, true, true],
    ['the branch added it', [[change(null, '2')]], null, true, false],
    ['both added it', [[change(null, '2')]], '3', true, true],
    ['the branch dropped it', [[change('1', null)]], '1', true, false],
    ['only the base changed it', [[]], '3', false, false],
    ['it differs from the second merge base alone', [[], [change('1', '2')]], '1', true, false],
    ['the base differs from the first merge base', [[change('0', '2')], [change('1', '2')]], '1', true, true],
    [
      'the base differs from the second merge base',
      [[change('1', '2')], [change('0', '2')]],
      '1',
      true,
      true,
    ],
    ['something else changed', [[change('1', '2', repoPath('b.md'))]], '1', false, false],
  ])('tells what a branch brings: %s', (_, netChanges, content, has, isContested) => {
    const brought = whatIsBrought({ netChanges }, base(content));
    expect([brought.has(PATH), brought.isContested(PATH)]).toEqual([has, isContested]);
  });
});

describe('sourcesAfterMerge', () => {
  const saying = (path: string, text: string, links: Partial<DefinitionSource> = {}): DefinitionSource => ({
    ...aSource(path),
    content: new TextEncoder().encode(text),
    ...links,
  });
  const [A, B] = [saying('a.md', 'base'), saying('a.md', 'head')];
  const brings = (has: readonly string[], contested: readonly string[] = []) => ({
    has: (path: string) => has.includes(path),
    isContested: (path: string) => contested.includes(path),
  });
  const linked = { target: repoPath('t.md'), links: [repoPath('l')] };
  const [C, D] = [saying('a.md', 'base', linked), saying('a.md', 'head', linked)];

  it.each<
    [
      string,
      readonly DefinitionSource[],
      readonly DefinitionSource[],
      ReturnType<typeof brings>,
      readonly DefinitionSource[] | null,
    ]
  >([
    ['the base’s where the branch brings nothing', [A], [B], brings([]), [A]],
    ['the head’s where the branch brings the file', [A], [B], brings(['a.md']), [B]],
    ['the head’s where the branch brings what a link leads to', [C], [D], brings(['t.md']), [D]],
    ['the head’s where the branch brings a link on the way', [C], [D], brings(['l']), [D]],
    ['the head’s where the branch makes the link', [A], [D], brings(['t.md']), [D]],
    ['the head’s where the branch ends the link', [C], [B], brings(['l']), [B]],
    ['one that the branch adds', [], [B], brings(['a.md']), [B]],
    ['one that the base has gained', [A], [], brings([]), [A]],
    ['none where the branch deletes it', [A], [], brings(['a.md']), []],
    ['none where the base has deleted it since', [], [B], brings([]), []],
    ['unknown where both changed it', [A], [B], brings(['a.md'], ['a.md']), null],
    ['unknown where both changed what a link leads to', [C], [C], brings(['t.md'], ['t.md']), null],
    ['unknown where both changed one of many', [saying('z.md', 'z'), C], [D], brings(['l'], ['l']), null],
    ['known where both changed something else', [A], [B], brings(['x'], ['x']), [A]],
    [
      'each by itself',
      [A, saying('b.md', '1')],
      [B, saying('b.md', '2'), saying('c.md', '3')],
      brings(['b.md', 'c.md']),
      [A, saying('b.md', '2'), saying('c.md', '3')],
    ],
  ])('gives the definitions after the merge: %s', (_, base, head, brought, expected) => {
    expect(sourcesAfterMerge(base, head, brought)).toStrictEqual(expected);
  });
});
