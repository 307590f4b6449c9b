import type { JsonObject } from '../core/json.js';
import type { Rule } from '../core/rule.js';

const specification = 'OpenAPI 2.0, Reference Object: https://spec.openapis.org/oas/v2.0.html#reference-object';
const validator = 'https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules';

/** A definition whose one answer has the schema `schema`. */
function definition(schema: JsonObject, definitions: JsonObject = {}): JsonObject {
  return {
    swagger: '2.0',
    info: { title: 'Messages', version: '1.0' },
    paths: { '/messages': { get: { responses: { '200': { description: 'OK', schema } } } } },
    definitions,
  };
}

const message = { type: 'object', properties: { text: { type: 'string' } } };
const sound = definition({ $ref: '#/definitions/Message' }, { Message: message });

/** What is said of references. Their examples are whole definitions. */
export const refRules = {
  external: {
    code: 'ref-external',
    severity: 'error',
    summary: 'Every $ref stays inside its definition.',
    why: 'A connector is one file: the service that imports it fetches nothing, and neither does this tool, so what the reference leads to is missing.',
    source: `${validator} (SchemaReferenceNotValid)`,
    examples: {
      bad: [
        definition({ $ref: 'https://example.com/shared.json#/definitions/Message' }),
        definition({ $ref: '../../etc/message.json' }),
      ],
      good: [sound],
    },
  },
  missing: {
    code: 'ref-missing',
    severity: 'error',
    summary: 'Every $ref leads to a definition, parameter or response that is there.',
    why: 'The import fails, or the designer shows nothing where the schema should be.',
    source: `${validator} (SchemaReferenceNotFound, ParameterReferenceNotFound, ResponseReferenceNotFound)`,
    examples: { bad: [definition({ $ref: '#/definitions/Mesage' }, { Message: message })], good: [sound] },
  },
  malformed: {
    code: 'ref-malformed',
    severity: 'error',
    summary: 'The value of $ref is a text.',
    why: 'Readers take such a reference for a schema that allows anything, or refuse the whole definition.',
    source: specification,
    examples: { bad: [definition({ $ref: 7 }, { Message: message })], good: [sound] },
  },
  loop: {
    code: 'ref-loop',
    severity: 'error',
    summary: 'References do not lead only to each other.',
    why: 'There is no schema at the end of such a chain. A schema that holds itself in a property is fine.',
    source: `${validator} (ParameterRefLoop, ResponseRefLoop)`,
    examples: {
      bad: [definition({}, { A: { $ref: '#/definitions/B' }, B: { $ref: '#/definitions/A' } })],
      good: [definition({}, { Tree: { type: 'object', properties: { left: { $ref: '#/definitions/Tree' } } } })],
    },
  },
} as const satisfies Readonly<Record<string, Rule<JsonObject>>>;
