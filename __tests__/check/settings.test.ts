import { describe, expect, it } from '@jest/globals';
import { checkRange } from '../../src/check/check-range.js';
import { readPolicyInForce, usualSettings, type Settings } from '../../src/check/settings.js';
import { repoPath } from '../../src/core/vocabulary.js';
import { borrow } from '../sources/git/reading.js';
import { aPullRequest, commitAs, DEFINITIONS, type PullRequest } from '../support/pull-request.js';
import { BY_DEFAULT, TODAY } from '../support/policies.js';

const FILE = '.github/agent-ownership.yml';
const GOOD = 'severity: { outside-owns: error }\n';
const OTHER = 'mode: report-only\n';
const BAD = 'mode: enforce\nmood: strict\n';
const usual = usualSettings(TODAY);

async function read(pullRequest: PullRequest, settings: Partial<Settings> = {}) {
  const { repository, base } = pullRequest;
  const range = { base, head: repository.sha() };
  const borrowed = await borrow(repository.directory);
  return readPolicyInForce(borrowed, range, { ...usual, ...settings });
}

async function report(pullRequest: PullRequest, settings: Partial<Settings> = {}) {
  const { repository, base } = pullRequest;
  const law = await read(pullRequest, settings);
  const range = { base, head: repository.sha(), shallow: false };
  return checkRange(await borrow(repository.directory), range, law);
}

/** A pull request whose base and head have these configs; `null` for none. */
function withConfigs(base: string | null, head: string | null, file = FILE): PullRequest {
  const pullRequest = aPullRequest({ ...DEFINITIONS, ...(base === null ? {} : { [file]: base }) });
  if (base === head) commitAs(pullRequest, [], { 'a.txt': 'x\n' });
  else commitAs(pullRequest, [], { [file]: head });
  return pullRequest;
}

describe('readPolicyInForce', () => {
  it('gives the defaults where there is no config', async () => {
    expect(await read(withConfigs(null, null))).toEqual(BY_DEFAULT);
  });

  it.each<[string, string | null, string | null, string, object, object | null]>([
    [
      'the base’s config',
      GOOD,
      GOOD,
      'in-force',
      { severity: { 'outside-owns': 'error' } },
      { mode: 'enforce' },
    ],
    [
      'the base’s, whatever the head says',
      GOOD,
      OTHER,
      'in-force',
      { mode: 'enforce' },
      { mode: 'report-only' },
    ],
    [
      'the base’s where the head has none',
      OTHER,
      null,
      'in-force',
      { mode: 'report-only' },
      { mode: 'enforce' },
    ],
    [
      'the defaults where only the head has one',
      null,
      OTHER,
      'absent',
      { mode: 'enforce' },
      { mode: 'report-only' },
    ],
    ['the base’s where the head’s cannot be used', OTHER, BAD, 'in-force', { mode: 'report-only' }, null],
    [
      'the defaults where the head mends it',
      BAD,
      OTHER,
      'mended',
      { mode: 'enforce' },
      { mode: 'report-only' },
    ],
    ['the defaults where the head removes it', BAD, null, 'mended', { mode: 'enforce' }, { mode: 'enforce' }],
  ])('puts in force %s', async (_, base, head, state, policy, atHead) => {
    const law = await read(withConfigs(base, head));

    expect(law).toMatchObject({ origin: { file: FILE, state, floor: false }, policy });
    if (atHead === null) expect(law.atHead).toBeNull();
    else expect(law.atHead).toMatchObject(atHead);
  });

  it.each([
    ['leaves it', BAD],
    ['changes it to another that cannot be used', 'people: 1'],
  ])('fails where the base’s cannot be used and the head %s', async (_, head) => {
    await expect(read(withConfigs(BAD, head))).rejects.toMatchObject({
      code: 'unusable-config',
      problems: [{ code: 'invalid-config', file: FILE, line: 2, fault: { kind: 'unknown-key' } }],
    });
  });

  it('reads the file that is named, and fails where the base has none', async () => {
    const config = repoPath('ci/ownership.yml');
    const named = withConfigs(OTHER, OTHER, config);
    expect(await read(named, { config })).toMatchObject({
      origin: { file: config, state: 'in-force' },
      policy: { mode: 'report-only' },
      places: [config],
    });
    await expect(read(withConfigs(null, OTHER, config), { config })).rejects.toMatchObject({
      code: 'missing-config',
      subject: config,
    });
    await expect(read(withConfigs(BAD, null, config), { config })).rejects.toMatchObject({
      code: 'unusable-config',
    });
  });

  it.each(['../x', '/x', 'a:b', '.github', ''])('takes %j for no config', async (path) => {
    const config = repoPath(path);
    const code = path === '.github' ? 'unusable-config' : 'missing-config';
    await expect(read(withConfigs(GOOD, GOOD), { config })).rejects.toMatchObject({ code });
  });

  it('raises base and head to the floor, also without a config', async () => {
    const floor = 'mode: enforce\nseverity:\n  read-only-path: error\n';
    for (const pullRequest of [withConfigs(OTHER, null), withConfigs(null, OTHER), withConfigs(null, null)]) {
      const raised = { mode: 'enforce', severity: { 'read-only-path': 'error' } };
      expect(await read(pullRequest, { floor })).toMatchObject({
        origin: { floor: true },
        policy: raised,
        atHead: raised,
      });
    }
  });

  it('fails where the floor cannot be used, with its line', async () => {
    const floor = 'mode: enforce\nseverity: { forbidden-path: fatal }\n';
    await expect(read(withConfigs(null, null), { floor })).rejects.toMatchObject({
      code: 'invalid-floor',
      problems: [{ file: 'floor', line: 2 }],
    });
  });
});

