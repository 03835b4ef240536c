import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { CommitSha } from '../../core/vocabulary.js';
import type { Environment } from './environment.js';
import { openObjectReader, type ObjectReader } from './objects.js';
import { createGit, type Git } from './run.js';
import type { Workspace } from './workspace.js';

/** What the readers of history need: a git and its object reader. */
export interface Repository {
  readonly git: Git;
  readonly objects: ObjectReader;
  /** Gets what merging these pairs needs; only where that may not be here yet. */
  readonly prepareMerges?: (pairs: readonly (readonly [CommitSha, CommitSha])[]) => Promise<void>;
  /** Gets these blobs in one request, or rejects; only where they may not be here yet. */
  readonly fetchBlobs?: (names: readonly string[], milliseconds: number) => Promise<void>;
}

export interface BorrowedRepository extends Repository {
  /** Its own directory, where anything may be written. */
  readonly directory: string;
  /** Ends its process and removes the directory. */
  dispose(): Promise<void>;
}

export interface BorrowOptions extends Pick<Workspace, 'objectsDirectory' | 'objectFormat'> {
  readonly environment: Environment;
  /** An existing directory for temporary files. */
  readonly parent: string;
}

/**
 * A bare repository of our own that borrows the objects of another one by `objects/info/alternates`
 * (gitrepository-layout(5)): no ref, config, graft, replacement, attribute, shallow file or commit-graph of the other has a
 * say, and what git writes lands here. Made by hand: `git init` would cost a process.
 */
export async function borrowRepository(options: BorrowOptions): Promise<BorrowedRepository> {
  const directory = await mkdtemp(join(options.parent, 'agent-ownership-'));
  // At once: so few and small files cost more in waiting than in writing.
  mkdirSync(join(directory, 'refs'));
  mkdirSync(join(directory, 'objects', 'info'), { recursive: true });
  writeFileSync(join(directory, 'HEAD'), 'ref: refs/heads/none\n');
  writeFileSync(join(directory, 'config'), toConfig(options.objectFormat));
  writeFileSync(join(directory, 'objects', 'info', 'alternates'), `${quote(options.objectsDirectory)}\n`);
  const git = createGit({
    environment: options.environment,
    cwd: directory,
    gitDir: directory,
    config: ['core.commitGraph=false'],
  });
  const objects = openObjectReader(git);
  return {
    directory,
    git,
    objects,
    async dispose() {
      objects.close();
      await rm(directory, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

export const toConfig = (objectFormat: string): string =>
  objectFormat === 'sha1'
    ? '[core]\n\trepositoryformatversion = 0\n\tbare = true\n'
    : `[core]\n\trepositoryformatversion = 1\n\tbare = true\n[extensions]\n\tobjectformat = ${objectFormat}\n`;

/** A line of `alternates` that begins with a double quote is read as a C string, so that a path may hold a newline. */
const quote = (path: string): string =>
  `"${path.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
