import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { NODE_BINARIES } from '../support/action-runner.js';
import { errorsOfReport, errorsOfSarif } from '../support/schemas.js';
import { aPullRequest, commitAs, DEFINITIONS, runAction, type PullRequest } from '../support/pull-request.js';

const MODELS = 'apps/blog/models.py';

interface Scene {
  readonly title: string;
  readonly build: () => PullRequest;
  /** `level file` of each annotation. */
  readonly annotations: readonly string[];
  readonly codes: readonly string[];
  readonly agents: readonly string[];
}

const SCENES: readonly Scene[] = [
  {
    title: 'passes a clean pull request',
    build: () => {
      const pullRequest = aPullRequest();
      commitAs(pullRequest, ['backend-django'], { 'apps/blog/views.py': 'views\n' });
      commitAs(pullRequest, [], { [MODELS]: 'a person may\n' });
      return pullRequest;
    },
    annotations: [],
    codes: [],
    agents: ['backend-django'],
  },
  {
    title: 'fails one violation',
    build: () => {
      const pullRequest = aPullRequest();
      commitAs(pullRequest, ['backend-django'], { [MODELS]: 'models\n', 'apps/blog/views.py': 'views\n' });
      return pullRequest;
    },
    annotations: [`error ${MODELS}`],
    codes: ['forbidden-path'],
    agents: ['backend-django'],
  },
  {
    title: 'fails a rename out of a forbidden folder',
    build: () => {
      const pullRequest = aPullRequest();
      commitAs(pullRequest, [], { 'tests/helpers.py': 'a long enough text to be found as a rename\n' });
      const { repository } = pullRequest;
      repository.git('update-ref', 'refs/remotes/origin/main', repository.sha());
      repository.git('mv', 'tests/helpers.py', 'helpers.py');
      repository.commit({ subject: 'Move helpers', trailers: [['Agent', 'backend-django']] });
      return { repository, base: repository.sha('origin/main') };
    },
    annotations: ['error .claude/agents/backend-django.md'],
    codes: ['forbidden-path'],
    agents: ['backend-django'],
  },
  {
    title: 'fails an evil merge',
    build: () => {
      const pullRequest = aPullRequest();
      const { repository } = pullRequest;
      repository.checkout('side', 'main');
      commitAs(pullRequest, [], { 'docs/side.md': 'side\n' });
      repository.checkout('topic');
      commitAs(pullRequest, ['backend-django'], { 'apps/blog/views.py': 'views\n' });
      repository.merge('side', {
        message: { subject: 'Merge side', trailers: [['Agent', 'backend-django']] },
        edit: () => {
          repository.write(MODELS, 'smuggled\n');
        },
      });
      return pullRequest;
    },
    annotations: [`error ${MODELS}`],
    codes: ['forbidden-path'],
    agents: ['backend-django'],
  },
  {
    title: 'judges two agents of one pull request, each by its own rules',
    build: () => {
      const pullRequest = aPullRequest();
      commitAs(pullRequest, ['database'], { [MODELS]: 'models\n' });
      commitAs(pullRequest, ['backend-django'], { 'apps/blog/views.py': 'views\n' });
      commitAs(pullRequest, ['database'], { 'frontend/app.js': 'app\n' });
      return pullRequest;
    },
    annotations: ['error frontend/app.js'],
    codes: ['forbidden-path'],
    agents: ['backend-django', 'database'],
  },
  {
    title: 'judges by the definitions of the base what the same pull request loosens',
    build: () => {
      const pullRequest = aPullRequest();
      commitAs(pullRequest, ['backend-django'], {
        '.claude/agents/backend-django.md':
          '---\nname: backend-django\ndescription: d\n---\n\n## OWNS\n- `**`\n',
      });
      commitAs(pullRequest, ['backend-django'], { [MODELS]: 'models\n' });
      return pullRequest;
    },
    // Two places of the definition are new: the lines between them were there before.
    annotations: [
      'error .claude/agents/backend-django.md',
      'error .claude/agents/backend-django.md',
      `error ${MODELS}`,
    ],
    codes: ['rule-loosened', 'rule-loosened', 'definition-edit', 'forbidden-path'],
    agents: ['backend-django'],
  },
];

describe.each(NODE_BINARIES)('the built action on %s', (_, nodePath) => {
  it('annotates the lines that the agent wrote, and what a person moved there is another’s', async () => {
    const pullRequest = aPullRequest({ ...DEFINITIONS, [MODELS]: 'a\nb\nc\nd\n' });
    commitAs(pullRequest, ['backend-django'], { [MODELS]: 'a\nX\nY\nd\n' });
    commitAs(pullRequest, [], { [MODELS]: 'new\na\nX\nY\nd\n' });
    const { annotations, outputs } = await runAction(pullRequest, { nodePath });
    const report = JSON.parse(await readFile(outputs['report'] ?? '', 'utf8')) as { violations: unknown };

    expect(annotations).toMatchObject([{ path: MODELS, startLine: 3, endLine: 4 }, { path: null }]);
    expect(report.violations).toMatchObject([{ lines: [{ start: 3, end: 4 }] }]);
  });

  it.each(SCENES)('$title', async ({ build, annotations, codes, agents }) => {
    const pullRequest = build();
    const result = await runAction(pullRequest, { nodePath });
    const failed = codes.length > 0;

    expect(result.stderr).toBe('');
    expect(result.exitCode).toBe(failed ? 1 : 0);
    const placed = result.annotations.filter(({ path }) => path !== null);
    expect(placed.map(({ level, path }) => `${level} ${String(path)}`).sort()).toEqual(
      [...annotations].sort(),
    );
    expect(result.outputs).toMatchObject({
      conclusion: failed ? 'failure' : 'success',
      violations: String(codes.filter((code) => code !== 'rule-loosened').length),
      warnings: String(codes.filter((code) => code === 'rule-loosened').length),
      agents: JSON.stringify(agents),
    });
    const json = await readFile(result.outputs['report'] ?? '', 'utf8');
    expect(errorsOfReport(json)).toEqual([]);
    expect(errorsOfSarif(await readFile(result.outputs['sarif'] ?? '', 'utf8'))).toEqual([]);
    const report = JSON.parse(json) as {
      violations: readonly { code: string }[];
      range: unknown;
    };
    expect(report.violations.map(({ code }) => code)).toEqual(codes);
    expect(report.range).toEqual({ base: pullRequest.base, head: pullRequest.repository.sha() });
    expect(result.summary).toContain(failed ? 'Failed' : 'Passed');
    for (const code of codes) expect(result.summary).toContain(code);
  });
});

