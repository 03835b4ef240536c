import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { once } from 'node:events';

/** Makes a bare repository of one commit, by `git fast-import`: no file of it is ever on the disk. */
export async function createRepository(directory, files) {
  await mkdir(directory, { recursive: true });
  await git(directory, ['init', '--quiet', '--bare', '--initial-branch=main', '.']);
  await git(directory, ['fast-import', '--quiet'], toStream(files));
}

/** The same with its files on the disk. */
export async function createWorkingTree(directory, files) {
  await createRepository(`${directory}.git`, files);
  await git(`${directory}.git`, ['clone', '--quiet', '.', directory]);
}

function* toStream(files) {
  const who = 'A developer <developer@example.com> 1767258000 +0000';
  yield `commit refs/heads/main\nauthor ${who}\ncommitter ${who}\n${toData('A large repository')}`;
  for (const [path, content] of files) yield `M 100644 inline ${path}\n${toData(content)}`;
  yield '\n';
}

const toData = (text) => `data ${Buffer.byteLength(text)}\n${text}\n`;

async function git(cwd, args, input = []) {
  const child = spawn('git', args, { cwd, stdio: ['pipe', 'inherit', 'inherit'] });
  const closed = once(child, 'close');
  for (const part of input) if (!child.stdin.write(part)) await once(child.stdin, 'drain');
  child.stdin.end();
  const [code] = await closed;
  if (code !== 0) throw new Error(`git ${args[0]} ended with ${code}.`);
}
