import type { AgentName, RepoPath, SectionKind, Severity } from '../vocabulary.js';

/** Why a definition file could not be read as text. */
export type UnreadableReason =
  | 'not-utf8'
  | 'nul-byte'
  | 'too-large'
  | 'submodule'
  | 'link-leads-outside'
  | 'link-is-broken'
  | 'link-loops'
  | 'read-failed';

/** Why a line of an ownership section yields no pattern. */
export type UnenforceableReason =
  'no-path' | 'part-of-a-file' | 'complement' | 'not-a-path' | 'unknown-shape';

/** Why a pattern does not compile. */
export type PatternFault =
  | 'empty'
  | 'control-or-format-character'
  | 'parent-segment'
  | 'absolute-path'
  | 'too-many-braces'
  | 'too-long'
  | 'trailing-backslash'
  | 'backslash-as-separator'
  | 'unclosed-bracket'
  | 'not-compilable';

interface Place {
  readonly file: RepoPath;
  /** `null` where the problem concerns the file as a whole. */
  readonly line: number | null;
  /** The agent concerned, where its name could be read. */
  readonly agent: AgentName | null;
}

/** What is wrong with a definition. Facts only; reporters word them. */
export type DefinitionProblem = Place & { readonly severity: Severity } & (
    | { readonly code: 'unreadable-definition'; readonly reason: UnreadableReason }
    | { readonly code: 'unclosed-front-matter' }
    | { readonly code: 'invalid-front-matter'; readonly detail: string }
    | { readonly code: 'recovered-front-matter'; readonly detail: string }
    | { readonly code: 'missing-name'; readonly used: AgentName }
    | { readonly code: 'duplicate-name'; readonly otherFiles: readonly RepoPath[] }
    | {
        readonly code: 'invalid-pattern';
        readonly section: SectionKind;
        readonly pattern: string;
        readonly fault: PatternFault;
      }
    | { readonly code: 'unresolved-placeholder'; readonly section: SectionKind; readonly pattern: string }
    | {
        readonly code: 'unenforceable-entry';
        readonly section: SectionKind;
        readonly text: string;
        readonly reason: UnenforceableReason;
      }
    | { readonly code: 'no-rules' }
    | { readonly code: 'not-a-definition' }
  );

export type DefinitionProblemCode = DefinitionProblem['code'];
