/** Why a file is left alone. */
export type UnusableReason =
  /** A directory, or something else that is no regular file. */
  | 'not-a-file'
  /** NUL, or no UTF-8. */
  | 'not-text'
  /** A symbolic link on the way leads out of the repository, or nowhere. */
  | 'link-outside'
  | 'too-large'
  | 'unreadable';

/** A file that setting up may touch, as it stands on the disk. */
export interface SetupFile {
  /** Relative to the root of the working tree where it lies inside it, else absolute; separated by `/`. */
  readonly path: string;
  /** `null` where there is no file, or none that can be used. */
  readonly text: string | null;
  readonly executable: boolean;
  readonly unusable: UnusableReason | null;
}

/** The git hooks that can be installed (githooks(5)). */
export const HOOK_NAMES = ['prepare-commit-msg', 'pre-push'] as const;
export type HookName = (typeof HOOK_NAMES)[number];

export type HookFiles = Readonly<Record<HookName, SetupFile>>;

/** Where the hooks of a repository come from. */
export type HookPlace =
  /** `.git/hooks`, also of the repository that a linked worktree belongs to: nobody else's. */
  | { readonly kind: 'own'; readonly files: HookFiles }
  /** `core.hooksPath` inside the working tree: the team's. */
  | { readonly kind: 'hooks-path'; readonly files: HookFiles }
  /** `.husky/`; git looks there once `husky` has run. */
  | { readonly kind: 'husky'; readonly files: HookFiles; readonly active: boolean }
  | { readonly kind: 'lefthook'; readonly config: SetupFile }
  /** `core.hooksPath` outside the working tree: other repositories may use it too. */
  | { readonly kind: 'outside'; readonly directory: string };

/** What setting up found in a repository. */
export interface SetupFacts {
  /** All of `.github/workflows`. */
  readonly workflows: readonly SetupFile[];
  /** {@link WORKFLOW_PATH}, whether it is there or not. */
  readonly workflow: SetupFile;
  readonly settings: SetupFile;
  readonly ignore: SetupFile;
  /** Whether the repository's own rules ignore {@link WORKTREES}. */
  readonly worktreesIgnored: boolean;
  readonly hooks: HookPlace;
  /** Whether the pre-commit framework (pre-commit.com) is in use. */
  readonly preCommit: boolean;
  readonly definitions: number;
}

export const WORKFLOW_PATH = '.github/workflows/agent-ownership.yml';
export const SETTINGS_PATH = '.claude/settings.json';
export const IGNORE_PATH = '.gitignore';
/** Where Claude Code puts the working trees of subagents (code.claude.com/docs, "Common workflows"). */
export const WORKTREES = '.claude/worktrees/';
