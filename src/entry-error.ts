import { OperationalError, toOperationalError } from './operational-error.js';

/** What the system says where nothing more can be written (errno(3)). */
const FULL = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EFBIG']);
/** What only makes or fills something, whatever is wrong with it. */
const WRITING = new Set(['mkdtemp', 'mkdir', 'write']);

/**
 * Whatever ended an entry, as “could not check”. A disk that is full, or a folder in which nothing can be made, is
 * `unwritable-file` and no mistake of ours, nor is a working directory that was removed.
 */
export function toEntryError(thrown: unknown): OperationalError {
  const error = toOperationalError(thrown);
  if (error.code !== 'internal' || !(thrown instanceof Error)) return error;
  const { code = '', syscall = '', path } = thrown as NodeJS.ErrnoException;
  if (syscall === 'uv_cwd') return new OperationalError('not-a-repository', '', { cause: thrown });
  return FULL.has(code) || WRITING.has(syscall)
    ? new OperationalError('unwritable-file', path ?? code, { cause: thrown })
    : error;
}
