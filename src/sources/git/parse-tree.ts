import type { TreeEntry } from '../../core/history.js';
import { OperationalError } from '../../operational-error.js';

export interface NamedEntry {
  /** The segment's bytes as Latin-1 characters. */
  readonly name: string;
  readonly entry: TreeEntry;
  readonly isTree: boolean;
}

const BLANK = 0x20;
const NUL = 0;

/**
 * A tree object: `<mode> SP <name> NUL <object name in binary>`, again and again (Documentation/technical, "git tree"). Throws
 * `git-failed` where it is none, also for a name that holds a slash: `git log` and a checkout would take it for a path.
 */
export function* parseTree(content: Buffer, hashLength: number): Generator<NamedEntry> {
  for (let position = 0; position < content.length;) {
    const blank = content.indexOf(BLANK, position);
    const nul = content.indexOf(NUL, blank);
    const end = nul + 1 + hashLength;
    const name = content.toString('latin1', blank + 1, nul);
    if (blank === -1 || nul === -1 || end > content.length || name.includes('/')) throw toMalformed();
    const mode = toCanonicalMode(content.toString('latin1', position, blank));
    yield {
      name,
      entry: { mode, oid: content.toString('hex', nul + 1, end) },
      isTree: mode === '040000',
    };
    position = end;
  }
}

export const toMalformed = (): OperationalError => new OperationalError('git-failed', 'malformed tree');

/** Old trees hold modes such as 100664; everywhere else git shows them reduced to the five that it knows. */
function toCanonicalMode(octal: string): string {
  const mode = Number.parseInt(octal, 8);
  switch (mode >> 12) {
    case 0o10:
      return mode & 0o100 ? '100755' : '100644';
    case 0o12:
      return '120000';
    case 0o04:
      return '040000';
    default:
      return '160000';
  }
}
