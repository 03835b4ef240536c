import type { FurtherAliases } from '../definitions/heading-table.js';
import type { DefinitionProblem, DefinitionProblemCode } from '../definitions/problem.js';
import type { CompiledPattern } from '../patterns/compiled-pattern.js';
import type { ViolationCode } from '../violation.js';
import {
  repoPath,
  type AgentName,
  type Day,
  type RepoPath,
  type Severity,
  type SourceLocation,
} from '../vocabulary.js';

export type Code = ViolationCode | DefinitionProblemCode;

export type Level = Severity | 'off';

/** An exception that somebody decided on: an agent, the paths, why, and until when. */
export interface Waiver {
  readonly agent: AgentName;
  /** The pattern, as written. */
  readonly path: string;
  readonly compiled: CompiledPattern;
  readonly reason: string;
  /** The last day on which it is valid. */
  readonly until: Day;
  readonly location: SourceLocation;
}

/** Names and e-mail addresses of authors and co-authors, as patterns in which `*` stands for anything. */
export interface Identities {
  readonly ai: readonly string[];
  readonly people: readonly string[];
  readonly bots: readonly string[];
}

/** How strictly to judge: a value that the entries build and the core receives. */
export interface Policy {
  /** Patterns of the files that are definitions. */
  readonly definitions: readonly string[];
  /** Headings that name a section, beside the usual ones. */
  readonly headings: FurtherAliases;
  /** Trailer keys that claim a commit for an agent; compared without regard to case, as git does. */
  readonly trailers: readonly string[];
  /** Names that stand for another one. */
  readonly aliases: Readonly<Record<string, string>>;
  /** Trailer values that mean a person. */
  readonly people: readonly string[];
  /** Beside those that are built in. */
  readonly identities: Identities;
  /** In `report-only` everything is shown and nothing fails. */
  readonly mode: 'enforce' | 'report-only';
  /** Of the problems of definitions those only that differ from their default. */
  readonly severity: Readonly<Record<ViolationCode, Level> & Partial<Record<DefinitionProblemCode, Level>>>;
  /** What differs for one agent, by its exact name. */
  readonly agents: Readonly<
    Record<string, { readonly severity: Readonly<Partial<Record<Code, Level>>> } | undefined>
  >;
  /** Patterns of further paths that only an OWNS entry which names the place opens to an agent. */
  readonly protected: readonly string[];
  /** Patterns of paths that are open to every agent. */
  readonly shared: readonly string[];
  /** Branches whose commits were judged before. */
  readonly trustedBranches: readonly string[];
  readonly waivers: readonly Waiver[];
  /** Whether the author of a pull request or of a commit may approve it by the label. */
  readonly allowSelf: boolean;
}

export const DEFAULT_POLICY: Policy = {
  definitions: ['.claude/agents/**/*.md', '**/.claude/agents/**/*.md'],
  headings: {},
  trailers: ['Agent'],
  aliases: {},
  people: ['human'],
  identities: { ai: [], people: [], bots: [] },
  mode: 'enforce',
  severity: {
    'forbidden-path': 'error',
    'definition-edit': 'error',
    'unknown-agent': 'error',
    'unreadable-commit': 'error',
    'rule-loosened': 'warning',
    'read-only-path': 'warning',
    'misplaced-trailer': 'warning',
    'provisional-agent': 'warning',
    'case-collision': 'warning',
    'no-definitions': 'warning',
    'anonymous-agent': 'notice',
    'joint-attribution': 'notice',
    'retired-agent': 'notice',
    'squash-loses-trailers': 'notice',
    'waiver-expired': 'notice',
    'waiver-unused': 'notice',
    'outside-owns': 'off',
    'unattributed-commit': 'off',
  },
  agents: {},
  protected: [],
  shared: [],
  trustedBranches: [],
  waivers: [],
  allowSelf: false,
};

export const DEFAULT_CONFIG_PATH = repoPath('.github/agent-ownership.yml');

/** Where the policy of a check comes from. */
export interface PolicyOrigin {
  readonly file: RepoPath;
  /**
   * `absent`: the base has no such file, so the built-in defaults hold. `in-force`: the base's. `mended`: the base's cannot be
   * read and the head's can, so the built-in defaults hold.
   */
  readonly state: 'absent' | 'in-force' | 'mended';
  /** Whether the workflow states a policy that no config goes below. */
  readonly floor: boolean;
}

/** The policy that a range is judged by, where it comes from, and what the head makes of it. */
export interface PolicyInForce {
  readonly policy: Policy;
  readonly origin: PolicyOrigin;
  /** What the head's config would put in force; `null` where that cannot be said, since it cannot be read. */
  readonly atHead: Policy | null;
  /** The config's own path and the links and files that it is reached by: who changes one of these changes the policy. */
  readonly places: readonly RepoPath[];
  /** What is wrong with the config at the base and at the head. */
  readonly problems: {
    readonly base: readonly DefinitionProblem[];
    readonly head: readonly DefinitionProblem[];
  };
  /** The day of the check. */
  readonly today: Day;
}

/** The built-in defaults, as they hold where there is no config. */
export const byDefault = (today: Day, policy: Policy = DEFAULT_POLICY): PolicyInForce => ({
  policy,
  origin: { file: DEFAULT_CONFIG_PATH, state: 'absent', floor: false },
  atHead: policy,
  places: [DEFAULT_CONFIG_PATH],
  problems: { base: [], head: [] },
  today,
});

/** How heavily a finding weighs: the agent's own setting, else the one for all. */
export function levelOf(
  { severity, agents }: Pick<Policy, 'severity' | 'agents'>,
  code: ViolationCode,
  agent: AgentName | null,
): Level {
  const own = agent !== null && Object.hasOwn(agents, agent) ? agents[agent] : undefined;
  return own?.severity[code] ?? severity[code];
}
