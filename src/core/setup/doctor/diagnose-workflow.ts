import { readActionWorkflow, type ActionJob, type ActionWorkflow } from '../find-action.js';
import { isJsonObject } from '../json-text.js';
import type { SetupFile } from '../setup-facts.js';
import { isPinned } from '../uses.js';
import { diagnose, type Diagnosis } from './diagnosis.js';

/** What GitHub starts a workflow for where it names no types (docs.github.com, "Events that trigger workflows"). */
const USUAL_TYPES = ['opened', 'synchronize', 'reopened'];
/** A new base branch, and the approval label, come with these. */
const FURTHER_TYPES = ['edited', 'labeled', 'unlabeled'];

/** The workflows that use the action. */
export function findActionWorkflows(files: readonly SetupFile[]) {
  return files.flatMap(({ path, text }) => {
    const workflow = text === null ? null : readActionWorkflow(text);
    return workflow === null ? [] : [{ path, workflow }];
  });
}

/** Whether a workflow uses the action, and does all that a required check needs. */
export function diagnoseWorkflows(files: readonly SetupFile[]): readonly Diagnosis[] {
  const found = findActionWorkflows(files);
  if (found.length > 0) {
    return found.flatMap(({ path, workflow }) => [
      diagnose('workflow', 'workflow-found', path),
      ...diagnoseEvents(path, workflow),
      ...diagnoseFilters(path, workflow),
      ...workflow.jobs.flatMap((job) => [
        diagnosePermissions(path, workflow, job),
        diagnose('pin', isPinned({ ref: refOf(job) }) ? 'pinned' : 'not-pinned', path, job.uses),
      ]),
    ]);
  }
  const garbled = files.find(
    ({ text, unusable }) => unusable !== null || /\buses:.*agent-ownership/.test(text ?? ''),
  );
  return [
    garbled === undefined
      ? diagnose('workflow', 'no-workflow')
      : diagnose('workflow', 'workflow-unreadable', garbled.path),
  ];
}

const refOf = ({ uses }: ActionJob): string => uses.slice(uses.lastIndexOf('@') + 1);

function diagnoseEvents(path: string, { events }: ActionWorkflow): readonly Diagnosis[] {
  const name = ['pull_request', 'pull_request_target'].find((event) => Object.hasOwn(events, event));
  if (name === undefined) return [diagnose('events', 'event-missing', path, 'pull_request')];
  const event = events[name];
  const given: unknown = isJsonObject(event) ? event['types'] : undefined;
  const types: readonly unknown[] = given === undefined || given === null ? USUAL_TYPES : [given].flat();
  const absent = (wanted: readonly string[]) => wanted.filter((type) => !types.includes(type));
  if (absent(USUAL_TYPES).length > 0)
    return [diagnose('events', 'event-missing', path, ...absent(USUAL_TYPES))];
  const further = absent(FURTHER_TYPES);
  const gaps = [
    ...(further.length > 0 ? [diagnose('events', 'types-missing', path, ...further)] : []),
    ...(Object.hasOwn(events, 'merge_group') ? [] : [diagnose('events', 'merge-group-missing', path)]),
  ];
  return gaps.length > 0 ? gaps : [diagnose('events', 'events-complete', path)];
}

function diagnoseFilters(path: string, { events, jobs }: ActionWorkflow): readonly Diagnosis[] {
  const filtered = Object.entries(events).filter(
    ([, event]) => isJsonObject(event) && ('paths' in event || 'paths-ignore' in event),
  );
  const conditional = jobs.filter((job) => job.conditional);
  const faults = [
    ...filtered.map(([event]) => diagnose('filters', 'paths-filter', path, event)),
    ...conditional.map(({ id }) => diagnose('filters', 'job-conditional', path, id)),
  ];
  return faults.length > 0 ? faults : [diagnose('filters', 'no-filters', path)];
}

/** A job's own permissions take the place of the workflow's (docs.github.com, "Controlling permissions for GITHUB_TOKEN"). */
function diagnosePermissions(
  path: string,
  { events, permissions }: ActionWorkflow,
  job: ActionJob,
): Diagnosis {
  const granted = job.permissions ?? permissions;
  if (granted === undefined || granted === null) return diagnose('permissions', 'permissions-unset', path);
  if (granted === 'write-all') return diagnose('permissions', 'permissions-wide', path, 'write-all');
  if (granted === 'read-all') return diagnose('permissions', 'permissions-set', path);
  const given = isJsonObject(granted) ? granted : {};
  const isGiven = (name: string): boolean => given[name] === 'read' || given[name] === 'write';
  const needed = ['contents', ...(Object.hasOwn(events, 'merge_group') ? ['pull-requests'] : [])];
  const missing = needed.filter((name) => !isGiven(name));
  if (missing.length > 0)
    return diagnose('permissions', 'permission-missing', path, ...missing.map((name) => `${name}: read`));
  return given['contents'] === 'write'
    ? diagnose('permissions', 'permissions-wide', path, 'contents: write')
    : diagnose('permissions', 'permissions-set', path);
}
