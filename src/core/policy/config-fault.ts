import type { PatternFault, UnreadableReason } from '../definitions/faults.js';
import type { YamlKind } from '../yaml/yaml-tree.js';
import type { Day } from '../vocabulary.js';

/** What is wrong with a text of the config, whatever it is for. */
export type TextFault =
  | 'blank'
  | 'too-long'
  /** An exception (`!`) where only patterns can stand. */
  | 'exception'
  | 'matches-everything'
  /** A pattern of wildcards, which matches nearly everything. */
  | 'names-nothing'
  | 'only-stars'
  | 'not-a-trailer-key'
  | 'not-a-day'
  | 'not-a-branch'
  /** A heading of marks and signs only. */
  | 'no-words';

/**
 * Why a config cannot be used. `key` is the place inside of it: `waivers[0].until`; empty for the file as a whole, and all
 * texts are as written.
 */
export type ConfigFault =
  | { readonly kind: 'unreadable'; readonly reason: UnreadableReason | 'directory' }
  | { readonly kind: 'not-yaml'; readonly detail: string }
  /** Too long or too deep for our reader, which says nothing of whether it is YAML. */
  | { readonly kind: 'beyond-limits'; readonly detail: string }
  | { readonly kind: 'several-documents' }
  | { readonly kind: 'unknown-key'; readonly key: string; readonly nearest: string | null }
  /** A code whose severity is fixed, or one that is of no agent and cannot be set for one. */
  | { readonly kind: 'refused-key'; readonly key: string; readonly why: 'always-fails' | 'of-no-agent' }
  | { readonly kind: 'duplicate-key'; readonly key: string }
  | { readonly kind: 'missing-key'; readonly key: string; readonly missing: string }
  | {
      readonly kind: 'wrong-type';
      readonly key: string;
      readonly expected: YamlKind;
      readonly found: YamlKind;
    }
  | {
      readonly kind: 'not-a-choice';
      readonly key: string;
      readonly value: string;
      readonly choices: readonly string[];
      readonly nearest: string | null;
    }
  | { readonly kind: 'empty-list'; readonly key: string }
  | {
      readonly kind: 'unusable-text';
      readonly key: string;
      readonly value: string;
      readonly fault: TextFault;
    }
  | {
      readonly kind: 'invalid-pattern';
      readonly key: string;
      readonly pattern: string;
      readonly fault: PatternFault | 'placeholder';
    }
  | { readonly kind: 'too-far-ahead'; readonly key: string; readonly until: Day; readonly latest: Day }
  /** The names, the first of which stands for the second and so on, and the last for the first. */
  | { readonly kind: 'alias-circle'; readonly key: string; readonly names: readonly string[] }
  /** A heading of CANNOT TOUCH, for another section. */
  | { readonly kind: 'heading-of-denials'; readonly key: string; readonly heading: string }
  | { readonly kind: 'only-exceptions'; readonly key: string }
  /** One heading for two sections. */
  | { readonly kind: 'contrary-heading'; readonly key: string; readonly heading: string };