describe('the built action', () => {
  it('leaves the workspace as it was', async () => {
    const pullRequest = aPullRequest();
    commitAs(pullRequest, ['backend-django'], { [MODELS]: 'models\n' });
    const state = () =>
      pullRequest.repository.git('for-each-ref') +
      pullRequest.repository.git('status', '--porcelain', '--ignored') +
      pullRequest.repository.git('count-objects', '-v');
    const before = state();
    await runAction(pullRequest);
    expect(state()).toBe(before);
  });

  it('takes the tip of the base branch that this run fetched, not the older one of the event', async () => {
    const pullRequest = aPullRequest();
    const { repository, base } = pullRequest;
    repository.checkout('main');
    commitAs(pullRequest, ['backend-django'], { [MODELS]: 'already merged\n' });
    repository.git('update-ref', 'refs/remotes/origin/main', repository.sha());
    repository.checkout('late', 'main');
    commitAs(pullRequest, ['backend-django'], { 'apps/blog/views.py': 'views\n' });
    const result = await runAction({ repository, base });
    expect(result.outputs).toMatchObject({ conclusion: 'success', violations: '0' });
  });

  it.each([
    ['the link', '.claude/agents/backend-django.md', '../../loose.md'],
    ['a link on the way', 'linked/agent.md', '../loose.md'],
    ['the text that the links lead to', 'real.md', null],
  ])('protects a definition that is reached through links: %s', async (_, path, target) => {
    const definition = DEFINITIONS['.claude/agents/backend-django.md'] ?? '';
    const pullRequest = aPullRequest({
      'real.md': definition,
      'loose.md': '---\nname: backend-django\ndescription: d\n---\n',
    });
    const { repository } = pullRequest;
    repository.symlink('linked/agent.md', '../real.md');
    repository.symlink('.claude/agents/backend-django.md', '../../linked/agent.md');
    const base = repository.commit('Link the definition');
    repository.git('update-ref', 'refs/remotes/origin/main', base);
    repository.remove(path);
    if (target === null) repository.write(path, 'free\n');
    else repository.symlink(path, target);
    commitAs(pullRequest, ['backend-django'], {});
    const { annotations } = await runAction({ repository, base });
    expect(annotations[0]?.message).toContain('protected');
    expect(annotations.filter(({ level }) => level === 'error')).toHaveLength(2);
  });

  it('judges an agent that the base has retired by its definition at the merge base', async () => {
    const pullRequest = aPullRequest();
    const { repository, base } = pullRequest;
    commitAs(pullRequest, [], {
      '.claude/agents/backend-django.md': '---\nname: backend-django\ndescription: d\n---\n',
    });
    commitAs(pullRequest, ['backend-django'], { [MODELS]: 'models\n' });
    repository.checkout('main');
    commitAs(pullRequest, [], { '.claude/agents/backend-django.md': null });
    repository.git('update-ref', 'refs/remotes/origin/main', repository.sha());
    repository.checkout('topic');
    expect((await runAction({ repository, base })).outputs).toMatchObject({
      conclusion: 'failure',
      violations: '1',
    });
  });

  it('charges nobody with what a clean merge moved because the other side renamed its directory', async () => {
    const lines = Array.from({ length: 40 }, (_, index) => `line ${index}\n`);
    const pullRequest = aPullRequest({ ...DEFINITIONS, 'lib/helpers.py': lines.join('') });
    const { repository } = pullRequest;
    commitAs(pullRequest, ['backend-django'], {
      'lib/helpers.py': ['changed\n', ...lines.slice(1)].join(''),
    });
    repository.checkout('main');
    repository.git('mv', 'lib', 'tests');
    repository.commit('Rename');
    repository.git('update-ref', 'refs/remotes/origin/main', repository.sha());
    repository.checkout('topic');
    repository.merge('main', { message: { subject: 'Merge main', trailers: [['Agent', 'backend-django']] } });
    expect((await runAction(pullRequest)).outputs).toMatchObject({ conclusion: 'success', violations: '0' });
  });

  it('shows at most ten errors, the last of which fails the step and counts the rest', async () => {
    const pullRequest = aPullRequest();
    const files = Object.fromEntries(Array.from({ length: 25 }, (_, index) => [`tests/${index}.py`, 'x\n']));
    commitAs(pullRequest, ['backend-django'], files);
    const { annotations, summary } = await runAction(pullRequest);
    expect(annotations).toHaveLength(10);
    expect(annotations.at(-1)?.message).toContain('16 more');
    for (const path of Object.keys(files)) expect(summary).toContain(path);
  });
});
