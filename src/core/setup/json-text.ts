import { applyEdits, modify, parse, parseTree, findNodeAtLocation, type ParseError } from 'jsonc-parser';
import { lineEndOf } from './text-form.js';

export type JsonPath = readonly string[];

export type JsonReading =
  | { readonly ok: true; readonly data: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly line: number };

const BOM = '\ufeff';

/** Reads an object of JSON, with comments and trailing commas. Lines count from 1. */
export function readJson(text: string): JsonReading {
  const errors: ParseError[] = [];
  const body = withoutBom(text);
  const data: unknown = parse(body, errors, { allowTrailingComma: true });
  const [error] = errors;
  if (error !== undefined) return { ok: false, line: body.slice(0, error.offset).split('\n').length };
  return isJsonObject(data) ? { ok: true, data } : { ok: false, line: 1 };
}

/**
 * Sets, or with `undefined` takes away, the value at a path, and leaves every other character of the text as it is. The text
 * must be one that `readJson` reads.
 */
export function editJson(text: string, path: JsonPath, value: unknown): string {
  const body = withoutBom(text);
  const edits = modify(body, [...path], value, { formattingOptions: formatOf(body) });
  return text.slice(0, text.length - body.length) + applyEdits(body, edits);
}

/** Whether a key is written several times in one object on the way: an edit would reach one, a reader take the other. */
export function isAmbiguous(text: string, path: JsonPath): boolean {
  const root = parseTree(withoutBom(text), [], { allowTrailingComma: true });
  return path.some((key, depth) => {
    const owner = root && findNodeAtLocation(root, path.slice(0, depth));
    return (owner?.children ?? []).filter(({ children }) => children?.[0]?.value === key).length > 1;
  });
}

export const isJsonObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const withoutBom = (text: string): string => (text.startsWith(BOM) ? text.slice(1) : text);

function formatOf(text: string) {
  const [, indent = '  '] = /^([ \t]+)\S/m.exec(text) ?? [];
  return {
    insertSpaces: !indent.startsWith('\t'),
    tabSize: indent.startsWith('\t') ? 1 : indent.length,
    eol: lineEndOf(text),
  };
}
