import {
  isMap,
  isScalar,
  parseDocument,
  stringify,
  YAMLMap,
  type Document,
  type Node,
  type Pair,
} from '#yaml';
import { findAliasFault } from './alias-faults.js';
import { limitExceeded } from './limits.js';

export type YamlPath = readonly [string, ...string[]];

/**
 * The text with a mapping added at a path of keys; every other character stays. `null` where that cannot be done for certain:
 * no YAML, several documents, mappings in braces on the way, something at the path already, or aliases that cannot be followed.
 */
export function addYamlEntry(text: string, path: YamlPath, entry: object): string | null {
  const before = readMapping(text);
  if (before === null) return null;
  const place = placeOf(text, before.root, path);
  if (place === null) return null;
  const lineEnd = /^[^\n]*\r\n/.test(text) ? '\r\n' : '\n';
  const added = stringify(nest(path.slice(place.depth), entry), { lineWidth: 0 })
    .replace(/^/gm, ' '.repeat(place.column))
    .replace(/ +$/, '')
    .replaceAll('\n', lineEnd);
  const head = text.slice(0, place.offset);
  const edited =
    (head === '' || head.endsWith('\n') ? head : head + lineEnd) + added + text.slice(place.offset);
  const after = readMapping(edited)?.data;
  const expected = withEntry(before.data, path, entry);
  return JSON.stringify(sorted(after)) === JSON.stringify(sorted(expected)) ? edited : null;
}

/** The text without what `addYamlEntry` adds, and without the mappings on the way that hold nothing else then. */
export function removeYamlEntry(text: string, path: YamlPath): string {
  const pairs = pairsOn(text, path);
  const pair = pairs.length === path.length ? pairs.find(({ alone }) => alone) : undefined;
  if (pair === undefined) return text;
  const lines = text.split(/(?<=\n)/);
  const first = text.slice(0, pair.offset).split('\n').length - 1;
  const isInside = (line: string): boolean => line.trim() !== '' && indentOf(line) > pair.column;
  let end = first + 1;
  while (isInside(lines[end] ?? '')) end += 1;
  return lines.toSpliced(first, end - first).join('');
}

/** Whether something stands at the path. */
export const hasYamlEntry = (text: string, path: YamlPath): boolean =>
  pairsOn(text, path).length === path.length;

interface Mapping {
  readonly document: Document;
  readonly root: YAMLMap;
}

/** A text of one mapping; one that says nothing yet is an empty one. */
function readRoot(text: string): Mapping | null {
  if (limitExceeded(text) !== null) return null;
  // The parser's own words on keys that are collections would go to the terminal.
  const document = parseDocument(text, { logLevel: 'error' });
  if (document.errors.length > 0 || document.warnings.length > 0) return null;
  const { contents } = document;
  if (contents === null || (isScalar(contents) && contents.value === null))
    return { document, root: new YAMLMap() };
  return isMap(contents) ? { document, root: contents } : null;
}

function readMapping(text: string): { readonly root: YAMLMap; readonly data: Data } | null {
  const read = readRoot(text);
  if (read === null) return null;
  const { document, root } = read;
  try {
    const data = root.toJS(document) as Data;
    return findAliasFault(data) === null ? { root, data } : null;
  } catch {
    return null; // aliases that nothing defines, or that multiply
  }
}

type Data = Readonly<Record<string, unknown>>;

/** Where the first key of the path that is missing belongs: at the end of the text, or below the key of its mapping. */
function placeOf(text: string, root: YAMLMap, path: YamlPath) {
  let map = root;
  let below = text.length;
  for (const [depth, key] of path.entries()) {
    if (map.flow === true) return null;
    const pair = pairOf(map, key);
    if (pair === undefined) {
      const column = depth === 0 ? 0 : columnOf(text, offsetOf(map.items[0]));
      return { depth, column, offset: below };
    }
    if (!isMap(pair.value)) return null;
    below = text.indexOf('\n', offsetOf(pair)) + 1;
    map = pair.value;
  }
  return null;
}

/** The pairs on the way, as far as there are some, and whether each is the only one of its mapping. */
function pairsOn(text: string, path: YamlPath) {
  const found: { readonly offset: number; readonly column: number }[] = [];
  const root = readRoot(text)?.root;
  let node: unknown = root;
  for (const key of path) {
    if (!isMap(node)) break;
    const pair = pairOf(node, key);
    if (pair === undefined) break;
    const offset = offsetOf(pair);
    found.push({ offset, column: columnOf(text, offset) });
    node = pair.value;
  }
  return withAlone(found, root, path);
}

/** A pair goes whole where each mapping below it holds only the next key of the path. */
function withAlone<Found extends object>(found: readonly Found[], root: unknown, path: YamlPath) {
  let node: unknown = root;
  const sizes = path.map((key) => {
    const size = isMap(node) ? node.items.length : 0;
    node = isMap(node) ? pairOf(node, key)?.value : null;
    return size;
  });
  return found.map((pair, depth) => ({ ...pair, alone: sizes.slice(depth + 1).every((size) => size === 1) }));
}

const pairOf = (map: YAMLMap, name: string): Pair | undefined =>
  map.items.find(({ key }) => isScalar(key) && key.value === name);

const offsetOf = (pair: Pair | undefined): number => (pair?.key as Node | null | undefined)?.range?.[0] ?? 0;

const columnOf = (text: string, offset: number): number => offset - (text.lastIndexOf('\n', offset - 1) + 1);

const indentOf = (line: string): number => line.length - line.trimStart().length;

const nest = (path: readonly string[], entry: object): object =>
  path.reduceRight((inner: object, key) => ({ [key]: inner }), entry);

function withEntry(data: Data, [key, ...rest]: readonly string[], entry: object): Data {
  if (key === undefined) return data;
  const inner = data[key] as Data | undefined;
  return { ...data, [key]: rest.length === 0 ? entry : withEntry(inner ?? {}, rest, entry) };
}

/** Where a key stands in its mapping does not count. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const data = value as Data;
  return Object.fromEntries(
    Object.keys(data)
      .sort()
      .map((key) => [key, sorted(data[key])]),
  );
}
