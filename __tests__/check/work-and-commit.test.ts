import fc from 'fast-check';
import { expect, it } from '@jest/globals';
import { UNCOMMITTED } from '../../src/core/vocabulary.js';
import { aPullRequest, commitAs, DEFINITIONS } from '../support/pull-request.js';
import type { TestRepository } from '../support/repository.js';
import { inShort, judgeCommits, judgeWorkIn } from './working.js';

const PATHS = [
  'apps/blog/models.py',
  'apps/blog/views.py',
  'apps/blog/MODELS.py',
  'tests/a.py',
  'tests/b/c.py',
  'Tests/a.py',
  'frontend/index.html',
  'requirements.txt',
  '.claude/agents/backend-django.md',
  '.claude/settings.json',
  'README.md',
];

const CONFIG = `severity: { outside-owns: notice }
agents: { database: { severity: { forbidden-path: warning } } }
shared: [frontend/**]
waivers:
  - { agent: backend-django, path: tests/b/**, reason: Agreed, until: 2026-12-31 }
`;

interface Step {
  readonly path: string;
  readonly how: 'write' | 'remove' | 'link' | 'submodule' | 'executable' | 'restore';
  readonly content: string;
}

const steps = fc.array(
  fc.record<Step>({
    path: fc.constantFrom(...PATHS),
    how: fc.constantFrom('write', 'write', 'remove', 'link', 'submodule', 'executable', 'restore'),
    content: fc.constantFrom('a\n', 'b\n', 'c\n'),
  }),
  { minLength: 1, maxLength: 6 },
);

/** Does a step where it can be done: what stands in its way is left out. */
function take(repository: TestRepository, { path, how, content }: Step): void {
  try {
    repository.git('rm', '-rfq', '--ignore-unmatch', '--', path);
    if (how === 'write') repository.write(path, content);
    else if (how === 'link') repository.symlink(path, content.trim());
    else if (how === 'submodule') repository.submodule(path, content.charAt(0).repeat(40));
    else if (how === 'executable') repository.write(path, content).setExecutable(path, true);
    else if (how === 'restore') repository.git('checkout', '-q', 'main', '--', path);
    if (how !== 'remove' && how !== 'submodule') repository.git('add', '-f', '--', path);
  } catch {
    return;
  }
}

it('says of what is staged what the check says of the commit that is made of it', async () => {
  await fc.assert(
    fc.asyncProperty(
      steps,
      steps,
      fc.constantFrom(['backend-django'], ['database'], ['backend-django', 'database']),
      async (earlier, later, agents) => {
        const pullRequest = aPullRequest({
          ...DEFINITIONS,
          '.github/agent-ownership.yml': CONFIG,
          'apps/blog/models.py': 'a\n',
          'tests/a.py': 'a\n',
        });
        const { repository, base } = pullRequest;
        for (const step of earlier.filter(({ path }) => !path.startsWith('.claude'))) take(repository, step);
        commitAs(pullRequest, ['backend-django'], {});
        for (const step of later) take(repository, step);
        const before = inShort(await judgeWorkIn(repository, 'staged', agents), UNCOMMITTED);
        const trailers = agents.flatMap((agent) => ['--trailer', `Agent: ${agent}`]);
        repository.git('commit', '-q', '--allow-empty', '-m', 'Work', ...trailers);
        const head = repository.sha();
        expect(before).toEqual(inShort(await judgeCommits(repository.directory, base, head), head));
      },
    ),
    { numRuns: Number(process.env['WORK_RUNS'] ?? 15) },
  );
}, 600_000);
