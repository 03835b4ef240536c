import { describe, expect, it } from '@jest/globals';
import type { Agent } from '../../../src/core/definitions/definition.js';
import { DEFAULT_POLICY, type Policy } from '../../../src/core/policy/policy.js';
import type { LintReport } from '../../../src/core/report.js';
import { diagnoseDefinitions } from '../../../src/core/setup/doctor/diagnose-definitions.js';
import {
  diagnoseHookRun,
  diagnoseHooks,
  type StartedHooks,
} from '../../../src/core/setup/doctor/diagnose-hooks.js';
import { diagnoseHookAnswer, diagnosePlugin } from '../../../src/core/setup/doctor/diagnose-plugin.js';
import { diagnoseRequired } from '../../../src/core/setup/doctor/diagnose-required.js';
import { ANSWERS, diagnose, isIll } from '../../../src/core/setup/doctor/diagnosis.js';
import { findProbe, toPayload } from '../../../src/core/setup/doctor/probe.js';
import { LEFTHOOK_COMMAND } from '../../../src/core/setup/hook-configs.js';
import { BEGIN, END } from '../../../src/core/setup/hook-script.js';
import { PLUGIN } from '../../../src/core/setup/plugin-settings.js';
import type { HookPlace } from '../../../src/core/setup/setup-facts.js';
import { agentName, repoPath } from '../../../src/core/vocabulary.js';
import { anAgent, aRoster } from '../../support/builders.js';
import { aWaiver, TODAY } from '../../support/policies.js';
import { aFile, diagnosisInShort as inShort, hooksIn } from './setting-up.js';

describe('a diagnosis', () => {
  it('has the state of its answer, and is to be mended where something is missing or wrong', () => {
    const states = Object.entries(ANSWERS).flatMap(([check, answers]) =>
      Object.entries(answers).map(([code, state]) => {
        const diagnosis = diagnose(check as 'pin', code as 'pinned', 'x');
        expect(diagnosis).toEqual({ check, code, state, values: ['x'] });
        return [state, isIll(diagnosis)] as const;
      }),
    );
    expect(new Map(states)).toEqual(
      new Map([
        ['ok', false],
        ['warning', false],
        ['missing', true],
        ['wrong', true],
        ['unknown', false],
      ]),
    );
  });
});

describe('diagnoseDefinitions', () => {
  const report = (definitions: number, ...severities: readonly string[]) =>
    ({
      definitions: Array<unknown>(definitions).fill({}),
      problems: severities.map((severity) => ({ severity })),
      lookedFor: ['a/*.md', 'b/*.md'],
    }) as unknown as LintReport;

  it.each<[string, LintReport, readonly string[]]>([
    ['clean', report(2), ['ok definitions/definitions-found 2', 'ok lint/lint-clean 0 0']],
    ['notices', report(1, 'notice'), ['ok definitions/definitions-found 1', 'ok lint/lint-clean 0 0']],
    [
      'warnings',
      report(1, 'warning', 'notice', 'warning'),
      ['ok definitions/definitions-found 1', 'warning lint/lint-warnings 0 2'],
    ],
    [
      'errors',
      report(1, 'warning', 'error', 'error'),
      ['ok definitions/definitions-found 1', 'wrong lint/lint-errors 2 1'],
    ],
    ['none', report(0), ['missing definitions/no-definitions a/*.md b/*.md']],
    ['none with a warning', report(0, 'warning'), ['missing definitions/no-definitions a/*.md b/*.md']],
    [
      'none that can be read',
      report(0, 'error'),
      ['missing definitions/no-definitions a/*.md b/*.md', 'wrong lint/lint-errors 1 0'],
    ],
  ])('says how many there are and what lint finds: %s', (_, given, expected) => {
    expect(diagnoseDefinitions(given).map(inShort)).toEqual(expected);
  });
});

