/** `missing` and `wrong` are to be mended; `unknown` could not be told from here. */
export type DiagnosisState = 'ok' | 'warning' | 'missing' | 'wrong' | 'unknown';

/** What is looked at, in the order of the report, and every answer with the state that it is. */
export const ANSWERS = {
  node: { 'node-supported': 'ok', 'node-too-old': 'wrong' },
  git: { 'git-supported': 'ok' },
  definitions: { 'definitions-found': 'ok', 'no-definitions': 'missing' },
  lint: { 'lint-clean': 'ok', 'lint-warnings': 'warning', 'lint-errors': 'wrong' },
  workflow: { 'workflow-found': 'ok', 'no-workflow': 'missing', 'workflow-unreadable': 'wrong' },
  events: {
    'events-complete': 'ok',
    'event-missing': 'wrong',
    'types-missing': 'warning',
    'merge-group-missing': 'warning',
  },
  filters: { 'no-filters': 'ok', 'paths-filter': 'wrong', 'job-conditional': 'wrong' },
  permissions: {
    'permissions-set': 'ok',
    'permissions-unset': 'warning',
    'permissions-wide': 'warning',
    'permission-missing': 'wrong',
  },
  pin: { pinned: 'ok', 'not-pinned': 'warning' },
  plugin: {
    'plugin-enabled': 'ok',
    'plugin-absent': 'missing',
    'plugin-off': 'wrong',
    'settings-unreadable': 'wrong',
    'marketplace-unknown': 'warning',
  },
  'claude-hooks': { 'hooks-on': 'ok', 'hooks-disabled': 'wrong' },
  'plugin-hook': {
    'plugin-denies': 'ok',
    'plugin-lets-through': 'wrong',
    'plugin-fails': 'wrong',
    'plugin-not-asked': 'unknown',
    'nothing-to-ask': 'unknown',
  },
  worktrees: { 'worktrees-ignored': 'ok', 'worktrees-seen': 'missing' },
  'git-hooks': {
    'git-hooks-installed': 'ok',
    'git-hooks-absent': 'ok',
    'git-hook-missing': 'wrong',
    'git-hook-not-executable': 'wrong',
  },
  'git-hook': {
    'git-hook-stamps': 'ok',
    'git-hook-silent': 'wrong',
    'git-hook-fails': 'wrong',
    'nobody-to-stamp': 'unknown',
  },
  required: {
    'required-here': 'ok',
    'not-required': 'missing',
    'no-token': 'unknown',
    'no-repository': 'unknown',
    'not-answered': 'unknown',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, DiagnosisState>>>>;

type Answers = typeof ANSWERS;
export type CheckName = keyof Answers;
export type DiagnosisCode = { [Check in CheckName]: keyof Answers[Check] }[CheckName];

/** One thing that was looked at. */
export interface Diagnosis {
  readonly check: CheckName;
  readonly state: DiagnosisState;
  readonly code: DiagnosisCode;
  /** What it is about, such as a path or a version: untrusted. */
  readonly values: readonly string[];
}

/** An answer to one check with its state. */
export function diagnose<Check extends CheckName>(
  check: Check,
  code: keyof Answers[Check] & DiagnosisCode,
  ...values: readonly string[]
): Diagnosis {
  const states: Readonly<Record<string, DiagnosisState>> = ANSWERS[check];
  return { check, state: states[code] ?? 'unknown', code, values };
}

/** Whether something has to be mended. */
export const isIll = ({ state }: Diagnosis): boolean => state === 'missing' || state === 'wrong';
