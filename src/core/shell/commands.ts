/** Programs and builtins that run nothing, write no file, and leave directory and variables alone. */
const IDLE = new Set([
  ':',
  '[',
  'basename',
  'cat',
  'cut',
  'date',
  'diff',
  'dirname',
  'du',
  'echo',
  'egrep',
  'false',
  'fgrep',
  'grep',
  'head',
  'id',
  'jq',
  'ls',
  'printf',
  'ps',
  'pwd',
  'readlink',
  'realpath',
  'set',
  'sleep',
  'stat',
  'tail',
  'test',
  'tr',
  'true',
  'tty',
  'type',
  'uname',
  'wait',
  'wc',
  'which',
  'whoami',
]);

/** They write files, but run nothing and say nothing of what is staged. */
const WRITING = new Set(['chmod', 'cp', 'ln', 'mkdir', 'mv', 'rm', 'rmdir', 'tee', 'touch']);

/** They run text that is not read here: in this shell, or in another. */
const RUNNING_HERE = new Set(['.', 'eval', 'source', 'trap']);
const SHELLS = new Set(['bash', 'cmd', 'dash', 'fish', 'ksh', 'powershell', 'pwsh', 'sh', 'zsh']);

const MOVING = new Set(['cd', 'popd', 'pushd']);
const LEAVING = new Set(['exit', 'return']);
const DECLARING = new Set(['declare', 'export', 'local', 'read', 'readonly', 'typeset', 'unset']);

export type ProgramKind =
  'idle' | 'writes' | 'moves' | 'leaves' | 'declares' | 'runs-here' | 'shell' | 'other';

/** What is certain of a program other than git. `other` may do anything: `npm`, `make`, `sed`. */
export function kindOfProgram(name: string): ProgramKind {
  if (IDLE.has(name)) return 'idle';
  if (WRITING.has(name)) return 'writes';
  if (MOVING.has(name)) return 'moves';
  if (LEAVING.has(name)) return 'leaves';
  if (DECLARING.has(name)) return 'declares';
  if (RUNNING_HERE.has(name)) return 'runs-here';
  return SHELLS.has(name) ? 'shell' : 'other';
}