describe('what stands in the place of a config', () => {
  const reasonOf = async (edit: (pullRequest: PullRequest) => void) => {
    const pullRequest = aPullRequest({ ...DEFINITIONS, 'ci/policy.yml': OTHER });
    edit(pullRequest);
    pullRequest.repository.commit();
    const law = await read(pullRequest);
    return law.problems.head.map((problem) =>
      problem.code === 'invalid-config' && problem.fault.kind === 'unreadable'
        ? problem.fault.reason
        : problem.code,
    );
  };

  it.each<[string, (pullRequest: PullRequest) => void, string]>([
    ['a link to nothing', ({ repository }) => repository.symlink(FILE, 'nowhere.yml'), 'link-is-broken'],
    [
      'a link out of the tree',
      ({ repository }) => repository.symlink(FILE, '../../x.yml'),
      'link-leads-outside',
    ],
    ['a link to itself', ({ repository }) => repository.symlink(FILE, 'agent-ownership.yml'), 'link-loops'],
    [
      'a linked folder that is nowhere',
      ({ repository }) => repository.symlink('.github', 'nowhere'),
      'link-is-broken',
    ],
    ['a link to a directory', ({ repository }) => repository.symlink(FILE, '../ci'), 'directory'],
    ['a directory', ({ repository }) => repository.write(`${FILE}/x`), 'directory'],
    ['NUL', ({ repository }) => repository.write(FILE, 'mode: \0'), 'nul-byte'],
    ['no UTF-8', ({ repository }) => repository.write(FILE, Buffer.from([0x6d, 0xff])), 'not-utf8'],
    ['UTF-16', ({ repository }) => repository.write(FILE, Buffer.from('\uFEFFmode: x', 'utf16le')), 'utf-16'],
    ['a huge file', ({ repository }) => repository.write(FILE, '#'.repeat(300_000)), 'too-large'],
  ])('is a problem where it is %s', async (_, edit, reason) => {
    expect(await reasonOf(edit)).toEqual([reason]);
  });

  it('is a problem where it is a submodule', async () => {
    const pullRequest = aPullRequest();
    const { repository } = pullRequest;
    repository.git('update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},${FILE}`);
    repository.git('commit', '-q', '-m', 'Put a submodule there');
    expect((await read(pullRequest)).problems.head).toMatchObject([{ fault: { reason: 'submodule' } }]);
  });

  it.each([
    ['links to the file', FILE, '../ci/policy.yml', [FILE, 'ci/policy.yml']],
    ['links to the folder', '.github', 'config', ['.github', 'config/agent-ownership.yml']],
  ])('is read through %s, and all of them count as its places', async (_, link, target, places) => {
    const pullRequest = aPullRequest({ 'ci/policy.yml': OTHER, 'config/agent-ownership.yml': OTHER });
    pullRequest.repository.symlink(link, target).commit();
    const law = await read(pullRequest);
    expect(law.atHead).toMatchObject({ mode: 'report-only' });
    expect(law.places).toEqual([FILE, ...places]);
  });

  it('is nothing where a linked folder has no such file', async () => {
    const pullRequest = aPullRequest({ 'config/x.yml': OTHER });
    pullRequest.repository.symlink('.github', 'config').commit();
    expect(await read(pullRequest)).toMatchObject({ origin: { state: 'absent' }, problems: { head: [] } });
  });
});

describe('a report', () => {
  it('fails for a config of the head that cannot be used', async () => {
    expect(await report(withConfigs(GOOD, BAD))).toMatchObject({
      conclusion: 'failure',
      problems: [
        { problem: { code: 'invalid-config', line: 2, severity: 'error' }, introduced: true, counts: true },
      ],
    });
  });

  it('does not fail for one of the base that the head mends', async () => {
    expect(await report(withConfigs(BAD, GOOD))).toMatchObject({
      conclusion: 'success',
      policy: { state: 'mended' },
      problems: [{ problem: { code: 'invalid-config' }, introduced: false, counts: false }],
    });
  });

  it('weighs findings and problems by the base’s config', async () => {
    const pullRequest = aPullRequest({
      ...DEFINITIONS,
      [FILE]: 'severity: { forbidden-path: warning, missing-name: error, no-rules: error }',
    });
    commitAs(pullRequest, ['backend-django'], { 'tests/a.py': 'x\n' });
    commitAs(pullRequest, [], { '.claude/agents/new.md': '---\ndescription: x\n---\n\nSome words.\n' });

    const { conclusion, violations, problems } = await report(pullRequest);

    expect(conclusion).toBe('failure');
    expect(violations).toMatchObject([{ code: 'forbidden-path', severity: 'warning' }]);
    expect(problems.map(({ problem: { code, severity }, counts }) => [code, severity, counts])).toEqual([
      ['missing-name', 'error', true],
      ['no-rules', 'error', true],
      ['skipped-by-claude-code', 'warning', true],
    ]);
  });

  it('protects what a linked config leads to', async () => {
    const pullRequest = aPullRequest({ ...DEFINITIONS, 'ci/policy.yml': GOOD });
    pullRequest.repository.checkout('main').symlink(FILE, '../ci/policy.yml');
    const base = pullRequest.repository.commit();
    pullRequest.repository.checkout('linked', 'main');
    commitAs(pullRequest, ['database'], { 'ci/policy.yml': OTHER });

    const { violations } = await report({ ...pullRequest, base });

    expect(violations.filter(({ code }) => code === 'definition-edit')).toMatchObject([
      { path: 'ci/policy.yml' },
    ]);
  });
});
