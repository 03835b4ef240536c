import matter from 'gray-matter';

import { KEY_OF_WORDS } from './front-matter-keys.js';
import { nestedKeys, type NestedKey } from './nested-keys.js';
import { recoverKeys } from './recovered-keys.js';
import { MOST_YAML_CHARACTERS } from '../yaml/limits.js';
import { isYamlMapping, parseYaml, type YamlKey, type YamlReading } from '../yaml/parse-yaml.js';

/** What stands above the body of a definition. Lines count from 1 at the top of the file. */
export interface FrontMatter {
  readonly isPresent: boolean;
  readonly keys: readonly YamlKey[];
  /** Ownership keys inside of other keys, which make no section. */
  readonly nested: readonly NestedKey[];
  readonly fault: FrontMatterFault | null;
  readonly body: string;
  readonly bodyLine: number;
}

/**
 * Why the keys are not all that is written: `unclosed` has no second fence, `refused` names another language than YAML,
 * `broken` is no YAML; what a scan of its lines found is in `keys`.
 */
export interface FrontMatterFault {
  readonly kind: 'unclosed' | 'refused' | 'broken';
  readonly line: number;
  readonly detail: string;
  /** Not read because it is too long or too deep, not because it is wrong. */
  readonly isLimit?: boolean;
}

const FENCE = /^---[ \t]*$/;
const OPENING = /^---(?!-)(.*)$/;
/** gray-matter's own search for comments takes seconds for a long run of blank lines. */
const ENDLESS_BLANKS = /\s{1000}/;

/**
 * Splits a definition into front matter and body, as Claude Code does: the first line is `---`, the next line that is `---`
 * closes. Nothing is ever executed: any other language than YAML is refused, and what cannot be read keeps its body.
 */
export function parseFrontMatter(text: string): FrontMatter {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n?|\n/);
  const language = OPENING.exec(lines[0] ?? '')?.[1];
  if (language === undefined) {
    return { isPresent: false, keys: [], nested: [], fault: null, body: lines.join('\n'), bodyLine: 1 };
  }
  const closing = lines.findIndex((line, index) => index > 0 && FENCE.test(line));
  if (language.trim() !== '') return refused(lines, closing, language.trim());
  if (closing === -1) return unclosed(lines);

  const source = lines.slice(1, closing).join('\n');
  const body = lines.slice(closing + 1).join('\n');
  const reading = readCaged(source);
  const nested = nestedKeys(lines.slice(1, closing), 2, reading);
  const place = { isPresent: true, nested, body, bodyLine: closing + 2 };
  if (reading.ok && isYamlMapping(reading.data)) return { ...place, keys: reading.keys, fault: null };
  const detail = reading.ok ? 'not a mapping of keys to values' : reading.detail;
  const line = reading.ok ? 2 : Math.max(2, reading.line);
  const isLimit = !reading.ok && reading.isLimit;
  const fault = { kind: 'broken', line, detail, isLimit } as const;
  return { ...place, keys: recoverKeys(lines.slice(1, closing), 2), fault };
}

/**
 * gray-matter with every engine but YAML's taken out, exact fences instead of its own search for them, and options, without
 * which it would keep half-read files. Its engine's result is wrapped, as it looks into the data for options of its own.
 */
function readCaged(source: string): YamlReading {
  if (source.length > MOST_YAML_CHARACTERS) return parseYaml(source);
  if (ENDLESS_BLANKS.test(source))
    return { ok: false, line: 2, detail: 'too many blanks in a row', isLimit: true };
  const file = matter(`---\n${source}\n---\n`, {
    language: 'yaml',
    delimiters: ['---', '---\n'],
    engines: { ...REFUSED_ENGINES, yaml: { parse: (text: string) => ({ reading: parseYaml(text) }) } },
  });
  const { reading } = file.data as { reading?: YamlReading };
  return reading ?? parseYaml('{}');
}

const refuse = (): never => {
  throw new Error('front matter is read as YAML only');
};
const REFUSED_ENGINES = Object.fromEntries(
  ['javascript', 'js', 'json', 'coffee', 'coffeescript', 'cson', 'toml'].map((name) => [
    name,
    { parse: refuse },
  ]),
);

function refused(lines: readonly string[], closing: number, language: string): FrontMatter {
  const end = closing === -1 ? 0 : closing;
  const keys = recoverKeys(lines.slice(1, end), 2).filter(({ name }) => name === 'name');
  const fault = { kind: 'refused', line: 1, detail: `"---${language}" is not read` } as const;
  return {
    isPresent: true,
    keys,
    nested: [],
    fault,
    body: lines.slice(end + 1).join('\n'),
    bodyLine: end + 2,
  };
}

/** Without a second fence, the lines that look like keys are the front matter and the rest is the body. */
function unclosed(lines: readonly string[]): FrontMatter {
  let end = 1;
  while (end < lines.length && looksLikeYaml(lines[end] ?? '', lines[end - 1] ?? '')) end += 1;
  return {
    isPresent: true,
    keys: recoverKeys(lines.slice(1, end), 2),
    nested: nestedKeys(lines.slice(1, end), 2, null),
    fault: { kind: 'unclosed', line: 1, detail: '' },
    body: lines.slice(end).join('\n'),
    bodyLine: end + 1,
  };
}

const YAML_LINE = new RegExp(
  `^(?:(?:[A-Za-z_][\\w.-]*|["'][\\w. -]+["']|${KEY_OF_WORDS}):(?:\\s|$)|[ \\t]+\\S|\\s*$)`,
);

const looksLikeYaml = (line: string, above: string): boolean =>
  YAML_LINE.test(line) || (line.startsWith('- ') && above.trim() !== '');
