import { isCertainPath } from './path-words.js';

/** What joins a second path to the first: `a/ (and b/)`, `a/ - b/`. */
const JOINS = /^[\s#:(,=<>→⇒←–—-]+(?:(?:and|or|also|plus|as well as|along with|together with)\s+)*/i;
const BETWEEN = /\s*[,;&]\s*(?:(?:and|or)\s+)?|\s+(?:and|or)\s+/i;
/** A word with at most a remark behind it, where the list goes on or a line begins. */
const NEXT = /(?:[,;]\s+([^\s,;]+)|\n\s*([^\s,;)]+))(?=\s*(?:$|\n|\(|[-–—]{1,2}\s))/g;
const ENDS = /[)\s.]+$/;

/**
 * Whether the text behind the paths of an entry names further ones, which are no remark: `- b/`, `(ops), b/ (web)`,
 * `— ops; b/`. A remark in which another path stands before them points elsewhere: `(see docs/a.md, docs/b.md)`.
 */
export function namesFurtherPaths(tail: string): boolean {
  const bare = tail.replaceAll('`', '');
  if (bare.replace(JOINS, '').split(BETWEEN).every(isPath)) return true;
  const next = [...bare.matchAll(NEXT)].find(([, listed, below]) => isPath(listed ?? below ?? ''));
  return (
    next !== undefined &&
    !bare
      .slice(0, next.index)
      .split(/[\s()[\],;]+/)
      .some(isPath)
  );
}

const isPath = (word: string): boolean => isCertainPath(word.replace(ENDS, ''));
