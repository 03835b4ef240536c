import { distance } from 'fastest-levenshtein';
import type { Day } from '../vocabulary.js';
import type { YamlEntry, YamlNode } from '../yaml/yaml-tree.js';
import type { ConfigFault } from './config-fault.js';
import type { Shape } from './shape.js';
import { faultOfText, type TextFormat } from './text-formats.js';

/** A fault of the config and where it stands. */
export interface PlacedFault {
  readonly line: number;
  readonly fault: ConfigFault;
}

export interface ShapeReading {
  /** Of the shape, where there is no fault. */
  readonly data: unknown;
  /** In the order of their lines. */
  readonly faults: readonly PlacedFault[];
}

/** More are not looked for: mending the first ones comes before. */
const MOST_FAULTS = 50;
/** Longer words are no misspelt ones; the cut keeps the distance cheap. */
const LONGEST_COMPARED = 64;

/** Reads a value as the shape has it, or says what is wrong with it, as far as 50 faults. */
export function readShape(root: YamlNode, shape: Shape, today: Day): ShapeReading {
  const faults: PlacedFault[] = [];
  const report = (line: number, fault: ConfigFault): null => {
    if (faults.length < MOST_FAULTS) faults.push({ line, fault });
    return null;
  };

  function read(node: YamlNode, as: Shape, key: string, line: number): unknown {
    switch (as.kind) {
      case 'text':
        if (node.kind !== 'text') return mistyped(node, 'text', key, line);
        return readText(node.value, as.format, key, node.line);
      case 'flag':
        return node.kind === 'flag' ? node.value : mistyped(node, 'flag', key, line);
      case 'choice':
        if (node.kind !== 'text') return mistyped(node, 'text', key, line);
        if (as.choices.includes(node.value)) return node.value;
        return report(node.line, {
          kind: 'not-a-choice',
          key,
          value: node.value,
          choices: as.choices,
          nearest: nearestOf(node.value, as.choices),
        });
      case 'list':
        if (node.kind !== 'list') return mistyped(node, 'list', key, line);
        if (node.items.length < as.atLeast) return report(line, { kind: 'empty-list', key });
        return node.items.map((item, index) => read(item, as.of, `${key}[${index}]`, item.line));
      case 'record':
        if (node.kind !== 'mapping') return mistyped(node, 'mapping', key, line);
        return Object.fromEntries(
          distinct(node.entries, key).map((entry) => {
            const below = join(key, entry.key);
            readText(entry.key, as.keys, below, entry.line);
            return [entry.key, read(entry.value, as.of, below, entry.line)];
          }),
        );
      case 'object':
        if (node.kind !== 'mapping') return mistyped(node, 'mapping', key, line);
        return readObject(node.entries, as, key, line);
    }
  }

  function readText(value: string, format: TextFormat, key: string, line: number): string {
    const fault = faultOfText(value, format, { key, today });
    if (fault !== null) report(line, fault);
    return value;
  }

  function readObject(
    entries: readonly YamlEntry[],
    { fields, refused = {} }: Extract<Shape, { readonly kind: 'object' }>,
    key: string,
    line: number,
  ): unknown {
    const found = distinct(entries, key);
    for (const [name, { required }] of Object.entries(fields))
      if (required === true && found.every((entry) => entry.key !== name))
        report(line, { kind: 'missing-key', key, missing: name });
    return Object.fromEntries(
      found.flatMap((entry) => {
        const below = join(key, entry.key);
        const field = Object.hasOwn(fields, entry.key) ? fields[entry.key] : undefined;
        if (field !== undefined) return [[entry.key, read(entry.value, field.shape, below, entry.line)]];
        const why = Object.hasOwn(refused, entry.key) ? refused[entry.key] : undefined;
        if (why !== undefined) report(entry.line, { kind: 'refused-key', key: below, why });
        else if (faults.length < MOST_FAULTS)
          report(entry.line, {
            kind: 'unknown-key',
            key: below,
            nearest: nearestOf(entry.key, Object.keys(fields)),
          });
        return [];
      }),
    );
  }

  /** YAML forbids a key to stand twice in a mapping. */
  function distinct(entries: readonly YamlEntry[], key: string): readonly YamlEntry[] {
    const known = new Set<string>();
    return entries.filter((entry) => {
      const isFirst = !known.has(entry.key);
      if (!isFirst) report(entry.line, { kind: 'duplicate-key', key: join(key, entry.key) });
      known.add(entry.key);
      return isFirst;
    });
  }

  const mistyped = (node: YamlNode, expected: YamlNode['kind'], key: string, line: number) =>
    report(line, { kind: 'wrong-type', key, expected, found: node.kind });

  const data = read(root, shape, '', root.line);
  return { data, faults: faults.toSorted((one, other) => one.line - other.line) };
}

const join = (above: string, key: string): string => (above === '' ? key : `${above}.${key}`);

/** The name that is within a third of its length in edits (at least two); `null` for none. */
export function nearestOf(written: string, names: readonly string[]): string | null {
  const wanted = written.slice(0, LONGEST_COMPARED).toLowerCase().replaceAll('_', '-');
  const furthest = Math.max(2, Math.floor(wanted.length / 3));
  const [nearest] = names
    .map((name) => ({ name, edits: distance(wanted, name) }))
    .filter(({ edits }) => edits <= furthest)
    .sort((one, other) => one.edits - other.edits);
  return nearest?.name ?? null;
}
