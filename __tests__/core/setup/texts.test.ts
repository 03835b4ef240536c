import { describe, expect, it } from '@jest/globals';
import { readActionWorkflow } from '../../../src/core/setup/find-action.js';
import { ignoreWorktrees, stopIgnoringWorktrees } from '../../../src/core/setup/ignore-lines.js';
import { editJson, isAmbiguous, readJson } from '../../../src/core/setup/json-text.js';
import {
  disablePlugin,
  enablePlugin,
  PLUGIN,
  readPluginState,
} from '../../../src/core/setup/plugin-settings.js';
import { WORKTREES } from '../../../src/core/setup/setup-facts.js';
import { isPinned, parseUses, toUsesLine, type Uses } from '../../../src/core/setup/uses.js';
import { ACME, SHA } from './setting-up.js';

const SHA256 = SHA.slice(0, 24).padEnd(64, '0');

describe('parseUses', () => {
  it.each<[string, string, string, string | null]>([
    ['acme/agent-ownership@v1', 'acme/agent-ownership', 'v1', null],
    ['a.b-c_d/e.f@main', 'a.b-c_d/e.f', 'main', null],
    ['a/b@release/2.x', 'a/b', 'release/2.x', null],
    ['a/b@feature-1_x.y', 'a/b', 'feature-1_x.y', null],
    [`a/b@${SHA}#v1.2.3`, 'a/b', SHA, 'v1.2.3'],
    [`a/b@${SHA256}#main`, 'a/b', SHA256, 'main'],
    // No digit, so no abbreviated SHA; 6 and 41 digits are none either.
    ['a/b@deadbeef', 'a/b', 'deadbeef', null],
    ['a/b@123abc', 'a/b', '123abc', null],
    [`a/b@${SHA}0`, 'a/b', `${SHA}0`, null],
    ['a/...@v1', 'a/...', 'v1', null],
  ])('reads %s', (text, repository, ref, version) => {
    expect(parseUses(text)).toEqual({ repository, ref, version });
  });

  it.each([
    ['acme/agent-ownership', 'form'],
    ['acme@v1', 'form'],
    ['acme/agent-ownership/sub@v1', 'form'],
    [' a/b@v1', 'form'],
    ['a/b@v1 ', 'form'],
    ['a/b@', 'form'],
    ['a/b@v1#', 'form'],
    ['a/b@v1#x y', 'form'],
    ['./b@v1', 'form'],
    ['../b@v1', 'form'],
    ['a/..@v1', 'form'],
    ['-a/b@v1', 'form'],
    ['a/-b@v1', 'form'],
    ['a/b@-v1', 'form'],
    ['a/b@v1..v2', 'form'],
    ['a/b@v1//x', 'form'],
    ['a/b@v1/', 'form'],
    ['a/b@v1.', 'form'],
    ['a/b@x.lock', 'form'],
    ['a/b@v$(x)', 'form'],
    ["a/b@v'1", 'form'],
    [`a/b@${SHA}`, 'sha-without-version'],
    [`a/b@${SHA256}`, 'sha-without-version'],
    [`a/b@${SHA}#${SHA}`, 'form'],
    [`a/b@${SHA}#-v1`, 'form'],
    [`a/b@${SHA}#v1 x`, 'form'],
    ['a/b@0123abc', 'short-sha'],
    [`a/b@${SHA.slice(1)}`, 'short-sha'],
    ['a/b@0123abc#v1', 'short-sha'],
    ['a/b@v1#v2', 'version-without-sha'],
  ])('refuses %s: %s', (text, fault) => {
    expect(parseUses(text)).toBe(fault);
  });

  it('is written as a line of a workflow that tells the version of a SHA', () => {
    const line = (text: string) => toUsesLine(parseUses(text) as Uses);
    expect(line('a/b@v1')).toBe('a/b@v1');
    expect(line(`a/b@${SHA}#v1`)).toBe(`a/b@${SHA} # v1`);
  });

  it.each([
    [SHA, true],
    [SHA256, true],
    [SHA.slice(1), false],
    [`${SHA}0`, false],
    [SHA.toUpperCase(), false],
    ['v1', false],
  ])('is pinned by a whole SHA only: %s', (ref, expected) => {
    expect(isPinned({ ref })).toBe(expected);
  });
});

