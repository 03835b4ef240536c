import { createHash } from 'node:crypto';

/** What stands at a path: the text of a file, the target of a link, or the commit of a submodule. */
export interface File {
  readonly mode: '100644' | '100755' | '120000' | '160000';
  readonly data: string;
}

/** A tree, by paths; a byte that is no UTF-8 stands as U+DC00 + byte. */
export type Files = ReadonlyMap<string, File>;

export const sameFile = (left: File | undefined, right: File | undefined): boolean =>
  left?.mode === right?.mode && left?.data === right?.data;

/** Mode and object name, as one text; empty for an absent path. */
export function stateOf(file: File | undefined): string {
  if (file === undefined) return '';
  if (file.mode === '160000') return `${file.mode} ${file.data}`;
  const size = Buffer.byteLength(file.data);
  return `${file.mode} ${createHash('sha1').update(`blob ${size}\0${file.data}`).digest('hex')}`;
}

/** The tree with the path set; whatever cannot stand beside it goes: the file above it, or the files below. */
export function withFile(files: Files, path: string, file: File | undefined): Files {
  const result = new Map(files);
  result.delete(path);
  if (file === undefined) return result;
  for (const other of files.keys()) {
    if (other.startsWith(`${path}/`) || path.startsWith(`${other}/`)) result.delete(other);
  }
  return result.set(path, file);
}

/** Merges line by line, as git does where changed lines lie far apart; in doubt the first side wins. */
export function mergeFiles(base: Files, ours: Files, theirs: Files): Files {
  let result = ours;
  for (const path of new Set([...base.keys(), ...theirs.keys()])) {
    const [before, first, second] = [base.get(path), ours.get(path), theirs.get(path)];
    if (sameFile(before, second) || sameFile(first, second)) continue;
    if (sameFile(before, first)) result = withFile(result, path, second);
    else if (before !== undefined && first !== undefined && second !== undefined) {
      result = withFile(result, path, { ...first, data: mergeLines(before.data, first.data, second.data) });
    }
  }
  return result;
}

function mergeLines(before: string, first: string, second: string): string {
  const [base, ours, theirs] = [before, first, second].map((text) => text.split('\n'));
  if (base?.length !== ours?.length || base?.length !== theirs?.length) return first;
  return (ours ?? [])
    .map((line, index) => (line === base?.[index] ? (theirs?.[index] ?? line) : line))
    .join('\n');
}

const PLACES = [1, 8, 15];

/** A text with three lines to change, so far apart that git can merge them. */
export const longText = (...words: readonly string[]): string =>
  Array.from({ length: 17 }, (_, line) => {
    const place = PLACES.indexOf(line);
    return place === -1 ? `line ${line}\n` : `${words[place] ?? 'word'}\n`;
  }).join('');

export const withWord = (text: string, place: number, word: string): string =>
  text
    .split('\n')
    .map((line, index) => (index === PLACES[place] ? word : line))
    .join('\n');
