import { constants } from 'node:fs';
import { access, lstat, readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { SetupFile, UnusableReason } from '../../core/setup/setup-facts.js';

/** The directories that setting up may write to, links resolved: the working tree first, then that of the repository. */
export type Roots = readonly [topLevel: string, ...others: string[]];

const MOST_BYTES = 1_000_000;

/** Reads a file of the working tree, or one of the repository by its absolute path. Never rejects. */
export async function readSetupFile(roots: Roots, path: string): Promise<SetupFile> {
  const none = { path: nameOf(roots, path), text: null, executable: false };
  const place = await placeOf(roots, path);
  if (typeof place !== 'string') return { ...none, unusable: place.unusable };
  try {
    const stats = await stat(place);
    if (!stats.isFile()) return { ...none, unusable: 'not-a-file' };
    if (stats.size > MOST_BYTES) return { ...none, unusable: 'too-large' };
    const text = decode(await readFile(place));
    if (text === null) return { ...none, unusable: 'not-text' };
    return { ...none, text, executable: await isExecutable(place), unusable: null };
  } catch (error) {
    return { ...none, unusable: isMissing(error) ? null : 'unreadable' };
  }
}

/** How a file is called: relative to the working tree where it lies in it. */
function nameOf([topLevel]: Roots, path: string): string {
  const inside = relative(topLevel, resolve(topLevel, path));
  return (isOutside(inside) ? resolve(path) : inside).split(sep).join('/');
}

/** Where a file really lies, behind all links, whether it is there or not; a link that leads out of the roots is refused. */
export async function placeOf(
  roots: Roots,
  path: string,
): Promise<string | { readonly unusable: UnusableReason }> {
  const full = resolve(roots[0], path);
  try {
    const place = await resolveLinks(full);
    return roots.some((root) => !isOutside(relative(root, place))) ? place : { unusable: 'link-outside' };
  } catch (error) {
    return { unusable: codeOf(error) === 'ENOTDIR' ? 'not-a-file' : 'link-outside' };
  }
}

/** Rejects for a link that leads nowhere. */
async function resolveLinks(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (!isMissing(error) || dirname(path) === path || (await isThere(path))) throw error;
    const parent = await resolveLinks(dirname(path));
    return join(parent, basename(path));
  }
}

const isThere = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  );

const isOutside = (path: string): boolean => path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path);

const codeOf = (error: unknown): unknown => (error as NodeJS.ErrnoException).code;

export const isMissing = (error: unknown): boolean => codeOf(error) === 'ENOENT';

const isExecutable = (file: string): Promise<boolean> =>
  access(file, constants.X_OK).then(
    () => true,
    () => false,
  );

function decode(bytes: Uint8Array): string | null {
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
