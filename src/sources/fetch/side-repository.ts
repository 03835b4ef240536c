import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { toConfig } from '../git/borrowed-repository.js';
import type { Environment } from '../git/environment.js';
import { createGit, type Git } from '../git/run.js';
import { configReadingVariables, fetchVariables } from './fetch-environment.js';
import { readHttpConfig } from './http-config.js';
import type { Patience } from './patience.js';
import { toAddress, type Remote } from './remote.js';

export interface SideOptions {
  readonly environment: Environment;
  /** An existing directory for temporary files. */
  readonly parent: string;
  readonly remote: Remote;
  readonly objectFormat: 'sha1' | 'sha256';
  readonly patience: Patience;
  readonly signal: AbortSignal | undefined;
}

/** A bare repository of our own, empty at first. */
export interface SideRepository {
  readonly directory: string;
  /** Reads what is here and asks nobody for more: its config knows no remote. */
  readonly git: Git;
  /** A git that may talk to the remote, and does so by itself where it misses an object. */
  networkGit(timeout: number): Git;
  /** The commits whose parents were cut off (gitrepository-layout(5), `shallow`). */
  readBoundary(): Promise<ReadonlySet<string>>;
  dispose(): Promise<void>;
}

/** Rejects with `unsafe-server` before anything is made. */
export async function createSideRepository(options: SideOptions): Promise<SideRepository> {
  const { environment, remote, signal, patience } = options;
  const address = toAddress(remote, environment);
  const directory = await mkdtemp(join(options.parent, 'agent-ownership-'));
  const place = { environment, cwd: directory, gitDir: directory };
  const dispose = () => rm(directory, { recursive: true, force: true, maxRetries: 3 });
  try {
    mkdirSync(join(directory, 'refs'));
    mkdirSync(join(directory, 'objects', 'info'), { recursive: true });
    writeFileSync(join(directory, 'HEAD'), 'ref: refs/heads/none\n');
    writeFileSync(join(directory, 'config'), toConfig(options.objectFormat));
    const reading = createGit({ ...place, variables: configReadingVariables(environment) });
    const httpConfig = await readHttpConfig(reading, environment['HOME']);
    const variables = fetchVariables({
      environment,
      address,
      token: remote.token,
      httpConfig,
      stalledSeconds: patience.stalledSeconds,
    });
    return {
      directory,
      git: createGit({ ...place, config: ['core.commitGraph=false'] }),
      networkGit: (timeout) => createGit({ ...place, variables, timeout, hasHelpers: true, signal }),
      readBoundary: () => readBoundary(directory),
      dispose,
    };
  } catch (error) {
    await dispose();
    throw error;
  }
}

async function readBoundary(directory: string): Promise<ReadonlySet<string>> {
  try {
    const text = await readFile(join(directory, 'shallow'), 'latin1');
    return new Set(text.split('\n').filter((line) => line !== ''));
  } catch (error) {
    // Without the file nothing is cut off.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Set();
    throw error;
  }
}
