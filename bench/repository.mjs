import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { once } from 'node:events';

/** Makes a bare repository of one commit, by `git fast-import`: no file of it is ever on the disk. */
export const createRepository = (directory, files) =>
  createHistory(directory, [{ message: 'A large repository', files }]);

/**
 * Makes a bare repository of many commits, each `{ message, files, branch = 'main', from, merges = [] }`: `files` are pairs of
 * path and content; `from` and `merges` name branches as they are at that moment; without `from` a commit follows its branch.
 */
export async function createHistory(directory, commits) {
  await mkdir(directory, { recursive: true });
  await git(directory, ['init', '--quiet', '--bare', '--initial-branch=main', '.']);
  await git(directory, ['fast-import', '--quiet'], inBlocks(toStream(commits)));
}

/** A repository of one commit with its files on the disk. */
export async function createWorkingTree(directory, files) {
  await createRepository(`${directory}.git`, files);
  await git(`${directory}.git`, ['clone', '--quiet', '.', directory]);
}

function* toStream(commits) {
  let second = 1767258000;
  for (const { message, files, branch = 'main', from, merges = [] } of commits) {
    const who = `A developer <developer@example.com> ${second++} +0000`;
    yield `commit refs/heads/${branch}\nauthor ${who}\ncommitter ${who}\n${toData(message)}`;
    if (from !== undefined) yield `from refs/heads/${from}\n`;
    for (const merged of merges) yield `merge refs/heads/${merged}\n`;
    for (const [path, content] of files) yield `M 100644 inline ${path}\n${toData(content)}`;
    yield '\n';
  }
}

const toData = (text) => `data ${Buffer.byteLength(text)}\n${text}\n`;

function* inBlocks(parts) {
  let block = '';
  for (const part of parts) {
    block += part;
    if (block.length < 65_536) continue;
    yield block;
    block = '';
  }
  yield block;
}

/** Rejects where git fails. */
export async function git(cwd, args, input = []) {
  const child = spawn('git', args, { cwd, stdio: ['pipe', 'inherit', 'inherit'] });
  const closed = once(child, 'close');
  for (const part of input) if (!child.stdin.write(part)) await once(child.stdin, 'drain');
  child.stdin.end();
  const [code] = await closed;
  if (code !== 0) throw new Error(`git ${args[0]} ended with ${code}.`);
}
