import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from './environment.js';
import { openObjectReader, type ObjectReader } from './objects.js';
import { createGit, type Git } from './run.js';
import type { Workspace } from './workspace.js';

/** What the readers of history need: a git and its object reader. */
export interface Repository {
  readonly git: Git;
  readonly objects: ObjectReader;
}

export interface BorrowedRepository extends Repository {
  /** Ends its process and removes the directory. */
  dispose(): void;
}

/** Whose objects are borrowed. */
type Lender = Pick<Workspace, 'objectsDirectory' | 'objectFormat'>;

export interface BorrowOptions {
  readonly environment: Environment;
  /** An existing directory for temporary files. */
  readonly parent: string;
  /** May still be on its way: what does not depend on it is made meanwhile. */
  readonly lender: Lender | Promise<Lender>;
}

/**
 * A bare repository of our own that borrows the objects of another one by `objects/info/alternates`
 * (gitrepository-layout(5)): no ref, config, graft, replacement, attribute, shallow file or commit-graph of the other has a
 * say, and what git writes lands here. Made by hand: `git init` would cost a process. Rejects only as `lender` does.
 */
export async function borrowRepository({
  environment,
  parent,
  lender,
}: BorrowOptions): Promise<BorrowedRepository> {
  const directory = mkdtempSync(join(parent, 'agent-ownership-'));
  const remove = () => {
    rmSync(directory, { recursive: true, force: true, maxRetries: 3 });
  };
  try {
    mkdirSync(join(directory, 'refs'));
    mkdirSync(join(directory, 'objects', 'info'), { recursive: true });
    writeFileSync(join(directory, 'HEAD'), 'ref: refs/heads/none\n');
    const { objectsDirectory, objectFormat } = await lender;
    writeFileSync(join(directory, 'config'), toConfig(objectFormat));
    writeFileSync(join(directory, 'objects', 'info', 'alternates'), `${quote(objectsDirectory)}\n`);
  } catch (error) {
    remove();
    throw error;
  }
  const git = createGit({
    environment,
    cwd: directory,
    gitDir: directory,
    config: ['core.commitGraph=false'],
  });
  const objects = openObjectReader(git);
  return {
    git,
    objects,
    dispose() {
      objects.close();
      remove();
    },
  };
}

const toConfig = (objectFormat: string): string =>
  objectFormat === 'sha1'
    ? '[core]\n\trepositoryformatversion = 0\n\tbare = true\n'
    : `[core]\n\trepositoryformatversion = 1\n\tbare = true\n[extensions]\n\tobjectformat = ${objectFormat}\n`;

/** A line of `alternates` that begins with a double quote is read as a C string, so that a path may hold a newline. */
const quote = (path: string): string =>
  `"${path.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
