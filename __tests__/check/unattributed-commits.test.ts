import { describe, expect, it } from '@jest/globals';
import { DEFAULT_POLICY, type Policy } from '../../src/core/policy/policy.js';
import type { Report } from '../../src/core/report.js';
import { aPullRequest, commitAs, DEFINITIONS, type PullRequest } from '../support/pull-request.js';
import { judge } from './attributing.js';

const MODELS = 'apps/blog/models.py';
const ON: Partial<Policy> = {
  severity: { ...DEFAULT_POLICY.severity, 'unattributed-commit': 'error' },
  identities: { ai: [], people: ['lead@example.com'], bots: ['acme-*'] },
};
const files = { ...DEFINITIONS, [MODELS]: 'one\ntwo\nthree\n', 'docs/a.md': 'a\n' };

const found = ({ violations }: Report) =>
  violations.flatMap((violation) =>
    violation.code === 'unattributed-commit'
      ? [[violation.path, violation.status, violation.paths, violation.deniedTo.join()]]
      : [],
  );

const author = (name: string, email: string) => ({ subject: 'Change', author: { name, email } });

const SCENES: readonly (readonly [string, (pullRequest: PullRequest) => void, readonly unknown[]])[] = [
  [
    'concerns a commit without a claim, once, with its first denied path',
    (pullRequest) => {
      commitAs(pullRequest, [], { 'tests/new.py': 'x\n', [MODELS]: 'x\n', 'docs/a.md': 'b\n' });
    },
    [[MODELS, 'M', 2, 'backend-django']],
  ],
  [
    'concerns an AI’s commit without an agent’s name',
    ({ repository }) => {
      repository.write(MODELS).commit('S\n\nCo-authored-by: Claude <noreply@anthropic.com>\n');
    },
    [[MODELS, 'M', 1, 'backend-django']],
  ],
  [
    'concerns a commit of a built-in agent type',
    (pullRequest) => void commitAs(pullRequest, ['general-purpose'], { [MODELS]: 'x\n' }),
    [[MODELS, 'M', 1, 'backend-django']],
  ],
  ['leaves free paths alone', (pullRequest) => void commitAs(pullRequest, [], { 'docs/a.md': 'b\n' }), []],
  [
    'leaves a claim alone',
    (pullRequest) => void commitAs(pullRequest, ['database'], { [MODELS]: 'x\n' }),
    [],
  ],
  [
    'leaves a person’s claim alone',
    (pullRequest) => void commitAs(pullRequest, ['human'], { [MODELS]: 'x\n' }),
    [],
  ],
  [
    'leaves a listed person alone',
    ({ repository }) => void repository.write(MODELS).commit(author('Lead', 'lead@example.com')),
    [],
  ],
  [
    'leaves listed and known bots alone',
    ({ repository }) => {
      repository.write(MODELS).commit(author('acme-ci', 'ci@example.com'));
      repository.write(MODELS, 'y').commit(author('dependabot[bot]', 'x@users.noreply.github.com'));
    },
    [],
  ],
  [
    'leaves work alone of which nothing is left',
    (pullRequest) => {
      commitAs(pullRequest, [], { [MODELS]: 'x\n' });
      commitAs(pullRequest, ['database'], { [MODELS]: files[MODELS] });
    },
    [],
  ],
  [
    'leaves a clean merge alone',
    (pullRequest) => {
      const { repository } = pullRequest;
      repository.checkout('side', 'main');
      commitAs(pullRequest, ['database'], { [MODELS]: 'ONE\ntwo\nthree\n' });
      repository.checkout('topic');
      commitAs(pullRequest, ['database'], { [MODELS]: 'one\ntwo\nTHREE\n' });
      repository.merge('side', { message: 'Merge side' });
    },
    [],
  ],
  [
    'concerns what a merge does itself',
    (pullRequest) => {
      const { repository } = pullRequest;
      repository.checkout('side', 'main');
      commitAs(pullRequest, ['database'], { [MODELS]: 'ONE\ntwo\nthree\n' });
      repository.checkout('topic');
      commitAs(pullRequest, ['database'], { 'apps/x/models.py': 'x\n' });
      repository.merge('side', { edit: () => void repository.write(MODELS, 'evil\n') });
    },
    [[MODELS, 'M', 1, 'backend-django']],
  ],
];

describe('unattributed-commit', () => {
  it.each(SCENES)('%s', async (_, build, expected) => {
    const pullRequest = aPullRequest(files);
    build(pullRequest);
    const report = await judge(pullRequest.repository, pullRequest.base, ON);
    expect(found(report)).toEqual(expected);
    expect(report.conclusion).toBe(expected.length > 0 ? 'failure' : 'success');
    expect(found(await judge(pullRequest.repository, pullRequest.base))).toEqual([]);
  });
});

it('leaves shared paths alone', async () => {
  const pullRequest = aPullRequest(files);
  commitAs(pullRequest, [], { [MODELS]: 'x\n', 'tests/new.py': 'x\n' });
  const policy = { ...ON, shared: ['apps/**', '!apps/other/**'] };
  expect(found(await judge(pullRequest.repository, pullRequest.base, policy))).toEqual([
    ['tests/new.py', 'A', 1, 'backend-django'],
  ]);
});

it('names the owners of every path of a wide change, and whom it is denied to', async () => {
  const wide = Object.fromEntries(
    Array.from({ length: 2_100 }, (_, number) => [
      number % 3 === 0 ? `tests/t${number}.py` : `apps/a${number}/models.py`,
      '',
    ]),
  );
  const pullRequest = aPullRequest(files);
  const byAgent = commitAs(pullRequest, ['backend-django'], wide);
  const report = await judge(pullRequest.repository, pullRequest.base);
  const owners = report.violations.flatMap((violation) =>
    violation.code === 'forbidden-path' && violation.commit === byAgent
      ? [[violation.path, violation.owners.join()]]
      : [],
  );
  const expected = Object.keys(wide).map((path) => [path, path.startsWith('apps/') ? 'database' : '']);
  expect(owners.sort()).toEqual(expected.sort());

  const byPerson = aPullRequest(files);
  commitAs(byPerson, [], wide);
  const denied = found(await judge(byPerson.repository, byPerson.base, ON));
  expect(denied).toEqual([['apps/a1/models.py', 'A', 2_100, 'backend-django']]);
});
