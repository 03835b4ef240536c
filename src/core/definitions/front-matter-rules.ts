import type { EntryContext } from './entries/entry-context.js';
import { joinReadings, NOTHING, unreadLine, type Reading } from './entries/entry.js';
import { readEntryLine } from './entries/entry-line.js';
import { isFlag, sectionOfKey } from './front-matter-keys.js';
import type { ReadSection } from './rules.js';
import { reasonFor, saysNothing } from './entries/wording.js';
import type { Line } from './markdown-block.js';
import type { YamlKey } from '../yaml/parse-yaml.js';
import type { YamlValue } from './yaml-values.js';

/** The sections that keys of the front matter make: a list of patterns, or several on one line with commas between. */
export const readFrontMatterSections = (
  keys: readonly YamlKey[],
  classify: EntryContext['classify'],
): readonly ReadSection[] =>
  keys.flatMap(({ name, line, value, values }) => {
    const kind = sectionOfKey(name);
    if (kind === undefined || isFlag(name, value)) return [];
    const reading = joinReadings(values.map((value) => readValue(value, { kind, classify })));
    return [{ kind, heading: name, line, condition: null, reading: withoutNothing(reading) }];
  });

function readValue({ value, line, folded }: YamlValue, context: EntryContext): Reading {
  if (folded !== undefined) return readFolded(folded, context);
  if (typeof value === 'string') return readEntryLine({ text: value, line }, context);
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return NOTHING;
  return unreadLine({ text: JSON.stringify(value), line }, 'unknown-shape');
}

/** Lines that YAML makes one are entries only if each of them is: they may be a sentence that names a path on one of its lines. */
function readFolded(lines: readonly Line[], context: EntryContext): Reading {
  const reading = joinReadings(lines.map((line) => readEntryLine(line, context)));
  const whole = lines.map(({ text }) => text).join(' ');
  return reading.unread.length === 0 || lines.length === 1
    ? reading
    : unreadLine({ text: whole, line: lines[0]?.line ?? 0 }, reasonFor(whole));
}

const withoutNothing = (reading: Reading): Reading =>
  reading.entries.length === 0 && reading.unread.every(({ text }) => saysNothing(text)) ? NOTHING : reading;
