import { normaliseName } from '../attribution/names.js';
import { toPhrase } from '../definitions/heading-phrase.js';
import { createHeadingTable } from '../definitions/heading-table.js';
import type { YamlNode } from '../yaml/yaml-tree.js';
import type { ConfigFault } from './config-fault.js';
import type { ConfigData } from './config-shape.js';
import type { PlacedFault } from './read-shape.js';

/**
 * What is wrong between the values of a config, each of which is right by itself. A floor adds definitions and takes none
 * out, so that it has no exceptions.
 */
export function crossCheck(data: ConfigData, root: YamlNode, isFloor: boolean): readonly PlacedFault[] {
  const exceptions = data.definitions?.filter((pattern) => pattern.trim().startsWith('!')) ?? [];
  const at = (fault: ConfigFault, ...path: readonly string[]): PlacedFault => ({
    line: lineOf(root, path),
    fault,
  });
  return [
    ...aliasFaults(data.aliases ?? {}).map((fault) => at(fault, 'aliases', ...nameIn(fault))),
    ...(exceptions.length === data.definitions?.length
      ? [at({ kind: 'only-exceptions', key: 'definitions' }, 'definitions')]
      : []),
    ...(isFloor ? exceptions : []).map((value) =>
      at({ kind: 'unusable-text', key: 'definitions', value, fault: 'exception' }, 'definitions'),
    ),
    ...contraryHeadings(data.headings ?? {}).map((fault) => at(fault, ...fault.key.split('.'))),
  ];
}

type AliasFault = Extract<ConfigFault, { readonly kind: 'alias-circle' | 'duplicate-key' }>;

const nameIn = (fault: AliasFault): readonly string[] =>
  fault.kind === 'alias-circle' ? fault.names.slice(0, 1) : [fault.key.slice('aliases.'.length)];

/** An alias is followed once, but a circle has no name that it could mean. */
function aliasFaults(aliases: Readonly<Record<string, string>>): readonly AliasFault[] {
  const faults: AliasFault[] = [];
  const next = new Map<string, { readonly written: string; readonly to: string }>();
  for (const [written, name] of Object.entries(aliases)) {
    const from = normaliseName(written);
    if (next.has(from)) faults.push({ kind: 'duplicate-key', key: `aliases.${written}` });
    else next.set(from, { written, to: normaliseName(name) });
  }
  const done = new Set<string>();
  for (const start of next.keys()) {
    const way = new Map<string, string>();
    let name = start;
    for (let step = next.get(name); step !== undefined && !done.has(name); step = next.get(name)) {
      done.add(name);
      way.set(name, step.written);
      name = step.to;
    }
    if (!way.has(name)) continue;
    const names = [...way.keys()];
    const circle = names.slice(names.indexOf(name)).map((one) => way.get(one) ?? one);
    faults.push({ kind: 'alias-circle', key: 'aliases', names: circle });
  }
  return faults;
}

type ContraryHeading = Extract<ConfigFault, { readonly kind: 'contrary-heading' | 'heading-of-denials' }>;

const USUAL = createHeadingTable({});

/** No config turns what definitions deny into something else, not even one that a floor binds. */
function contraryHeadings(headings: NonNullable<ConfigData['headings']>): readonly ContraryHeading[] {
  const sections = new Map<string, string>();
  return Object.entries(headings).flatMap(([section, aliases]) =>
    aliases.flatMap((heading): readonly ContraryHeading[] => {
      const phrase = toPhrase(heading);
      if (section !== 'cannot-touch' && USUAL.kindOf(phrase) === 'cannot-touch')
        return [{ kind: 'heading-of-denials', key: `headings.${section}`, heading }];
      const known = sections.get(phrase) ?? section;
      sections.set(phrase, known);
      return known === section ? [] : [{ kind: 'contrary-heading', key: `headings.${section}`, heading }];
    }),
  );
}

function lineOf(root: YamlNode, path: readonly string[]): number {
  let node = root;
  let { line } = root;
  for (const key of path) {
    const entry = node.kind === 'mapping' ? node.entries.findLast((one) => one.key === key) : undefined;
    if (entry === undefined) break;
    ({ line, value: node } = entry);
  }
  return line;
}
