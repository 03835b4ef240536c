import type { File, Files } from './files.js';

/** An agent whose patterns are all of one form: a path, and everything below it. */
export interface SimpleAgent {
  readonly name: string;
  readonly owns: readonly string[];
  readonly reads: readonly string[];
  readonly cannotTouch: readonly string[];
}

export const AGENTS: readonly SimpleAgent[] = [
  { name: 'alpha', owns: ['free'], reads: [], cannotTouch: ['locked', 'zone', 'caf\u00e9'] },
  { name: 'beta', owns: ['locked', 'zone'], reads: ['free'], cannotTouch: ['private'] },
  { name: 'gamma', owns: ['private', '.github/workflows'], reads: ['locked'], cannotTouch: ['zone/a'] },
];

/** Paths that a pattern covers, in every form that git can tell apart; some exclude each other. */
export const PATHS: readonly string[] = [
  'locked',
  'Locked',
  'locked/inside',
  'zone',
  'zone/a',
  'zone/b',
  'zone/\udcff',
  'caf\u00e9',
  'cafe\u0301',
  'free',
  'private/x',
  '.github/workflows/ci.yml',
];

export const definitionFiles = (): Files =>
  new Map(
    AGENTS.map((agent) => [`.claude/agents/${agent.name}.md`, { mode: '100644', data: textOf(agent) }]),
  );

const textOf = ({ name, owns, reads, cannotTouch }: SimpleAgent): string =>
  [
    `---\nname: ${name}\ndescription: Works.\n---\n`,
    ...Object.entries({ OWNS: owns, READS: reads, 'CANNOT TOUCH': cannotTouch }).map(
      ([heading, paths]) => `## ${heading}\n${paths.map((path) => `- \`/${path}\`\n`).join('')}`,
    ),
  ].join('\n');

export type SimpleVerdict = 'cannot-touch' | 'owns' | 'reads' | 'none';

const covers = (pattern: string, path: string): boolean =>
  path.normalize('NFC') === pattern || path.normalize('NFC').startsWith(`${pattern}/`);

export function verdictOn(agent: SimpleAgent, path: string): SimpleVerdict {
  if (agent.cannotTouch.some((pattern) => covers(pattern, path))) return 'cannot-touch';
  if (agent.owns.some((pattern) => covers(pattern, path))) return 'owns';
  return agent.reads.some((pattern) => covers(pattern, path)) ? 'reads' : 'none';
}

const isLink = (mode: string): boolean => mode === '120000' || mode === '160000';

/** A link or submodule counts as what is tracked below it, and as what the patterns that begin there would cover. */
export function verdictOnChange(
  agent: SimpleAgent,
  path: string,
  modes: readonly string[],
  tracked: Iterable<string>,
): SimpleVerdict {
  if (!modes.some(isLink)) return verdictOn(agent, path);
  const below = [...tracked].filter((other) => other.startsWith(`${path}/`));
  const named = agent.cannotTouch.filter((pattern) => pattern === path || pattern.startsWith(`${path}/`));
  const isForbidden = named.length > 0 || below.some((other) => verdictOn(agent, other) === 'cannot-touch');
  return isForbidden ? 'cannot-touch' : verdictOn(agent, path);
}

/** Whether the change is a `definition-edit` for the agent. */
export const editsDefinitions = (agent: SimpleAgent, path: string): boolean =>
  path.startsWith('.claude/agents/') ||
  (path.startsWith('.github/workflows/') && !agent.owns.includes('.github/workflows'));

export const A_FILE: File = { mode: '100644', data: 'A\n' };
