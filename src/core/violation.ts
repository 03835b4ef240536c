import type { Mark } from './attribution/marks.js';
import type { MisplacedWhere, UnmendedMessage } from './attribution/misplaced.js';
import type { Rewriting } from './attribution/rewriting.js';
import type { ChangeStatus, UnreadableMessage } from './history.js';
import type { InHead } from './in-head.js';
import type { Lift, WaiverReference } from './lift.js';
import type { RuleChange } from './policy/rule-changes.js';
import type { AgentName, CommitSha, RepoPath, SectionKind, Severity } from './vocabulary.js';

/** A rule as a report shows it: plain data, without the matcher. */
export interface RuleReference {
  readonly section: SectionKind;
  readonly pattern: string;
  readonly remark: string | null;
  readonly condition: string | null;
  readonly file: RepoPath;
  readonly line: number;
}

/** How a finding can be taken back in the judged branch; reporters word it and write the commands. */
export type Restoration =
  /** The path did not exist before: remove it. */
  | { readonly kind: 'remove' }
  /** The state before stands in this parent (1 is the first) of the commit. */
  | { readonly kind: 'parent'; readonly parent: number }
  /** The state before is git's own merge of the two parents. */
  | { readonly kind: 'automatic-merge' };

/** What a squashed commit says in place of its commits' messages: the pull request's description, or its title only. */
export type SquashMessage = 'PR_BODY' | 'BLANK';

/** What a waiver or an approval can lift. */
interface Liftable {
  readonly severity: Severity;
  readonly waivedBy: Lift | null;
}

interface PathFinding {
  readonly severity: Severity;
  readonly agent: AgentName;
  readonly path: RepoPath;
  readonly status: ChangeStatus;
  readonly commit: CommitSha;
  /** The rule that decided; `null` where no pattern of a definition did (`definition-edit`). */
  readonly rule: RuleReference | null;
  /** The agents that OWN the path, in the order of their names. */
  readonly owners: readonly AgentName[];
  readonly restoration: Restoration;
  /** The last commit after it that changed the path and was not found against: taking back drops its work too. */
  readonly laterWork: CommitSha | null;
  /** The commit after which nothing of this change is left; `null` while it stands. */
  readonly undoneBy: CommitSha | null;
  /** `null` while it counts; always for `definition-edit`, which nothing lifts. */
  readonly waivedBy: Lift | null;
  /** The waiver that would lift it, had it not ended. */
  readonly endedWaiver: WaiverReference | null;
  /** For `case-collision` the denied path that this one equals but for case. */
  readonly collidesWith: RepoPath | null;
  readonly inHead: InHead;
}

/** A rule of the boundary that was broken, or what must be known of the judging. Facts only; reporters word them. */
export type Violation =
  | (PathFinding & {
      readonly code:
        'forbidden-path' | 'read-only-path' | 'definition-edit' | 'outside-owns' | 'case-collision';
    })
  | (Rewriting & {
      readonly code: 'unknown-agent';
      readonly severity: Severity;
      readonly commit: CommitSha;
      /** The trailer's value, as claimed. */
      readonly claim: string;
      /** Known names that come near, nearest first. */
      readonly suggestions: readonly AgentName[];
      /** The line of the message that says so, blanks at its end included; `null` where it is none, or is no UTF-8. */
      readonly written: string | null;
    })
  | (Rewriting & {
      readonly code: 'unreadable-commit';
      readonly severity: Severity;
      readonly commit: CommitSha;
      readonly reason: UnreadableMessage;
    })
  | (Liftable & {
      readonly code: 'provisional-agent';
      readonly agent: AgentName;
      /** The first commit of the range that claims it. */
      readonly commit: CommitSha;
      readonly file: RepoPath;
    })
  | {
      readonly code: 'retired-agent';
      readonly severity: Severity;
      readonly agent: AgentName;
      /** The first commit of the range that claims it. */
      readonly commit: CommitSha;
      /** The definition that it is judged by. */
      readonly file: RepoPath;
      readonly foundAt: 'merge-base' | 'default-branch';
    }
  | (Liftable &
      UnmendedMessage & {
        readonly code: 'misplaced-trailer';
        readonly agent: AgentName;
        readonly commit: CommitSha;
        /** The line as the message has it, without blanks around it. */
        readonly written: string;
        readonly where: MisplacedWhere;
        /** The trailer that says the same where git looks for it. */
        readonly trailer: string;
      })
  | {
      readonly code: 'anonymous-agent';
      readonly severity: Severity;
      /** The first of them. */
      readonly commit: CommitSha;
      readonly commits: number;
      /** What shows that an AI made them, each once, in the order of the commits. */
      readonly marks: readonly Mark[];
    }
  | (Liftable &
      Rewriting & {
        readonly code: 'unattributed-commit';
        readonly commit: CommitSha;
        /** The key of the trailer that it lacks. */
        readonly key: string;
        /** Its message has a line `---`, behind which `git commit --trailer` takes nothing for the message. */
        readonly hasDivider: boolean;
        /** The first of its paths that some agent cannot touch. */
        readonly path: RepoPath;
        readonly status: ChangeStatus;
        /** How many such paths it changes. */
        readonly paths: number;
        /** The agents that cannot touch that path. */
        readonly deniedTo: readonly AgentName[];
      })
  | (Liftable & { readonly code: 'rule-loosened'; readonly change: RuleChange })
  | {
      readonly code: 'waiver-expired' | 'waiver-unused';
      readonly severity: Severity;
      readonly waiver: WaiverReference;
    }
  | {
      readonly code: 'squash-loses-trailers';
      readonly severity: Severity;
      /** What the repository writes into a squashed commit's message. */
      readonly setting: SquashMessage;
    }
  | {
      readonly code: 'joint-attribution';
      readonly severity: Severity;
      readonly commit: CommitSha;
      readonly path: RepoPath;
      readonly status: ChangeStatus;
      /** The agent that would have been charged had it been alone. */
      readonly agent: AgentName;
      /** What it would have been charged with. */
      readonly lifted: 'definition-edit' | 'forbidden-path' | 'read-only-path';
      /** `null` where no rule of the agent names the protected path. */
      readonly rule: RuleReference | null;
      /** The agents of the same commit that OWN the path. */
      readonly owners: readonly AgentName[];
    }
  | (Liftable & {
      readonly code: 'no-definitions';
      /** The patterns of the places that were searched. */
      readonly lookedFor: readonly string[];
    });

export type ViolationCode = Violation['code'];

/** A finding on what one commit did. */
export type CommitViolation = Extract<Violation, { readonly commit: CommitSha }>;

/** A finding on one path, which a later commit can undo. */
export type PathViolation = Extract<Violation, { readonly undoneBy: CommitSha | null }>;

/** True for what still stands: an undone or lifted finding is shown and does not count. */
export const stands = (violation: Violation): boolean => !isUndone(violation) && !isLifted(violation);

export const isUndone = (violation: Violation): boolean =>
  'undoneBy' in violation && violation.undoneBy !== null;

/** True for what somebody lets pass; an undone finding needs nobody for that, and nothing lifts it. */
export const isLifted = (violation: Violation): boolean =>
  'waivedBy' in violation && violation.waivedBy !== null;
