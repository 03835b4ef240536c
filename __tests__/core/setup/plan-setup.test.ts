import { describe, expect, it } from '@jest/globals';
import { parse as parseYaml } from 'yaml';
import { END } from '../../../src/core/setup/hook-script.js';
import { planRemoval } from '../../../src/core/setup/plan-removal.js';
import { planSetup } from '../../../src/core/setup/plan-setup.js';
import { PLUGIN } from '../../../src/core/setup/plugin-settings.js';
import {
  IGNORE_PATH,
  SETTINGS_PATH,
  WORKFLOW_PATH,
  WORKTREES,
  type SetupFacts,
  type SetupFile,
} from '../../../src/core/setup/setup-facts.js';
import { PLACEHOLDER, type Uses } from '../../../src/core/setup/uses.js';
import { isOwnWorkflow, toWorkflow } from '../../../src/core/setup/workflow-text.js';
import { ACME, afterOf, aFile, aPlace, carriedOut, hooksIn, inShort, SHA, WITH_HOOKS } from './setting-up.js';

const PINNED: Uses = { repository: 'acme/agent-ownership', ref: SHA, version: 'v2.1.0' };

const NO_WISHES = { uses: null, hooks: null };

const OTHER = '.github/workflows/check.yml';
const using = (line: string, path = OTHER): SetupFile =>
  aFile(path, `on: pull_request\njobs:\n  check:\n    steps:\n      - uses: ${line}\n`);
const sourceIn = (text: string | null | undefined): unknown =>
  (JSON.parse(text ?? '{}') as { extraKnownMarketplaces?: Record<string, { source: unknown }> })
    .extraKnownMarketplaces?.['agent-ownership']?.source;

