import type { ContractCell, EntryReference, ExceptionLine, PathSample } from './lint-facts.js';
import type { ConfigFault } from '../policy/config-fault.js';
import type { AgentName, RepoPath, SectionKind, Severity } from '../vocabulary.js';
import type { PatternFault, UnreadableReason } from './faults.js';

export type { PatternFault, UnreadableReason } from './faults.js';

/** Why a line of an ownership section yields no pattern. */
export type UnenforceableReason =
  'no-path' | 'part-of-a-file' | 'complement' | 'not-a-path' | 'unknown-shape';

/** Problems of one code and section that are told as one. */
export interface FurtherEntries {
  readonly count: number;
  /** How many lines below the first of them the last one stands. */
  readonly linesBelow: number;
}

/** Why Claude Code would not load a definition that this tool reads. */
export type SkipReason =
  | 'other-extension'
  | 'no-front-matter'
  | 'other-language'
  | 'unclosed-front-matter'
  | 'invalid-yaml'
  | 'invalid-yaml-with-windows-line-ends'
  | 'no-name'
  | 'name-is-no-text'
  | 'name-begins-with-hyphen'
  | 'name-holds-colon'
  | 'no-description';

/** What keeps a row of a contract from being compared: its cells, its patterns, or how much there is to compare. */
export type RowFault = 'cells' | 'patterns' | 'beyond-limits';

/** How a contract differs from the definitions, or why a part of it could not be compared. */
export type ContractDrift =
  | { readonly kind: 'row'; readonly pattern: string; readonly cells: readonly ContractCell[] }
  | { readonly kind: 'unknown-agent'; readonly name: string; readonly nearest: AgentName | null }
  | { readonly kind: 'unlisted-agents'; readonly names: readonly AgentName[] }
  | { readonly kind: 'unreadable-row'; readonly text: string; readonly fault: RowFault }
  | { readonly kind: 'unreadable'; readonly reason: UnreadableReason };

interface Place {
  readonly file: RepoPath;
  /** `null` where the problem concerns the file as a whole. */
  readonly line: number | null;
  /** The agent concerned, where its name could be read. */
  readonly agent: AgentName | null;
}

/** What is wrong with a definition or with the config. Facts only; reporters word them. */
export type DefinitionProblem = Place & { readonly severity: Severity } & (
    | { readonly code: 'unreadable-definition'; readonly reason: UnreadableReason }
    | { readonly code: 'unclosed-front-matter' }
    | { readonly code: 'invalid-front-matter'; readonly detail: string }
    | { readonly code: 'recovered-front-matter'; readonly detail: string }
    | { readonly code: 'missing-name'; readonly used: AgentName }
    | {
        readonly code: 'duplicate-name';
        readonly otherFiles: readonly RepoPath[];
        /** Names that differ from this one only in case, blanks, `-` and `_`; none where the others have the same name. */
        readonly otherNames: readonly AgentName[];
      }
    | {
        readonly code: 'invalid-pattern';
        readonly section: SectionKind;
        readonly pattern: string;
        readonly fault: PatternFault;
      }
    | {
        readonly code: 'invalid-pattern';
        readonly section: SectionKind;
        readonly pattern: string;
        /** The definition stands for too many patterns: neither this one is in force nor those behind it. */
        readonly fault: 'too-many-patterns';
        readonly alsoLost: number;
      }
    | {
        readonly code: 'invalid-pattern' | 'unenforceable-entry' | 'unresolved-placeholder';
        readonly section: SectionKind;
        readonly further: FurtherEntries;
      }
    | { readonly code: 'unresolved-placeholder'; readonly section: SectionKind; readonly pattern: string }
    | {
        readonly code: 'unenforceable-entry';
        readonly section: SectionKind;
        readonly text: string;
        readonly reason: UnenforceableReason;
      }
    | { readonly code: 'skipped-by-claude-code'; readonly reason: SkipReason }
    | {
        readonly code: 'front-matter-disagrees';
        readonly section: SectionKind;
        readonly key: string;
        /** Patterns that only the front matter has, and that only the body has. */
        readonly onlyInFrontMatter: readonly string[];
        readonly onlyInBody: readonly string[];
      }
    | {
        /** The agent's CANNOT TOUCH wins over its OWNS on paths that both cover. Stands at the OWNS entry. */
        readonly code: 'contested-paths';
        readonly pattern: string;
        /** The entry that denies most of them; the paths are those that it denies. */
        readonly denial: EntryReference;
        readonly paths: PathSample;
        /** How many more paths of the OWNS entry are contested by other entries. */
        readonly otherwiseDenied: number;
        /** What would let the agent write there, every line of it; none where no exception can say it. */
        readonly exceptions: readonly ExceptionLine[];
        /** Entries of those sections that are exceptions to the OWNS entry: they stay in force only below the new line. */
        readonly keepBelow: readonly string[];
      }
    | {
        readonly code: 'dead-pattern';
        readonly section: SectionKind;
        readonly pattern: string;
        /** How many further dead patterns of this definition are not listed; said with the last one that is. */
        readonly unlisted: number;
      }
    | {
        readonly code: 'shadowed-pattern';
        readonly section: SectionKind;
        readonly pattern: string;
        /**
         * `covered`: another entry of the section matches all that this one does. `taken-back`: exceptions below it take out
         * all that it matches. `takes-nothing-out`: an exception that no entry above it covers.
         */
        readonly effect: 'covered' | 'taken-back' | 'takes-nothing-out';
        readonly by: EntryReference | null;
      }
    | {
        /** Stands at the deciding entry of the first owner. */
        readonly code: 'shared-ownership';
        readonly owners: readonly EntryReference[];
        /** More than 1 where the problem sums up so many sets of owners; the owners are those of the largest. */
        readonly sets: number;
        readonly paths: PathSample;
      }
    | {
        readonly code: 'orphan-denial';
        readonly pattern: string;
        /** The other agents that deny the same pattern. */
        readonly alsoDeniedTo: readonly AgentName[];
        readonly paths: PathSample;
      }
    | {
        /** Stands at one of the paths. */
        readonly code: 'unowned-files';
        readonly paths: PathSample;
        readonly tracked: number;
      }
    | { readonly code: 'contract-drift'; readonly drift: ContractDrift }
    /** The config cannot be used: none of it is in force. */
    | { readonly code: 'invalid-config'; readonly fault: ConfigFault }
    | { readonly code: 'no-rules' }
    | { readonly code: 'not-a-definition' }
  );

export type DefinitionProblemCode = DefinitionProblem['code'];
