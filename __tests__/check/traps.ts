import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from '../../src/sources/git/environment.js';
import { createRepository, type TestRepository } from '../support/repository.js';

/** A copy of the scene, and a program that leaves a file behind when somebody runs it. */
export interface Trap {
  readonly repository: TestRepository;
  readonly program: string;
  /** Writes a file beside the repository. */
  readonly file: (name: string, text: string) => string;
}

/** Keys of git-config(1) whose value is a program, or which lead to one. */
export const PROGRAMS = [
  'core.fsmonitor',
  'core.pager',
  'core.editor',
  'core.askPass',
  'core.sshCommand',
  'core.gitProxy',
  'core.alternateRefsCommand',
  'credential.helper',
  'diff.external',
  'diff.evil.command',
  'diff.evil.textconv',
  'diff.guitool',
  'filter.evil.clean',
  'filter.evil.smudge',
  'filter.evil.process',
  'gpg.program',
  'gpg.ssh.program',
  'gpg.ssh.defaultKeyCommand',
  'interactive.diffFilter',
  'merge.evil.driver',
  'pager.log',
  'pager.diff-tree',
  'trailer.agent.command',
  'trailer.agent.cmd',
  'uploadpack.packObjectsHook',
];

const COMMANDS = [
  'log',
  'diff-tree',
  'ls-tree',
  'merge-tree',
  'merge-base',
  'cat-file',
  'rev-parse',
  'rev-list',
];

export const CONFIG: readonly [key: string, value: string][] = [
  ['color.ui', 'always'],
  ['core.abbrev', '4'],
  ['core.bare', 'true'],
  ['core.commentChar', 'A'],
  ['core.ignoreCase', 'true'],
  ['core.precomposeUnicode', 'true'],
  ['core.quotePath', 'true'],
  ['core.worktree', '/'],
  ['diff.algorithm', 'histogram'],
  ['diff.ignoreSubmodules', 'all'],
  ['diff.renames', 'copies'],
  ['diff.submodule', 'log'],
  ['format.pretty', '%H'],
  ['i18n.commitEncoding', 'UTF-16'],
  ['i18n.logOutputEncoding', 'UTF-16'],
  ['log.date', 'relative'],
  ['log.decorate', 'full'],
  ['log.diffMerges', 'combined'],
  ['log.excludeDecoration', '*'],
  ['log.follow', 'true'],
  ['log.showRoot', 'false'],
  ['log.showSignature', 'true'],
  ['merge.conflictStyle', 'zdiff3'],
  ['merge.directoryRenames', 'true'],
  ['merge.renames', 'false'],
  ['merge.default', 'evil'],
  ['notes.displayRef', 'refs/notes/*'],
  ['submodule.l.ignore', 'all'],
  ['submodule.recurse', 'true'],
  ['trailer.ifexists', 'replace'],
  ['trailer.separators', '='],
  ['trailer.agent.key', 'Not-Agent'],
];

export const STATE: readonly [title: string, prepare: (trap: Trap) => void][] = [
  [
    'aliases of every command we use',
    ({ repository, program }) => {
      for (const command of COMMANDS) repository.git('config', `alias.${command}`, `!${program}`);
    },
  ],
  [
    'hooks',
    ({ repository, program }) => {
      const hooks = join(repository.directory, '.git/hooks');
      mkdirSync(hooks, { recursive: true });
      for (const hook of [
        'post-index-change',
        'reference-transaction',
        'post-checkout',
        'fsmonitor-watchman',
      ]) {
        cpSync(program, join(hooks, hook));
      }
      repository.git('config', 'core.fsmonitor', join(hooks, 'fsmonitor-watchman'));
      repository.git('config', 'core.hooksPath', hooks);
    },
  ],
  [
    'an included config',
    ({ repository, program, file }) => {
      const included = file(
        'included',
        `[log]\n\tshowSignature = true\n[gpg]\n\tprogram = ${program}\n[diff]\n\texternal = ${program}\n`,
      );
      repository.git('config', 'include.path', included);
    },
  ],
  [
    'a config of the worktree',
    ({ repository, program }) => {
      repository.git('config', 'extensions.worktreeConfig', 'true');
      repository.git('config', '--worktree', 'diff.external', program);
    },
  ],
  [
    'an order of files',
    ({ repository, file }) => {
      repository.git('config', 'diff.orderFile', file('order', 'zzz\n'));
    },
  ],
  [
    'a file of attributes',
    ({ repository, program, file }) => {
      repository.git('config', 'core.attributesFile', file('attributes', '* merge=evil diff=evil -diff\n'));
      repository.git('config', 'merge.evil.driver', program);
    },
  ],
  [
    'attributes of the repository',
    ({ repository, program }) => {
      repository.write('.git/info/attributes', '* merge=evil diff=evil\n');
      repository.git('config', 'merge.evil.driver', program);
      repository.git('config', 'diff.evil.textconv', program);
    },
  ],
  [
    'attributes in the working tree',
    ({ repository, program }) => {
      repository.write(
        '.gitattributes',
        '* merge=union diff=evil export-ignore working-tree-encoding=UTF-16\n',
      );
      repository.git('config', 'diff.evil.command', program);
    },
  ],
  [
    'a replacement of a commit',
    ({ repository }) => {
      repository.git(
        'replace',
        'topic',
        repository.git('commit-tree', '-m', 'Other', '-p', 'main', 'topic^{tree}'),
      );
    },
  ],
  [
    'a replacement of a blob',
    ({ repository }) => {
      const other = repository.gitWithInput('---\nname: web\n---\n', 'hash-object', '-w', '--stdin');
      repository.git('replace', 'main:.claude/agents/web.md', other);
    },
  ],
  [
    'a graft',
    ({ repository }) => {
      repository.write('.git/info/grafts', `${repository.sha('topic')} ${repository.sha('main')}\n`);
    },
  ],
  [
    'alternates that hold something else under every ref',
    ({ repository }) => {
      const other = createRepository();
      other.write('a.txt').commit();
      repository.write('.git/objects/info/alternates', `${other.directory}/.git/objects\n`);
    },
  ],
  [
    'packs with bitmaps, a commit-graph and a multi-pack-index of their own',
    ({ repository }) => {
      repository.git('repack', '-adbq', '--write-midx');
      repository.git('commit-graph', 'write', '--reachable', '--changed-paths');
    },
  ],
  [
    'a broken commit-graph',
    ({ repository }) => {
      repository.write('.git/objects/info/commit-graph', 'CGPH');
    },
  ],
  [
    'a file that calls the clone shallow',
    ({ repository }) => {
      repository.write('.git/shallow', `${repository.sha('topic~1')}\n`);
    },
  ],
  [
    'an index that is no index',
    ({ repository }) => {
      repository.write('.git/index', 'DIRC');
    },
  ],
  [
    'notes and a mailmap',
    ({ repository }) => {
      repository.git('notes', 'add', '-m', 'Agent: nobody', 'topic');
      repository.write('.mailmap', 'Nobody <nobody@example.com> <author@example.com>\n');
    },
  ],
];

