import { describe, expect, it } from '@jest/globals';
import { parse as parseYaml } from 'yaml';
import { LEFTHOOK_COMMAND, PRE_COMMIT_SNIPPET } from '../../../src/core/setup/hook-configs.js';
import { blockStateOf, insertBlock, isShellScript, removeBlock } from '../../../src/core/setup/hook-file.js';
import { BEGIN, END, toHookBlock } from '../../../src/core/setup/hook-script.js';
import { planRemoval } from '../../../src/core/setup/plan-removal.js';
import { planSetup } from '../../../src/core/setup/plan-setup.js';
import { HOOK_NAMES, type HookPlace, type SetupFile } from '../../../src/core/setup/setup-facts.js';
import { ACME, afterOf, aFile, aPlace, carriedOut, hooksIn, inShort, WITH_HOOKS } from './setting-up.js';

describe('the hooks', () => {
  const CRLF_FREE = '#!/bin/sh\necho hi\n';
  const place = (hooks: HookPlace, preCommit = false) => aPlace({ hooks, preCommit });
  const plan = (hooks: HookPlace, preCommit = false) => planSetup(place(hooks, preCommit), WITH_HOOKS);
  const own = (text: string | null, overrides?: Partial<SetupFile>): HookPlace => ({
    kind: 'own',
    files: hooksIn('.git/hooks', text, overrides),
  });
  const husky = (text: string | null, active = true, overrides?: Partial<SetupFile>): HookPlace => ({
    kind: 'husky',
    files: hooksIn('.husky', text, overrides),
    active,
  });

  it('are left alone where nobody asks for them', () => {
    expect(
      planSetup(place(own('exit 1\n')), { uses: ACME, hooks: null }).edits.map(({ why }) => why),
    ).not.toContain('git-hook');
  });

  it.each<[string, HookPlace, boolean, string]>([
    ['.git/hooks', own(null), true, '#!/bin/sh\n'],
    ['the team’s folder', { kind: 'hooks-path', files: hooksIn('hooks') }, false, '#!/bin/sh\n'],
    ['.husky', husky(null), false, ''],
  ])('are new, executable and call this program or the one on the PATH: %s', (_, hooks, isOwn, start) => {
    const edits = plan(hooks).edits.filter(({ why }) => why === 'git-hook');
    expect(edits).toHaveLength(2);
    for (const [at, hook] of HOOK_NAMES.entries()) {
      const { path = '', before, after, executable } = edits[at] ?? {};
      expect([path.endsWith(`/${hook}`), before, executable]).toEqual([true, null, true]);
      expect(after?.startsWith(`${start}${BEGIN}\n`)).toBe(true);
      expect(after?.endsWith(`${END}\n`)).toBe(true);
      expect(after).toContain(`git-hook ${hook} "$@"`);
      expect(after?.includes(String.raw`'/opt/o'\''neill/cli.js'`)).toBe(isOwn);
      expect(after?.includes('AGENT_NAME')).toBe(!isOwn);
    }
  });

  it.each<[string, HookPlace, readonly string[]]>([
    [
      'the team’s folder',
      { kind: 'hooks-path', files: hooksIn('hooks') },
      ['command-on-path hooks/pre-push'],
    ],
    ['.husky', husky(null), ['command-on-path .husky/pre-push']],
    ['.husky before husky ran', husky(null, false), ['husky-inactive', 'command-on-path .husky/pre-push']],
    [
      'lefthook',
      { kind: 'lefthook', config: aFile('lefthook.yml', '') },
      ['run-lefthook-install', 'command-on-path lefthook.yml'],
    ],
    ['.git/hooks', own(null), []],
  ])('tell what is to be done besides, once: %s', (_, hooks, notes) => {
    const facts = place(hooks);
    const first = planSetup(facts, WITH_HOOKS);
    expect(inShort(first).notes).toEqual(notes);
    expect(inShort(planSetup(carriedOut(facts, first), WITH_HOOKS)).notes).toEqual([]);
  });

  it('tell of pre-commit’s own way where it is in use, once', () => {
    const first = plan(own(null), true);
    expect(first.notes).toEqual([{ code: 'pre-commit-snippet', snippet: PRE_COMMIT_SNIPPET }]);
    expect(plan(carriedOut(place(own(null)), first).hooks, true).notes).toEqual([]);
    const [{ repo, hooks } = { repo: '', hooks: [] }] = parseYaml(PRE_COMMIT_SNIPPET) as {
      repo: string;
      hooks: unknown[];
    }[];
    expect([repo, hooks]).toEqual([
      'local',
      [
        {
          id: 'agent-ownership',
          name: 'agent-ownership',
          entry: 'agent-ownership git-hook prepare-commit-msg',
          language: 'system',
          stages: ['prepare-commit-msg'],
          always_run: true,
        },
      ],
    ]);
  });

  it('of other repositories too are never written', () => {
    const { refusals, edits } = plan({ kind: 'outside', directory: '/etc/hooks' });
    expect(refusals).toEqual([{ code: 'hooks-outside', path: '/etc/hooks' }]);
    expect(edits.some(({ why }) => why === 'git-hook')).toBe(false);
    expect(planRemoval(place({ kind: 'outside', directory: '/etc/hooks' }), []).refusals).toEqual([]);
  });

  const HALF = `#!/bin/sh\n${BEGIN}\n`;
  it.each<[string, HookPlace, string | null]>([
    ['another language', own('#!/usr/bin/env python3\nprint()\n'), 'hook-not-shell'],
    ['a binary', own(null, { unusable: 'not-text' }), 'hook-not-shell'],
    ['NUL', own('#!/bin/sh\n\0'), 'hook-not-shell'],
    ['a directory', own(null, { unusable: 'not-a-file' }), 'unusable-file'],
    ['half a block', own(HALF), 'block-damaged'],
    ['half a block in husky', husky(HALF), 'block-damaged'],
    ['a script that git does not start', own(CRLF_FREE, { executable: false }), 'hook-disabled'],
    ['a script that husky starts', husky('echo hi\n', true, { executable: false }), null],
    ['a script that git starts', own(CRLF_FREE), null],
    ['no file', own(null, { executable: false }), null],
  ])('that hold %s are written or not', (_, hooks, code) => {
    const { refusals, edits } = plan(hooks);
    expect(refusals.map((refusal) => refusal.code)).toEqual(code === null ? [] : [code, code]);
    expect(edits.filter(({ why }) => why === 'git-hook')).toHaveLength(code === null ? 2 : 0);
    expect(refusals.every((refusal) => refusal.path.includes('/p'))).toBe(true);
  });

  it('that cannot be edited are shown as text', () => {
    const snippets = plan(own('#!/usr/bin/perl\n')).refusals.map((refusal) =>
      'snippet' in refusal ? refusal.snippet : '',
    );
    expect(snippets.map((text) => /git-hook (\S+)/.exec(text)?.[1])).toEqual([...HOOK_NAMES]);
    expect(snippets.every((text) => text.startsWith(BEGIN) && text.includes(END))).toBe(true);
  });

  describe('of lefthook', () => {
    const lefthook = (
      text: string | null,
      path = 'lefthook.yml',
      overrides: Partial<SetupFile> = {},
    ): HookPlace => ({
      kind: 'lefthook',
      config: aFile(path, text, overrides),
    });

    it('stand in its configuration beside what is there', () => {
      const text = 'pre-push:\n  commands:\n    tests:\n      run: npm test\n';
      const after = afterOf(plan(lefthook(text, 'lefthook.yaml')), 'lefthook.yaml') ?? '';
      const data = parseYaml(after) as Record<string, { commands: Record<string, Record<string, unknown>> }>;
      expect(data['pre-push']?.commands['tests']).toEqual({ run: 'npm test' });
      for (const hook of HOOK_NAMES) {
        const command = data[hook]?.commands[LEFTHOOK_COMMAND];
        expect(command?.['run']).toContain(`agent-ownership git-hook ${hook} {0}`);
        expect(command?.['use_stdin']).toBe(hook === 'pre-push' ? true : undefined);
      }
    });

    it.each<[string, HookPlace, object]>([
      [
        'a configuration in TOML',
        lefthook('', 'lefthook.toml'),
        { code: 'lefthook-shape', path: 'lefthook.toml' },
      ],
      [
        'a name that only holds .yml',
        lefthook('', 'a.yml.json'),
        { code: 'lefthook-shape', path: 'a.yml.json' },
      ],
      ['no YAML', lefthook('a: ['), { code: 'lefthook-shape', path: 'lefthook.yml' }],
      [
        'no file',
        lefthook(null, 'lefthook.yml', { unusable: 'not-text' }),
        { code: 'unusable-file', path: 'lefthook.yml', reason: 'not-text' },
      ],
    ])('are shown as text where that is %s', (_, hooks, refusal) => {
      const { refusals, notes, edits } = plan(hooks);
      expect(refusals).toMatchObject([refusal]);
      expect([notes, edits.some(({ why }) => why === 'git-hook')]).toEqual([[], false]);
      const [{ snippet } = { snippet: '' }] = refusals as readonly { snippet?: string }[];
      if (snippet === undefined) return;
      const data = parseYaml(snippet) as Record<
        string,
        { commands: Record<string, Record<string, unknown>> }
      >;
      expect(Object.keys(data)).toEqual([...HOOK_NAMES]);
      expect(data['pre-push']?.commands[LEFTHOOK_COMMAND]).toEqual({
        run: expect.stringContaining('agent-ownership git-hook pre-push {0}') as unknown,
        use_stdin: true,
      });
    });

    it('need no edit in a configuration that has them, whatever its form', () => {
      const text = HOOK_NAMES.map(
        (hook) => `${hook}: { commands: { ${LEFTHOOK_COMMAND}: { run: x } } }\n`,
      ).join('');
      expect(inShort(plan(lefthook(text)))).toMatchObject({ refusals: [], notes: [] });
      expect(afterOf(plan(lefthook(text, 'lefthook.json')), 'lefthook.json')).toBeUndefined();
    });

    it('go from YAML only', () => {
      const text = HOOK_NAMES.map(
        (hook) => `${hook}:\n  commands:\n    ${LEFTHOOK_COMMAND}:\n      run: x\n`,
      ).join('');
      const without = (path: string, given: string | null = text) =>
        planRemoval(place(lefthook(given, path)), []).edits;
      expect(without('lefthook.yml')).toEqual([
        { path: 'lefthook.yml', before: text, after: '', executable: false, why: 'git-hook' },
      ]);
      expect(without('lefthook.toml')).toEqual([]);
      expect(without('lefthook.yml', null)).toEqual([]);
      expect(without('lefthook.yml', 'a: 1\n')).toEqual([]);
    });
  });
});

