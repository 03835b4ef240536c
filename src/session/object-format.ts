import type { Git } from '../sources/git/run.js';
import type { ObjectFormat } from '../sources/git/object-names.js';

/** The hash function of a repository (git-rev-parse(1), `--show-object-format`). */
export async function readObjectFormat(git: Git): Promise<ObjectFormat> {
  const { stdout } = await git.run(['rev-parse', '--show-object-format']);
  return stdout.toString('latin1').trim() === 'sha256' ? 'sha256' : 'sha1';
}
