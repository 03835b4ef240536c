import { fingerprint } from '../fingerprint.js';

/** Which step of a workflow publishes, and in which run of it. */
export interface Publisher {
  /** The workflow's file with its repository, or its name where only that is known. */
  readonly workflow: string;
  /** The id of the job; empty where nobody says it. */
  readonly job: string;
  /** The id of the run, which grows from run to run; `null` where nobody says it. */
  readonly run: number | null;
  /** 1 in the first attempt at a run. */
  readonly attempt: number;
}

/** What tells the comments of two jobs of one repository apart: the same in all runs, on all pull requests. */
export const publisherKey = ({ workflow, job }: Publisher): string =>
  fingerprint(JSON.stringify([workflow, job]));
