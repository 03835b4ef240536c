import type { DefinitionProblemCode } from '../core/definitions/problem.js';
import type { ViolationCode } from '../core/violation.js';

export type Code = ViolationCode | DefinitionProblemCode;

export interface CodeInfo {
  /** What the code stands for, in a few words. */
  readonly title: string;
  /** Where it is explained: a path of this project, with the heading's anchor. */
  readonly docs: string;
}

const TITLES: Readonly<Record<Code, string>> = {
  'forbidden-path': 'Path that the agent cannot touch',
  'read-only-path': 'Path that the agent only reads',
  'definition-edit': 'Protected file',
  'outside-owns': 'Path outside of what the agent owns',
  'case-collision': 'Path that equals a denied one but for case',
  'unknown-agent': 'Unknown agent',
  'unreadable-commit': 'Commit message that cannot be trusted',
  'rule-loosened': 'Rule that this branch loosens',
  'misplaced-trailer': 'Trailer where git does not look for it',
  'anonymous-agent': 'AI work without an agent’s name',
  'retired-agent': 'Agent that the base no longer defines',
  'unattributed-commit': 'Denied path changed without a claim',
  'waiver-expired': 'Waiver that is over',
  'waiver-unused': 'Waiver that lifts nothing',
  'squash-loses-trailers': 'Squash setting that loses trailers',
  'provisional-agent': 'Agent that only this branch defines',
  'joint-attribution': 'Path of a joint commit that its owner answers for',
  'no-definitions': 'No agent definition',
  'unreadable-definition': 'Definition that cannot be read',
  'invalid-config': 'Config that cannot be used',
  'unclosed-front-matter': 'Front matter without an end',
  'invalid-front-matter': 'Front matter that cannot be read',
  'recovered-front-matter': 'Front matter that is read in part',
  'missing-name': 'Definition without a name',
  'duplicate-name': 'Name that several definitions share',
  'invalid-pattern': 'Pattern that cannot be used',
  'unresolved-placeholder': 'Placeholder that nobody filled in',
  'unenforceable-entry': 'Entry that names no path',
  'contested-paths': 'Paths that an agent owns and cannot touch',
  'skipped-by-claude-code': 'Definition that Claude Code does not load',
  'contract-drift': 'Contract that says something else',
  'front-matter-disagrees': 'Front matter and body that differ',
  'dead-pattern': 'Pattern that matches no file',
  'shadowed-pattern': 'Pattern without effect',
  'shared-ownership': 'Files that several agents own',
  'orphan-denial': 'Denied files that nobody owns',
  'unowned-files': 'Files that nobody owns',
  'no-rules': 'Definition without rules',
  'not-a-definition': 'File that is no definition',
};

/** Title and documentation of every code: a code without them does not compile. */
export const CODE_INFO = Object.fromEntries(
  Object.entries(TITLES).map(([code, title]) => [code, { title, docs: `docs/codes.md#${code}` }]),
) as Readonly<Record<Code, CodeInfo>>;