describe('a hook', () => {
  const BLOCK = `${BEGIN}\nours\n${END}\n`;

  it.each<[string, string, ReturnType<typeof blockStateOf>]>([
    ['nothing', '', 'absent'],
    ['other lines', '#!/bin/sh\necho\n', 'absent'],
    ['a marker inside a line', `echo "${BEGIN}"\n`, 'absent'],
    ['a block', `a\n${BLOCK}b\n`, 'whole'],
    ['a block in CRLF', BLOCK.replaceAll('\n', '\r\n'), 'whole'],
    ['no end', `${BEGIN}\nours\n`, 'damaged'],
    ['no beginning', `ours\n${END}\n`, 'damaged'],
    ['two blocks', BLOCK + BLOCK, 'damaged'],
    ['two beginnings', `${BEGIN}\n${BLOCK}`, 'damaged'],
    ['two ends', `${BLOCK}${END}\n`, 'damaged'],
    ['the end first', `${END}\n${BEGIN}\n`, 'damaged'],
  ])('that holds %s: its block', (_, text, expected) => {
    expect(blockStateOf(text)).toBe(expected);
  });

  it.each([
    ['#!/bin/sh\n', true],
    ['#!/bin/sh -e\n', true],
    ['#! /bin/bash\n', true],
    ['#!/bin/sh\r\n', true],
    ['#!/usr/bin/env bash\n', true],
    ['#!/usr/bin/env -S bash -e\n', true],
    ['#!/usr/bin/env\tzsh', true],
    ['#!sh', true],
    ['#!/usr/local/bin/dash', true],
    ['echo without such a line\n', true],
    ['', true],
    ['# !/usr/bin/python is a comment\n', true],
    ['#!/usr/bin/env python3\n', false],
    ['#!/usr/bin/env -S node --no-warnings\n', false],
    ['#!/bin/shuffle\n', false],
    ['#!/bin/fish\n', false],
    ['#!/usr/bin/node /bin/sh\n', false],
    ['#!/opt/my sh\n', false],
    ['#!\n', false],
    ['#!/bin/sh\n\0', false],
  ])('is a script of a shell: %j is %s', (text, expected) => {
    expect(isShellScript(text)).toBe(expected);
  });

  it.each<[string, string | null, boolean, string, string | null]>([
    ['a new file', null, false, `#!/bin/sh\n${BLOCK}`, null],
    ['a new file of husky', null, true, BLOCK, null],
    ['an empty file', '', false, BLOCK, null],
    [
      'a script, below its first line',
      '#!/bin/bash\necho\n',
      false,
      `#!/bin/bash\n${BLOCK}echo\n`,
      '#!/bin/bash\necho\n',
    ],
    ['a script without such a line, at its top', 'echo\n', false, `${BLOCK}echo\n`, 'echo\n'],
    ['a first line without an end', '#!/bin/bash', false, `#!/bin/bash\n${BLOCK}`, '#!/bin/bash\n'],
    [
      'an older block, in its place',
      `#!/bin/sh\na\n${BEGIN}\nold\nolder\n${END}\nb\n`,
      false,
      `#!/bin/sh\na\n${BLOCK}b\n`,
      '#!/bin/sh\na\nb\n',
    ],
    [
      'an older block in CRLF',
      `a\r\n${BEGIN}\r\nold\r\n${END}\r\nb\r\n`,
      false,
      `a\r\n${BLOCK}b\r\n`,
      'a\r\nb\r\n',
    ],
    ['an older block without an end of line', `a\n${BEGIN}\n${END}`, false, `a\n${BLOCK}`, 'a\n'],
    ['a shell’s line alone', '#!/bin/sh\n', false, `#!/bin/sh\n${BLOCK}`, null],
  ])('takes the block in and gives it back: %s', (_, text, bare, after, left) => {
    expect(insertBlock(text, BLOCK, bare)).toBe(after);
    expect(insertBlock(after, BLOCK, bare)).toBe(after);
    expect(removeBlock(after)).toBe(left);
  });

  it.each([['a\n'], ['#!/bin/sh\n'], [''], [`${BEGIN}\n`]])(
    'without a whole block stays as it is: %j',
    (text) => {
      expect(removeBlock(text)).toBe(text);
    },
  );

  it('of one clone starts its program, by whichever node is there, and complains where it is gone', () => {
    expect(toHookBlock('prepare-commit-msg', { node: "/a b/n'ode", script: '/c d/cli.js' })).toBe(
      String.raw`# >>> agent-ownership
# Written by ${'`agent-ownership init --git-hooks`; `agent-ownership init --remove`'} takes it away.
agent_ownership() {
  if [ -f '/c d/cli.js' ] && [ -x '/a b/n'\''ode' ]; then
    '/a b/n'\''ode' '/c d/cli.js' "$@"
  elif [ -f '/c d/cli.js' ] && command -v node >/dev/null 2>&1; then
    node '/c d/cli.js' "$@"
  elif command -v agent-ownership >/dev/null 2>&1; then
    agent-ownership "$@"
  else
    echo 'agent-ownership: the command was not found, so this commit gets no Agent trailer.' >&2
  fi
}
agent_ownership git-hook prepare-commit-msg "$@" || exit $?
# <<< agent-ownership
`,
    );
  });

  it('that is shared looks on the PATH, and leaves the refs of a push to what stands below', () => {
    expect(toHookBlock('pre-push', null)).toBe(
      String.raw`# >>> agent-ownership
# Written by ${'`agent-ownership init --git-hooks`; `agent-ownership init --remove`'} takes it away.
agent_ownership() {
  if command -v agent-ownership >/dev/null 2>&1; then
    agent-ownership "$@"
  elif [ -n "${'${AGENT_NAME:-}'}" ]; then
    echo 'agent-ownership: the command was not found, so this push is not checked.' >&2
  fi
}
agent_ownership_refs=$(cat)
if [ -n "$agent_ownership_refs" ]; then
agent_ownership git-hook pre-push "$@" <<AGENT_OWNERSHIP || exit $?
$agent_ownership_refs
AGENT_OWNERSHIP
exec <<AGENT_OWNERSHIP
$agent_ownership_refs
AGENT_OWNERSHIP
else
  exec </dev/null
fi
# <<< agent-ownership
`,
    );
  });
});
