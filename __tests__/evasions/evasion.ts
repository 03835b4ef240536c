import type { PullRequest } from '../support/pull-request.js';

type Files = Readonly<Record<string, string | Buffer>>;

/** One way to bring a forbidden change past the check, carried out in a real repository. */
export interface Evasion {
  /** Further files at the base; `null` leaves one of the usual ones out. */
  readonly files?: Readonly<Record<string, string | Buffer | null>>;
  /** Makes the commits of the pull request, and whatever else the attack needs. */
  readonly attack: (pullRequest: PullRequest) => void;
}

export type Evasions = Readonly<Record<string, Evasion>>;

export const AGENT = 'backend-django';
/** What the agent cannot touch, and what it owns. */
export const MODELS = 'apps/blog/models.py';
export const TEST = 'tests/test_views.py';
export const VIEWS = 'apps/blog/views.py';
export const DEFINITION = '.claude/agents/backend-django.md';
export const CONFIG = '.github/agent-ownership.yml';

/** What stands at the base beside the definitions. */
export const FILES: Files = {
  [MODELS]: 'models, a line that is long enough to be found as a rename\n',
  [TEST]: 'tests, a line that is long enough to be found as a rename\n',
  [VIEWS]: 'views\n',
  'config/settings.py': 'settings, a line that is long enough to be found as a rename\n',
};

/** A message with the trailer of the agent. */
export const by = (agent: string, subject = 'Change the blog') =>
  ({ subject, trailers: [['Agent', agent]] }) as const;
