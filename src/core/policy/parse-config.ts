import type { UnreadableReason } from '../definitions/faults.js';
import type { DefinitionProblem } from '../definitions/problem.js';
import { severityOf } from '../definitions/problem-severities.js';
import { agentName, type Day, type RepoPath } from '../vocabulary.js';
import { parseYamlTree, type YamlNode } from '../yaml/yaml-tree.js';
import { CONFIG, type ConfigData } from './config-shape.js';
import { crossCheck } from './cross-checks.js';
import { DEFAULT_POLICY, type Policy, type Waiver } from './policy.js';
import { readShape, type PlacedFault } from './read-shape.js';
import { compileAtRoot } from './text-formats.js';

/** What a config says; a key that it does not have is not there, and its default holds. */
export type StatedPolicy = Omit<Partial<Policy>, 'severity' | 'identities'> & {
  readonly severity?: Partial<Policy['severity']>;
  readonly identities?: Partial<Policy['identities']>;
};

export type ConfigReading =
  | { readonly ok: true; readonly stated: StatedPolicy }
  | { readonly ok: false; readonly problems: readonly ConfigProblem[] };

export type ConfigProblem = Extract<DefinitionProblem, { readonly code: 'invalid-config' }>;

/**
 * Reads the text of a config: all of it, or nothing where a part is wrong. Never throws. An empty text says nothing, so the
 * defaults hold. The rules of each key stand in config-shape.ts; `today` bounds how far ahead a waiver may reach.
 */
export function readConfig(
  text: string,
  file: RepoPath,
  today: Day,
  role: 'config' | 'floor' = 'config',
): ConfigReading {
  const tree = parseYamlTree(text.replace(/^\uFEFF/, ''));
  if (!tree.ok) {
    const { line, why, detail } = tree;
    const fault = why === 'several-documents' ? { kind: why } : { kind: why, detail };
    return refused([{ line, fault }], file);
  }
  const root: YamlNode = tree.root.kind === 'nothing' ? { kind: 'mapping', entries: [], line: 1 } : tree.root;
  const { data, faults } = readShape(root, CONFIG, today);
  // Without a fault the data is of the shape: that is what reading it means.
  const config = data as ConfigData;
  const found = faults.length > 0 ? faults : crossCheck(config, root, role === 'floor');
  return found.length > 0
    ? refused(found, file)
    : { ok: true, stated: toStated(config, waiversOf(config, root, file)) };
}

/** The policy that a config puts in force, or why it cannot. As `readConfig`. */
export function parseConfig(
  text: string,
  file: RepoPath,
  today: Day,
): { readonly policy: Policy } | { readonly problems: readonly ConfigProblem[] } {
  const reading = readConfig(text, file, today);
  return reading.ok ? { policy: toPolicy(reading.stated) } : { problems: reading.problems };
}

/** The defaults where the config says nothing. */
export const toPolicy = (stated: StatedPolicy): Policy => ({
  ...DEFAULT_POLICY,
  ...stated,
  severity: { ...DEFAULT_POLICY.severity, ...stated.severity },
  identities: { ...DEFAULT_POLICY.identities, ...stated.identities },
});

/** The problem of a config that cannot be read at all. */
export const unreadableConfig = (
  file: RepoPath,
  reason: UnreadableReason | 'directory',
): readonly ConfigProblem[] => [toProblem(file, null, { kind: 'unreadable', reason })];

const refused = (faults: readonly PlacedFault[], file: RepoPath): ConfigReading => ({
  ok: false,
  problems: faults.map(({ line, fault }) => toProblem(file, line, fault)),
});

const toProblem = (file: RepoPath, line: number | null, fault: ConfigProblem['fault']): ConfigProblem => ({
  code: 'invalid-config',
  severity: severityOf('invalid-config'),
  file,
  line,
  agent: null,
  fault,
});

function toStated(config: ConfigData, waivers: readonly Waiver[]): StatedPolicy {
  const { 'trusted-branches': trustedBranches, 'allow-self': allowSelf, waivers: written, ...same } = config;
  return {
    ...same,
    ...(trustedBranches === undefined ? {} : { trustedBranches }),
    ...(allowSelf === undefined ? {} : { allowSelf }),
    ...(written === undefined ? {} : { waivers }),
  };
}

function waiversOf({ waivers = [] }: ConfigData, root: YamlNode, file: RepoPath): readonly Waiver[] {
  const entries = root.kind === 'mapping' ? root.entries : [];
  const list = entries.find(({ key }) => key === 'waivers')?.value;
  const lines = list?.kind === 'list' ? list.items.map(({ line }) => line) : [];
  return waivers.flatMap(({ agent, path, reason, until }, index) => {
    const compilation = compileAtRoot(path);
    if (!compilation.ok) return [];
    const location = { file, line: lines[index] ?? 1 };
    return [{ agent: agentName(agent), path, compiled: compilation.pattern, reason, until, location }];
  });
}
