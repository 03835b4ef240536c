import { describe, expect, it } from '@jest/globals';
import { diagnoseWorkflows, findActionWorkflows } from '../../../src/core/setup/doctor/diagnose-workflow.js';
import { toWorkflow } from '../../../src/core/setup/workflow-text.js';
import { aFile, diagnosisInShort as inShort, SHA } from './setting-up.js';

describe('diagnoseWorkflows', () => {
  const diagnosed = (text: string, check: string): readonly string[] =>
    diagnoseWorkflows([aFile('w', text)])
      .filter((diagnosis) => diagnosis.check === check)
      .map(inShort);
  const job = (more = '') => `jobs: { a: { ${more} steps: [{ uses: acme/agent-ownership@v1 }] } }`;
  const onWith = (on: string, more = '') => `on: ${on}\n${more}${job()}`;

  it('finds nothing to mend in the workflow that init writes, with a SHA', () => {
    const text = toWorkflow({ repository: 'acme/agent-ownership', ref: SHA, version: 'v1' });
    expect(
      diagnoseWorkflows([aFile('x.yml', 'on: push\n'), aFile('w', text), aFile('y.yml')]).map(inShort),
    ).toEqual([
      'ok workflow/workflow-found w',
      'ok events/events-complete w',
      'ok filters/no-filters w',
      'ok permissions/permissions-set w',
      `ok pin/pinned w acme/agent-ownership@${SHA}`,
    ]);
    expect(findActionWorkflows([aFile('x.yml'), aFile('w', text)])).toMatchObject([{ path: 'w' }]);
  });

  it.each<[string, Parameters<typeof diagnoseWorkflows>[0], string]>([
    ['no workflow', [], 'missing workflow/no-workflow'],
    ['others', [aFile('a', 'on: push\n'), aFile('b')], 'missing workflow/no-workflow'],
    [
      'one that is no YAML',
      [aFile('a'), aFile('b', 'x: [\n  uses: a/agent-ownership@v1')],
      'wrong workflow/workflow-unreadable b',
    ],
    [
      'one that cannot be read',
      [aFile('a', null, { unusable: 'not-text' })],
      'wrong workflow/workflow-unreadable a',
    ],
    [
      'one that only speaks of it',
      [aFile('a', '# reuses: agent-ownership\n')],
      'missing workflow/no-workflow',
    ],
  ])('tells of %s', (_, files, expected) => {
    expect(diagnoseWorkflows(files).map(inShort)).toEqual([expected]);
  });

  const ALL = 'opened, synchronize, reopened, edited, labeled, unlabeled';
  it.each<[string, string, readonly string[]]>([
    ['all', `{ pull_request: { types: [${ALL}] }, merge_group: }`, ['ok events/events-complete w']],
    [
      'of the target',
      `{ pull_request_target: { types: [${ALL}] }, merge_group: }`,
      ['ok events/events-complete w'],
    ],
    ['no pull request', 'merge_group', ['wrong events/event-missing w pull_request']],
    [
      'the usual types',
      'pull_request',
      ['warning events/types-missing w edited labeled unlabeled', 'warning events/merge-group-missing w'],
    ],
    [
      'no types',
      '{ pull_request: { types: }, merge_group: }',
      ['warning events/types-missing w edited labeled unlabeled'],
    ],
    ['no merge queue', `{ pull_request: { types: [${ALL}] } }`, ['warning events/merge-group-missing w']],
    [
      'some of the further types',
      '{ pull_request: { types: [opened, synchronize, reopened, edited] }, merge_group: }',
      ['warning events/types-missing w labeled unlabeled'],
    ],
    [
      'one type',
      '{ pull_request: { types: opened }, merge_group: }',
      ['wrong events/event-missing w synchronize reopened'],
    ],
    [
      'pull_request before its target',
      `{ pull_request_target: { types: [${ALL}] }, pull_request: { types: [labeled] }, merge_group: }`,
      ['wrong events/event-missing w opened synchronize reopened'],
    ],
  ])('tells which events are missing: %s', (_, on, expected) => {
    expect(diagnosed(onWith(on), 'events')).toEqual(expected);
  });

  it.each<[string, string, readonly string[]]>([
    ['no filter', onWith('{ pull_request: { branches: [main] } }'), ['ok filters/no-filters w']],
    [
      'paths',
      onWith('{ push: , pull_request: { paths: [a] } }'),
      ['wrong filters/paths-filter w pull_request'],
    ],
    ['paths to leave out', onWith('{ push: { paths-ignore: [a] } }'), ['wrong filters/paths-filter w push']],
    ['a condition', `on: push\n${job('if: false,')}`, ['wrong filters/job-conditional w a']],
    [
      'both',
      `on: { push: { paths: [a] } }\n${job('if: false,')}`,
      ['wrong filters/paths-filter w push', 'wrong filters/job-conditional w a'],
    ],
  ])('tells what can skip the check: %s', (_, text, expected) => {
    expect(diagnosed(text, 'filters')).toEqual(expected);
  });

  const QUEUE = '{ pull_request: , merge_group: }';
  it.each<[string, string, string, string]>([
    ['nothing', 'push', '', 'warning permissions/permissions-unset w'],
    ['null', 'push', 'permissions:\n', 'warning permissions/permissions-unset w'],
    ['all', 'push', 'permissions: write-all\n', 'warning permissions/permissions-wide w write-all'],
    ['all to read', QUEUE, 'permissions: read-all\n', 'ok permissions/permissions-set w'],
    ['none', 'push', 'permissions: {}\n', 'wrong permissions/permission-missing w contents: read'],
    ['another text', 'push', 'permissions: x\n', 'wrong permissions/permission-missing w contents: read'],
    ['to read', 'push', 'permissions: { contents: read }\n', 'ok permissions/permissions-set w'],
    [
      'to write',
      'push',
      'permissions: { contents: write }\n',
      'warning permissions/permissions-wide w contents: write',
    ],
    [
      'none of the contents',
      'push',
      'permissions: { contents: none }\n',
      'wrong permissions/permission-missing w contents: read',
    ],
    [
      'too little for a queue',
      QUEUE,
      'permissions: { contents: read }\n',
      'wrong permissions/permission-missing w pull-requests: read',
    ],
    [
      'nothing of use to a queue',
      QUEUE,
      'permissions: { issues: read }\n',
      'wrong permissions/permission-missing w contents: read pull-requests: read',
    ],
    [
      'enough for a queue',
      QUEUE,
      'permissions: { contents: read, pull-requests: write }\n',
      'ok permissions/permissions-set w',
    ],
  ])('tells what the token may do: %s', (_, on, permissions, expected) => {
    expect(diagnosed(onWith(on, permissions), 'permissions')).toEqual([expected]);
  });

  it('takes the permissions of a job for those of the workflow', () => {
    const text = `on: push\npermissions: write-all\n${job('permissions: { contents: read },')}`;
    expect(diagnosed(text, 'permissions')).toEqual(['ok permissions/permissions-set w']);
  });

  it('wants a SHA, of every job', () => {
    const uses = (ref: string) => `steps: [{ uses: acme/agent-ownership@${ref} }]`;
    const text = `on: push\njobs: { a: { ${uses('v1')} }, b: { ${uses(SHA)} } }`;
    expect(diagnosed(text, 'pin')).toEqual([
      'warning pin/not-pinned w acme/agent-ownership@v1',
      `ok pin/pinned w acme/agent-ownership@${SHA}`,
    ]);
  });
});
