import type { FurtherAliases } from './definitions/heading-table.js';
import type { ViolationCode } from './report.js';
import type { Severity } from './vocabulary.js';

/** How strictly to judge: a value that the entries build and the core receives. */
export interface Policy {
  /** Patterns of the files that are definitions. */
  readonly definitions: readonly string[];
  /** Headings that name a section, beside the usual ones. */
  readonly headings: FurtherAliases;
  /** Trailer keys that claim a commit for an agent; compared without regard to case, as git does. */
  readonly trailers: readonly string[];
  /** Trailer values that mean a person. */
  readonly people: readonly string[];
  readonly severity: Readonly<Record<ViolationCode, Severity | 'off'>>;
}

export const DEFAULT_POLICY: Policy = {
  definitions: ['.claude/agents/**/*.md', '**/.claude/agents/**/*.md'],
  headings: {},
  trailers: ['Agent'],
  people: ['human'],
  severity: {
    'forbidden-path': 'error',
    'definition-edit': 'error',
    'unknown-agent': 'error',
    'unreadable-commit': 'error',
    'read-only-path': 'warning',
    'provisional-agent': 'warning',
    'no-definitions': 'warning',
    'joint-attribution': 'notice',
  },
};
