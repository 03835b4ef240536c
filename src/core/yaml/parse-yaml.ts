import {
  Alias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  Scalar,
  type Document,
} from '#yaml';

import { foldedLines, type YamlValue } from '../definitions/yaml-values.js';
import { findAliasFault } from './alias-faults.js';
import { limitExceeded, TOO_DEEP, TOO_MANY } from './limits.js';

/** A text that YAML understands, or why it does not. Lines count from 1 at the start of the text. */
export type YamlReading =
  | { readonly ok: true; readonly data: unknown; readonly lineOf: LineOf; readonly keys: readonly YamlKey[] }
  | {
      readonly ok: false;
      readonly line: number;
      readonly detail: string;
      /** Too long or too deep for this reader, which says nothing of whether it is YAML. */
      readonly isLimit: boolean;
    };

/**
 * The line of the value at a path of keys and indexes; the nearest line above it where there is no such value. A key's value
 * stands on the key's line, so that a list has the line of its key.
 */
export type LineOf = (path: readonly (string | number)[]) => number;

/** A key of the outermost mapping. */
export interface YamlKey {
  readonly name: string;
  readonly line: number;
  readonly value: unknown;
  /**
   * The items of a list, the lines of a literal block, or the one value that it has; none for `null`. Those of a key that is
   * written several times are all here, though the last is its value.
   */
  readonly values: readonly YamlValue[];
}

const MOST_ALIASES = 100;
/** What the parser says of aliases beyond the limit. */
const EXCESS = 'Excessive alias count';
/** What the parser says, without a place, of an alias that nothing defines, such as an unquoted `*.sql`. */
const UNRESOLVED = /^Unresolved alias [^:]*: (.+)$/;

/**
 * Reads YAML 1.2 (core schema) as plain data: the last of duplicate keys wins, a tag that nobody defined is an error, aliases
 * are limited. Never throws, and what would take long is refused: text over 65,536 characters, deep nesting.
 */
export function parseYaml(text: string): YamlReading {
  const limit = limitExceeded(text);
  if (limit !== null) return { ok: false, ...limit, isLimit: true };
  try {
    return readDocument(text);
  } catch (error) {
    const isTooDeep = error instanceof RangeError;
    const detail = isTooDeep ? TOO_DEEP : error instanceof Error ? error.message : String(error);
    return {
      ok: false,
      line: lineOfAlias(detail, text),
      detail,
      isLimit: isTooDeep || detail.startsWith(EXCESS),
    };
  }
}

function lineOfAlias(detail: string, text: string): number {
  const name = UNRESOLVED.exec(detail)?.[1];
  return name === undefined ? 1 : text.slice(0, text.indexOf(`*${name}`)).split('\n').length;
}

/** Whether the data of a text is a mapping of keys to values. */
export const isYamlMapping = (data: unknown): boolean =>
  data !== null && (Object.getPrototypeOf(data) as unknown) === Object.prototype;

function readDocument(text: string): YamlReading {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, {
    schema: 'core',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
    lineCounter,
    keepSourceTokens: true,
  });
  const lineAt = (offset: number) => Math.max(1, lineCounter.linePos(offset).line);
  const fault = document.errors[0] ?? document.warnings[0];
  if (fault !== undefined) {
    return { ok: false, line: lineAt(fault.pos[0]), detail: fault.message, isLimit: false };
  }
  const data: unknown = document.toJS({ maxAliasCount: MOST_ALIASES });
  const aliasFault = findAliasFault(data);
  if (aliasFault === 'too-many-values') return { ok: false, line: 1, detail: TOO_MANY, isLimit: true };
  if (aliasFault === 'holds-itself') {
    const endless = Object.entries(data as object).find(([, value]) => findAliasFault(value) === aliasFault);
    const line = lineOfPath(document, endless === undefined ? [] : [endless[0]], lineAt);
    return { ok: false, line, detail: 'an alias that holds itself', isLimit: false };
  }
  return {
    ok: true,
    data,
    lineOf: (path) => lineOfPath(document, path, lineAt),
    keys: keysOf(document, lineAt),
  };
}

type LineAt = (offset: number) => number;

function keysOf(document: Document.Parsed, lineAt: LineAt): readonly YamlKey[] {
  if (!isMap(document.contents)) return [];
  const keys = new Map<string, YamlKey>();
  for (const pair of document.contents.items) {
    if (!isScalar(pair.key)) continue;
    const name = String(pair.key.value);
    const line = lineOfNode(pair.key, 1, lineAt);
    const values = valuesOf(document, pair.value, line, lineAt);
    const above = keys.get(name)?.values ?? [];
    keys.set(name, { name, line, value: toData(document, pair.value), values: [...above, ...values] });
  }
  return [...keys.values()];
}

/** The items of a list, the lines of a literal block, or the one value; none for `null`. */
function valuesOf(
  document: Document.Parsed,
  written: unknown,
  line: number,
  lineAt: LineAt,
): readonly YamlValue[] {
  const node = resolved(document, written);
  if (isSeq(node)) {
    return node.items.map((item) => toValue(document, item, line, lineAt));
  }
  if (isScalar(node) && node.type === Scalar.BLOCK_LITERAL && typeof node.value === 'string') {
    const first = lineOfNode(node, line, lineAt) + 1;
    return node.value.split('\n').map((value, index) => ({ value, line: first + index }));
  }
  const value = toValue(document, node, line, lineAt);
  return value.value === null ? [] : [value];
}

function toValue(document: Document.Parsed, node: unknown, otherwise: number, lineAt: LineAt): YamlValue {
  const value = toData(document, node);
  const line = lineOfNode(node, otherwise, lineAt);
  const source =
    isScalar(node) && node.srcToken !== undefined && 'source' in node.srcToken ? node.srcToken.source : null;
  const isBlock = isScalar(node) && (node.type === Scalar.BLOCK_FOLDED || node.type === Scalar.BLOCK_LITERAL);
  const folded = source !== null && typeof value === 'string' ? foldedLines(source, isBlock, line) : [];
  return folded.length === 0 ? { value, line } : { value, line, folded };
}

const resolved = (document: Document.Parsed, node: unknown): unknown =>
  node instanceof Alias ? node.resolve(document) : node;

const toData = (document: Document.Parsed, node: unknown): unknown =>
  isNode(node) ? (node.toJS(document, { maxAliasCount: MOST_ALIASES }) as unknown) : node;

const lineOfNode = (node: unknown, otherwise: number, lineAt: LineAt): number =>
  isNode(node) && node.range ? lineAt(node.range[0]) : otherwise;

function lineOfPath(document: Document.Parsed, path: readonly (string | number)[], lineAt: LineAt): number {
  let node: unknown = document.contents;
  let line = lineOfNode(node, 1, lineAt);
  for (const step of path) {
    const container = resolved(document, node);
    if (isMap(container)) {
      const pair = container.items.findLast(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (pair === undefined) return line;
      line = lineOfNode(pair.key, line, lineAt);
      node = pair.value;
    } else if (isSeq(container) && typeof step === 'number') {
      node = container.items[step];
      line = lineOfNode(node, line, lineAt);
    } else return line;
  }
  return line;
}
