import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';

const ROOT = new URL('../../', import.meta.url);
const read = (path: string): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL(path, ROOT), 'utf8')) as Record<string, unknown>;

const formats = {
  uri: (text: string) => URL.canParse(text),
  'uri-reference': isReference,
  'date-time': () => true,
};

function isReference(text: string): boolean {
  return URL.canParse(text, 'https://example.com/') && !/[\s"<>\\^`{|}]|%(?![0-9A-F]{2})/i.test(text);
}

/** The published schema of `lint --format json`. */
export const lintSchema = read('schema/lint.schema.json');
const lint = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true }).compile(lintSchema);

/** The published schema of `check --format json`. */
export const reportSchema = read('schema/report.schema.json');
const report = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true }).compile(reportSchema);

/** The published schema of the config. */
export const configSchema = read('schema/config.schema.json');
const config = new Ajv2020({ strict: true, allErrors: true }).compile(configSchema);

/** Written in draft 4, of which it uses only what draft 7 has too, but for the name of `id`. */
const sarifSchema = read('__tests__/fixtures/sarif/sarif-2.1.0-rtm.5.json');
delete sarifSchema['$schema'];
delete sarifSchema['id'];
const sarif = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false, formats }).compile(sarifSchema);

const errorsOf = (validate: ValidateFunction, value: unknown): readonly ErrorObject[] =>
  validate(value) ? [] : (validate.errors ?? []);

export const errorsOfLint = (json: string): readonly ErrorObject[] => errorsOf(lint, JSON.parse(json));
export const errorsOfReport = (json: string): readonly ErrorObject[] => errorsOf(report, JSON.parse(json));
export const errorsOfSarif = (json: string): readonly ErrorObject[] => errorsOf(sarif, JSON.parse(json));
export const errorsOfConfig = (data: unknown): readonly ErrorObject[] => errorsOf(config, data);

const map = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true }).compile(
  read('schema/map.schema.json'),
);

export const errorsOfMap = (json: string): readonly ErrorObject[] => errorsOf(map, JSON.parse(json));