describe('diagnoseHooks', () => {
  const BLOCK = `${BEGIN}\n${END}\n`;
  const started = (
    prepare: StartedHooks['files']['pre-push'],
    push: StartedHooks['files']['pre-push'],
  ): StartedHooks => ({ directory: 'd', files: { 'prepare-commit-msg': prepare, 'pre-push': push } });
  const own = (prepare: string | null, push: string | null): HookPlace => ({
    kind: 'own',
    files: {
      'prepare-commit-msg': aFile('d/prepare-commit-msg', prepare),
      'pre-push': aFile('d/pre-push', push),
    },
  });
  const lefthook = (text: string | null): HookPlace => ({ kind: 'lefthook', config: aFile('l.yml', text) });
  const both = own(BLOCK, `x\n${BLOCK}`);
  const command = (hook: string) => `${hook}: { commands: { ${LEFTHOOK_COMMAND}: { run: x } } }\n`;

  it.each<[string, HookPlace, StartedHooks, string]>([
    ['both', both, started('executable', 'executable'), 'ok git-hooks/git-hooks-installed d'],
    ['none of ours', own('x\n', null), started('executable', 'absent'), 'ok git-hooks/git-hooks-absent'],
    [
      'one of them',
      own(BLOCK, null),
      started('executable', 'executable'),
      'wrong git-hooks/git-hook-missing d pre-push',
    ],
    [
      'half a block',
      own(BLOCK, BEGIN),
      started('executable', 'executable'),
      'wrong git-hooks/git-hook-missing d pre-push',
    ],
    [
      'both where git does not look',
      both,
      started('absent', 'absent'),
      'wrong git-hooks/git-hook-missing d prepare-commit-msg pre-push',
    ],
    [
      'one of them where git does not look',
      both,
      started('executable', 'absent'),
      'wrong git-hooks/git-hook-missing d pre-push',
    ],
    [
      'one that git does not start',
      both,
      started('not-executable', 'executable'),
      'wrong git-hooks/git-hook-not-executable d prepare-commit-msg',
    ],
    [
      'husky’s',
      { kind: 'husky', files: hooksIn('.husky', BLOCK), active: false },
      started('executable', 'executable'),
      'ok git-hooks/git-hooks-installed d',
    ],
    [
      'the team’s',
      { kind: 'hooks-path', files: hooksIn('hooks', BLOCK) },
      started('executable', 'executable'),
      'ok git-hooks/git-hooks-installed d',
    ],
    [
      'lefthook’s',
      lefthook(command('prepare-commit-msg') + command('pre-push')),
      started('executable', 'executable'),
      'ok git-hooks/git-hooks-installed d',
    ],
    [
      'one of lefthook’s',
      lefthook(command('pre-push')),
      started('executable', 'executable'),
      'wrong git-hooks/git-hook-missing d prepare-commit-msg',
    ],
    [
      'lefthook’s of others',
      lefthook('a: 1\n'),
      started('absent', 'absent'),
      'ok git-hooks/git-hooks-absent',
    ],
    ['lefthook without a file', lefthook(null), started('absent', 'absent'), 'ok git-hooks/git-hooks-absent'],
    [
      'hooks outside',
      { kind: 'outside', directory: '/etc' },
      started('executable', 'executable'),
      'ok git-hooks/git-hooks-absent',
    ],
  ])('tells whether git comes to our part: %s', (_, place, files, expected) => {
    expect(inShort(diagnoseHooks(place, files))).toBe(expected);
  });

  it('tells what came of a real run', () => {
    expect(
      [{ kind: 'stamped' }, { kind: 'silent' }, { kind: 'failed', detail: 'exit 3' }].map((run) =>
        inShort(diagnoseHookRun(run as Parameters<typeof diagnoseHookRun>[0])),
      ),
    ).toEqual([
      'ok git-hook/git-hook-stamps',
      'wrong git-hook/git-hook-silent',
      'wrong git-hook/git-hook-fails exit 3',
    ]);
  });
});