describe('a .gitignore', () => {
  const comment = '# Claude Code puts the working trees of its agents here.';
  const lines = (lineEnd: string) => `${comment}${lineEnd}${WORKTREES}${lineEnd}`;

  it.each<[string, string | null, string, string]>([
    ['no file', null, lines('\n'), ''],
    ['an empty file', '', lines('\n'), ''],
    ['other lines', 'a\nb\n', `a\nb\n${lines('\n')}`, 'a\nb\n'],
    ['no end of line', 'a', `a\n${lines('\n')}`, 'a\n'],
    ['CRLF', 'a\r\nb\r\n', `a\r\nb\r\n${lines('\r\n')}`, 'a\r\nb\r\n'],
    ['CRLF without an end', 'a\r\nb', `a\r\nb\r\n${lines('\r\n')}`, 'a\r\nb\r\n'],
    ['CRLF after the first line', 'a\nb\r\n', `a\nb\r\n${lines('\n')}`, 'a\nb\r\n'],
    ['the comment alone', `${comment}\n`, `${comment}\n${lines('\n')}`, `${comment}\n`],
    ['the pattern alone', `${WORKTREES}\n`, `${WORKTREES}\n${lines('\n')}`, `${WORKTREES}\n`],
    [
      'both apart',
      `${comment}\n\n${WORKTREES}\n`,
      `${comment}\n\n${WORKTREES}\n${lines('\n')}`,
      `${comment}\n\n${WORKTREES}\n`,
    ],
  ])('takes the lines in once, and gives them back: %s', (_, text, after, left) => {
    expect(ignoreWorktrees(text)).toBe(after);
    expect(ignoreWorktrees(after)).toBe(after);
    expect(stopIgnoringWorktrees(after)).toBe(left);
  });

  it('keeps what stands around the lines', () => {
    expect(stopIgnoringWorktrees(`a\n${lines('\n')}b\n`)).toBe('a\nb\n');
    expect(stopIgnoringWorktrees(`a\n${lines('\n').trimEnd()}`)).toBe('a\n');
    expect(stopIgnoringWorktrees('a\n')).toBe('a\n');
  });
});

