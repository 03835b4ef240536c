import { tmpdir } from 'node:os';
import type { Publisher } from '../core/publishing/publisher.js';
import { repoPath, type RepoPath } from '../core/vocabulary.js';
import { OperationalError } from '../operational-error.js';
import type { Site } from '../reporters/links.js';
import type { Environment } from '../sources/git/environment.js';
import type { RangeInputs, RunFacts } from '../sources/github/target.js';

/** What the runner tells by its variables (docs.github.com, "Variables reference"). */
export interface Runner extends RunFacts {
  readonly workspace: string;
  readonly temporaryDirectory: string;
  /** `owner/name`, where the runner says it. */
  readonly repository: string | null;
  /** `https://github.com`, or that of a GitHub Enterprise Server. */
  readonly serverUrl: string;
  /** The input `token`; action.yml gives it the job's own. */
  readonly token: string | null;
  readonly inputs: RangeInputs;
  /** The input `config`: a file of the repository that must be there. */
  readonly config: RepoPath | null;
  /** The input `floor`. */
  readonly floor: string;
  /** The input `approval-label`; `null` where no label approves anything. */
  readonly approvalLabel: string | null;
  /** The input `comment`. */
  readonly comment: boolean;
  /** The input `check-run`. */
  readonly checkRun: boolean;
  readonly publisher: Publisher;
}

/** Throws `not-a-repository` where the runner names no workspace, and `invalid-input`. */
export function readRunner(environment: Environment): Runner {
  const workspace = valueOf(environment, 'GITHUB_WORKSPACE');
  if (workspace === null) throw new OperationalError('not-a-repository', 'GITHUB_WORKSPACE');
  return {
    workspace,
    temporaryDirectory: valueOf(environment, 'RUNNER_TEMP') ?? tmpdir(),
    repository: valueOf(environment, 'GITHUB_REPOSITORY'),
    serverUrl: valueOf(environment, 'GITHUB_SERVER_URL') ?? 'https://github.com',
    token: valueOf(environment, 'INPUT_TOKEN')?.trim() ?? null,
    sha: valueOf(environment, 'GITHUB_SHA'),
    inputs: {
      base: valueOf(environment, 'INPUT_BASE')?.trim() ?? '',
      head: valueOf(environment, 'INPUT_HEAD')?.trim() ?? '',
    },
    config: toConfigPath(valueOf(environment, 'INPUT_CONFIG')),
    floor: valueOf(environment, 'INPUT_FLOOR') ?? '',
    approvalLabel: readLabel(environment),
    comment: readFlag(environment, 'comment'),
    checkRun: readFlag(environment, 'check-run'),
    publisher: readPublisher(environment),
  };
}

/** What a link to a file or commit begins with; `null` where the runner names no repository. */
export const siteOf = ({ serverUrl, repository }: Runner): Site | null =>
  repository === null ? null : { serverUrl, repository };

/** `GITHUB_WORKFLOW_REF` is `owner/repo/.github/workflows/file.yml@ref`; the ref differs from run to run. */
function readPublisher(environment: Environment): Publisher {
  const file = valueOf(environment, 'GITHUB_WORKFLOW_REF')?.split('@', 1)[0];
  return {
    workflow: file ?? valueOf(environment, 'GITHUB_WORKFLOW') ?? '',
    job: valueOf(environment, 'GITHUB_JOB') ?? '',
    run: readCount(environment, 'GITHUB_RUN_ID'),
    attempt: readCount(environment, 'GITHUB_RUN_ATTEMPT') ?? 1,
  };
}

function readCount(environment: Environment, name: string): number | null {
  const value = valueOf(environment, name);
  return value !== null && /^\d{1,15}$/.test(value) ? Number(value) : null;
}

/** As `getBooleanInput` of the toolkit reads it: the booleans of YAML 1.2's core schema. Off where nothing is given. */
function readFlag(environment: Environment, input: string): boolean {
  const value = valueOf(environment, `INPUT_${input.toUpperCase()}`)?.trim() ?? 'false';
  if (/^(?:true|True|TRUE)$/.test(value)) return true;
  if (/^(?:false|False|FALSE)$/.test(value)) return false;
  throw new OperationalError('invalid-input', `${input}: ${value}`);
}

/** `./a//b` is `a/b`; what leads out of the repository is there in no commit, and is looked for as it stands. */
function toConfigPath(given: string | null): RepoPath | null {
  if (given === null) return null;
  const names = given
    .trim()
    .split('/')
    .filter((name) => name !== '' && name !== '.');
  return repoPath(names.join('/'));
}

/** In characters: GitHub takes no longer name for a label. */
const LONGEST_LABEL = 50;

/** A name that no label can have would refuse every approval without a word about the typing mistake. */
function readLabel(environment: Environment): string | null {
  const label = valueOf(environment, 'INPUT_APPROVAL-LABEL')?.trim() ?? null;
  if (label !== null && (Array.from(label).length > LONGEST_LABEL || /\p{Cc}/u.test(label)))
    throw new OperationalError('invalid-input', `approval-label: ${label}`);
  return label;
}

/** The runner sets what it does not know to nothing. */
function valueOf(environment: Environment, name: string): string | null {
  const value = environment[name];
  return value === undefined || value.trim() === '' ? null : value;
}
