import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pid } from 'node:process';

/** Values that were worked out before, by what they were worked out from. */
export interface DefinitionCache {
  /** `undefined` where there is none. */
  read(from: readonly (string | Uint8Array)[]): unknown;
  write(from: readonly (string | Uint8Array)[], value: unknown): void;
}

export const NO_CACHE: DefinitionCache = { read: () => undefined, write: () => undefined };

const MOST_ENTRIES = 500;

/**
 * A cache in the directory that the working trees of a repository have in common. An entry is named by the digest of all that
 * it was made from, the program included (by the size and time of its files): another version of either finds nothing.
 */
export function createDefinitionCache(commonDir: string, program: string): DefinitionCache {
  const directory = join(commonDir, 'agent-ownership', 'definitions');
  const made = describeProgram(program);
  const fileOf = (from: readonly (string | Uint8Array)[]): string => {
    const hash = createHash('sha256').update(made);
    for (const part of from) hash.update(`\0${part.length}\0`).update(part);
    return join(directory, `${hash.digest('hex')}.json`);
  };
  return {
    read(from) {
      try {
        return JSON.parse(readFileSync(fileOf(from), 'utf8')) as unknown;
      } catch {
        return undefined;
      }
    },
    write(from, value) {
      try {
        mkdirSync(directory, { recursive: true });
        const file = fileOf(from);
        const unfinished = `${file}.${pid}.tmp`;
        writeFileSync(unfinished, JSON.stringify(value));
        renameSync(unfinished, file);
        if (readdirSync(directory).length > MOST_ENTRIES) rmSync(directory, { recursive: true, force: true });
      } catch {
        // In a repository that cannot be written, all is worked out each time.
      }
    },
  };
}

function describeProgram(folder: string): string {
  return readdirSync(folder)
    .sort()
    .map((name) => {
      const { size, mtimeMs } = statSync(join(folder, name));
      return `${name} ${size} ${mtimeMs}`;
    })
    .join('\n');
}