describe('JSON with comments', () => {
  it.each<[string, string, number | object]>([
    ['an object', '{ "a": 1 }', { a: 1 }],
    ['comments and a trailing comma', '// x\n{ "a": [1,], /* y */ }', { a: [1] }],
    ['a byte order mark', '\ufeff{}', {}],
    ['a fault on the first line', '{ "a" 1 }', 1],
    ['a fault further down', '{\n  "a": 1,\n  b: 2\n}', 3],
    ['a fault below a byte order mark', '\ufeff{\nb: 2\n}', 2],
    ['no end', '{\n', 2],
    ['nothing', '', 1],
    ['a list', '\n\n[]', 1],
    ['null', 'null', 1],
    ['a text', '"a"', 1],
  ])('is read, or its first fault placed: %s', (_, text, expected) => {
    expect(readJson(text)).toEqual(
      typeof expected === 'number' ? { ok: false, line: expected } : { ok: true, data: expected },
    );
  });

  it.each<[string, string, string]>([
    ['two blanks', '{\n  "a": 1\n}\n', '{\n  "a": 1,\n  "b": {\n    "c": true\n  }\n}\n'],
    ['four blanks', '{\n    "a": 1\n}', '{\n    "a": 1,\n    "b": {\n        "c": true\n    }\n}'],
    ['tabs', '{\n\t"a": 1\n}', '{\n\t"a": 1,\n\t"b": {\n\t\t"c": true\n\t}\n}'],
    ['CRLF', '{\r\n  "a": 1\r\n}', '{\r\n  "a": 1,\r\n  "b": {\r\n    "c": true\r\n  }\r\n}'],
    ['no indentation', '{"a":1}', '{\n  "a": 1,\n  "b": {\n    "c": true\n  }\n}'],
    ['a comment', '// x\n{\n  "a": 1 // y\n}', '// x\n{\n  "a": 1,\n  "b": {\n    "c": true\n  } // y\n}'],
    ['a byte order mark', '\ufeff{\n  "a": 1\n}', '\ufeff{\n  "a": 1,\n  "b": {\n    "c": true\n  }\n}'],
  ])('is edited in its own form: %s', (_, text, after) => {
    expect(editJson(text, ['b', 'c'], true)).toBe(after);
    expect(readJson(editJson(after, ['b'], undefined))).toEqual(readJson(text));
  });

  it.each<[string, string, readonly string[], boolean]>([
    ['a key once', '{ "a": { "b": 1 } }', ['a', 'b'], false],
    ['the last key twice', '{ "a": { "b": 1, "b": 2 } }', ['a', 'b'], true],
    ['the first key twice', '{ "a": { "b": 1 }, "a": 2 }', ['a', 'b'], true],
    ['another key twice', '{ "a": 1, "x": 1, "x": 2 }', ['a'], false],
    ['a key twice elsewhere', '{ "a": 1, "x": { "a": 1, "b": 2 }, "y": { "a": 1 } }', ['a'], false],
    ['a key below a list', '{ "a": [1, 1] }', ['a', 'b'], false],
    ['no text', '', ['a'], false],
    ['a byte order mark', '\ufeff{ "a": 1, "a": 2, }', ['a'], true],
  ])('is ambiguous where a key on the way stands twice: %s', (_, text, path, expected) => {
    expect(isAmbiguous(text, path)).toBe(expected);
  });
});