describe('diagnosePlugin', () => {
  const on = `{ "enabledPlugins": { "${PLUGIN}": true } }`;
  const off = `{ "enabledPlugins": { "${PLUGIN}": false } }`;
  const known = '{ "extraKnownMarketplaces": { "agent-ownership": {} } }';
  const disabled = '{ "disableAllHooks": true }';

  it.each<[string, readonly (string | null)[], boolean, readonly string[]]>([
    ['no settings', [null, null], true, ['missing plugin/plugin-absent', 'ok claude-hooks/hooks-on']],
    ['on, and fetched', [on], true, ['ok plugin/plugin-enabled 0', 'ok claude-hooks/hooks-on']],
    ['on, from nowhere', [on], false, ['warning plugin/marketplace-unknown 0', 'ok claude-hooks/hooks-on']],
    [
      'on, its source elsewhere',
      [on, known],
      false,
      ['ok plugin/plugin-enabled 0', 'ok claude-hooks/hooks-on'],
    ],
    ['on below nothing', [null, '{}', on], true, ['ok plugin/plugin-enabled 2', 'ok claude-hooks/hooks-on']],
    ['off above on', [off, on], true, ['wrong plugin/plugin-off 0', 'ok claude-hooks/hooks-on']],
    ['on above off', [on, off], true, ['ok plugin/plugin-enabled 0', 'ok claude-hooks/hooks-on']],
    [
      'on without hooks',
      [on, '{}', disabled],
      true,
      ['ok plugin/plugin-enabled 0', 'wrong claude-hooks/hooks-disabled 2'],
    ],
    [
      'off without hooks',
      [off, disabled],
      true,
      ['wrong plugin/plugin-off 0', 'wrong claude-hooks/hooks-disabled 1'],
    ],
    [
      'nothing without hooks',
      [disabled],
      true,
      ['missing plugin/plugin-absent', 'wrong claude-hooks/hooks-disabled 0'],
    ],
    ['broken settings below', [on, '{'], true, ['wrong plugin/settings-unreadable 1']],
  ])('tells what the settings make of it: %s', (_, texts, isKnown, expected) => {
    const files = texts.map((text, at) => ({ path: String(at), text }));
    expect(diagnosePlugin(files, isKnown).map(inShort)).toEqual(expected);
  });

  const denial = (decision: string) => `{"hookSpecificOutput":{"permissionDecision":"${decision}"}}`;
  it.each<[string, number | null, string, string]>([
    ['a denial', 0, denial('deny'), 'ok plugin-hook/plugin-denies'],
    ['leave', 0, denial('allow'), 'wrong plugin-hook/plugin-lets-through'],
    ['silence', 0, '', 'wrong plugin-hook/plugin-lets-through'],
    ['another answer', 0, '{"hookSpecificOutput":"deny"}', 'wrong plugin-hook/plugin-lets-through'],
    ['no object', 0, '["permissionDecision"]', 'wrong plugin-hook/plugin-lets-through'],
    ['a refusal to start', 2, denial('deny'), 'wrong plugin-hook/plugin-fails 2'],
    ['a signal', null, denial('deny'), 'wrong plugin-hook/plugin-fails null'],
  ])('takes only a denial for one: %s', (_, exitCode, stdout, expected) => {
    expect(inShort(diagnoseHookAnswer({ exitCode, stdout }))).toBe(expected);
  });
});

describe('diagnoseRequired', () => {
  const asked = (contexts: readonly string[], workflows: readonly string[] = []) =>
    ({ kind: 'asked', branch: 'main', contexts, workflows }) as const;
  const WORKFLOW = '.github/workflows/check.yml';

  it.each<[string, Parameters<typeof diagnoseRequired>[0], string]>([
    ['a job', asked(['lint', 'check']), 'ok required/required-here main check'],
    [
      'a job of a workflow that is called',
      asked(['check / own']),
      'ok required/required-here main check / own',
    ],
    [
      'a job that only begins alike',
      asked(['check-all', 'check /x', 'own / check']),
      'missing required/not-required main check other',
    ],
    ['the workflow', asked(['lint'], ['x.yml', WORKFLOW]), `ok required/required-here main ${WORKFLOW}`],
    [
      'a workflow of the organisation',
      asked([], ['x.yml', 'your-org/agent-ownership/all.yml']),
      'ok required/required-here main your-org/agent-ownership/all.yml',
    ],
    ['the job before the workflow', asked(['other'], [WORKFLOW]), 'ok required/required-here main other'],
    ['nothing', asked([]), 'missing required/not-required main check other'],
    ['no token', { kind: 'no-token' }, 'unknown required/no-token'],
    ['no repository', { kind: 'no-repository' }, 'unknown required/no-repository'],
    ['no answer', { kind: 'not-answered', detail: '404' }, 'unknown required/not-answered 404'],
  ])('tells whether the check must pass: %s', (_, required, expected) => {
    expect(inShort(diagnoseRequired(required, ['check', 'other'], [WORKFLOW]))).toBe(expected);
  });
});