export const VARIABLES: readonly [title: string, variables: (trap: Trap) => Environment][] = [
  [
    'another repository',
    () => {
      const other = createRepository();
      other.commit();
      return {
        GIT_DIR: join(other.directory, '.git'),
        GIT_WORK_TREE: other.directory,
        GIT_COMMON_DIR: other.directory,
      };
    },
  ],
  [
    'another place of objects',
    ({ file }) => ({
      GIT_OBJECT_DIRECTORY: file('objects', ''),
      GIT_ALTERNATE_OBJECT_DIRECTORIES: '/nowhere',
      GIT_INDEX_FILE: '/nowhere/index',
      GIT_NAMESPACE: 'other',
      GIT_CEILING_DIRECTORIES: '/',
      GIT_DEFAULT_HASH: 'sha256',
    }),
  ],
  [
    'programs',
    ({ program }) =>
      Object.fromEntries(
        ['EXTERNAL_DIFF', 'PAGER', 'EDITOR', 'ASKPASS', 'SSH', 'SSH_COMMAND', 'PROXY_COMMAND'].map((name) => [
          `GIT_${name}`,
          program,
        ]),
      ),
  ],
  [
    'programs of others',
    ({ program }) =>
      Object.fromEntries(
        ['PAGER', 'EDITOR', 'VISUAL', 'SSH_ASKPASS', 'BASH_ENV', 'ENV', 'SHELL'].map((name) => [
          name,
          program,
        ]),
      ),
  ],
  [
    'commands of git itself',
    ({ program, file }) => {
      const folder = `${file('exec', '')}-path`;
      mkdirSync(folder);
      for (const name of ['git', 'git-log', 'git-cat-file', 'git-rev-parse'])
        cpSync(program, join(folder, name));
      return { GIT_EXEC_PATH: folder };
    },
  ],
  [
    'config',
    ({ program }) => ({
      GIT_CONFIG_PARAMETERS: `'diff.external=${program}' 'log.showSignature=true' 'gpg.program=${program}'`,
      GIT_CONFIG_COUNT: '2',
      GIT_CONFIG_KEY_0: 'core.fsmonitor',
      GIT_CONFIG_VALUE_0: program,
      GIT_CONFIG_KEY_1: 'core.commentChar',
      GIT_CONFIG_VALUE_1: 'A',
    }),
  ],
  [
    'config in the home directory',
    ({ program, file }) => {
      const text = `[core]\n\tfsmonitor = ${program}\n\tcommentChar = A\n[alias]\n\tlog = !${program}\n`;
      const global = file('.gitconfig', text);
      return {
        HOME: join(global, '..'),
        XDG_CONFIG_HOME: join(global, '..'),
        GIT_CONFIG_GLOBAL: global,
        GIT_CONFIG_SYSTEM: global,
      };
    },
  ],
  [
    'traces',
    ({ file }) => {
      const trace = `${file('trace', '')}-of-git`;
      return { GIT_TRACE: trace, GIT_TRACE2_EVENT: trace, GIT_TRACE_SETUP: '2', GIT_TRACE_PACKET: trace };
    },
  ],
  [
    'grafts and replacements',
    ({ repository, file }) => ({
      GIT_GRAFT_FILE: file('grafts', `${repository.sha('topic')}\n`),
      GIT_REPLACE_REF_BASE: 'refs/heads/',
      GIT_SHALLOW_FILE: file('shallow', `${repository.sha('topic')}\n`),
    }),
  ],
  [
    'ways to read paths, attributes and messages',
    () => ({
      GIT_LITERAL_PATHSPECS: '1',
      GIT_ICASE_PATHSPECS: '1',
      GIT_ATTR_SOURCE: 'HEAD',
      GIT_DIFF_OPTS: '-u1000',
      GIT_NOTES_DISPLAY_REF: '*',
      GIT_OPTIONAL_LOCKS: '1',
      LANG: 'de_DE.UTF-8',
      LC_ALL: 'de_DE.UTF-8',
      LANGUAGE: 'de',
    }),
  ],
];
