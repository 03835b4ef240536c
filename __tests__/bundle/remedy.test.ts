import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { aPullRequest, commitAs, DEFINITIONS, runAction, type PullRequest } from '../support/pull-request.js';

interface Row {
  readonly code: string;
  readonly undoneBy: string | null;
  readonly remedy: { readonly kind: string; readonly commands: readonly string[] };
}

async function readViolations(pullRequest: PullRequest): Promise<readonly Row[]> {
  const { outputs } = await runAction(pullRequest);
  return (JSON.parse(readFileSync(outputs['report'] ?? '', 'utf8')) as { violations: readonly Row[] })
    .violations;
}

const MODELS = 'apps/blog/models.py';
const withModels = { ...DEFINITIONS, [MODELS]: 'one\ntwo\nthree\n', 'tests/a b.py': 'a\n' };

const SCENES: readonly (readonly [string, (pullRequest: PullRequest) => void])[] = [
  [
    'a changed file',
    (pullRequest) => void commitAs(pullRequest, ['backend-django'], { [MODELS]: 'changed\n' }),
  ],
  [
    'a new file',
    (pullRequest) => void commitAs(pullRequest, ['backend-django'], { 'tests/new.py': 'new\n' }),
  ],
  [
    'a deleted file with a blank in its name',
    (pullRequest) => void commitAs(pullRequest, ['backend-django'], { 'tests/a b.py': null }),
  ],
  [
    'a file whose name is hostile',
    (pullRequest) => void commitAs(pullRequest, ['backend-django'], { "tests/$(touch x)'`\n-rf.py": 'x\n' }),
  ],
  [
    'two changes with a person’s between them',
    (pullRequest) => {
      commitAs(pullRequest, ['backend-django'], { [MODELS]: 'changed\n' });
      commitAs(pullRequest, [], { [MODELS]: 'by a person\n' });
      commitAs(pullRequest, ['backend-django'], { [MODELS]: 'changed again\n' });
    },
  ],
  [
    'an evil merge of a file that both sides changed',
    (pullRequest) => {
      const { repository } = pullRequest;
      repository.checkout('side', 'main');
      commitAs(pullRequest, ['database'], { [MODELS]: 'ONE\ntwo\nthree\n' });
      repository.checkout('topic');
      commitAs(pullRequest, ['database'], { [MODELS]: 'one\ntwo\nTHREE\n' });
      repository.merge('side', {
        message: { subject: 'Merge side', trailers: [['Agent', 'backend-django']] },
        edit: () => {
          repository.write(MODELS, 'ONE\nsmuggled\nTHREE\n');
        },
      });
    },
  ],
  [
    'a conflict that the agent resolved',
    (pullRequest) => {
      const { repository } = pullRequest;
      repository.checkout('side', 'main');
      commitAs(pullRequest, ['database'], { [MODELS]: 'theirs\n' });
      repository.checkout('topic');
      commitAs(pullRequest, ['database'], { [MODELS]: 'ours\n' });
      repository.merge('side', {
        message: { subject: 'Merge side', trailers: [['Agent', 'backend-django']] },
        edit: () => {
          repository.write(MODELS, 'resolved\n');
        },
      });
    },
  ],
];

describe('the commands of a remedy', () => {
  it.each(SCENES)('make the check green after %s', async (_, build) => {
    const pullRequest = aPullRequest(withModels);
    build(pullRequest);
    const before = await readViolations(pullRequest);
    expect(new Set(before.map(({ code }) => code))).toEqual(new Set(['forbidden-path']));
    for (const { remedy } of before) {
      expect(remedy.kind).toBe('restore');
      for (const command of remedy.commands) {
        execFileSync('bash', ['-c', command], { cwd: pullRequest.repository.directory, stdio: 'pipe' });
      }
    }
    pullRequest.repository.commit('Take it back');
    const after = await readViolations(pullRequest);
    expect(after).toHaveLength(before.length);
    expect(after.every(({ undoneBy }) => undoneBy === pullRequest.repository.sha())).toBe(true);
    expect((await runAction(pullRequest)).outputs['conclusion']).toBe('success');
  });
});

describe('a change that is handed over', () => {
  it('counts no longer when the agent takes it back and the owner makes the same one', async () => {
    const pullRequest = aPullRequest(withModels);
    commitAs(pullRequest, ['backend-django'], { [MODELS]: 'changed\n' });
    commitAs(pullRequest, ['backend-django'], { [MODELS]: withModels[MODELS] });
    commitAs(pullRequest, ['database'], { [MODELS]: 'changed\n' });
    expect((await runAction(pullRequest)).outputs['conclusion']).toBe('success');
  });

  it('counts again when somebody without a name brings it back', async () => {
    const pullRequest = aPullRequest(withModels);
    commitAs(pullRequest, ['backend-django'], { [MODELS]: 'changed\n' });
    pullRequest.repository.git('revert', '--no-edit', 'HEAD');
    pullRequest.repository.git('revert', '--no-edit', 'HEAD');
    expect((await runAction(pullRequest)).outputs['conclusion']).toBe('failure');
  });
});
