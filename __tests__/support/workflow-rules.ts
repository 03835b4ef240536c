import { NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import { parseAction } from '@actions/workflow-parser/actions/action-parser';
import { parse } from 'yaml';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly permissions?: unknown;
  readonly 'timeout-minutes'?: number;
  readonly steps?: readonly Step[];
}

export interface Workflow {
  readonly on: unknown;
  readonly permissions?: unknown;
  readonly concurrency?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

/** What GitHub’s own parser finds wrong with a workflow. */
export const errorsOfWorkflow = (content: string): readonly string[] =>
  parseWorkflow({ name: 'workflow.yml', content }, new NoOperationTraceWriter())
    .context.errors.getErrors()
    .map(({ message }) => message);

/** What GitHub’s own parser finds wrong with the metadata of an action. */
export const errorsOfAction = (content: string): readonly string[] =>
  parseAction({ name: 'action.yml', content }, new NoOperationTraceWriter())
    .context.errors.getErrors()
    .map(({ message }) => message);

/** Events that run with a write token and secrets while a stranger’s head is near. */
const PRIVILEGED = /\b(?:pull_request_target|workflow_run|issue_comment)\b/;

const PINNED = /^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/;

/** The steps of a workflow that use an action, as its lines say: the parsed text has lost the comments. */
const USES_LINE = /^\s*(?:- )?uses:\s*(\S+)(?:\s+#\s*(.*))?$/gm;

/**
 * What is wrong with a workflow of this repository by its own rules (docs/decisions/0022): what GitHub refuses, an action that is
 * not pinned by a commit with its version beside it, a permission that is taken for granted, a token left in the checkout, a
 * text from outside in a script, no end.
 */
export function faultsOf(content: string): readonly string[] {
  const workflow = parse(content) as Workflow;
  const jobs = Object.entries(workflow.jobs);
  const steps = jobs.flatMap(([, { steps: own = [] }]) => own);
  return [
    ...errorsOfWorkflow(content),
    ...[...content.matchAll(USES_LINE)].flatMap(([, uses = '', version = '']) =>
      uses.startsWith('./') || (PINNED.test(uses) && /^v\d+\.\d+\.\d+$/.test(version))
        ? []
        : [`pin: ${uses}`],
    ),
    ...(PRIVILEGED.test(JSON.stringify(workflow.on)) ? ['event'] : []),
    ...(isEmpty(workflow.permissions) ? [] : ['permissions: of the workflow']),
    ...(workflow.concurrency === undefined ? ['concurrency'] : []),
    ...jobs.flatMap(([name, job]) => [
      ...(typeof job.permissions === 'object' ? [] : [`permissions: ${name}`]),
      ...(job['timeout-minutes'] === undefined ? [`timeout: ${name}`] : []),
    ]),
    ...steps.flatMap((step) => [
      ...(step.run?.includes('${{') === true ? ['expression in run'] : []),
      ...(step.uses?.startsWith('actions/checkout@') === true && step.with?.['persist-credentials'] !== false
        ? ['persist-credentials']
        : []),
    ]),
  ];
}

const isEmpty = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0;

/** The commit by which each action is pinned. */
export const pinsOf = (content: string): readonly (readonly [action: string, pin: string])[] =>
  [...content.matchAll(USES_LINE)].flatMap(([, uses = '', version = '']) => {
    const [action = '', commit] = uses.split('@');
    return commit === undefined ? [] : [[action, `${commit} ${version}`] as const];
  });
