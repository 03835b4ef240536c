import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commitAs, type PullRequest } from '../support/pull-request.js';
import { AGENT, by, MODELS, TEST, VIEWS, type Evasions } from './evasion.js';

const config = (text: string) => ({ '.github/agent-ownership.yml': text });

/** Moves the base branch on, as the server has it. */
function advanceMain({ repository }: PullRequest, change: () => void): void {
  repository.checkout('main');
  change();
  repository.commit('Go on');
  repository.git('update-ref', 'refs/remotes/origin/main', repository.sha());
  repository.checkout('topic');
}

/** A branch `side` from main with one harmless commit, and `topic` with another. */
function twoBranches({ repository }: PullRequest): void {
  repository.checkout('side', 'main').write('docs/side.md').commit('Side');
  repository.checkout('topic').write(VIEWS, 'changed\n').commit(by(AGENT));
}

const dated = (scene: PullRequest, seconds: number): void => {
  const { repository } = scene;
  repository.write(MODELS, 'changed\n');
  repository.git('add', '-A');
  const who = `Somebody <somebody@example.com> ${seconds} +0000`;
  const text = `tree ${repository.git('write-tree')}\nparent ${repository.sha()}\nauthor ${who}\ncommitter ${who}\n\nX\n\nAgent: ${AGENT}\n`;
  repository.git(
    'update-ref',
    'HEAD',
    repository.gitWithInput(text, 'hash-object', '-t', 'commit', '-w', '--stdin'),
  );
};

/** Says that the clone begins at its head. */
const cutOff = ({ repository }: PullRequest): void => {
  writeFileSync(join(repository.directory, '.git/shallow'), `${repository.sha()}\n`);
};

/** What the shape of the history can hide, and how work can come back. */
export const HISTORY_EVASIONS: Evasions = {
  'evil-merge': {
    attack: (scene) => {
      twoBranches(scene);
      const { repository } = scene;
      repository.merge('side', { message: by(AGENT), edit: () => repository.write(MODELS, 'smuggled\n') });
    },
  },
  'evil-merge-without-trailer': {
    attack: (scene) => {
      twoBranches(scene);
      const { repository } = scene;
      repository.merge('side', { edit: () => repository.write(MODELS, 'smuggled\n') });
    },
  },
  'evil-octopus': {
    attack: (scene) => {
      twoBranches(scene);
      const { repository } = scene;
      repository.checkout('other', 'main').write('docs/other.md').commit('Other');
      repository.checkout('topic');
      const edit = () => repository.write(MODELS, 'smuggled\n');
      repository.merge(['side', 'other'], { message: by(AGENT), edit });
    },
  },
  'ours-merge': {
    attack: (scene) => {
      const { repository } = scene;
      advanceMain(scene, () => repository.write(TEST, 'what main has since\n'));
      repository.write(VIEWS, 'changed\n').commit(by(AGENT));
      repository.merge('main', { strategy: 'ours', message: by(AGENT) });
    },
  },
  'conflict-resolved-in-secret': {
    attack: (scene) => {
      const { repository } = scene;
      advanceMain(scene, () => repository.write(TEST, 'what main has since\n'));
      repository.write(TEST, 'what a person wrote\n').commit('A person');
      repository.merge('main', {
        message: by(AGENT),
        edit: () => repository.write(TEST, 'something else\n'),
      });
    },
  },
  'unrelated-root': {
    attack: ({ repository }) => {
      repository.checkout('root', '').write('tests/new.py').commit(by(AGENT));
      repository.checkout('topic');
      repository.merge('root', { message: 'Merge' });
    },
  },
  'commit-251': {
    attack: ({ repository, base }) => {
      const blob = (text: string) => `data ${Buffer.byteLength(text)}\n${text}\n`;
      const person = 'Somebody <somebody@example.com> 1767225700 +0000';
      const commits = Array.from({ length: 251 }, (_, index) => {
        const path = index === 125 ? MODELS : `config/${index}.py`;
        const from = index === 0 ? `from ${base}\n` : '';
        const message = blob(`Commit ${index}\n\nAgent: ${AGENT}\n`);
        return `commit refs/heads/topic\ncommitter ${person}\n${message}${from}M 100644 inline ${path}\n${blob('x')}`;
      });
      repository.gitWithInput(commits.join('\n'), 'fast-import', '--quiet', '--force');
      repository.git('reset', '-q', '--hard');
    },
  },
  'revert-of-a-revert': {
    attack: ({ repository }) => {
      repository.write(MODELS, 'changed\n').commit(by(AGENT));
      repository.git('revert', '--no-edit', 'HEAD');
      repository.git('revert', '--no-edit', 'HEAD');
    },
  },
  'brought-back-by-checkout': {
    attack: ({ repository }) => {
      const forbidden = repository.write(MODELS, 'changed\n').commit(by(AGENT));
      repository.git('revert', '--no-edit', 'HEAD');
      repository.git('checkout', '-q', forbidden, '--', MODELS);
      repository.commit('Tidy up');
    },
  },
  'taken-back-on-one-side': {
    attack: ({ repository }) => {
      repository.write(MODELS, 'changed\n').commit(by(AGENT));
      repository.checkout('side', 'topic');
      repository.git('revert', '--no-edit', 'HEAD');
      repository.checkout('topic').write(VIEWS, 'changed\n').commit('Go on');
      repository.merge('side', { strategy: 'ours' });
    },
  },
  'revert-of-an-owner': {
    attack: (scene) => {
      const { repository } = scene;
      advanceMain(scene, () => repository.write(MODELS, 'what the owner wrote\n'));
      repository.git('merge', '-q', '--ff-only', 'main');
      repository.git('revert', '--no-commit', 'HEAD');
      repository.commit(by(AGENT, 'Revert'));
    },
  },
  'spread-over-two-commits': {
    attack: ({ repository }) => {
      repository.write(MODELS, 'half of it\n').commit(by(AGENT));
      repository.write(MODELS, 'half of it\nand the rest\n').commit('A person goes on');
    },
  },
  'cherry-pick-of-a-person': {
    attack: ({ repository }) => {
      repository.checkout('side', 'main').write(MODELS, 'changed\n').commit('A person');
      repository.checkout('topic');
      repository.git('cherry-pick', '-x', 'side');
    },
  },
  'commit-of-the-year-2099': {
    attack: (scene) => {
      dated(scene, 4_070_908_800);
    },
  },
  'commit-of-1970': {
    attack: (scene) => {
      dated(scene, 1);
    },
  },
  'trusted-branch': {
    files: config('trusted-branches: [develop]\n'),
    attack: (scene) => {
      const { repository } = scene;
      commitAs(scene, [AGENT], { [MODELS]: 'changed\n' });
      repository.git('update-ref', 'refs/remotes/origin/develop', 'HEAD');
      commitAs(scene, [AGENT], { [VIEWS]: 'changed\n' });
    },
  },
  'forged-boundary': {
    attack: (scene) => {
      commitAs(scene, [AGENT], { [MODELS]: 'changed\n' });
      commitAs(scene, [AGENT], { [VIEWS]: 'changed\n' });
      cutOff(scene);
    },
  },
  'cut-off-history': {
    attack: (scene) => {
      const { repository } = scene;
      commitAs(scene, [AGENT], { [MODELS]: 'changed\n' });
      commitAs(scene, [AGENT], { [VIEWS]: 'changed\n' });
      cutOff(scene);
      repository.git('reflog', 'expire', '--expire=now', '--all');
      repository.git('prune', '--expire=now');
    },
  },
};