describe('the settings of Claude Code', () => {
  const PINNED: Uses = { ...ACME, ref: SHA, version: 'v3' };
  const source = (repo: string, ref: string) => ({ source: { source: 'github', repo, ref } });
  const settings = (plugins: unknown, marketplace?: unknown): string =>
    JSON.stringify({
      enabledPlugins: plugins,
      ...(marketplace === undefined ? {} : { extraKnownMarketplaces: { 'agent-ownership': marketplace } }),
    });

  it.each<[string, string, object]>([
    ['nothing', '{}', { enabled: null, marketplace: undefined, hooksDisabled: false }],
    ['that it is on', settings({ [PLUGIN]: true }), { enabled: true }],
    ['that it is off', settings({ [PLUGIN]: false }), { enabled: false }],
    ['which versions are on', settings({ [PLUGIN]: ['1.0.0'] }), { enabled: true }],
    ['something of another plugin', settings({ 'other@x': true }), { enabled: null }],
    ['where it comes from', settings({}, { a: 1 }), { enabled: null, marketplace: { a: 1 } }],
    ['that no hooks run', '{ "disableAllHooks": true }', { hooksDisabled: true }],
    ['that hooks run', '{ "disableAllHooks": false }', { hooksDisabled: false }],
    ['null for all of it', '{ "enabledPlugins": null, "extraKnownMarketplaces": null }', { enabled: null }],
  ])('say of the plugin %s', (_, text, state) => {
    expect(readPluginState(text)).toMatchObject({ ok: true, state });
  });

  it('are not read where Claude Code would not read them, or not the same way', () => {
    const refusal = (text: string) => {
      const reading = readPluginState(text, 'x.json');
      return reading.ok ? null : reading.refusal;
    };
    expect(refusal('{')).toEqual({ code: 'invalid-settings', path: 'x.json', line: 1 });
    expect(refusal('{ "enabledPlugins": 1 }')).toEqual({
      code: 'settings-shape',
      path: 'x.json',
      key: 'enabledPlugins',
    });
    const twice = '"agent-ownership": {}, "agent-ownership": {}';
    expect(refusal(`{ "extraKnownMarketplaces": { ${twice} } }`)).toMatchObject({
      key: 'extraKnownMarketplaces',
    });
    expect(refusal(`{ "x": { ${twice} } }`)).toBeNull();
  });

  it.each<[string, string, Uses, boolean, object, object]>([
    ['adds both', '{ "model": "x" }', ACME, false, { [PLUGIN]: true }, source(ACME.repository, 'v2')],
    ['takes a SHA at its version', '{}', PINNED, false, { [PLUGIN]: true }, source(ACME.repository, 'v3')],
    [
      'leaves a plugin off that is off',
      settings({ [PLUGIN]: false, 'a@b': true }),
      ACME,
      false,
      { [PLUGIN]: false, 'a@b': true },
      source(ACME.repository, 'v2'),
    ],
    [
      'leaves another source',
      settings({}, source('b/agent-ownership', 'v9')),
      ACME,
      false,
      { [PLUGIN]: true },
      source('b/agent-ownership', 'v9'),
    ],
    [
      'renews another repository',
      settings({}, source('b/agent-ownership', 'v2')),
      ACME,
      true,
      { [PLUGIN]: true },
      source(ACME.repository, 'v2'),
    ],
    [
      'renews another version',
      settings({}, source(ACME.repository, 'v1')),
      ACME,
      true,
      { [PLUGIN]: true },
      source(ACME.repository, 'v2'),
    ],
    [
      'renews what is no source',
      settings({}, 'x'),
      ACME,
      true,
      { [PLUGIN]: true },
      source(ACME.repository, 'v2'),
    ],
    [
      'renews a source of no kind',
      settings({}, { source: 1 }),
      ACME,
      true,
      { [PLUGIN]: true },
      source(ACME.repository, 'v2'),
    ],
    [
      'leaves the same source as it is written',
      settings({}, { source: { repo: ACME.repository, ref: 'v2' } }),
      ACME,
      true,
      { [PLUGIN]: true },
      { source: { repo: ACME.repository, ref: 'v2' } },
    ],
  ])('with the plugin enabled: %s', (_, text, uses, renew, plugins, marketplace) => {
    const after = readJson(enablePlugin(text, uses, renew));
    expect(after).toMatchObject({ ok: true, data: { enabledPlugins: plugins } });
    expect(after.ok && after.data['extraKnownMarketplaces']).toEqual({ 'agent-ownership': marketplace });
    if (text.includes('model')) expect(after).toMatchObject({ data: { model: 'x' } });
  });

  it('that cannot be read are given back', () => {
    expect(enablePlugin('{', ACME, true)).toBe('{');
    expect(disablePlugin('{')).toBe('{');
  });

  const OTHERS = '{\n  "enabledPlugins": {\n    "a@b": true\n  },\n  "model": "x"\n}\n';
  it.each<[string, string | null, string | null]>([
    ['a file of its own', null, null],
    ['one that it shared', OTHERS, OTHERS],
    ['one that held something else', '{\n  "model": "x"\n}\n', '{\n  "model": "x"\n}\n'],
    ['one that held nothing', '{}\n', '{\n}\n'],
  ])('lose the plugin again: %s', (_, text, expected) => {
    expect(disablePlugin(enablePlugin(text, ACME, false))).toBe(expected);
  });

  it.each([
    ['without the plugin', OTHERS],
    ['of nothing', '{}'],
    ['with an empty list of plugins', '{ "enabledPlugins": {} }'],
    ['with plugins that are no object', '{ "enabledPlugins": [1] }'],
  ])('%s have nothing to lose', (_, text) => {
    expect(disablePlugin(text)).toBe(text);
  });

  it('of a file of its own are what others add theirs to', () => {
    const text = enablePlugin(null, ACME, false);
    expect(text.endsWith('}\n')).toBe(true);
    expect(Object.keys(JSON.parse(text) as object)).toEqual(['enabledPlugins', 'extraKnownMarketplaces']);
    const shared = editJson(text, ['model'], 'x');
    expect(disablePlugin(shared)).toBe('{\n  "model": "x"\n}\n');
  });
});

