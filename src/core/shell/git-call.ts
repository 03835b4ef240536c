import { isLiteral, type ReadWord } from './words.js';

/** An option of git itself, before the subcommand: `-C`, `-c`, `--git-dir` and so on. */
export interface GlobalOption {
  readonly name: string;
  /** Empty where it takes none; null where it is known only when the command runs. */
  readonly value: string | null;
}

export interface GitCall {
  readonly options: readonly GlobalOption[];
  /** Null where git only says something about itself, as for `git --version`. */
  readonly subcommand: ReadWord | null;
  readonly rest: readonly ReadWord[];
}

const FLAGS = new Set([
  '--bare',
  '--glob-pathspecs',
  '--icase-pathspecs',
  '--literal-pathspecs',
  '--no-advice',
  '--no-lazy-fetch',
  '--no-optional-locks',
  '--no-pager',
  '--no-replace-objects',
  '--noglob-pathspecs',
  '--paginate',
  '-P',
  '-p',
]);
const VALUED = new Set(['--attr-source', '--config-env', '--git-dir', '--namespace', '--work-tree']);
const VALUED_APART = new Set(['-C', '-c']);
const VALUED_TOGETHER = new Set(['--exec-path']);
const INFORMING =
  /^(?:-h|--help|-v|--version|--exec-path|--html-path|--man-path|--info-path|--list-cmds=.*)$/;

/** Reads what follows `git`; null where it is not certain which word is the subcommand. */
export function readGitCall(words: readonly ReadWord[]): GitCall | null {
  const options: GlobalOption[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    if (word === undefined) return null;
    const { head } = word;
    if (!head.startsWith('-')) {
      return isLiteral(word) ? { options, subcommand: word, rest: words.slice(index + 1) } : null;
    }
    const sign = head.indexOf('=');
    const name = sign === -1 ? head : head.slice(0, sign);
    if (sign !== -1 && (VALUED.has(name) || VALUED_TOGETHER.has(name))) {
      if (!word.isOne) return null;
      options.push({ name, value: word.value?.slice(sign + 1) ?? null });
      continue;
    }
    if (!isLiteral(word)) return null;
    if (INFORMING.test(head)) return { options, subcommand: null, rest: [] };
    if (FLAGS.has(head)) {
      options.push({ name: head, value: '' });
      continue;
    }
    const value = words[index + 1];
    if (!(VALUED.has(head) || VALUED_APART.has(head)) || value?.isOne !== true) return null;
    options.push({ name, value: value.value });
    index += 1;
  }
  return { options, subcommand: null, rest: [] };
}

/** The directories that `-C` names, each seen from the one before; null where one is not known. */
export function directoriesOf({ options }: GitCall): readonly string[] | null {
  const directories: string[] = [];
  for (const { name, value } of options) {
    if (name !== '-C') continue;
    if (value === null) return null;
    directories.push(value);
  }
  return directories;
}
