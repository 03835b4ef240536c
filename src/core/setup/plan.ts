import type { UnusableReason } from './setup-facts.js';

/** What a change is for. */
export type EditReason = 'workflow' | 'plugin' | 'worktrees' | 'git-hook';

/** One file before and after; `null` where there is none. */
export interface Edit {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
  /** Whether the file is to be executable; an existing one keeps its mode. */
  readonly executable: boolean;
  readonly why: EditReason;
}

/** What stands in the way; nothing at all is changed then. */
export type Refusal =
  | { readonly code: 'unusable-file'; readonly path: string; readonly reason: UnusableReason }
  | { readonly code: 'invalid-settings'; readonly path: string; readonly line: number }
  /** The value of a key is not of the kind that Claude Code documents. */
  | { readonly code: 'settings-shape'; readonly path: string; readonly key: string }
  /** The workflow pins the action by a SHA and says nowhere which version that is. */
  | { readonly code: 'plugin-version-unknown'; readonly path: string }
  | { readonly code: 'workflow-name-taken'; readonly path: string }
  | { readonly code: 'hook-not-shell'; readonly path: string; readonly snippet: string }
  /** Not executable: git does not run it, and would run all of it if that were changed. */
  | { readonly code: 'hook-disabled'; readonly path: string }
  | { readonly code: 'block-damaged'; readonly path: string }
  | { readonly code: 'hooks-outside'; readonly path: string }
  | { readonly code: 'lefthook-shape'; readonly path: string; readonly snippet: string };

/** What is to be told besides. */
export type SetupNote =
  /** Nobody said whose copy of the action is meant. */
  | { readonly code: 'placeholder-owner' }
  | { readonly code: 'no-definitions' }
  /** A workflow uses the action already. */
  | { readonly code: 'workflow-there'; readonly path: string }
  /** The team has switched the plugin off in its settings. */
  | { readonly code: 'plugin-switched-off'; readonly path: string }
  | { readonly code: 'husky-inactive' }
  | { readonly code: 'run-lefthook-install' }
  /** Hooks that the team shares look for the command on the PATH. */
  | { readonly code: 'command-on-path'; readonly path: string }
  | { readonly code: 'pre-commit-snippet'; readonly snippet: string }
  /** A workflow of ours that somebody has changed since: left alone. */
  | { readonly code: 'workflow-changed'; readonly path: string };

export interface Plan {
  readonly edits: readonly Edit[];
  readonly refusals: readonly Refusal[];
  readonly notes: readonly SetupNote[];
}

export const NOTHING: Plan = { edits: [], refusals: [], notes: [] };

/** All parts as one plan; parts that change nothing fall out. */
export const joinPlans = (parts: readonly Partial<Plan>[]): Plan => ({
  edits: parts.flatMap(({ edits = [] }) => edits).filter(({ before, after }) => before !== after),
  refusals: parts.flatMap(({ refusals = [] }) => refusals),
  notes: parts.flatMap(({ notes = [] }) => notes),
});
