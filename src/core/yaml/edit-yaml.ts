import { isMap, isScalar, parseDocument, stringify, type Pair, type YAMLMap } from '#yaml';
import { findAliasFault } from './alias-faults.js';
import { limitExceeded } from './limits.js';

export type YamlPath = readonly [string, ...string[]];

/**
 * The text with a mapping added at a path of keys; every other character stays. `null` where that cannot be done for certain:
 * no YAML, several documents, mappings in braces on the way, or something at the path already.
 */
export function addYamlEntry(text: string, path: YamlPath, entry: object): string | null {
  const before = readData(text);
  if (before === null) return null;
  const place = placeOf(text, path);
  if (place === null) return null;
  const lineEnd = /^[^\n]*\r\n/.test(text) ? '\r\n' : '\n';
  const added = stringify(nest(path.slice(place.depth), entry), { lineWidth: 0 })
    .replace(/^/gm, ' '.repeat(place.column))
    .replace(/ +$/, '')
    .replaceAll('\n', lineEnd);
  const head = text.slice(0, place.offset);
  const edited =
    (head === '' || head.endsWith('\n') ? head : head + lineEnd) + added + text.slice(place.offset);
  const after = readData(edited);
  const expected = withEntry(before, path, entry);
  return after !== null && JSON.stringify(sorted(after)) === JSON.stringify(sorted(expected)) ? edited : null;
}

/** The text without what `addYamlEntry` adds, and without the mappings on the way that hold nothing else then. */
export function removeYamlEntry(text: string, path: YamlPath): string {
  const pairs = pairsOn(text, path);
  const wanted = pairs.length === path.length ? pairs.findIndex(({ alone }) => alone) : -1;
  const pair = pairs[wanted < 0 ? path.length - 1 : wanted];
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

function readRoot(text: string): YAMLMap | 'empty' | null {
  if (limitExceeded(text) !== null) return null;
  const document = parseDocument(text);
  if (document.errors.length > 0 || document.warnings.length > 0) return null;
  if (document.contents === null || (isScalar(document.contents) && document.contents.value === null))
    return 'empty';
  return isMap(document.contents) ? document.contents : null;
}

function readData(text: string): Data | null {
  const root = readRoot(text);
  if (root === null) return null;
  if (root === 'empty') return {};
  const data = parseDocument(text).toJS({ maxAliasCount: 100 }) as Data;
  return findAliasFault(data) === null ? data : null;
}

type Data = Readonly<Record<string, unknown>>;

/** Where the first key of the path that is missing belongs: at the end of the text, or below the key of its mapping. */
function placeOf(text: string, path: YamlPath) {
  const root = readRoot(text);
  if (root === null) return null;
  if (root === 'empty') return { depth: 0, offset: text.length, column: 0 };
  let map: YAMLMap = root;
  let ownerEnd = -1;
  for (const [depth, key] of path.entries()) {
    if (map.flow === true) return null;
    const pair = pairOf(map, key);
    if (pair === undefined) {
      const column = depth === 0 ? 0 : columnOf(text, offsetOf(map.items[0]));
      const lineEnd = text.indexOf('\n', ownerEnd);
      return { depth, column, offset: depth === 0 || lineEnd < 0 ? text.length : lineEnd + 1 };
    }
    if (!isMap(pair.value)) return null;
    ownerEnd = offsetOf(pair);
    map = pair.value;
  }
  return null;
}

/** The pairs on the way, as far as there are some, and whether each is the only one of its mapping. */
function pairsOn(text: string, path: YamlPath) {
  const found: { readonly offset: number; readonly column: number; readonly alone: boolean }[] = [];
  const root = readRoot(text);
  let node: unknown = root;
  for (const key of path) {
    if (!isMap(node)) break;
    const pair = pairOf(node, key);
    if (pair === undefined) break;
    const offset = offsetOf(pair);
    found.push({ offset, column: columnOf(text, offset), alone: false });
    node = pair.value;
  }
  return withAlone(found, root, path);
}

/** A pair goes whole where each mapping below it holds only the next key of the path. */
function withAlone<Found extends { readonly alone: boolean }>(
  found: readonly Found[],
  root: unknown,
  path: YamlPath,
): readonly Found[] {
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

const offsetOf = (pair: Pair | undefined): number =>
  isScalar(pair?.key) && pair.key.range ? pair.key.range[0] : 0;

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
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, part]): [string, unknown] => [key, sorted(part)])
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}
