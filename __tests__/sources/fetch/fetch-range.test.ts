import { describe, expect, it } from '@jest/globals';
import { checkRange } from '../../../src/check/check-range.js';
import { aPullRequest, commitAs, DEFINITIONS, type PullRequest } from '../../support/pull-request.js';
import { createRepository, type TestRepository } from '../../support/repository.js';
import { serve, shaIn } from '../../support/served-repository.js';
import { borrow } from '../git/reading.js';
import { fetchServed } from './fetching.js';
import { BY_DEFAULT } from '../../support/policies.js';

const MODELS = 'apps/blog/models.py';
const LINES = Array.from({ length: 20 }, (_, index) => `line ${index}\n`);

/** So many commits on a branch, by one process; the branch must not be checked out. */
function extend(
  { repository }: Pick<PullRequest, 'repository'>,
  branch: string,
  count: number,
  at = branch,
): void {
  const commits = Array.from({ length: count }, (_, index) => {
    const from = index === 0 ? `from ${repository.sha(branch)}\n` : '';
    return `commit refs/heads/${branch}\ncommitter C <c@example.com> ${1_767_300_000 + index} +0000\ndata 2\nc\n${from}M 100644 inline ${at}/${index}\ndata 2\n${index % 10}\n\n`;
  });
  repository.gitWithInput(commits.join(''), 'fast-import', '--quiet');
}

const SCENES: readonly (readonly [string, () => TestRepository])[] = [
  [
    'a branch behind its base',
    () => {
      const pullRequest = aPullRequest();
      commitAs(pullRequest, ['backend-django'], { [MODELS]: 'x\n' });
      extend(pullRequest, 'main', 300);
      return pullRequest.repository;
    },
  ],
  [
    'merges of main, one of which needs contents, after a long way',
    () => {
      const pullRequest = aPullRequest({ ...DEFINITIONS, [MODELS]: LINES.join('') });
      const { repository } = pullRequest;
      commitAs(pullRequest, [], { [MODELS]: LINES.with(0, 'topic\n').join('') });
      extend(pullRequest, 'main', 230);
      repository.checkout('main');
      repository.write(MODELS, LINES.with(19, 'main\n').join('')).commit();
      repository.checkout('topic');
      repository.merge('main', { message: { subject: 'Merge', trailers: [['Agent', 'backend-django']] } });
      extend(pullRequest, 'main', 3, 'later');
      repository.merge('main', {
        message: { subject: 'Merge', trailers: [['Agent', 'backend-django']] },
        edit: () => repository.write('tests/evil.py'),
      });
      return repository;
    },
  ],
  [
    'a criss-cross with two merge bases',
    () => {
      const pullRequest = aPullRequest({ ...DEFINITIONS, [MODELS]: LINES.join('') });
      const { repository } = pullRequest;
      commitAs(pullRequest, [], { [MODELS]: LINES.with(0, 'topic\n').join('') });
      repository.git('branch', 'before');
      extend(pullRequest, 'main', 2);
      repository.git('branch', 'main-before', 'main');
      repository.merge('main-before');
      repository.checkout('main');
      repository.merge('before');
      repository.write('more').commit();
      repository.checkout('topic');
      repository.merge('main', { message: { subject: 'M', trailers: [['Agent', 'backend-django']] } });
      commitAs(pullRequest, ['backend-django'], { 'tests/a.py': 'x\n' });
      return repository;
    },
  ],
  [
    'an octopus merge that needs contents, after a long way',
    () => {
      const pullRequest = aPullRequest({ ...DEFINITIONS, [MODELS]: LINES.join('') });
      const { repository } = pullRequest;
      for (const [index, name] of ['one', 'two'].entries()) {
        repository.checkout(name, 'main');
        commitAs(pullRequest, [], { [MODELS]: LINES.with(index * 10, `${name}\n`).join('') });
        extend(pullRequest, 'main', 220, `before-${name}`);
      }
      repository.checkout('topic');
      commitAs(pullRequest, [], { [MODELS]: LINES.with(5, 'topic\n').join('') });
      repository.git('merge', '-q', '--no-edit', 'one', 'two');
      commitAs(pullRequest, ['backend-django'], { 'tests/a.py': 'x\n' });
      return repository;
    },
  ],
  [
    'a side branch of the base that began in the range',
    () => {
      const pullRequest = aPullRequest();
      commitAs(pullRequest, ['backend-django'], { [MODELS]: 'x\n' });
      const { repository } = pullRequest;
      repository.git('branch', 'side');
      extend(pullRequest, 'side', 230);
      repository.checkout('main');
      repository.write('m').commit();
      repository.merge('side');
      repository.checkout('topic');
      commitAs(pullRequest, ['backend-django'], { 'tests/b.py': 'x\n' });
      return repository;
    },
  ],
  [
    'definitions behind links, and one that only a merge base has',
    () => {
      const pullRequest = aPullRequest({
        ...DEFINITIONS,
        'real.md': '---\nname: linked\n---\n## CANNOT TOUCH\n- `x/`\n',
      });
      const { repository } = pullRequest;
      repository.checkout('main');
      repository.symlink('.claude/agents/linked.md', '../../real.md').commit();
      repository.checkout('topic');
      repository.git('reset', '-q', '--hard', 'main');
      commitAs(pullRequest, ['linked', 'database'], { 'x/y': 'x\n', 'frontend/x.js': 'x\n' });
      repository.checkout('main');
      repository.remove('.claude/agents/database.md').commit();
      repository.checkout('topic');
      return repository;
    },
  ],
  [
    'names of SHA-256',
    () => {
      const repository = createRepository({ format: 'sha256' });
      for (const [path, text] of Object.entries(DEFINITIONS)) repository.write(path, text);
      repository.commit();
      repository.checkout('topic', 'main');
      commitAs({ repository, base: repository.sha() }, ['backend-django'], { [MODELS]: 'x\n' });
      return repository;
    },
  ],
];

describe('a fetched range', () => {
  it.each(SCENES)('is judged like a full clone: %s', async (_, build) => {
    const repository = build();
    const served = await serve(repository, { main: 'main', head: 'topic' });
    const base = shaIn(served.directory, 'main');
    const range = { base, head: repository.sha('topic'), shallow: false };
    const expected = await checkRange(await borrow(repository.directory), range, BY_DEFAULT);
    // GitHub's count may be of an older base: then more is fetched, and the verdict stays.
    for (const stated of [null, expected.coverage.commits, expected.coverage.commits + 1]) {
      const fetched = await fetchServed(served, { stated, head: range.head });
      expect({ base: fetched.base, head: fetched.head, shallow: false }).toEqual(range);
      expect(await checkRange(fetched.repository, range, BY_DEFAULT)).toEqual(expected);
    }
    expect(expected.coverage.commits).toBeGreaterThan(0);
  });

  it('asks for contents only where something needs them, all at once', async () => {
    const pullRequest = aPullRequest();
    for (let index = 0; index < 20; index += 1) commitAs(pullRequest, [], { [`src/${index}`]: `${index}\n` });
    const { directory } = pullRequest.repository;
    const served = await serve({ directory }, { main: 'main', head: 'topic' });
    const { repository, base, head } = await fetchServed(served, { stated: 20 });
    served.server.forget();
    await checkRange(repository, { base, head, shallow: false }, BY_DEFAULT);
    expect(served.server.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
    const { stdout } = await repository.git.run([
      'cat-file',
      '--batch-all-objects',
      '--batch-check=%(objecttype)',
    ]);
    expect(stdout.toString().match(/blob/g)).toHaveLength(Object.keys(DEFINITIONS).length);
  });
});
