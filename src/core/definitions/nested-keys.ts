import type { SectionKind } from '../vocabulary.js';
import type { Unread } from './entries/entry.js';
import { isFlag, KEY_OF_WORDS, sectionOfKey } from './front-matter-keys.js';
import type { LineOf, YamlReading } from '../yaml/parse-yaml.js';

/** An ownership key that stands inside another key, so that its paths are not read. */
export interface NestedKey extends Unread {
  readonly kind: SectionKind;
}

const INDENTED = new RegExp(
  `^[ \\t]+(?:-[ \\t]+)*(?:(["'])([\\w. -]+)\\1|([A-Za-z][\\w-]*|${KEY_OF_WORDS}))[ \\t]*:(?:[ \\t]+(.*))?$`,
  'i',
);

/** The ownership keys inside of others; in front matter that is no YAML, those that stand on an indented line. */
export function nestedKeys(
  lines: readonly string[],
  firstLine: number,
  reading: YamlReading | null,
): readonly NestedKey[] {
  const found =
    reading?.ok === true ? keysInside(reading.data, reading.lineOf) : indentedKeys(lines, firstLine);
  return found.map(({ kind, line }) => {
    const text = (lines[line - firstLine] ?? '').trim();
    return { kind, text, line, reason: 'unknown-shape' };
  });
}

/** Lines count from 1 at the top of the file. */
interface Found {
  readonly kind: SectionKind;
  readonly line: number;
}

const indentedKeys = (lines: readonly string[], firstLine: number): readonly Found[] =>
  lines.flatMap((text, index) => {
    const [, , quoted, plain, value = ''] = INDENTED.exec(text) ?? [];
    const key = quoted ?? plain ?? '';
    const kind = sectionOfKey(key);
    return kind === undefined || isFlag(key, value) ? [] : [{ kind, line: firstLine + index }];
  });

/** What an ownership key itself holds is not looked at: it is reported as the key's entry. */
function keysInside(
  data: unknown,
  lineOf: LineOf,
  path: readonly (string | number)[] = [],
): readonly Found[] {
  if (data === null || typeof data !== 'object') return [];
  if (Array.isArray(data)) return data.flatMap((item, index) => keysInside(item, lineOf, [...path, index]));
  return Object.entries(data).flatMap(([key, value]) => {
    const kind = sectionOfKey(key);
    const inside = [...path, key];
    if (kind === undefined) return keysInside(value, lineOf, inside);
    return path.length === 0 || isFlag(key, value) ? [] : [{ kind, line: lineOf(inside) }];
  });
}
