import { sectionOfKey } from './front-matter-keys.js';
import { splitAtCommas } from './entries/pattern-text.js';
import { parseYaml, type YamlKey, type YamlValue } from './yaml.js';

const KEY = /^(?:[A-Za-z_][\w.-]*|(["'])[\w. -]+\1|(?:can ?not|can) touch)[ \t]*:(?:[ \t]+(.*))?$/i;
const NAME = /^["']?([^"':]*[^"':\s])/;
const ITEM = /^[ \t]*-[ \t]+(.*)$/;

/**
 * The name and the ownership keys of front matter that is no YAML as a whole: each key is read alone, with the lines below it up to the next key,
 * and where it is no YAML either, its words are taken as they stand. The first of several `name` lines counts, as text
 * that was meant for a description can hold others; all lines of other keys count.
 */
export function recoverKeys(lines: readonly string[], firstLine: number): readonly YamlKey[] {
  const keys: YamlKey[] = [];
  for (const [index, line] of lines.entries()) {
    const name = KEY.test(line) ? NAME.exec(line)?.[1] : undefined;
    if (name === undefined || (name !== 'name' && sectionOfKey(name) === undefined)) continue;
    if (name === 'name' && keys.some((key) => key.name === 'name')) continue;
    let end = index + 1;
    while (end < lines.length && !KEY.test(lines[end] ?? '')) end += 1;
    keys.push(recoverKey(name, lines.slice(index, end), firstLine + index));
  }
  return keys;
}

function recoverKey(name: string, lines: readonly string[], line: number): YamlKey {
  const reading = parseYaml(lines.join('\n'));
  const read = reading.ok ? reading.keys[0] : undefined;
  if (read !== undefined) {
    const values = read.values.map((value) => ({ ...value, line: line + value.line - 1 }));
    return { ...read, line, values };
  }
  const values = lines.flatMap((text, index) => valuesOf(text, line + index, index === 0));
  return { name, line, value: values[0]?.value, values };
}

function valuesOf(text: string, line: number, isKeyLine: boolean): readonly YamlValue[] {
  const written = isKeyLine ? KEY.exec(text)?.[2] : ITEM.exec(text)?.[1];
  const value = written?.trim() ?? '';
  if (value === '') return [];
  const list = isKeyLine ? /^\[(.*)\]$/.exec(value)?.[1] : undefined;
  return (list === undefined ? [value] : splitAtCommas(list)).map((word) => ({
    value: unquoted(word),
    line,
  }));
}

const unquoted = (text: string): string => /^(["'])(.*)\1(?:\s+#.*)?$/.exec(text)?.[2] ?? text;
