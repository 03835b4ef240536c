import { OperationalError } from '../../operational-error.js';
import { parseMergeGroup } from './merge-group-event.js';
import { parsePullRequest } from './pull-request-event.js';
import { parsePush } from './push-event.js';
import { parseRequestedRange } from './requested-range.js';
import type { RangeInputs, RunFacts, Target } from './target.js';

type Parse = (payload: unknown, facts: RunFacts, inputs: RangeInputs) => Target;

const EVENTS: ReadonlyMap<string, Parse> = new Map<string, Parse>([
  ['pull_request', (payload) => parsePullRequest('pull_request', payload)],
  ['pull_request_target', (payload) => parsePullRequest('pull_request_target', payload)],
  ['merge_group', parseMergeGroup],
  ['push', parsePush],
  ['workflow_dispatch', parseRequestedRange],
  ['schedule', parseRequestedRange],
]);

/**
 * Pure: the event of a workflow (docs.github.com, "Events that trigger workflows" and "Webhook events and payloads") → what is
 * to be judged. The inputs are looked at for `workflow_dispatch` and `schedule` only. Throws `unsupported-event` with the
 * event's name, `unreadable-event` with the field that is missing or garbled, `missing-input`, or `unknown-revision`.
 */
export function parseEvent(name: string, payload: unknown, facts: RunFacts, inputs: RangeInputs): Target {
  const parse = EVENTS.get(name);
  if (parse === undefined) throw new OperationalError('unsupported-event', name);
  return parse(payload, facts, inputs);
}
