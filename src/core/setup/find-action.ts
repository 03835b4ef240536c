import { parseYaml } from '../yaml/parse-yaml.js';

/** A job of a workflow that uses the action, in a step or as a workflow that is called. */
export interface ActionJob {
  readonly id: string;
  /** What GitHub shows, and a required check is named by. */
  readonly name: string;
  readonly uses: string;
  readonly conditional: boolean;
  readonly permissions: unknown;
}

/** A workflow that uses the action. */
export interface ActionWorkflow {
  /** What starts it, with what is said of each event. */
  readonly events: Readonly<Record<string, unknown>>;
  readonly permissions: unknown;
  readonly jobs: readonly ActionJob[];
}

const ACTION = /^[\w.-]+\/(?:[\w.-]+\/)*agent-ownership(?:\/[\w./-]*)?@/;

/** Reads a workflow; `null` where it does not use the action, or cannot be read (docs.github.com, "Workflow syntax"). */
export function readActionWorkflow(text: string): ActionWorkflow | null {
  const reading = parseYaml(text);
  if (!reading.ok || !isRecord(reading.data)) return null;
  const { on, permissions, jobs } = reading.data;
  const found = isRecord(jobs)
    ? Object.entries(jobs).flatMap(([id, job]) => (isRecord(job) ? toActionJobs(id, job) : []))
    : [];
  return found.length === 0 ? null : { events: toEvents(on), permissions, jobs: found };
}

function toActionJobs(id: string, job: Readonly<Record<string, unknown>>): readonly ActionJob[] {
  const steps: readonly unknown[] = Array.isArray(job['steps']) ? job['steps'] : [];
  return [job, ...steps].flatMap((part) => {
    const uses = isRecord(part) ? part['uses'] : undefined;
    if (!isRecord(part) || typeof uses !== 'string' || !ACTION.test(uses)) return [];
    const conditional = job['if'] !== undefined || part['if'] !== undefined;
    const name = typeof job['name'] === 'string' ? job['name'] : id;
    return [{ id, name, uses, conditional, permissions: job['permissions'] }];
  });
}

function toEvents(on: unknown): Readonly<Record<string, unknown>> {
  if (isRecord(on)) return on;
  const names = Array.isArray(on) ? on : [on];
  return Object.fromEntries(names.flatMap((name) => (typeof name === 'string' ? [[name, null]] : [])));
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
