import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';

const load = createRequire(import.meta.url);

/** A payload as JSON gives it. */
export type Payload = Readonly<Record<string, unknown>>;

interface WebhookExamples {
  readonly name: string;
  readonly examples: readonly Payload[];
}

const published = load('@octokit/webhooks-examples') as readonly WebhookExamples[];

const ajv = new Ajv({ strict: false, allErrors: true });
// A CommonJS package whose types speak of its `default`, which Node's import already unwraps.
(addFormats as unknown as (instance: Ajv) => void)(ajv);
ajv.addSchema(load('@octokit/webhooks-schemas') as object, 'webhooks');

/** What GitHub's published schema (`@octokit/webhooks-schemas`) finds wrong with a payload. */
export function schemaErrorsOf(event: string, payload: Payload): readonly string[] {
  const action = payload['action'];
  const validate = ajv.getSchema(
    `webhooks#/definitions/${event}$${typeof action === 'string' ? action : 'event'}`,
  );
  if (validate === undefined) return [`no schema for ${event} ${String(action)}`];
  return validate(payload) === true
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}

/** The payloads of an event among GitHub's published examples that still meet the published schema. */
export const examplesOf = (event: string): readonly Payload[] =>
  published
    .filter(({ name }) => name === event)
    .flatMap(({ examples }) => examples)
    .filter((payload) => schemaErrorsOf(event, payload).length === 0);

/** A published example, with some of its fields replaced, or left out by `undefined`: `{ 'pull_request.base.ref': 'main' }`. */
export function aPayload(
  event: string,
  changes: Readonly<Record<string, unknown>> = {},
  fits: (payload: Payload) => boolean = () => true,
): Payload {
  const example = examplesOf(event).find(fits);
  if (example === undefined) throw new Error(`no published example of ${event} fits`);
  const payload = structuredClone(example) as Record<string, unknown>;
  for (const [field, value] of Object.entries(changes)) replace(payload, field.split('.'), value);
  return payload;
}

function replace(target: Record<string, unknown>, keys: readonly string[], value: unknown): void {
  const [key = '', ...rest] = keys;
  if (rest.length === 0 && value === undefined) Reflect.deleteProperty(target, key);
  else if (rest.length === 0) target[key] = value;
  else replace(target[key] as Record<string, unknown>, rest, value);
}