describe('readActionWorkflow', () => {
  const workflow = (uses: string) => `on: push\njobs: { a: { steps: [{ run: x }, { uses: "${uses}" }] } }`;

  it.each([
    ['acme/agent-ownership@v1', true],
    ['acme/agent-ownership/.github/workflows/check.yml@v1', true],
    ['acme/tools/agent-ownership@v1', true],
    ['a.c-m_e/agent-ownership@v1', true],
    ['agent-ownership@v1', false],
    ['./agent-ownership', false],
    ['acme/agent-ownership', false],
    ['acme/agent-ownership-more@v1', false],
    ['acme/no-agent-ownership@v1', false],
    ['x acme/agent-ownership@v1', false],
    ['docker://acme/agent-ownership@v1', false],
  ])('knows the action: %s is %s', (uses, expected) => {
    expect(readActionWorkflow(workflow(uses)) !== null).toBe(expected);
  });

  it.each([
    ['no YAML', 'a: ['],
    ['no mapping', '- a'],
    ['nothing', ''],
    ['no jobs', 'on: push'],
    ['jobs that are a list', 'jobs: [{ uses: acme/agent-ownership@v1 }]'],
    ['a job that is a text', 'jobs: { a: acme/agent-ownership@v1 }'],
    ['steps that are no list', 'jobs: { a: { steps: { uses: acme/agent-ownership@v1 } } }'],
    ['a step that is a text', 'jobs: { a: { steps: [acme/agent-ownership@v1] } }'],
    ['something else that is used', 'jobs: { a: { steps: [{ uses: [acme/agent-ownership@v1] }] } }'],
  ])('finds none in %s', (_, text) => {
    expect(readActionWorkflow(text)).toBeNull();
  });

  it('gives the jobs that use it, by the names that GitHub shows, and what starts them', () => {
    const found = readActionWorkflow(
      [
        'on: { push: { branches: [main] }, merge_group: }',
        'permissions: { contents: read }',
        'jobs:',
        '  first: { steps: [{ uses: acme/agent-ownership@v1 }] }',
        '  other: { steps: [{ run: x }] }',
        '  named: { name: Own, permissions: read-all, uses: acme/agent-ownership/x.yml@v2 }',
        '  job-if: { name: [x], if: false, steps: [{ uses: acme/agent-ownership@v3 }] }',
        '  step-if: { steps: [{ uses: acme/agent-ownership@v4, if: always() }, { uses: acme/agent-ownership@v5 }] }',
      ].join('\n'),
    );
    expect(found?.events).toEqual({ push: { branches: ['main'] }, merge_group: null });
    expect(found?.permissions).toEqual({ contents: 'read' });
    const uses = (path: string) => `acme/agent-ownership${path}`;
    expect(found?.jobs).toEqual([
      { id: 'first', name: 'first', uses: uses('@v1'), conditional: false, permissions: undefined },
      { id: 'named', name: 'Own', uses: uses('/x.yml@v2'), conditional: false, permissions: 'read-all' },
      { id: 'job-if', name: 'job-if', uses: uses('@v3'), conditional: true, permissions: undefined },
      { id: 'step-if', name: 'step-if', uses: uses('@v4'), conditional: true, permissions: undefined },
      { id: 'step-if', name: 'step-if', uses: uses('@v5'), conditional: false, permissions: undefined },
    ]);
  });

  it.each([
    ['one event', 'push', { push: null }],
    ['a list', '[push, merge_group, 3]', { push: null, merge_group: null }],
    ['a number', '3', {}],
  ])('reads the events of %s', (_, on, events) => {
    expect(readActionWorkflow(workflow('a/agent-ownership@v1').replace('push', on))?.events).toEqual(events);
  });
});
