import { splitAtCommas } from './entries/pattern-text.js';
import { KEY_OF_WORDS, sectionOfKey } from './front-matter-keys.js';
import type { Line } from './markdown-block.js';
import { parseYaml, type YamlKey } from '../yaml/parse-yaml.js';
import type { YamlValue } from './yaml-values.js';

const KEY = new RegExp(
  `^(?:[A-Za-z_][\\w.-]*|(["'])[\\w. -]+\\1|${KEY_OF_WORDS})[ \\t]*:(?:[ \\t]+(.*))?$`,
  'i',
);
const NAME = /^["']?([^"':]*[^"':\s])/;
const ITEM = /^[ \t]*-[ \t]+(.*)$/;
const SAYS_NOTHING = /^\s*(?:#.*)?$/;

/**
 * The name and the ownership keys of front matter that is no YAML as a whole: each key is read alone, with the lines below it up to the next key,
 * and where it is no YAML either, its words are taken as they stand. Keys come in the order of their lines, as of several
 * `name` lines the first one counts: text that was meant for a description can hold others.
 */
export function recoverKeys(lines: readonly string[], firstLine: number): readonly YamlKey[] {
  const keys: YamlKey[] = [];
  for (const [index, line] of lines.entries()) {
    const name = KEY.test(line) ? NAME.exec(line)?.[1] : undefined;
    if (name === undefined || (name !== 'name' && sectionOfKey(name) === undefined)) continue;
    let end = index + 1;
    while (end < lines.length && !KEY.test(lines[end] ?? '')) end += 1;
    keys.push(recoverKey(name, lines.slice(index, end), firstLine + index));
  }
  return keys;
}

function recoverKey(name: string, lines: readonly string[], line: number): YamlKey {
  const reading = parseYaml(lines.join('\n'));
  const read = reading.ok ? reading.keys[0] : undefined;
  if (read !== undefined)
    return { ...read, line, values: read.values.map((value) => moved(value, line - 1)) };
  const values = recoverValues(lines, line);
  return { name, line, value: values[0]?.value, values };
}

const moved = ({ folded, ...value }: YamlValue, by: number): YamlValue => ({
  ...value,
  line: value.line + by,
  ...(folded && { folded: folded.map(({ text, line }) => ({ text, line: line + by })) }),
});

/** An item begins a value, and so does what stands behind the key; any other line goes on with the value above it. */
function recoverValues(lines: readonly string[], firstLine: number): readonly YamlValue[] {
  const written: Line[][] = [];
  let isIntroduced = false;
  for (const [index, text] of lines.entries()) {
    const item = ITEM.exec(text)?.[1];
    const value = (index === 0 ? (KEY.exec(text)?.[2] ?? '') : (item ?? text)).trim();
    if (SAYS_NOTHING.test(value)) continue;
    const line = { text: value, line: firstLine + index };
    const above = written.at(-1);
    if (above === undefined || (item !== undefined && !isIntroduced)) written.push([line]);
    else above.push(line);
    // What an introduction ("except:") makes of the items below it cannot be told.
    isIntroduced ||= value.endsWith(':');
  }
  return written.flatMap(toValues);
}

function toValues(lines: readonly Line[]): readonly YamlValue[] {
  const [first, ...others] = lines;
  if (first === undefined) return [];
  const list = flowList(lines);
  if (list !== null) {
    return list.flatMap(({ text, line }) =>
      splitAtCommas(text).map((word) => ({ value: unquoted(word), line })),
    );
  }
  if (others.length === 0) return [{ value: unquoted(first.text), line: first.line }];
  return [{ value: lines.map(({ text }) => text).join(' '), line: first.line, folded: lines }];
}

/** The lines of a list in brackets, less the brackets and remarks; `null` where it is none. */
function flowList(lines: readonly Line[]): readonly Line[] | null {
  if (lines[0]?.text.startsWith('[') !== true) return null;
  const bare = lines.map(({ text, line }) => ({ text: text.replace(/\s#.*$/, '').trimEnd(), line }));
  const [first] = bare;
  const last = bare.at(-1);
  if (last?.text.endsWith(']') !== true) return null;
  return bare.map((entry) => {
    const opened = entry === first ? entry.text.slice(1) : entry.text;
    return { text: entry === last ? opened.slice(0, -1) : opened, line: entry.line };
  });
}

const unquoted = (text: string): string => /^(["'])(.*)\1(?:\s+#.*)?$/.exec(text)?.[2] ?? text;
