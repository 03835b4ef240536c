import type { MapEntry } from '../../core/map/map-entries.js';
import { repoPath } from '../../core/vocabulary.js';
import { visible } from '../visible.js';

/** The names of the tree as `PackedData` has them: made visible, so that none holds a slash or a line break. */
export function packNames(root: MapEntry): string {
  const parts: string[] = [];
  const waiting: (MapEntry | null)[] = root.children.toReversed();
  for (let entry = waiting.pop(); entry !== undefined; entry = waiting.pop()) {
    if (entry === null) parts.push('\n');
    else if (entry.kind === 'file') parts.push(visible(entry.name, Infinity), '\n');
    else {
      parts.push(visible(entry.name, Infinity), '/');
      waiting.push(null, ...entry.children.toReversed());
    }
  }
  return parts.join('');
}

const SLASH = 0x2f;
const LINE_BREAK = 0x0a;

interface Draft extends MapEntry {
  end: number;
  answer: number | null;
  readonly children: Draft[];
}

/** The tree of the names, with the answers of its files in their order. */
export function unpackNames(names: string, answerAt: Int32Array): MapEntry {
  const root = draftOf('directory', '', '', 0);
  const open: Draft[] = [];
  let directory = root;
  let files = 0;
  for (let from = 0, at = 0; at < names.length; at += 1) {
    const code = names.charCodeAt(at);
    if (code !== SLASH && code !== LINE_BREAK) continue;
    const name = names.slice(from, at);
    const path = directory === root ? name : `${directory.path}/${name}`;
    from = at + 1;
    if (code === SLASH) {
      const child = draftOf('directory', path, name, files);
      directory.children.push(child);
      open.push(directory);
      directory = child;
    } else if (name !== '') {
      const file = draftOf('file', path, name, files);
      file.answer = answerAt[files] ?? null;
      files += 1;
      file.end = files;
      directory.children.push(file);
    } else {
      close(directory, files);
      directory = open.pop() ?? root;
    }
  }
  close(root, files);
  return root;
}

const draftOf = (kind: MapEntry['kind'], path: string, name: string, start: number): Draft => ({
  kind,
  path: repoPath(path),
  name,
  start,
  end: start,
  answer: null,
  children: [],
});

/** A directory has the answer that all its children have. */
function close(directory: Draft, end: number): void {
  directory.end = end;
  const answer = directory.children[0]?.answer ?? null;
  directory.answer = directory.children.every((child) => child.answer === answer) ? answer : null;
}

/** What stands at a path of the tree. */
export function entryAt(root: MapEntry, path: string): MapEntry | null {
  let entry: MapEntry | undefined = root;
  for (const name of path === '' ? [] : path.split('/'))
    entry = entry?.children.find((child) => child.name === name);
  return entry ?? null;
}
