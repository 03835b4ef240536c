import { CONFIG } from './config-shape.js';
import type { Field, Shape } from './shape.js';
import { FORMS } from './text-formats.js';

type Schema = Readonly<Record<string, unknown>>;

/** The JSON Schema of the config (draft 2020-12), for editors and other tools: what can be said of its form. */
export const toConfigSchema = (): Schema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:agent-ownership:schema:config',
  title: 'Policy of Agent Ownership: .github/agent-ownership.yml',
  description:
    'Every key is optional. Beyond its form, agent-ownership checks that patterns can be read, that days are days and at most a year ahead, that no waiver matches everything and that aliases do not stand for each other.',
  ...toSchema(CONFIG),
});

function toSchema(shape: Shape): Schema {
  switch (shape.kind) {
    case 'text':
      return { type: 'string', pattern: FORMS[shape.format].pattern };
    case 'flag':
      return { type: 'boolean' };
    case 'choice':
      return { enum: shape.choices };
    case 'list':
      return {
        type: 'array',
        ...(shape.atLeast === 0 ? {} : { minItems: shape.atLeast }),
        items: toSchema(shape.of),
      };
    case 'record':
      return {
        type: 'object',
        propertyNames: { pattern: FORMS[shape.keys].pattern },
        additionalProperties: toSchema(shape.of),
      };
    case 'object': {
      const fields = Object.entries(shape.fields);
      const required = fields.filter(([, field]) => field.required === true).map(([key]) => key);
      return {
        type: 'object',
        additionalProperties: false,
        ...(required.length === 0 ? {} : { required }),
        properties: Object.fromEntries(fields.map(([key, field]) => [key, toProperty(field)])),
      };
    }
  }
}

const toProperty = ({ shape, about, fallback }: Field): Schema => ({
  description: about,
  ...toSchema(shape),
  ...(fallback === undefined ? {} : { default: fallback }),
});