describe('findProbe', () => {
  const files = (...paths: readonly string[]) => paths.map(repoPath);
  const database = anAgent('database', { cannotTouch: ['apps/**'] });
  const testing = anAgent('testing', { cannotTouch: ['src/**'] });
  const policy = (overrides: Partial<Policy>): Policy => ({ ...DEFAULT_POLICY, ...overrides });
  const { severity } = DEFAULT_POLICY;
  const probe = (
    agents: readonly Agent[],
    paths: readonly string[],
    overrides: Partial<Policy> = {},
  ): string | null => {
    const found = findProbe(aRoster(...agents), files(...paths), policy(overrides), TODAY);
    return found === null ? null : `${found.agent} ${found.path}`;
  };

  it.each<[string, Parameters<typeof probe>, string | null]>([
    [
      'the first file that somebody cannot touch',
      [
        [database, testing],
        ['a', 'src/b', 'apps/c'],
      ],
      'testing src/b',
    ],
    [
      'the first agent of several',
      [[database, anAgent('x', { cannotTouch: ['**'] })], ['apps/c']],
      'database apps/c',
    ],
    ['nothing where no file is forbidden', [[database], ['a', 'b']], null],
    ['nothing without files', [[database], []], null],
    ['nothing without rules', [[anAgent('x', { owns: ['**'], reads: ['**'] })], ['a']], null],
    ['nothing without agents', [[], ['a']], null],
    ['nothing where nothing fails', [[database], ['apps/c'], { mode: 'report-only' }], null],
    [
      'nothing where it is a warning',
      [[database], ['apps/c'], { severity: { ...severity, 'forbidden-path': 'warning' } }],
      null,
    ],
    [
      'nothing of an agent for whom it is a warning',
      [
        [database, testing],
        ['apps/c', 'src/b'],
        { agents: { database: { severity: { 'forbidden-path': 'warning' } } } },
      ],
      'testing src/b',
    ],
    [
      'the next file where one is shared',
      [[database], ['apps/c', 'apps/d'], { shared: ['apps/c'] }],
      'database apps/d',
    ],
    [
      'the next file where one is waived',
      [[database], ['apps/c', 'apps/d'], { waivers: [aWaiver('database', 'apps/c')] }],
      'database apps/d',
    ],
    [
      'one that is protected, although it is shared',
      [[database], ['apps/c'], { shared: ['apps/**'], protected: ['apps/**'] }],
      'database apps/c',
    ],
  ])('finds %s', (_, given, expected) => {
    expect(probe(...given)).toBe(expected);
  });

  it('gives up where a thousand forbidden files are open all the same', () => {
    const many = (count: number) => [
      ...Array.from({ length: count }, (_, at) => `apps/shared/${at}`),
      'apps/c',
    ];
    const shared = { shared: ['apps/shared/**'] };
    expect(probe([database], many(999), shared)).toBe('database apps/c');
    expect(probe([database], many(1000), shared)).toBeNull();
    expect(probe([database], ['x', ...many(999)], shared)).toBe('database apps/c');
  });

  it('asks the plugin as Claude Code does before a subagent writes', () => {
    const payload = toPayload({ agent: agentName('database'), path: repoPath('apps/c') }, '/r/apps/c', '/r');
    expect(JSON.parse(payload)).toEqual({
      session_id: 'agent-ownership-doctor',
      transcript_path: '',
      cwd: '/r',
      permission_mode: 'default',
      hook_event_name: 'PreToolUse',
      agent_id: 'agent-ownership-doctor',
      agent_type: 'database',
      tool_name: 'Write',
      tool_input: { file_path: '/r/apps/c', content: '' },
      tool_use_id: 'agent-ownership-doctor',
    });
  });
});
