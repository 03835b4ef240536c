import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import type { Answer } from './github-server.js';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema: object;
}

interface Operation {
  readonly parameters?: readonly unknown[];
  readonly requestBody?: unknown;
  readonly responses: Readonly<Record<string, object>>;
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: object;
}

/** The folder of the package `@octokit/openapi`, whose 385 MB no package.json should ask for. */
const folder = process.env['AGENT_OWNERSHIP_OPENAPI'];

/** Whether GitHub's published OpenAPI description is at hand. */
export const hasOpenapi = folder !== undefined && folder !== '';

let loaded: { readonly description: Description; readonly ajv: Ajv } | null = null;

function load() {
  if (loaded !== null) return loaded;
  const file = join(folder ?? '', 'generated', 'api.github.com.json');
  const description = withoutNullable(JSON.parse(readFileSync(file, 'utf8'))) as Description;
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true, coerceTypes: false });
  ajv.addSchema(description, 'github');
  loaded = { description, ajv };
  return loaded;
}

/** Reads the description now, so that no request has to wait for it. */
export function prepareOpenapi(): void {
  if (hasOpenapi) load();
}

/** OpenAPI 3.0 says `nullable` where JSON Schema says `type: null`. */
function withoutNullable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNullable);
  if (typeof value !== 'object' || value === null) return value;
  const { nullable, ...rest } = Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, withoutNullable(part)]),
  );
  return nullable === true
    ? { anyOf: [rest, { type: 'null' }] }
    : { ...rest, ...(nullable === undefined ? {} : { nullable }) };
}

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

/** What GitHub's description finds wrong with a request to the REST API and its answer; nothing where it is not at hand. */
export function schemaErrorsOfRest(asked: Asked, answer: Answer): readonly string[] {
  if (!hasOpenapi || asked.path.endsWith('/graphql')) return [];
  const [path = '', query = ''] = asked.path.split('?');
  const found = findOperation(asked.method, path);
  if (found === null) return [`no operation for ${asked.method} ${path}`];
  return [
    ...errorsOfQuery(found.operation, new URLSearchParams(query)),
    ...errorsOfBody(found, asked.body),
    ...(typeof answer === 'string' ? [] : errorsOfAnswer(found, answer)),
  ];
}

interface Found {
  readonly operation: Operation;
  readonly pointer: string;
}

function findOperation(method: string, path: string): Found | null {
  const { paths } = load().description;
  const template = Object.keys(paths).find((candidate) => matchesTemplate(candidate, path));
  const operation = paths[template ?? '']?.[method.toLowerCase()];
  if (template === undefined || operation === undefined) return null;
  const escaped = encodeURIComponent(template.replaceAll('~', '~0').replaceAll('/', '~1'));
  return { operation, pointer: `github#/paths/${escaped}/${method.toLowerCase()}` };
}

/** Literal templates are never asked for here, so the first with as many segments is the one. */
function matchesTemplate(template: string, path: string): boolean {
  const expected = template.split('/');
  const given = path.split('/');
  return (
    expected.length === given.length &&
    expected.every((segment, index) => segment.startsWith('{') || segment === given[index])
  );
}

function errorsOfQuery({ parameters = [] }: Operation, query: URLSearchParams): readonly string[] {
  const { ajv } = load();
  const known = parameters.map(resolve).filter((parameter) => parameter.in === 'query');
  return [...query].flatMap(([name, text]) => {
    const parameter = known.find((candidate) => candidate.name === name);
    if (parameter === undefined) return [`no query parameter ${name}`];
    const value = /^\d+$/.test(text) ? Number(text) : text;
    return ajv.validate(parameter.schema, value) ? [] : [`query parameter ${name}: ${ajv.errorsText()}`];
  });
}

function errorsOfBody({ operation, pointer }: Found, body: string): readonly string[] {
  if (operation.requestBody === undefined) return body === '' ? [] : ['a body where none is described'];
  return errorsOf(`${pointer}/requestBody/content/application~1json/schema`, JSON.parse(body));
}

function errorsOf(schema: string, value: unknown): readonly string[] {
  const validate: ValidateFunction | undefined = load().ajv.getSchema(schema);
  if (validate === undefined) return [`no schema for ${schema}`];
  return validate(value)
    ? []
    : (validate.errors ?? [])
        .slice(0, 5)
        .map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}

function resolve(parameter: unknown): Parameter {
  if (typeof parameter !== 'object' || parameter === null || !('$ref' in parameter))
    return parameter as Parameter;
  return String(parameter.$ref)
    .slice(2)
    .split('/')
    .reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], load().description) as Parameter;
}

function errorsOfAnswer(
  { operation, pointer }: Found,
  { status, body }: Exclude<Answer, string>,
): readonly string[] {
  // GitHub answers so to any request, whatever it is; only what a request adds is in its description.
  if ([401, 403, 429].includes(status) || status >= 500) return [];
  const described = operation.responses[String(status)];
  if (described === undefined) return [`no answer ${status} described`];
  if (status >= 400) return [];
  if (!('content' in described) && !('$ref' in described))
    return body === null ? [] : ['a body where none is described'];
  return errorsOf(`${pointer}/responses/${status}/content/application~1json/schema`, body);
}
