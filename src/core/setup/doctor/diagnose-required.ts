import { diagnose, type Diagnosis } from './diagnosis.js';

/** What GitHub says must pass on the default branch, or why that is not known. */
export type RequiredChecks =
  | {
      readonly kind: 'asked';
      readonly branch: string;
      /** The names of required checks. */
      readonly contexts: readonly string[];
      /** The files of workflows that a ruleset requires. */
      readonly workflows: readonly string[];
    }
  | { readonly kind: 'no-token' | 'no-repository' }
  | { readonly kind: 'not-answered'; readonly detail: string };

/** Whether one of the jobs, or its workflow, must pass before a merge. */
export function diagnoseRequired(
  required: RequiredChecks,
  jobs: readonly string[],
  workflows: readonly string[],
): Diagnosis {
  switch (required.kind) {
    case 'no-token':
    case 'no-repository':
      return diagnose('required', required.kind);
    case 'not-answered':
      return diagnose('required', 'not-answered', required.detail);
    case 'asked': {
      const check =
        required.contexts.find((context) => jobs.some((job) => isOfJob(context, job))) ??
        required.workflows.find((path) => workflows.includes(path) || path.includes('agent-ownership'));
      return check === undefined
        ? diagnose('required', 'not-required', required.branch, ...jobs)
        : diagnose('required', 'required-here', required.branch, check);
    }
  }
}

/** The check of a job in a workflow that is called is named `caller / job`. */
const isOfJob = (context: string, job: string): boolean => context === job || context.startsWith(`${job} / `);
