import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A .gitignore, the directory that it lies in, and the paths to hold against it. */
export interface GitignoreCase {
  readonly lines: readonly string[];
  readonly root?: string;
  readonly paths: readonly string[];
}

/** A path as git stores it: what is no UTF-8 stands in ours as U+DC00 + byte. */
export const toBytes = (path: string): Buffer =>
  Buffer.concat(
    Array.from(path, (character) => {
      const code = character.codePointAt(0) ?? 0;
      return code >= 0xdc80 && code <= 0xdcff ? Buffer.from([code - 0xdc00]) : Buffer.from(character);
    }),
  );

/**
 * What git itself says: for each case and path, whether one of the lines matches it (an exception is a match too). All
 * cases are asked in one process, each in a directory of its own.
 */
export function askGit(cases: readonly GitignoreCase[]): readonly (readonly boolean[])[] {
  const top = mkdtempSync(join(tmpdir(), 'gitignore-'));
  try {
    const git = (args: readonly string[], input = Buffer.alloc(0)): Buffer => {
      const { status, stdout, stderr } = spawnSync('git', args, {
        cwd: top,
        input,
        env: CLEAN,
        maxBuffer: 2 ** 28,
      });
      if (status !== 0 && status !== NOTHING_IGNORED) throw new Error(stderr.toString());
      return stdout;
    };
    git(['init', '-q']);
    for (const [index, { lines, root = '' }] of cases.entries()) {
      mkdirSync(join(top, String(index), root), { recursive: true });
      writeFileSync(join(top, String(index), root, '.gitignore'), `${lines.join('\n')}\n`);
    }
    const asked = cases.flatMap(({ paths }, index) => paths.map((path) => `${index}/${path}`));
    const input = Buffer.concat(asked.flatMap((path) => [toBytes(path), Buffer.from([0])]));
    const answers = fieldsOf(git(['check-ignore', '--no-index', '-z', '--stdin', '-v', '-n'], input));
    let at = 0;
    return cases.map(({ paths }) => paths.map(() => answers[4 * at++] !== ''));
  } finally {
    rmSync(top, { recursive: true, force: true });
  }
}

const NOTHING_IGNORED = 1;

const CLEAN = {
  PATH: process.env['PATH'],
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
};

/** Four fields a path: file, line, pattern, path. The first is empty where nothing matched. */
const fieldsOf = (output: Buffer): readonly string[] => output.toString('latin1').split('\0');
