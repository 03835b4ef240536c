import type { SectionKind, Severity } from '../vocabulary.js';
import type { DefinitionProblemCode } from './problem.js';

const SEVERITIES: Readonly<Record<DefinitionProblemCode, Severity>> = {
  'unreadable-definition': 'error',
  'invalid-config': 'error',
  'unclosed-front-matter': 'error',
  'invalid-front-matter': 'error',
  'invalid-pattern': 'error',
  'recovered-front-matter': 'warning',
  'unenforceable-entry': 'warning',
  'unresolved-placeholder': 'warning',
  'duplicate-name': 'warning',
  'missing-name': 'warning',
  'contested-paths': 'warning',
  'skipped-by-claude-code': 'warning',
  'contract-drift': 'warning',
  'front-matter-disagrees': 'warning',
  'dead-pattern': 'notice',
  'shadowed-pattern': 'notice',
  'shared-ownership': 'notice',
  'orphan-denial': 'notice',
  'unowned-files': 'notice',
  'no-rules': 'notice',
  'not-a-definition': 'notice',
};

/** Every code that a problem can have. */
export const PROBLEM_CODES = Object.keys(SEVERITIES) as readonly DefinitionProblemCode[];

/** The default severity of a problem. A placeholder in CANNOT TOUCH is an error: what it stands for is not forbidden. */
export const severityOf = (code: DefinitionProblemCode, section?: SectionKind): Severity =>
  code === 'unresolved-placeholder' && section === 'cannot-touch' ? 'error' : SEVERITIES[code];
