import { describe, expect, it } from '@jest/globals';
import { diagnoseRequired } from '../../../src/core/setup/doctor/diagnose-required.js';
import { createApi } from '../../../src/sources/github/api.js';
import { toHostedRepository } from '../../../src/sources/github/hosted-repository.js';
import { readRequiredChecks } from '../../../src/sources/github/required-checks.js';
import { createTokenClient } from '../../../src/sources/github/token-client.js';
import { startGitHub, type Answer } from '../../support/github-server.js';
import { ACTION, aRepository, init, run } from '../../cli/setup/scenes.js';
import { environment } from '../../support/repository.js';
import { aBranchAnswer, aRepositoryAnswer, aRule } from '../../support/protection-answers.js';

const LOOPBACK = { AGENT_OWNERSHIP_TEST_HTTP: 'loopback' };
const NO_RULES: readonly unknown[] = [];

const serve = (rules: unknown, branch: unknown, faults: Readonly<Record<string, Answer>> = {}) =>
  startGitHub(({ path }) => {
    const [, , , , what = ''] = path.split('?')[0]?.split('/') ?? [];
    const fault = faults[what];
    if (fault !== undefined) return fault;
    if (what === '') return { status: 200, body: aRepositoryAnswer('release/1') };
    return { status: 200, body: what === 'rules' ? rules : branch };
  });

const CHECKS = aRule('required_status_checks', {
  strict_required_status_checks_policy: false,
  required_status_checks: [{ context: 'agent-ownership' }],
});
const WORKFLOWS = aRule('workflows', {
  workflows: [{ path: '.github/workflows/agent-ownership.yml', repository_id: 7 }],
});

describe('what must pass on the default branch', () => {
  it.each([
    ['a ruleset', [CHECKS], [], ['agent-ownership'], []],
    ['a required workflow', [WORKFLOWS], [], [], ['.github/workflows/agent-ownership.yml']],
    ['the protection of the branch', NO_RULES, ['lint', 'agent-ownership'], ['lint', 'agent-ownership'], []],
    ['nothing', NO_RULES, [], [], []],
  ])('comes from %s', async (_, rules, protection, contexts, workflows) => {
    const { url, exchanges } = await serve(rules, aBranchAnswer('release/1', protection));
    const octokit = createTokenClient({ apiUrl: `${url}/`, token: 'secret' }, LOOPBACK);
    const api = createApi({ octokit, repository: 'acme/shop', sleep: () => Promise.resolve() });
    expect(await readRequiredChecks(api)).toEqual({
      kind: 'asked',
      branch: 'release/1',
      contexts,
      workflows,
    });
    expect(exchanges.map(({ headers }) => headers.authorization)).toEqual(Array(3).fill('Bearer secret'));
    expect(exchanges[1]?.path).toMatch(/release%2F1/);
  });

  it.each([
    ['denied', { rules: { status: 403, body: {} } }, 'api-denied'],
    ['not found', { branches: { status: 404, body: {} } }, 'api-denied'],
    ['garbled', { rules: 'garbage' }, 'api-failed'],
  ] as const)('is not known where an answer is %s', async (_, faults, code) => {
    const { url } = await serve([CHECKS], aBranchAnswer('release/1', []), faults);
    const octokit = createTokenClient({ apiUrl: url, token: 'secret' }, LOOPBACK);
    const api = createApi({ octokit, repository: 'acme/shop', sleep: () => Promise.resolve() });
    await expect(readRequiredChecks(api)).rejects.toMatchObject({ code });
  });

  it('is never asked over plain http, nor where the test switch meets another host', () => {
    const create = (apiUrl: string, switches: Readonly<Record<string, string>>) => () =>
      createTokenClient({ apiUrl, token: 'secret' }, switches);
    expect(create('http://127.0.0.1:1', {})).toThrow(expect.objectContaining({ code: 'unsafe-server' }));
    expect(create('http://example.com', LOOPBACK)).toThrow(
      expect.objectContaining({ code: 'unsafe-server' }),
    );
    expect(create('https://api.github.com', {})).not.toThrow();
  });
});

it.each([
  [['agent-ownership'], [], 'required-here'],
  [['check / agent-ownership'], [], 'not-required'],
  [['agent-ownership / check'], [], 'required-here'],
  [['agent-ownership-2'], [], 'not-required'],
  [[], ['.github/workflows/agent-ownership.yml'], 'required-here'],
  [[], [], 'not-required'],
])('of %j and %j makes %s', (contexts, workflows, code) => {
  const required = { kind: 'asked', branch: 'main', contexts, workflows } as const;
  expect(diagnoseRequired(required, ['agent-ownership'], []).code).toBe(code);
});

it.each([
  ['https://github.com/acme/shop.git', undefined, 'acme/shop'],
  ['https://token@github.com/acme/shop', undefined, 'acme/shop'],
  ['git@github.com:acme/shop.git', undefined, 'acme/shop'],
  ['ssh://git@ssh.github.com:443/acme/shop.git', undefined, 'acme/shop'],
  ['https://github.com.evil.example/acme/shop', undefined, null],
  ['https://git.acme.example/acme/shop', undefined, null],
  ['https://git.acme.example/acme/shop', 'https://git.acme.example/api/v3', 'acme/shop'],
  ['/srv/git/acme/shop', undefined, null],
  ['', undefined, null],
])('takes %j with GITHUB_API_URL %j for %j', (url, apiUrl, repository) => {
  expect(toHostedRepository(url, apiUrl)?.repository ?? null).toBe(repository);
});

describe('doctor', () => {
  const ask = async (
    variables: (url: string) => Readonly<Record<string, string>>,
    protection: readonly string[],
  ) => {
    const { url, exchanges } = await serve(NO_RULES, aBranchAnswer('release/1', protection));
    const repository = aRepository();
    await init(repository, '--uses', ACTION);
    repository.git('remote', 'add', 'origin', 'git@github.com:acme/shop.git');
    const { exitCode, stdout } = await run(repository, ['doctor', '--format=json'], {
      environment: { ...environment, HOME: repository.directory, ...LOOPBACK, ...variables(url) },
    });
    const { checks } = JSON.parse(stdout) as { checks: readonly { check: string; code: string }[] };
    return {
      exitCode,
      code: checks.find(({ check }) => check === 'required')?.code,
      asked: exchanges.length,
    };
  };

  it.each(['GITHUB_TOKEN', 'GH_TOKEN'])('asks with %s', async (name) => {
    const variables = (url: string) => ({ [name]: 'secret', GITHUB_API_URL: url });
    expect(await ask(variables, ['agent-ownership'])).toEqual({
      exitCode: 0,
      code: 'required-here',
      asked: 3,
    });
    expect(await ask(variables, ['lint'])).toEqual({ exitCode: 1, code: 'not-required', asked: 3 });
  });

  it('does not ask without a token', async () => {
    const variables = (url: string) => ({ GITHUB_API_URL: url });
    expect(await ask(variables, [])).toEqual({ exitCode: 0, code: 'no-token', asked: 0 });
  });

  it('takes a server that may not be asked for not known', async () => {
    const variables = () => ({ GH_TOKEN: 'secret', GITHUB_API_URL: 'http://example.com' });
    expect(await ask(variables, [])).toEqual({ exitCode: 0, code: 'not-answered', asked: 0 });
  });
});
