import type { SectionKind } from '../vocabulary.js';

/** Keys that name a section by themselves, without `-`, `_` and blanks. */
const KEYS: readonly (readonly [string, SectionKind])[] = [
  ['owns', 'owns'],
  ['writescope', 'owns'],
  ['writepaths', 'owns'],
  ['cantouch', 'owns'],
  ['reads', 'reads'],
  ['readscope', 'reads'],
  ['readpaths', 'reads'],
  ['readonly', 'reads'],
  ['cannottouch', 'cannot-touch'],
  ['nevertouch', 'cannot-touch'],
  ['donottouch', 'cannot-touch'],
  ['mustnottouch', 'cannot-touch'],
  ['cannotedit', 'cannot-touch'],
  ['cannotmodify', 'cannot-touch'],
  ['cannotwrite', 'cannot-touch'],
  ['neveredit', 'cannot-touch'],
  ['nevermodify', 'cannot-touch'],
  ['offlimits', 'cannot-touch'],
];

/** Words that make a section with any of `NOUNS` behind them: `owned_paths`, `allowedFiles`. */
const ADJECTIVES: Readonly<Record<SectionKind, readonly string[]>> = {
  owns: ['owned', 'owner', 'owns', 'allowed', 'allowedwrite', 'writable', 'writeable', 'editable'],
  reads: ['readable', 'readonly', 'allowedread'],
  'cannot-touch': [
    ...['blocked', 'blockedwrite', 'denied', 'deniedwrite', 'deny', 'disallowed', 'forbidden', 'offlimits'],
    ...['prohibited', 'protected', 'restricted'],
  ],
};
const NOUNS = ['paths', 'files', 'globs'];

const SECTIONS: ReadonlyMap<string, SectionKind> = new Map([
  ...KEYS,
  ...(['owns', 'reads', 'cannot-touch'] as const).flatMap((kind) =>
    ADJECTIVES[kind].flatMap((word) => NOUNS.map((noun) => [`${word}${noun}`, kind] as const)),
  ),
]);

/** Keys that have blanks and need no quotes for it. */
export const KEY_OF_WORDS = '(?:can ?not|can|never|do not|must not) touch|off limits|read only';

/** The section that a key of the front matter makes; case, `-`, `_` and blanks do not count. */
export const sectionOfKey = (key: string): SectionKind | undefined => SECTIONS.get(bare(key));

/** Whether a key says yes or no of the agent as a whole, as Cursor's `readonly: true` does, and nothing of paths. */
export const isFlag = (key: string, value: unknown): boolean =>
  bare(key) === 'readonly' &&
  (value === null ||
    typeof value === 'boolean' ||
    (typeof value === 'string' && /^(?:true|false|yes|no|on|off)?$/i.test(value.trim())));

const bare = (key: string): string => key.replace(/[-_\s]/g, '').toLowerCase();
