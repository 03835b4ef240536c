import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { commitAs, definitionText } from '../support/pull-request.js';
import { AGENT, by, MODELS, TEST, type Evasions } from './evasion.js';

const forbidding = (...patterns: readonly string[]) => ({
  '.claude/agents/backend-django.md': definitionText(AGENT, { 'CANNOT TOUCH': patterns }),
});

const LONG = `${'d'.repeat(200)}/`.repeat(25);

/** Moving files, disguising them, and names that somebody reads otherwise. */
export const FILE_EVASIONS: Evasions = {
  'rename-out': {
    attack: ({ repository }) => {
      repository.git('mv', TEST, 'config/test_views.py');
      repository.commit(by(AGENT));
    },
  },
  'rename-in': {
    attack: ({ repository }) => {
      repository.git('mv', 'config/settings.py', 'tests/settings.py');
      repository.commit(by(AGENT));
    },
  },
  'copy-in': {
    attack: (scene) => {
      const copied = scene.repository.git('show', 'main:config/settings.py');
      commitAs(scene, [AGENT], { 'tests/settings.py': `${copied}\n` });
    },
  },
  deletion: {
    attack: (scene) => {
      commitAs(scene, [AGENT], { [MODELS]: null });
    },
  },
  'case-rename': {
    attack: ({ repository }) => {
      repository.git('mv', TEST, 'Tests_views.py');
      repository.git('mv', 'Tests_views.py', 'tests_.py');
      mkdirSync(join(repository.directory, 'Tests'), { recursive: true });
      repository.git('mv', 'tests_.py', 'Tests/test_views.py');
      repository.commit(by(AGENT));
    },
  },
  'case-twin': {
    attack: (scene) => {
      commitAs(scene, [AGENT], { 'apps/blog/Models.py': 'the same file on macOS and Windows\n' });
    },
  },
  'mode-only': {
    attack: ({ repository }) => {
      repository.setExecutable(MODELS, true).commit(by(AGENT));
    },
  },
  'link-for-file': {
    attack: ({ repository }) => {
      repository.write('config/models.py').remove(MODELS).symlink(MODELS, '../../config/models.py');
      repository.commit(by(AGENT));
    },
  },
  'link-for-directory': {
    attack: ({ repository }) => {
      repository.write('config/tests/test_views.py').remove('tests').symlink('tests', 'config/tests');
      repository.commit(by(AGENT));
    },
  },
  'link-where-nothing-was': {
    files: { [TEST]: null },
    attack: ({ repository }) => {
      repository.write('config/tests/test_views.py').symlink('tests', 'config/tests').commit(by(AGENT));
    },
  },
  'write-through-a-link': {
    attack: ({ repository }) => {
      repository.symlink('config/shortcut', '../tests').commit(by(AGENT));
      appendFileSync(join(repository.directory, 'config/shortcut/test_views.py'), 'more\n');
      repository.commit(by(AGENT));
    },
  },
  'submodule-for-directory': {
    attack: ({ repository }) => {
      repository.remove('tests');
      repository.git('rm', '-rq', '--cached', 'tests');
      repository.submodule('tests').commit(by(AGENT));
    },
  },
  'submodule-above-a-pattern': {
    files: forbidding('library/secret/**'),
    attack: ({ repository }) => {
      repository.submodule('library').commit(by(AGENT));
    },
  },
  'submodule-ignored': {
    files: {
      ...forbidding('library'),
      '.gitmodules': '[submodule "l"]\n\tpath = library\n\turl = ./l\n\tignore = all\n',
    },
    attack: ({ repository }) => {
      repository.submodule('library').commit(by(AGENT));
    },
  },
  'submodule-content': {
    attack: ({ repository }) => {
      // What the new commit of the submodule holds, such as an `apps/x/models.py`, is in another repository.
      repository.submodule('library').commit(by(AGENT));
    },
  },
  decomposed: {
    files: forbidding('caf\u00e9/**'),
    attack: (scene) => {
      commitAs(scene, [AGENT], { 'cafe\u0301/menu.py': 'x\n' });
    },
  },
  'compatibility-forms': {
    attack: (scene) => {
      commitAs(scene, [AGENT], { '\uff54ests/test_new.py': 'full width\n' });
    },
  },
  'look-alike-directory': {
    attack: (scene) => {
      commitAs(scene, [AGENT], { 't\u0435sts/test_new.py': 'a Cyrillic letter\n' });
    },
  },
  'trailing-dot': {
    attack: (scene) => {
      commitAs(scene, [AGENT], { 'tests./test_views.py': 'x\n', 'tests /test_views.py': 'x\n' });
    },
  },
  'line-break-in-path': {
    attack: (scene) => {
      commitAs(scene, [AGENT], { 'tests/a\nb\tc"d.py': 'x\n' });
    },
  },
  'path-of-no-encoding': {
    attack: ({ repository }) => {
      repository.write(Buffer.from('tests/caf\xe9.py', 'latin1'), 'x\n').commit(by(AGENT));
    },
  },
  'path-of-5000-bytes': {
    attack: ({ repository }) => {
      const blob = repository.gitWithInput('x\n', 'hash-object', '-w', '--stdin');
      repository.gitWithInput(`100644 ${blob}\ttests/${LONG}x.py\0`, 'update-index', '-z', '--index-info');
      repository.rawCommit({ message: 'Long\n\nAgent: backend-django\n' });
    },
  },
  'lfs-pointer': {
    files: { '.gitattributes': 'tests/*.bin filter=lfs diff=lfs merge=lfs -text\n' },
    attack: (scene) => {
      const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'a'.repeat(64)}\nsize 3\n`;
      commitAs(scene, [AGENT], { 'tests/data.bin': pointer });
    },
  },
  attributes: {
    attack: (scene) => {
      commitAs(scene, [AGENT], {
        '.gitattributes': '* export-ignore -diff linguist-generated merge=ours filter=gone\n',
        [MODELS]: 'hidden in the pull request’s files\n',
      });
    },
  },
  'name-with-a-slash': {
    attack: ({ repository }) => {
      // An entry `tests/evil.py` of the root's tree, beside the tree `tests`: no git writes it, a server with fsck refuses it.
      const blob = repository.gitWithInput('x\n', 'hash-object', '-w', '--stdin');
      const tree = repository.gitBytes('', 'cat-file', 'tree', 'HEAD^{tree}');
      const entry = Buffer.concat([Buffer.from('100644 tests/evil.py\0'), Buffer.from(blob, 'hex')]);
      const written = repository.gitWithInput(
        Buffer.concat([tree, entry]),
        'hash-object',
        ...['-t', 'tree', '-w', '--stdin', '--literally'],
      );
      repository.rawCommit({ tree: written, message: 'Slash\n\nAgent: backend-django\n' });
    },
  },
  'entry-twice': {
    attack: ({ repository }) => {
      // The changed folder, which a checkout takes, and the old one, which looks as if nothing had changed.
      repository.write(TEST, 'changed\n');
      repository.git('add', '-A');
      const changed = Buffer.from(repository.git('write-tree', '--prefix=tests/'), 'hex');
      const tree = repository.gitBytes('', 'cat-file', 'tree', 'HEAD^{tree}');
      const at = tree.indexOf('40000 tests\0');
      const twin = Buffer.concat([Buffer.from('40000 tests\0'), changed]);
      const written = repository.gitWithInput(
        Buffer.concat([tree.subarray(0, at), twin, tree.subarray(at)]),
        'hash-object',
        ...['-t', 'tree', '-w', '--stdin', '--literally'],
      );
      repository.rawCommit({ tree: written, message: 'Twice\n\nAgent: backend-django\n' });
    },
  },
  'file-3001': {
    attack: ({ repository }) => {
      const blob = repository.gitWithInput('x\n', 'hash-object', '-w', '--stdin');
      const names = Array.from({ length: 3000 }, (_, index) => `config/${String(index).padStart(4, '0')}.py`);
      const lines = [...names, 'tests/zzz.py'].map((name) => `100644 ${blob}\t${name}\0`).join('');
      repository.gitWithInput(lines, 'update-index', '-z', '--index-info');
      repository.rawCommit({ message: 'Many\n\nAgent: backend-django\n' });
    },
  },
  'code-that-writes-it': {
    attack: (scene) => {
      commitAs(scene, [AGENT], { Makefile: 'test:\n\tsed -i s/x/y/ tests/test_views.py\n' });
    },
  },
};
