import { Alias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from '#yaml';
import { DEEPEST, limitExceeded, MOST_VALUES, TOO_DEEP, TOO_MANY } from './limits.js';

export type YamlKind = YamlNode['kind'];

/** A value of a YAML text with the line on which it begins; lines count from 1. */
export type YamlNode = { readonly line: number } & (
  | { readonly kind: 'nothing' }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'flag'; readonly value: boolean }
  | { readonly kind: 'list'; readonly items: readonly YamlNode[] }
  | { readonly kind: 'mapping'; readonly entries: readonly YamlEntry[] }
);

/** A key and its value, as often as they are written. */
export interface YamlEntry {
  readonly key: string;
  readonly line: number;
  readonly value: YamlNode;
}

export type YamlTree =
  | { readonly ok: true; readonly root: YamlNode }
  | {
      readonly ok: false;
      readonly line: number;
      readonly why: 'not-yaml' | 'beyond-limits' | 'several-documents';
      readonly detail: string;
    };

/**
 * Reads one document of YAML 1.2 (core schema: dates are texts) with the line of every value. Keys that stand twice are both
 * there; aliases are followed. Never throws; what would take long or much memory is refused: text over 65,536 characters,
 * deep nesting, aliases that multiply.
 */
export function parseYamlTree(text: string): YamlTree {
  const limit = limitExceeded(text);
  if (limit !== null) return { ok: false, ...limit, why: 'beyond-limits' };
  try {
    return readTree(text);
  } catch (error) {
    const isDeep = error instanceof RangeError;
    const detail = isDeep ? TOO_DEEP : error instanceof Error ? error.message : String(error);
    return { ok: false, line: 1, why: isDeep ? 'beyond-limits' : 'not-yaml', detail };
  }
}

function readTree(text: string): YamlTree {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, {
    schema: 'core',
    uniqueKeys: false,
    prettyErrors: false,
    lineCounter,
  });
  const lineAt = (offset: number): number => Math.max(1, lineCounter.linePos(offset).line);
  const fault = document.errors[0] ?? document.warnings[0];
  if (fault !== undefined) {
    const why = fault.code === 'MULTIPLE_DOCS' ? 'several-documents' : 'not-yaml';
    return { ok: false, line: lineAt(fault.pos[0]), why, detail: fault.message };
  }
  return createReader(document, lineAt)(document.contents);
}

/** What a node below the root cannot be read for. */
interface Refusal {
  readonly line: number;
  readonly why: 'not-yaml' | 'beyond-limits';
  readonly detail: string;
}

function createReader(document: Document, lineAt: (offset: number) => number) {
  let nodes = 0;
  let refusal: Refusal | null = null;

  const lineOf = (node: unknown, otherwise: number): number => {
    const range = (node as Node | null | undefined)?.range;
    return range ? lineAt(range[0]) : otherwise;
  };

  function read(node: unknown, line: number, depth: number): YamlNode {
    const at = lineOf(node, line);
    nodes += 1;
    if (depth > DEEPEST) refusal ??= { line: at, why: 'beyond-limits', detail: TOO_DEEP };
    if (nodes > MOST_VALUES) refusal ??= { line: at, why: 'beyond-limits', detail: TOO_MANY };
    if (refusal !== null) return { kind: 'nothing', line: at };
    if (node instanceof Alias) {
      const target = node.resolve(document);
      if (target === undefined)
        refusal = { line: at, why: 'not-yaml', detail: `Unresolved alias ${node.source}` };
      return { ...read(target, at, depth + 1), line: at };
    }
    if (isSeq(node))
      return { kind: 'list', line: at, items: node.items.map((item) => read(item, at, depth + 1)) };
    if (isMap(node)) {
      const entries = node.items.map(({ key, value }): YamlEntry => {
        const keyLine = lineOf(key, at);
        return { key: toKey(key), line: keyLine, value: read(value, keyLine, depth + 1) };
      });
      return { kind: 'mapping', line: at, entries };
    }
    return toScalar(isScalar(node) ? node.value : null, at);
  }

  return (contents: unknown): YamlTree => {
    const root = read(contents, 1, 0);
    return refusal === null ? { ok: true, root } : { ok: false, ...refusal };
  };
}

function toScalar(value: unknown, line: number): YamlNode {
  if (typeof value === 'string') return { kind: 'text', value, line };
  if (typeof value === 'number') return { kind: 'number', value, line };
  if (typeof value === 'boolean') return { kind: 'flag', value, line };
  return { kind: 'nothing', line };
}

/** A key as it is written, without its quotes; empty for one that is a list, a mapping or an alias. */
const toKey = (key: unknown): string => (isScalar(key) ? key.source : null) ?? '';
