/** What an option takes: `attached` is a value that may be left out, and then is none of the words that follow. */
export type Takes = 'nothing' | 'value' | 'attached';

/**
 * The options of git-commit(1) up to git 2.52, with their short forms. An option that is not here makes a call one that is
 * not understood: what follows it might be its value.
 */
const OPTIONS: readonly (readonly [name: string, short: string, takes: Takes])[] = [
  ['ahead-behind', '', 'nothing'],
  ['all', 'a', 'nothing'],
  ['allow-empty', '', 'nothing'],
  ['allow-empty-message', '', 'nothing'],
  ['amend', '', 'nothing'],
  ['author', '', 'value'],
  ['branch', '', 'nothing'],
  ['cleanup', '', 'value'],
  ['date', '', 'value'],
  ['dry-run', '', 'nothing'],
  ['edit', 'e', 'nothing'],
  ['file', 'F', 'value'],
  ['fixup', '', 'value'],
  ['gpg-sign', 'S', 'attached'],
  ['help', 'h', 'nothing'],
  ['help-all', '', 'nothing'],
  ['include', 'i', 'nothing'],
  ['inter-hunk-context', '', 'value'],
  ['interactive', '', 'nothing'],
  ['long', '', 'nothing'],
  ['message', 'm', 'value'],
  ['no-post-rewrite', '', 'nothing'],
  ['no-verify', 'n', 'nothing'],
  ['null', 'z', 'nothing'],
  ['only', 'o', 'nothing'],
  ['patch', 'p', 'nothing'],
  ['pathspec-file-nul', '', 'nothing'],
  ['pathspec-from-file', '', 'value'],
  ['porcelain', '', 'nothing'],
  ['quiet', 'q', 'nothing'],
  ['reedit-message', 'c', 'value'],
  ['reset-author', '', 'nothing'],
  ['reuse-message', 'C', 'value'],
  ['short', '', 'nothing'],
  ['signoff', 's', 'nothing'],
  ['squash', '', 'value'],
  ['status', '', 'nothing'],
  ['template', 't', 'value'],
  ['trailer', '', 'value'],
  ['unified', 'U', 'value'],
  ['untracked-files', 'u', 'attached'],
  ['verbose', 'v', 'nothing'],
];

export interface Option {
  readonly name: string;
  /** Written with the `no-` that takes it back. */
  readonly isNegated: boolean;
  readonly takes: Takes;
}

const shorts = new Map<string, Option>();
const longs = new Map<string, Option>();
for (const [name, short, takes] of OPTIONS) {
  const option = { name, isNegated: false, takes };
  if (short !== '') shorts.set(short, option);
  longs.set(name, option);
  const opposite = name.startsWith('no-') ? name.slice(3) : `no-${name}`;
  longs.set(opposite, { name, isNegated: true, takes: 'nothing' });
}

export const findShort = (letter: string): Option | null => shorts.get(letter) ?? null;

/** By its name or, as git takes it, by any beginning that no other option has. */
export function findLong(written: string): Option | null {
  const exact = longs.get(written);
  if (exact !== undefined) return exact;
  const [found, another] = [...longs].filter(([name]) => name.startsWith(written));
  return found === undefined || another !== undefined ? null : found[1];
}