describe('planSetup', () => {
  it('writes the workflow, enables the plugin and ignores the working trees of agents where nothing is there', () => {
    const plan = planSetup(aPlace(), { uses: ACME, hooks: null });
    expect(inShort(plan)).toEqual({
      edits: [`workflow ${WORKFLOW_PATH}`, `plugin ${SETTINGS_PATH}`, `worktrees ${IGNORE_PATH}`],
      refusals: [],
      notes: [],
    });
    expect(plan.edits.every(({ before, executable }) => before === null && !executable)).toBe(true);
    expect(afterOf(plan, WORKFLOW_PATH)).toBe(toWorkflow(ACME));
    expect(JSON.parse(afterOf(plan, SETTINGS_PATH) ?? '')).toEqual({
      enabledPlugins: { [PLUGIN]: true },
      extraKnownMarketplaces: {
        'agent-ownership': { source: { source: 'github', repo: 'acme/agent-ownership', ref: 'v2' } },
      },
    });
    expect(afterOf(plan, IGNORE_PATH)?.split('\n')).toEqual([expect.stringMatching(/^# /), WORKTREES, '']);
  });

  it.each<[string, Partial<SetupFacts>, Parameters<typeof planSetup>[1]]>([
    ['as it was', {}, { uses: ACME, hooks: null }],
    ['with git hooks', {}, WITH_HOOKS],
    ['with nobody’s copy said', {}, NO_WISHES],
    ['in files with other content', { settings: aFile(SETTINGS_PATH, '{\n  "model": "x"\n}\n') }, WITH_HOOKS],
    ['with husky', { hooks: { kind: 'husky', files: hooksIn('.husky'), active: true } }, WITH_HOOKS],
    ['with lefthook', { hooks: { kind: 'lefthook', config: aFile('lefthook.yml', '') } }, WITH_HOOKS],
  ])('finds nothing to do the second time, and all of it goes again: %s', (_, overrides, wishes) => {
    const facts = aPlace(overrides);
    const then = carriedOut(facts, planSetup(facts, wishes));
    expect(planSetup(then, wishes).edits).toEqual([]);
    expect(planSetup(then, { ...wishes, uses: null }).edits).toEqual([]);
    const left = carriedOut(then, planRemoval(then, []));
    expect({ ...left, worktreesIgnored: false }).toMatchObject({
      workflow: { text: facts.workflow.text },
      settings: { text: facts.settings.text },
      ignore: { text: facts.ignore.text },
    });
    expect(JSON.stringify(left.hooks)).not.toMatch(/agent.ownership/i);
  });

  it('leaves a plugin off that the team switched off, and says so', () => {
    const settings = (isOn: boolean) =>
      aFile(SETTINGS_PATH, JSON.stringify({ enabledPlugins: { [PLUGIN]: isOn } }));
    const wishes = { uses: ACME, hooks: null };
    const off = planSetup(aPlace({ settings: settings(false) }), wishes);
    expect(inShort(off).notes).toEqual([`plugin-switched-off ${SETTINGS_PATH}`]);
    expect(JSON.parse(afterOf(off, SETTINGS_PATH) ?? '')).toMatchObject({
      enabledPlugins: { [PLUGIN]: false },
    });
    expect(inShort(planSetup(aPlace({ settings: settings(true) }), wishes)).notes).toEqual([]);
  });

  describe('the copy of the action', () => {
    it.each<[string, readonly SetupFile[], Uses | null, unknown]>([
      ['the one that is asked for', [], ACME, { repo: ACME.repository, ref: 'v2' }],
      ['of a SHA its version', [], PINNED, { repo: PINNED.repository, ref: 'v2.1.0' }],
      ['the placeholder', [], null, { repo: PLACEHOLDER.repository, ref: PLACEHOLDER.ref }],
      ['that of a workflow', [using('acme/agent-ownership@v3')], null, { repo: ACME.repository, ref: 'v3' }],
      [
        'that of the first workflow which uses it',
        [
          aFile('a.yml'),
          aFile('b.yml', 'on: push\n'),
          using('acme/agent-ownership@v3'),
          using('b/agent-ownership@v4'),
        ],
        null,
        { repo: ACME.repository, ref: 'v3' },
      ],
      [
        'the version in the comment behind a SHA',
        [using(`acme/agent-ownership@${SHA} # v2.1.0`)],
        null,
        { repo: ACME.repository, ref: 'v2.1.0' },
      ],
      [
        'the version in the comment behind a SHA in quotes',
        [using(`'acme/agent-ownership@${SHA}'\t#v2.1.0 of May`)],
        null,
        { repo: ACME.repository, ref: 'v2.1.0' },
      ],
      [
        'the placeholder where the workflow names no copy',
        [using('acme/agent-ownership/sub@v3')],
        null,
        { repo: PLACEHOLDER.repository, ref: PLACEHOLDER.ref },
      ],
      [
        'the one that is asked for, whatever a workflow uses',
        [using('b/agent-ownership@v4')],
        ACME,
        { repo: ACME.repository, ref: 'v2' },
      ],
    ])('is also the plugin’s: %s', (_, workflows, uses, expected) => {
      const plan = planSetup(aPlace({ workflows }), { uses, hooks: null });
      expect(sourceIn(afterOf(plan, SETTINGS_PATH))).toEqual({ source: 'github', ...(expected as object) });
    });

    it.each([
      ['has no comment', `acme/agent-ownership@${SHA}`],
      ['has a comment that is no version', `acme/agent-ownership@${SHA} # ..`],
      ['has its comment elsewhere', `acme/agent-ownership@${SHA}\n# v2`],
    ])('is not guessed where a SHA %s', (_, line) => {
      const facts = aPlace({ workflows: [using(line)] });
      expect(inShort(planSetup(facts, NO_WISHES))).toEqual({
        edits: [`worktrees ${IGNORE_PATH}`],
        refusals: [`plugin-version-unknown ${SETTINGS_PATH}`],
        notes: [`workflow-there ${OTHER}`],
      });
      expect(planSetup(facts, { uses: ACME, hooks: null }).refusals).toEqual([]);
      const there = (text: string) =>
        planSetup({ ...facts, settings: aFile(SETTINGS_PATH, text) }, NO_WISHES);
      const enabled = `"enabledPlugins": { "${PLUGIN}": false }`;
      const known = '"extraKnownMarketplaces": { "agent-ownership": {} }';
      expect(there(`{ ${enabled}, ${known} }`).refusals).toEqual([]);
      expect(there(`{ ${enabled} }`).refusals).toHaveLength(1);
      expect(there(`{ ${known} }`).refusals).toHaveLength(1);
    });

    it('is told to be a placeholder only where it is written', () => {
      const notes = (facts: SetupFacts, uses: Uses | null = null) =>
        planSetup(facts, { uses, hooks: null }).notes.map(({ code }) => code);
      expect(notes(aPlace())).toEqual(['placeholder-owner']);
      expect(notes(aPlace({ definitions: 0 }))).toEqual(['placeholder-owner', 'no-definitions']);
      expect(notes(aPlace(), ACME)).toEqual([]);
      const there = carriedOut(aPlace(), planSetup(aPlace(), NO_WISHES));
      expect(notes(there)).toEqual([]);
      expect(notes({ ...there, worktreesIgnored: false, ignore: aFile(IGNORE_PATH) })).toEqual([]);
      expect(notes({ ...there, settings: aFile(SETTINGS_PATH) })).toEqual(['placeholder-owner']);
      expect(notes({ ...there, workflow: aFile(WORKFLOW_PATH), workflows: [] })).toEqual([
        'placeholder-owner',
      ]);
    });
  });

  describe('the workflow', () => {
    const own = (edit = (text: string) => text) => aFile(WORKFLOW_PATH, edit(toWorkflow(PLACEHOLDER)));
    const inCrlf = (text: string) => text.replaceAll('\n', '\r\n');
    it.each<
      [
        string,
        () => Partial<SetupFacts>,
        Uses | null,
        (() => string) | undefined,
        ReturnType<typeof inShort>['refusals'],
      ]
    >([
      [
        'is renewed for another copy',
        () => ({ workflow: own(), workflows: [own()] }),
        ACME,
        () => toWorkflow(ACME),
        [],
      ],
      [
        'stays where nobody says which copy',
        () => ({ workflow: own(), workflows: [own()] }),
        null,
        undefined,
        [],
      ],
      ['keeps its line ends', () => ({ workflow: own(inCrlf) }), ACME, () => inCrlf(toWorkflow(ACME)), []],
      [
        'is not written beside another one',
        () => ({ workflows: [using('acme/agent-ownership@v1')] }),
        ACME,
        undefined,
        [],
      ],
      [
        'is not written over one that somebody has changed',
        () => ({
          workflow: using('acme/agent-ownership@v1', WORKFLOW_PATH),
          workflows: [using('acme/agent-ownership@v1', WORKFLOW_PATH)],
        }),
        ACME,
        undefined,
        [],
      ],
      [
        'is not written over something else of that name',
        () => ({ workflow: aFile(WORKFLOW_PATH, 'on: push\n') }),
        ACME,
        undefined,
        [`workflow-name-taken ${WORKFLOW_PATH}`],
      ],
      [
        'is not written over an empty file of that name',
        () => ({ workflow: aFile(WORKFLOW_PATH, '') }),
        ACME,
        undefined,
        [`workflow-name-taken ${WORKFLOW_PATH}`],
      ],
      [
        'is not written where its place is no file',
        () => ({ workflow: aFile(WORKFLOW_PATH, null, { unusable: 'not-a-file' }) }),
        ACME,
        undefined,
        [`unusable-file ${WORKFLOW_PATH}`],
      ],
      [
        'is written beside workflows that cannot be read',
        () => ({ workflows: [aFile('a.yml', '['), aFile('b.yml')] }),
        ACME,
        () => toWorkflow(ACME),
        [],
      ],
    ])('%s', (_, overrides, uses, after, refusals) => {
      const plan = planSetup(aPlace(overrides()), { uses, hooks: null });
      expect(afterOf(plan, WORKFLOW_PATH)).toBe(after?.());
      expect(inShort(plan).refusals).toEqual(refusals);
    });

    it('that is there already is named', () => {
      const facts = aPlace({ workflows: [aFile('a.yml', 'on: push\n'), using('acme/agent-ownership@v1')] });
      expect(inShort(planSetup(facts, NO_WISHES)).notes).toEqual([`workflow-there ${OTHER}`]);
    });

    it('starts for every event that a required check needs, with the least permissions', () => {
      const { on, permissions, jobs } = parseYaml(toWorkflow(PINNED)) as Record<string, unknown>;
      expect(on).toEqual({
        pull_request: { types: ['opened', 'synchronize', 'reopened', 'edited', 'labeled', 'unlabeled'] },
        merge_group: null,
      });
      expect(permissions).toEqual({ contents: 'read', 'pull-requests': 'read' });
      expect(jobs).toEqual({
        'agent-ownership': { 'runs-on': 'ubuntu-latest', steps: [{ uses: `acme/agent-ownership@${SHA}` }] },
      });
      expect(toWorkflow(PINNED)).toContain(`@${SHA} # v2.1.0\n`);
    });

    it.each<[string, (text: string) => string, boolean]>([
      ['as it was written', (text) => text, true],
      ['with CRLF', (text) => text.replaceAll('\n', '\r\n'), true],
      ['with another copy', (text) => text.replace('acme/', 'other/'), true],
      ['with one line more', (text) => `${text}        with: { comment: true }\n`, false],
      ['with another event', (text) => text.replace('merge_group', 'push'), false],
      ['without its last line end', (text) => text.trimEnd(), false],
      ['with a comment above', (text) => `# ours\n${text}`, false],
    ])('is known as ours or not: %s', (_, edit, expected) => {
      expect(isOwnWorkflow(edit(toWorkflow(ACME)))).toBe(expected);
    });
  });

  describe('what is in the way', () => {
    it.each<[string, Partial<SetupFacts>, object]>([
      [
        'settings that are no JSON',
        { settings: aFile(SETTINGS_PATH, '{\n  "a": 1,\n  b\n}\n') },
        { code: 'invalid-settings', path: SETTINGS_PATH, line: 3 },
      ],
      [
        'settings that are a list',
        { settings: aFile(SETTINGS_PATH, '\n[]') },
        { code: 'invalid-settings', path: SETTINGS_PATH, line: 1 },
      ],
      [
        'empty settings',
        { settings: aFile(SETTINGS_PATH, '') },
        { code: 'invalid-settings', path: SETTINGS_PATH, line: 1 },
      ],
      [
        'plugins that are a list',
        { settings: aFile(SETTINGS_PATH, '{ "enabledPlugins": [] }') },
        { code: 'settings-shape', path: SETTINGS_PATH, key: 'enabledPlugins' },
      ],
      [
        'marketplaces that are a text',
        { settings: aFile(SETTINGS_PATH, '{ "extraKnownMarketplaces": "x" }') },
        { code: 'settings-shape', path: SETTINGS_PATH, key: 'extraKnownMarketplaces' },
      ],
      [
        'a key that stands twice',
        { settings: aFile(SETTINGS_PATH, '{ "enabledPlugins": {}, "enabledPlugins": {} }') },
        { code: 'settings-shape', path: SETTINGS_PATH, key: 'enabledPlugins' },
      ],
      [
        'the plugin twice',
        { settings: aFile(SETTINGS_PATH, `{ "enabledPlugins": { "${PLUGIN}": true, "${PLUGIN}": false } }`) },
        { code: 'settings-shape', path: SETTINGS_PATH, key: 'enabledPlugins' },
      ],
      [
        'settings behind a link that leads out',
        { settings: aFile(SETTINGS_PATH, null, { unusable: 'link-outside' }) },
        { code: 'unusable-file', path: SETTINGS_PATH, reason: 'link-outside' },
      ],
      [
        'a .gitignore that is too large',
        { ignore: aFile(IGNORE_PATH, null, { unusable: 'too-large' }) },
        { code: 'unusable-file', path: IGNORE_PATH, reason: 'too-large' },
      ],
    ])('is said, and where: %s', (_, overrides, refusal) => {
      expect(planSetup(aPlace(overrides), { uses: ACME, hooks: null }).refusals).toEqual([refusal]);
    });

    it('is nothing in a .gitignore that needs no line', () => {
      const ignore = aFile(IGNORE_PATH, null, { unusable: 'unreadable' });
      const plan = planSetup(aPlace({ ignore, worktreesIgnored: true }), { uses: ACME, hooks: null });
      expect(plan.refusals).toEqual([]);
    });
  });
});

describe('planRemoval', () => {
  const setUp = () => carriedOut(aPlace(), planSetup(aPlace(), WITH_HOOKS));

  it('takes away all that was written', () => {
    expect(planRemoval(setUp(), []).edits.map(({ why, after }) => [why, after])).toEqual([
      ['workflow', null],
      ['plugin', null],
      ['worktrees', null],
      ['git-hook', null],
      ['git-hook', null],
    ]);
    expect(planRemoval(aPlace(), [])).toEqual({ edits: [], refusals: [], notes: [] });
  });

  it('gives a file that nobody touched since its former bytes back', () => {
    const facts = setUp();
    const memory = { path: IGNORE_PATH, before: 'x', after: facts.ignore.text ?? '' };
    const after = (...memories: readonly (typeof memory)[]) =>
      planRemoval(facts, memories).edits.map((edit) => edit.after);
    expect(after(memory)).toEqual([null, null, 'x', null, null]);
    expect(after({ ...memory, after: 'y' }, { ...memory, path: SETTINGS_PATH })).toEqual(Array(5).fill(null));
  });

  it.each<[string, Partial<SetupFacts>, ReturnType<typeof inShort>]>([
    [
      'a workflow that somebody has changed',
      { workflow: using('acme/agent-ownership@v1', WORKFLOW_PATH) },
      { edits: [], refusals: [], notes: [`workflow-changed ${WORKFLOW_PATH}`] },
    ],
    [
      'a workflow that is not ours',
      { workflow: aFile(WORKFLOW_PATH, 'on: push\n') },
      { edits: [], refusals: [], notes: [] },
    ],
    [
      'settings that cannot be read',
      { settings: aFile(SETTINGS_PATH, '{') },
      { edits: [], refusals: [`invalid-settings ${SETTINGS_PATH}`], notes: [] },
    ],
    [
      'a hook with half a block',
      {
        hooks: {
          kind: 'own',
          files: { ...hooksIn('h', 'echo\n'), 'pre-push': aFile('h/pre-push', `${END}\n`) },
        },
      },
      { edits: [], refusals: ['block-damaged h/pre-push'], notes: [] },
    ],
    ['an empty .gitignore', { ignore: aFile(IGNORE_PATH, '') }, { edits: [], refusals: [], notes: [] }],
    [
      'somebody else’s .gitignore',
      { ignore: aFile(IGNORE_PATH, 'a\n') },
      { edits: [], refusals: [], notes: [] },
    ],
  ])('leaves %s', (_, overrides, expected) => {
    expect(inShort(planRemoval(aPlace(overrides), []))).toEqual(expected);
  });
});
