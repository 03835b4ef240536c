import type { CommitSha, RepoPath } from '../core/vocabulary.js';

/** What a sentence is about: untrusted, and shown by a {@link Voice} only. */
export type Value =
  | { readonly kind: 'path'; readonly path: RepoPath }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'commit'; readonly commit: CommitSha }
  | { readonly kind: 'place'; readonly file: RepoPath; readonly line: number | null };

/** A sentence before it is shown: our own words, which are trusted, and values, which are not. */
export type Phrase = readonly (string | Value)[];

/** How an output shows a value: escaped for it, in its kind of quotes. */
export type Voice = (value: Value) => string;

export const path = (of: RepoPath): Value => ({ kind: 'path', path: of });
export const text = (of: string): Value => ({ kind: 'text', text: of });
export const commit = (of: CommitSha): Value => ({ kind: 'commit', commit: of });
export const place = (file: RepoPath, line: number | null): Value => ({ kind: 'place', file, line });

/** Builds a phrase. A bare string does not compile as a part: wrap it in the value that it is. */
export function say(words: TemplateStringsArray, ...parts: readonly (Value | Phrase | number)[]): Phrase {
  const phrase: (string | Value)[] = [];
  for (const [index, word] of words.entries()) {
    phrase.push(word);
    const part = parts[index];
    if (part === undefined) continue;
    if (typeof part === 'number') phrase.push(String(part));
    else if ('kind' in part) phrase.push(part);
    else append(part, phrase);
  }
  return phrase;
}

function append(part: Phrase, phrase: (string | Value)[]): void {
  for (const piece of part) phrase.push(piece);
}

export function render(phrase: Phrase, voice: Voice): string {
  let text = '';
  for (const part of phrase) text += typeof part === 'string' ? part : voice(part);
  return text;
}

type Noun =
  | 'error'
  | 'warning'
  | 'notice'
  | 'finding'
  | 'change'
  | 'problem'
  | 'commit'
  | 'definition'
  | 'rule'
  | 'file'
  | 'changed file';

/** `1 commit`, `2 commits`. */
export const count = (amount: number, noun: Noun): Phrase => [
  `${amount} ${amount === 1 ? noun : `${noun}s`}`,
];

/** `a`, `a and b`, `a, b and 3 more`: at most `limit` values by name. */
export const listOf = (values: readonly Value[], last: 'and' | 'or' = 'and', limit = 4): Phrase =>
  series(
    values.map((value) => [value]),
    last,
    limit,
  );

/** The same for phrases. */
export function series(phrases: readonly Phrase[], last: 'and' | 'or' = 'and', limit = 4): Phrase {
  const items: readonly Phrase[] = [
    ...phrases.slice(0, limit),
    ...(phrases.length > limit ? [say`${phrases.length - limit} more`] : []),
  ];
  const phrase: (string | Value)[] = [];
  for (const [index, item] of items.entries()) {
    if (index > 0) phrase.push(index === items.length - 1 ? ` ${last} ` : ', ');
    append(item, phrase);
  }
  return phrase;
}

/** Sentences one after the other. */
export function paragraph(sentences: readonly Phrase[]): Phrase {
  const phrase: (string | Value)[] = [];
  for (const [index, sentence] of sentences.entries()) {
    if (index > 0) phrase.push(' ');
    append(sentence, phrase);
  }
  return phrase;
}
