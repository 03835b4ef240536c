import { randomUUID } from 'node:crypto';
import { chmod, mkdir, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Edit } from '../../core/setup/plan.js';
import { OperationalError } from '../../operational-error.js';
import { placeOf, readSetupFile, type Roots } from './setup-file.js';

interface Step {
  readonly edit: Edit;
  readonly place: string;
  readonly temporary: string;
}

/**
 * Carries out all edits, or none: the new contents are written beside the files first, then put in their places at once, and
 * put back where one of them fails. Modes stay. Resolves to the directories that were made, the inner ones last. Rejects with
 * `changed-meanwhile` where a file is not what the edit was made for, and with `unwritable-file`.
 */
export async function applyEdits(roots: Roots, edits: readonly Edit[]): Promise<readonly string[]> {
  const steps = await Promise.all(edits.map((edit) => toStep(roots, edit)));
  const made: string[] = [];
  const done: Step[] = [];
  try {
    for (const step of steps) made.push(...(await prepare(step)));
    for (const step of steps) {
      await commit(step);
      done.push(step);
    }
    for (const { temporary } of steps) await rm(temporary, { force: true });
    return made;
  } catch (cause) {
    for (const step of done) await undo(step).catch(() => undefined);
    for (const { temporary } of steps) await rm(temporary, { force: true }).catch(() => undefined);
    await removeEmpty(made);
    throw cause;
  }
}

async function toStep(roots: Roots, edit: Edit): Promise<Step> {
  const [place, now] = await Promise.all([placeOf(roots, edit.path), readSetupFile(roots, edit.path)]);
  if (typeof place !== 'string' || now.unusable !== null || now.text !== edit.before)
    throw new OperationalError('changed-meanwhile', edit.path);
  return { edit, place, temporary: `${place}.${randomUUID()}.tmp` };
}

async function prepare({ edit, place, temporary }: Step): Promise<readonly string[]> {
  if (edit.after === null) return [];
  return failAs(edit.path, async () => {
    const made = await makeDirectory(dirname(place));
    await writeFile(temporary, edit.after ?? '');
    await chmod(temporary, await modeOf(place, edit));
    return made;
  });
}

const NEW_EXECUTABLE = 0o755;
const NEW_FILE = 0o644;

const modeOf = async (place: string, { before, executable }: Edit): Promise<number> => {
  if (before !== null) return (await stat(place)).mode & 0o7777;
  return executable ? NEW_EXECUTABLE : NEW_FILE;
};

/** A file that goes is kept beside its place until all is done. */
const commit = ({ edit, place, temporary }: Step): Promise<void> =>
  failAs(edit.path, () => (edit.after === null ? rename(place, temporary) : rename(temporary, place)));

async function undo({ edit, place, temporary }: Step): Promise<void> {
  if (edit.before === null) await rm(place);
  else if (edit.after === null) await rename(temporary, place);
  else await writeFile(place, edit.before);
}

/** The directories that were not there, the inner ones last. */
async function makeDirectory(directory: string): Promise<readonly string[]> {
  const first = await mkdir(directory, { recursive: true });
  if (first === undefined) return [];
  const made: string[] = [];
  for (let path = directory; path.length >= first.length; path = dirname(path)) made.unshift(path);
  return made;
}

/** Takes away those that are empty, the last first. */
export async function removeEmpty(directories: readonly string[]): Promise<void> {
  for (const directory of directories.toReversed()) await rmdir(directory).catch(() => undefined);
}

async function failAs<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    throw new OperationalError('unwritable-file', path, { cause });
  }
}
