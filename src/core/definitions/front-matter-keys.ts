import type { SectionKind } from '../vocabulary.js';

/** Keys met in public definitions. */
const KEYS: ReadonlyMap<string, SectionKind> = new Map([
  ['owns', 'owns'],
  ['ownerpaths', 'owns'],
  ['ownedpaths', 'owns'],
  ['allowedpaths', 'owns'],
  ['allowedfiles', 'owns'],
  ['writescope', 'owns'],
  ['cantouch', 'owns'],
  ['reads', 'reads'],
  ['cannottouch', 'cannot-touch'],
  ['forbiddenpaths', 'cannot-touch'],
  ['blockedwritepaths', 'cannot-touch'],
]);

/** The section that a key of the front matter makes; case, `-`, `_` and blanks do not count. */
export const sectionOfKey = (key: string): SectionKind | undefined =>
  KEYS.get(key.replace(/[-_\s]/g, '').toLowerCase());
