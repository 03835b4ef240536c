import type { EntryContext } from './entries/entry-context.js';
import { joinReadings, NOTHING, unreadLine, type Reading } from './entries/entry.js';
import { readEntryLine } from './entries/entry-line.js';
import { sectionOfKey } from './front-matter-keys.js';
import type { ReadSection } from './rules.js';
import { saysNothing } from './entries/wording.js';
import type { YamlKey, YamlValue } from './yaml.js';

/** The sections that keys of the front matter make: a list of patterns, or several on one line with commas between. */
export const readFrontMatterSections = (
  keys: readonly YamlKey[],
  classify: EntryContext['classify'],
): readonly ReadSection[] =>
  keys.flatMap(({ name, line, values }) => {
    const kind = sectionOfKey(name);
    if (kind === undefined) return [];
    const reading = joinReadings(values.map((value) => readValue(value, { kind, classify })));
    return [{ kind, heading: name, line, condition: null, reading: withoutNothing(reading) }];
  });

function readValue({ value, line }: YamlValue, context: EntryContext): Reading {
  if (typeof value === 'string') return readEntryLine({ text: value, line }, context);
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return NOTHING;
  return unreadLine({ text: JSON.stringify(value), line }, 'unknown-shape');
}

const withoutNothing = (reading: Reading): Reading =>
  reading.entries.length === 0 && reading.unread.every(({ text }) => saysNothing(text)) ? NOTHING : reading;
